import type { AttendanceLine, SessionAttendance } from '@lectern/cpd';

/** A teacher with a place, of whom nothing is known yet. */
export const aLine = (change: Partial<AttendanceLine> = {}): AttendanceLine => ({
  personId: 'p1',
  part: 'teacher',
  name: 'Ada Teacher',
  school: { urn: '930001', name: 'Alder Academy' },
  isExpected: true,
  state: 'expected',
  attended: false,
  arrivedAt: null,
  leftAt: null,
  minutes: 0,
  source: null,
  reason: null,
  ...change,
});

/** A session that was held on a Tuesday in January, with one teacher and a door that nobody used. */
export const anAttendance = (change: Partial<SessionAttendance> = {}): SessionAttendance => ({
  sessionId: 's1',
  seriesId: null,
  title: 'Surds',
  startsAt: '2026-01-13T16:00:00.000Z',
  endsAt: '2026-01-13T17:30:00.000Z',
  place: { kind: 'campus', name: 'Arden 2.04' },
  status: 'published',
  eventId: null,
  isDoorUsed: false,
  expected: 1,
  attended: 0,
  onSite: 0,
  noShows: 0,
  people: [aLine()],
  at: '2026-01-13T18:00:00.000Z',
  ...change,
});
