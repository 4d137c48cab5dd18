import type { Group } from '@lectern/registrations';

/** A confirmed group of 30 pupils and 2 adults, for specs. */
export const aGroup = (change: Partial<Group> = {}): Group => ({
  id: '0190b0c4-0000-7000-8000-00000000000a',
  status: 'confirmed',
  places: 30,
  pupilsWanted: 30,
  pupilsMinimum: 20,
  adults: 2,
  advisedAdults: 2,
  visitLeader: { name: 'A. Leader', phone: '01695 555 010' },
  supervisionReason: null,
  notes: null,
  school: { urn: '100000', name: 'Moss Academy', town: 'Southport' },
  conference: {
    id: '0190b0c4-0000-7000-8000-000000000001',
    slug: 'maths-in-motion-2027',
    title: 'Maths in motion',
    status: 'registration-open',
    startsAt: '2027-03-09T09:30:00.000Z',
    endsAt: '2027-03-09T15:00:00.000Z',
    venueName: 'Creative Edge',
    finalNumbersAt: '2027-02-26T17:00:00.000Z',
    yearGroups: [9, 10],
    pupilsPerAdult: 15,
  },
  pupilsNamed: 0,
  adultsNamed: 0,
  registeredAt: '2027-01-05T10:00:00.000Z',
  cancelledAt: null,
  cancellationReason: null,
  ...change,
});
