import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { LetterCalendar } from '../../notifications/letter';

/** A visit as a calendar shows it. */
export interface VisitEntry {
  readonly lessonId: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly schoolName: string;
  readonly town: string;
  readonly arrival: string | null;
  readonly url: string;
  /** Calendars take the later of two entries with one UID. */
  readonly sequence: number;
}

const METHODS = {
  publish: ICalCalendarMethod.PUBLISH,
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL,
} as const;

/** What somebody typed, with one kind of line break: the generator escapes that one. */
const text = (typed: string): string => typed.replace(/\r\n?/g, '\n');

/** A visit to a lesson as an iCalendar file (RFC 5545); its UID stays, so that calendars update what they hold. */
export const visitCalendar = (entry: VisitEntry, method: LetterCalendar['method'] | 'publish'): string => {
  const calendar = ical({
    prodId: { company: 'Lectern', product: 'Open doors', language: 'EN' },
    method: METHODS[method],
  });
  calendar.createEvent({
    id: `open-door-${entry.lessonId}@lectern`,
    start: entry.startsAt,
    end: entry.endsAt,
    summary: text(`Visit: ${entry.title}`),
    location: text([entry.schoolName, entry.town].filter(Boolean).join(', ')),
    url: entry.url,
    status: method === 'cancel' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    sequence: entry.sequence,
    ...(entry.arrival === null ? {} : { description: text(entry.arrival) }),
  });
  return calendar.toString();
};
