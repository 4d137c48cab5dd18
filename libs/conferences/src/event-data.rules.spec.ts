import type { Conference } from './conference.contract';
import { eventData, shareDescription } from './event-data.rules';

const CONFERENCE: Conference = {
  id: '0190b0c4-0000-7000-8000-000000000001',
  slug: 'maths-in-motion-2027',
  status: 'registration-open',
  title: 'Maths in motion',
  summary: 'A day of talks.',
  venue: { name: 'The Arden Building', address: 'St Helens Road\nOrmsby Vale' },
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
  transitions: [],
};
const URL = 'https://lectern.example/conferences/maths-in-motion-2027';

describe('a conference for search engines', () => {
  it('says what, when and where in schema.org’s words', () => {
    expect(eventData(CONFERENCE, URL)).toMatchObject({
      '@type': 'EducationEvent',
      name: 'Maths in motion',
      url: URL,
      startDate: '2027-03-09T09:30:00.000Z',
      eventStatus: 'https://schema.org/EventScheduled',
      location: { name: 'The Arden Building', address: 'St Helens Road, Ormsby Vale' },
      maximumAttendeeCapacity: 120,
    });
  });

  it('says that it is cancelled', () => {
    expect(eventData({ ...CONFERENCE, status: 'cancelled' }, URL)['eventStatus']).toBe(
      'https://schema.org/EventCancelled',
    );
  });
});

describe('the description of a shared link', () => {
  it('is the summary on one line', () => {
    expect(shareDescription(' A day\n\nof  talks. ')).toBe('A day of talks.');
  });

  it('is cut at a word when it is long', () => {
    const cut = shareDescription('talking '.repeat(40));
    expect(cut.length).toBeLessThanOrEqual(200);
    expect(cut).toMatch(/talking…$/);
  });
});
