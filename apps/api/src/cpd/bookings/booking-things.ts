import { type Clock, notFound } from '@lectern/core';
import type { BookedSession, CpdSessionStatus } from '@lectern/cpd';
import { Inject, Injectable } from '@nestjs/common';
import { AccountsService } from '../../identity/accounts.service';
import { CLOCK } from '../../platform/tokens';
import { CpdProgrammesRepository } from '../planning/cpd-programmes.repository';
import { placeView } from '../planning/cpd-session.mapper';
import { type CpdSessionRow, CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { takesBookings } from './booking-queue';
import { BookingsRepository } from './bookings.repository';
import type { SessionInCalendar } from './session-calendar';
import { inCalendar } from './session-calendars';
import type { SessionBookingEntity } from './session-booking.entity';

/** A booking with what it is of and who made it. */
export interface BookedThing {
  readonly booking: SessionBookingEntity;
  readonly seriesTitle: string | null;
  /** Earliest first. */
  readonly sessions: readonly BookedSession[];
  /** Those that have not begun and are not called off. */
  readonly toCome: readonly BookedSession[];
  readonly bookedBy: string;
}

/** A stored session as a booking shows it. */
export const bookedSession = (session: CpdSessionRow): BookedSession => ({
  id: session.id,
  title: session.title,
  startsAt: session.startsAt.toISOString(),
  endsAt: session.endsAt.toISOString(),
  place: placeView(session),
  status: session.status as CpdSessionStatus,
});

/** What bookings are of, in names and times. */
@Injectable()
export class BookingThings {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly sessions: CpdSessionsRepository,
    private readonly programmes: CpdProgrammesRepository,
    private readonly accounts: AccountsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async find(bookingId: string): Promise<BookedThing> {
    const booking = await this.bookings.find(bookingId);
    const [thing] = booking ? await this.of([booking]) : [];
    if (!thing) throw notFound('booking');
    return thing;
  }

  /** The sessions of a booking for a calendar, those that are called off too. */
  async inCalendar(bookingId: string): Promise<SessionInCalendar[]> {
    return (await this.sessions.findAll(await this.bookings.sessionIdsOf(bookingId))).map(inCalendar);
  }

  async of(bookings: readonly SessionBookingEntity[]): Promise<BookedThing[]> {
    const now = this.clock.now();
    const idsOf = await this.bookings.sessionsOf(bookings.map(({ id }) => id));
    const rows = await this.sessions.findAll([...new Set([...idsOf.values()].flat())]);
    const titles = new Map<string, string>();
    const names = new Map<string, string>();
    for (const { bookedBy, seriesId } of bookings) {
      if (seriesId !== null && !titles.has(seriesId))
        titles.set(seriesId, (await this.programmes.findSeries(seriesId))?.title ?? '');
      if (!names.has(bookedBy)) names.set(bookedBy, (await this.accounts.find(bookedBy))?.name ?? '');
    }
    return bookings.map((booking) => {
      const own = rows.filter(({ id }) => idsOf.get(booking.id)?.includes(id));
      return {
        booking,
        seriesTitle: booking.seriesId === null ? null : (titles.get(booking.seriesId) ?? ''),
        sessions: own.map(bookedSession),
        toCome: own.filter((session) => takesBookings(session, now)).map(bookedSession),
        bookedBy: names.get(booking.bookedBy) ?? '',
      };
    });
  }
}
