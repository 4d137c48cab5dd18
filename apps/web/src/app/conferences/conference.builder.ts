import { type Conference, CONFERENCE_TRANSITIONS } from '@lectern/conferences';

/** A conference of 120 places on 9 March 2027, for specs. */
export const aConference = (change: Partial<Conference> = {}): Conference => ({
  id: '0190b0c4-0000-7000-8000-000000000001',
  slug: 'maths-in-motion-2027',
  status: 'registration-open',
  title: 'Maths in motion',
  summary: 'A day of talks and workshops.',
  venue: { name: 'Creative Edge', address: 'St Helens Road\nOrmskirk\nL39 4QP' },
  startsAt: '2027-03-09T09:30:00.000Z',
  endsAt: '2027-03-09T15:00:00.000Z',
  yearGroups: [9, 10],
  pupilPlaces: 120,
  schoolCap: 40,
  pupilsPerAdult: 15,
  allocation: 'first-come',
  registrationOpensAt: '2027-01-01T09:00:00.000Z',
  registrationClosesAt: '2027-02-20T17:00:00.000Z',
  finalNumbersAt: '2027-02-26T17:00:00.000Z',
  placesLeft: 48,
  cancellationReason: null,
  transitions: CONFERENCE_TRANSITIONS[change.status ?? 'registration-open'],
  ...change,
});
