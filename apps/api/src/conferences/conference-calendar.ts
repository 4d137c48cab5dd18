import type { Conference } from '@lectern/conferences';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** What makes an entry that comes with a letter differ from the public one. */
export interface CalendarUpdate {
  readonly method: 'request' | 'cancel';
  readonly sequence: number;
}

const METHODS = { request: ICalCalendarMethod.REQUEST, cancel: ICalCalendarMethod.CANCEL } as const;

/** What somebody typed, with one kind of line break: the generator escapes that one. */
const text = (typed: string): string => typed.replace(/\r\n?/g, '\n');

/** A conference as an iCalendar file (RFC 5545); the UID never changes, so that calendars update what they hold. */
export const conferenceCalendar = (conference: Conference, url: string, update?: CalendarUpdate): string => {
  const over = conference.status === 'cancelled' || update?.method === 'cancel';
  const calendar = ical({
    // No name of its own: the generator would write it as it was typed, line breaks and all.
    prodId: { company: 'Lectern', product: 'Conferences', language: 'EN' },
    method: update ? METHODS[update.method] : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `conference-${conference.id}@lectern`,
    start: new Date(conference.startsAt),
    end: new Date(conference.endsAt),
    summary: text(conference.title),
    description: text(conference.summary),
    location: text(`${conference.venue.name}, ${conference.venue.address}`),
    url: `${url}/conferences/${conference.slug}`,
    ...(update ? { sequence: update.sequence } : {}),
    status: over ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
};
