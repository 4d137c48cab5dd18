import type { CpdSession } from './cpd-session.contract';
import { sessionDescription, sessionEventData } from './session-event-data.rules';
import { placeLine, sessionWhen } from './session-words.rules';

const SESSION: CpdSession = {
  id: '0190b0c4-0000-7000-8000-000000000001',
  programmeId: '0190b0c4-0000-7000-8000-000000000002',
  programmeLabel: 'Work Group',
  seriesId: null,
  topicId: '0190b0c4-0000-7000-8000-000000000003',
  topicTitle: 'Circle theorems',
  title: 'Circle theorems without tears',
  startsAt: '2027-03-09T16:00:00.000Z',
  endsAt: '2027-03-09T17:30:00.000Z',
  place: { kind: 'school', name: 'Room 12', site: 'Harrowmere High School' },
  teacherPlaces: 20,
  placesLeft: 3,
  presentersWanted: 2,
  presenters: [{ name: 'Ellis Marsh' }],
  status: 'published',
};
const URL = 'https://lectern.example/challenging-topics/sessions/1';

describe('a session for search engines and shared links', () => {
  it('says what, when, where, how many places are left and who presents', () => {
    expect(sessionEventData(SESSION, URL)).toMatchObject({
      '@type': 'EducationEvent',
      name: 'Circle theorems without tears',
      startDate: '2027-03-09T16:00:00.000Z',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: { '@type': 'Place', name: 'Room 12', address: 'Room 12, Harrowmere High School' },
      remainingAttendeeCapacity: 3,
      performer: [{ '@type': 'Person', name: 'Ellis Marsh' }],
    });
    expect(sessionDescription(SESSION)).toBe(
      'Circle theorems. At a school: Room 12, Harrowmere High School.',
    );
    expect(sessionWhen(SESSION)).toBe('Tuesday 9 March 2027, 4pm to 5.30pm');
    expect(sessionWhen({ ...SESSION, endsAt: '2027-03-10T12:00:00Z' })).toBe(
      'Tuesday 9 March 2027, 4pm to Wednesday 10 March 2027, 12pm',
    );
  });

  it('has no address when it is online, and no presenter before one is confirmed', () => {
    const online = { ...SESSION, place: { kind: 'online', name: 'Teams' } as const, presenters: [] };
    expect(placeLine(online.place)).toBe('Online, Teams');
    const data = sessionEventData(online, URL);
    expect(data['location']).toEqual({ '@type': 'VirtualLocation', name: 'Teams', url: URL });
    expect(data).not.toHaveProperty('performer');
  });
});
