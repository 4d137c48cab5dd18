import { type CpdSession, PLACE_KIND_NAMES } from './cpd-session.contract';
import { placeLine } from './session-words.rules';

/** What a shared link says of a session. */
export const sessionDescription = (session: CpdSession): string =>
  `${session.topicTitle}. ${PLACE_KIND_NAMES[session.place.kind]}: ${placeLine(session.place)}.`;

/** A session for search engines: schema.org's EducationEvent, as JSON-LD. `url` is the address of its page. */
export const sessionEventData = (session: CpdSession, url: string): Readonly<Record<string, unknown>> => {
  const isOnline = session.place.kind === 'online';
  return {
    '@context': 'https://schema.org',
    '@type': 'EducationEvent',
    '@id': url,
    url,
    name: session.title,
    description: sessionDescription(session),
    startDate: session.startsAt,
    endDate: session.endsAt,
    eventStatus: `https://schema.org/${session.status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${isOnline ? 'Online' : 'Offline'}EventAttendanceMode`,
    location: isOnline
      ? { '@type': 'VirtualLocation', name: session.place.name, url }
      : { '@type': 'Place', name: session.place.name, address: placeLine(session.place) },
    maximumAttendeeCapacity: session.teacherPlaces,
    remainingAttendeeCapacity: session.placesLeft,
    audience: { '@type': 'EducationalAudience', educationalRole: 'teacher' },
    ...(session.presenters.length > 0
      ? { performer: session.presenters.map(({ name }) => ({ '@type': 'Person', name })) }
      : {}),
  };
};
