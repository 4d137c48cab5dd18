import {
  type Allocation,
  type Conference,
  CONFERENCE_TRANSITIONS,
  type ConferenceState,
  type SupervisionBand,
  type YearGroup,
} from '@lectern/conferences';
import type { ConferenceEntity } from './conference.entity';

export const yearGroupsOf = (conference: Pick<ConferenceEntity, 'yearGroups'>): YearGroup[] =>
  conference.yearGroups.split(',').map((year) => Number(year) as YearGroup);

/** The year groups with a number of pupils for each adult of their own. */
export const supervisionBandsOf = ({
  supervisionBands,
}: Pick<ConferenceEntity, 'supervisionBands'>): { supervisionBands?: readonly SupervisionBand[] } =>
  supervisionBands ? { supervisionBands: JSON.parse(supervisionBands) as SupervisionBand[] } : {};

/** A conference as its reader may see it; only those who manage it are told what may follow. */
export const conferenceView = (conference: ConferenceEntity, manages: boolean): Conference => ({
  id: conference.id,
  slug: conference.slug,
  status: conference.status as ConferenceState,
  title: conference.title,
  summary: conference.summary,
  venue: { name: conference.venueName, address: conference.venueAddress },
  startsAt: conference.startsAt.toISOString(),
  endsAt: conference.endsAt.toISOString(),
  yearGroups: yearGroupsOf(conference),
  pupilPlaces: conference.pupilPlaces,
  schoolCap: conference.schoolCap,
  pupilsPerAdult: conference.pupilsPerAdult,
  ...supervisionBandsOf(conference),
  allocation: conference.allocation as Allocation,
  registrationOpensAt: conference.registrationOpensAt.toISOString(),
  registrationClosesAt: conference.registrationClosesAt.toISOString(),
  finalNumbersAt: conference.finalNumbersAt.toISOString(),
  placesLeft: Math.max(0, conference.pupilPlaces - conference.placesGiven),
  cancellationReason: conference.cancellationReason,
  transitions: manages ? CONFERENCE_TRANSITIONS[conference.status as ConferenceState] : [],
});
