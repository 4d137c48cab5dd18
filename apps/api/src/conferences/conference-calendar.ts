import type { Conference } from '@lectern/conferences';
import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** What somebody typed, with one kind of line break: the generator escapes that one. */
const text = (typed: string): string => typed.replace(/\r\n?/g, '\n');

const newCalendar = (): ICalCalendar =>
  ical({
    // No name of its own: the generator would write it as it was typed, line breaks and all.
    prodId: { company: 'Lectern', product: 'Conferences', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });

/** When a conference was made and last changed: calendars take the newer of two with one UID. */
interface Changed {
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const addConference = (
  calendar: ICalCalendar,
  conference: Conference,
  url: string,
  changed?: Changed,
): void => {
  calendar.createEvent({
    id: `conference-${conference.id}@lectern`,
    start: new Date(conference.startsAt),
    end: new Date(conference.endsAt),
    summary: text(conference.title),
    description: text(conference.summary),
    location: text(`${conference.venue.name}, ${conference.venue.address}`),
    url: `${url}/conferences/${conference.slug}`,
    status: conference.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(changed
      ? {
          lastModified: changed.updatedAt,
          sequence: Math.max(
            0,
            Math.floor((changed.updatedAt.getTime() - changed.createdAt.getTime()) / 1000),
          ),
        }
      : {}),
  });
};

/** A conference as an iCalendar file (RFC 5545); the UID never changes, so that calendars update what they hold. */
export const conferenceCalendar = (conference: Conference, url: string): string => {
  const calendar = newCalendar();
  addConference(calendar, conference, url);
  return calendar.toString();
};

/** Several conferences as a calendar to subscribe to; readers are told to look again every hour. */
export const conferencesFeed = (
  conferences: readonly { readonly conference: Conference; readonly changed: Changed }[],
  url: string,
): string => {
  const calendar = newCalendar();
  calendar.name('Student conferences');
  calendar.ttl(3600);
  for (const { conference, changed } of conferences) addConference(calendar, conference, url, changed);
  return calendar.toString();
};
