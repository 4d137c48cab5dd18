import type { Conference } from '@lectern/conferences';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** A conference as an iCalendar file (RFC 5545); the UID never changes, so that calendars update what they hold. */
export const conferenceCalendar = (conference: Conference, url: string): string => {
  const calendar = ical({
    name: conference.title,
    prodId: { company: 'Lectern', product: 'Conferences', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `conference-${conference.id}@lectern`,
    start: new Date(conference.startsAt),
    end: new Date(conference.endsAt),
    summary: conference.title,
    description: conference.summary,
    location: `${conference.venue.name}, ${conference.venue.address}`,
    url: `${url}/conferences/${conference.slug}`,
    status: conference.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
};
