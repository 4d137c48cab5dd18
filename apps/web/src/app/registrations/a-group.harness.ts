import type { Conference } from '@lectern/conferences';
import type { Group, RosterTerms } from '@lectern/registrations';

const CONFERENCE: Group['conference'] = {
  id: '01a20000-0000-7000-8000-00000000c001',
  slug: 'proof-day-2027',
  title: 'Proof day',
  status: 'registration-open',
  startsAt: '2027-03-09T09:30:00.000Z',
  endsAt: '2027-03-09T14:30:00.000Z',
  venueName: 'The Arden Building',
  finalNumbersAt: '2027-03-02T12:00:00.000Z',
  yearGroups: [9, 10],
  pupilsPerAdult: 15,
};

/** A confirmed group of 30 that nobody is named on yet; say what is different. */
export const aGroup = (group: Partial<Group> = {}, conference: Partial<Group['conference']> = {}): Group => ({
  id: '01a20000-0000-7000-8000-00000000a001',
  status: 'confirmed',
  places: 30,
  pupilsWanted: 30,
  pupilsMinimum: 30,
  adults: 2,
  advisedAdults: 2,
  visitLeader: { name: 'Pat Lowe', phone: '07700 900123' },
  supervisionReason: null,
  notes: null,
  school: { urn: '900001', name: 'Harrowmere High School', town: 'Ormsby Vale' },
  conference: { ...CONFERENCE, ...conference },
  pupilsNamed: 0,
  adultsNamed: 0,
  registeredAt: '2027-01-11T09:00:00.000Z',
  cancelledAt: null,
  cancellationReason: null,
  ...group,
});

/** A conference that is open for registration, first come; say what is different. */
export const aConference = (conference: Partial<Conference> = {}): Conference => ({
  id: CONFERENCE.id,
  slug: CONFERENCE.slug,
  status: 'registration-open',
  title: CONFERENCE.title,
  summary: 'A day of proof.',
  venue: { name: 'The Arden Building', address: 'St Helens Road' },
  startsAt: CONFERENCE.startsAt,
  endsAt: CONFERENCE.endsAt,
  yearGroups: [9, 10],
  pupilPlaces: 120,
  schoolCap: 30,
  pupilsPerAdult: 15,
  allocation: 'first-come',
  registrationOpensAt: '2027-01-04T09:00:00.000Z',
  registrationClosesAt: '2027-02-19T17:00:00.000Z',
  finalNumbersAt: CONFERENCE.finalNumbersAt,
  placesLeft: 60,
  cancellationReason: null,
  transitions: [],
  ...conference,
});

/** How a roster stands before final numbers; say what is different. */
export const theTerms = (change: Partial<RosterTerms> = {}): RosterTerms => ({
  groupId: '01a20000-0000-7000-8000-00000000a001',
  finalNumbersAt: CONFERENCE.finalNumbersAt,
  isLocked: false,
  openUntil: null,
  maySwap: true,
  mayTakeOff: true,
  askWhom: { name: 'Robin Marsh', email: 'staff@lectern.example' },
  overrides: [],
  trackingData: false,
  trackingReason: null,
  trackingGoesAt: null,
  dayOnlyGoesAt: '2027-03-16T14:30:00.000Z',
  photoConsentMonths: 24,
  noticeVersion: '2026-11',
  ...change,
});
