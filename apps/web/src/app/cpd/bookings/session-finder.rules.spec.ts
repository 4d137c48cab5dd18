import { usualCalendar } from '@lectern/core';
import { aSession } from './booking.builder';
import { byHalfTerm, EVERY_SESSION, narrowSessions, topicsOf } from './session-finder.rules';

const CALENDARS = [usualCalendar('2026/27')];
const at = (id: string, startsAt: string, change = {}) => aSession({ id, startsAt, ...change });
const SESSIONS = [
  at('nov', '2026-11-24T16:00:00Z'),
  at('holidays', '2026-12-29T16:00:00Z', { topicId: 'b', topicTitle: 'Bounds' }),
  at('mar', '2027-03-09T16:00:00Z', { place: { kind: 'online', name: 'Teams' } }),
  at('mar too', '2027-03-10T16:00:00Z'),
];

describe('finding a session', () => {
  it('groups them by the half-terms that the host has set', () => {
    expect(
      byHalfTerm(SESSIONS, CALENDARS).map(({ heading, sessions }) => [heading, sessions.length]),
    ).toEqual([
      ['Autumn 2, 2026/27', 1],
      ['Outside half-terms', 1],
      ['Spring 2, 2026/27', 2],
    ]);
  });

  it('narrows them by topic, half-term and place', () => {
    const ids = (question: Partial<typeof EVERY_SESSION>) =>
      narrowSessions(SESSIONS, { ...EVERY_SESSION, ...question }, CALENDARS).map(({ id }) => id);
    expect(ids({})).toHaveLength(4);
    expect(ids({ topicId: 'b' })).toEqual(['holidays']);
    expect(ids({ place: 'online' })).toEqual(['mar']);
    expect(ids({ halfTerm: '2026/27 spring-2' })).toEqual(['mar', 'mar too']);
    expect(topicsOf(SESSIONS).map(({ title }) => title)).toEqual(['Bounds', 'Circle theorems']);
  });
});
