import type { Conference } from '@lectern/conferences';
import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** What makes an entry that comes with a letter differ from the public one. */
export interface CalendarUpdate {
  readonly method: 'request' | 'cancel';
  readonly sequence: number;
}

/** Which telling of a conference this is: calendars take the later of two with one UID. */
interface Edition {
  readonly sequence: number;
  readonly updatedAt?: Date;
  readonly takenOut?: boolean;
}

const METHODS = { request: ICalCalendarMethod.REQUEST, cancel: ICalCalendarMethod.CANCEL } as const;

/** What somebody typed, with one kind of line break: the generator escapes that one. */
const text = (typed: string): string => typed.replace(/\r\n?/g, '\n');

const newCalendar = (method = ICalCalendarMethod.PUBLISH): ICalCalendar =>
  ical({
    // No name of its own: the generator would write it as it was typed, line breaks and all.
    prodId: { company: 'Lectern', product: 'Conferences', language: 'EN' },
    method,
  });

const addConference = (
  calendar: ICalCalendar,
  conference: Conference,
  url: string,
  edition?: Edition,
): void => {
  const over = conference.status === 'cancelled' || edition?.takenOut === true;
  calendar.createEvent({
    id: `conference-${conference.id}@lectern`,
    start: new Date(conference.startsAt),
    end: new Date(conference.endsAt),
    summary: text(conference.title),
    description: text(conference.summary),
    location: text(`${conference.venue.name}, ${conference.venue.address}`),
    url: `${url}/conferences/${conference.slug}`,
    status: over ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(edition ? { sequence: edition.sequence } : {}),
    ...(edition?.updatedAt ? { lastModified: edition.updatedAt } : {}),
  });
};

/** A conference as an iCalendar file (RFC 5545); the UID never changes, so that calendars update what they hold. */
export const conferenceCalendar = (conference: Conference, url: string, update?: CalendarUpdate): string => {
  const calendar = newCalendar(update ? METHODS[update.method] : undefined);
  const edition = update && { sequence: update.sequence, takenOut: update.method === 'cancel' };
  addConference(calendar, conference, url, edition);
  return calendar.toString();
};

/** Several conferences as a calendar to subscribe to; readers are told to look again every hour. */
export const conferencesFeed = (
  conferences: readonly { readonly conference: Conference; readonly edition: Edition }[],
  url: string,
): string => {
  const calendar = newCalendar();
  calendar.name('Student conferences');
  calendar.ttl(3600);
  for (const { conference, edition } of conferences) addConference(calendar, conference, url, edition);
  return calendar.toString();
};
