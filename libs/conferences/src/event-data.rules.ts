import type { Conference } from './conference.contract';

/** A conference for search engines: schema.org's EducationEvent, as JSON-LD. `url` is the address of its page. */
export const eventData = (conference: Conference, url: string): Readonly<Record<string, unknown>> => ({
  '@context': 'https://schema.org',
  '@type': 'EducationEvent',
  '@id': url,
  url,
  name: conference.title,
  description: conference.summary,
  startDate: conference.startsAt,
  endDate: conference.endsAt,
  eventStatus: `https://schema.org/${conference.status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
  eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
  location: {
    '@type': 'Place',
    name: conference.venue.name,
    address: conference.venue.address.replace(/\s*\n\s*/g, ', '),
  },
  maximumAttendeeCapacity: conference.pupilPlaces,
  remainingAttendeeCapacity: conference.placesLeft,
  audience: {
    '@type': 'EducationalAudience',
    educationalRole: 'student',
    audienceType: `School year groups ${conference.yearGroups.join(', ')}`,
  },
});

const DESCRIPTION_MAX = 200;

/** The summary on one line, short enough for a search result or a shared link; cut at a word. */
export const shareDescription = (summary: string): string => {
  const line = summary.replace(/\s+/g, ' ').trim();
  if (line.length <= DESCRIPTION_MAX) return line;
  return `${line.slice(0, DESCRIPTION_MAX - 1).replace(/\s+\S*$/, '')}…`;
};
