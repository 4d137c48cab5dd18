import { BookingChangesService } from '../cpd/bookings/booking-changes.service';
import { BookingsService } from '../cpd/bookings/bookings.service';
import { daysAfter } from './demo-clock';
import type { DemoCpd } from './demo-cpd-parts';

interface DemoBooking {
  readonly who: string;
  /** The key of a session, or `series`. */
  readonly of: string;
  readonly daysBefore: number;
  readonly colleagues?: readonly string[];
  readonly trn?: string;
}

/** Who booked what, in the order in which they did; the circle theorems are full and waited for. */
const BOOKINGS: readonly DemoBooking[] = [
  { who: 'teacher.hugo', of: 'surds', daysBefore: 90, trn: '2143658' },
  { who: 'teacher', of: 'surds', daysBefore: 88, trn: '1234567', colleagues: ['Gita Merrow'] },
  { who: 'teacher.joel', of: 'series', daysBefore: 80 },
  { who: 'teacher', of: 'series', daysBefore: 78 },
  { who: 'teacher.mina', of: 'series', daysBefore: 75, colleagues: ['Tess Harker', 'Owen Pike'] },
  { who: 'teacher.kasia', of: 'proof', daysBefore: 60 },
  { who: 'teacher.leo', of: 'proof', daysBefore: 58, colleagues: ['Una Shore'] },
  { who: 'teacher.ines', of: 'histograms', daysBefore: 45 },
  { who: 'teacher.hugo', of: 'histograms', daysBefore: 44 },
  { who: 'teacher.nell', of: 'histograms', daysBefore: 40, colleagues: ['Bram Cole', 'Ada Finch'] },
  { who: 'teacher', of: 'bounds', daysBefore: 30 },
  { who: 'teacher.kasia', of: 'bounds', daysBefore: 28, colleagues: ['Jude Marlow'] },
  { who: 'teacher.leo', of: 'circles', daysBefore: 20, colleagues: ['Una Shore', 'Rhys Calder'] },
  { who: 'teacher.hugo', of: 'circles', daysBefore: 18, colleagues: ['Ines Calloway'] },
  { who: 'teacher.nell', of: 'circles', daysBefore: 12 },
  { who: 'teacher', of: 'circles', daysBefore: 10 },
  { who: 'teacher.mina', of: 'circles', daysBefore: 9, colleagues: ['Tess Harker'] },
  { who: 'teacher.joel', of: 'circles', daysBefore: 8 },
  { who: 'coordinator', of: 'vectors', daysBefore: 7, colleagues: ['Gita Merrow'] },
  { who: 'teacher', of: 'vectors', daysBefore: 6 },
  { who: 'teacher.ines', of: 'probability', daysBefore: 5 },
];

const addressOf = (name: string): string => `${name.toLowerCase().replace(/\W+/g, '.')}@school.example`;

/**
 * Teachers book, alone, with colleagues and a whole series; the circle theorems fill up, and one place that comes free
 * is held for the demo’s teacher. Every session but the drafts is open.
 */
export const tellBookings = async ({ app, clock, now, person, series, session }: DemoCpd): Promise<void> => {
  const service = app.get(BookingsService);
  const made = new Map<string, string>();
  for (const { colleagues = [], daysBefore, of, trn, who } of BOOKINGS) {
    const starts = new Date(session(of === 'series' ? 'ratio-1' : of).startsAt);
    const days = [daysAfter(now, -daysBefore), daysAfter(starts, -3)];
    // A session that the holidays moved further back was booked before it all the same.
    clock.goTo(new Date(Math.min(...days.map((day) => day.getTime()))));
    const wanted =
      of === 'series'
        ? { kind: 'series' as const, id: series.id, sessionIds: series.sessions.map(({ id }) => id) }
        : { kind: 'session' as const, id: session(of).id, sessionIds: [session(of).id] };
    const { id } = await service.book(person(who), wanted, {
      ...(trn === undefined ? {} : { trn }),
      colleagues: colleagues.map((name) => ({ name, email: addressOf(name) })),
    });
    made.set(`${who} ${of}`, id);
  }
  clock.goTo(daysAfter(now, -1));
  const freed = made.get('teacher.nell circles');
  if (freed === undefined) throw new Error('The demo has a booking to cancel.');
  await app
    .get(BookingChangesService)
    .cancel(person('teacher.nell'), freed, 'A parents’ evening was moved to that day.');
};
