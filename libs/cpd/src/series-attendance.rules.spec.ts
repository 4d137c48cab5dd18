import {
  type AttendedSession,
  type Expected,
  hoursWords,
  seriesAttendance,
  type SeriesFacts,
} from './series-attendance.rules';

const session = (id: string, month: string, isCancelled = false): AttendedSession => ({
  id,
  startsAt: `2027-${month}-10T16:00:00Z`,
  endsAt: `2027-${month}-10T17:30:00Z`,
  isCancelled,
});
const SERIES = [session('feb', '02'), session('jan', '01'), session('mar', '03'), session('apr', '04')];
const ALL = SERIES.map(({ id }) => id);
const ada: Expected = { id: 'ada', name: 'Ada', kind: 'teacher', sessionIds: ALL };
const attended = (change: Partial<SeriesFacts>, ...sessionIds: string[]) =>
  seriesAttendance({
    sessions: SERIES,
    sessionsExpected: 3,
    people: [ada],
    attendances: sessionIds.map((sessionId) => ({ personId: 'ada', sessionId })),
    now: new Date('2027-03-20T00:00:00Z'),
    ...change,
  })[0]!;

describe('seriesAttendance', () => {
  it('counts sessions attended, missed and to come, and the minutes', () => {
    expect(attended({}, 'jan', 'mar')).toEqual({
      id: 'ada',
      name: 'Ada',
      kind: 'teacher',
      attended: 2,
      expected: 3,
      remaining: 1,
      missedSessionIds: ['feb'],
      minutes: 180,
      standing: 'on-course',
    });
  });

  it('counts the minutes of the stay where they are known', () => {
    const attendances = [
      { personId: 'ada', sessionId: 'jan', minutes: 45 },
      { personId: 'ada', sessionId: 'mar' },
    ];
    expect(attended({ attendances })).toMatchObject({ attended: 2, minutes: 135 });
  });

  it('says whether three of four were attended, still can be, or no longer can', () => {
    expect(attended({}, 'jan', 'feb', 'mar').standing).toBe('met');
    expect(attended({}, 'jan', 'feb').standing).toBe('on-course');
    expect(attended({}, 'jan').standing).toBe('short');
  });

  it('expects all of them when the series says nothing else', () => {
    expect(attended({ sessionsExpected: null }, 'jan', 'feb', 'mar').standing).toBe('on-course');
    expect(attended({ sessionsExpected: null }, 'jan', 'feb', 'mar', 'apr').standing).toBe('met');
    expect(attended({ sessionsExpected: null }, 'jan', 'feb').standing).toBe('short');
  });

  it('misses a session only once it is over', () => {
    const now = (at: string) => attended({ now: new Date(at) }, 'jan', 'feb').missedSessionIds;
    expect(now('2027-03-10T17:29:59Z')).toEqual([]);
    expect(now('2027-03-10T17:30:00Z')).toEqual(['mar']);
  });

  it('expects nobody at a cancelled session, and counts no minutes of it', () => {
    const sessions = SERIES.map((one) => ({ ...one, isCancelled: one.id === 'feb' }));
    expect(attended({ sessions, sessionsExpected: null }, 'jan', 'feb', 'mar')).toMatchObject({
      attended: 2,
      expected: 3,
      missedSessionIds: [],
      minutes: 180,
    });
    const none = SERIES.map((one) => ({ ...one, isCancelled: true }));
    expect(attended({ sessions: none }).standing).toBe('on-course');
  });

  it('counts twice through the door once, and somebody who came without a place', () => {
    expect(attended({}, 'jan', 'jan', 'jan').attended).toBe(1);
    const late = { ...ada, sessionIds: ['mar', 'apr'] };
    expect(attended({ people: [late] }, 'jan', 'mar')).toMatchObject({ attended: 2, missedSessionIds: [] });
  });

  it('expects as much of one who joined late, who is therefore short', () => {
    const late = { ...ada, sessionIds: ['mar', 'apr'] };
    expect(attended({ people: [late] }, 'mar')).toMatchObject({ expected: 3, standing: 'short' });
  });

  it('expects trainees at the sessions they give', () => {
    const ben: Expected = { id: 'ben', name: 'Ben', kind: 'trainee', sessionIds: ['jan'] };
    const facts = { people: [ben], attendances: [{ personId: 'ben', sessionId: 'jan' }] };
    expect(attended(facts)).toMatchObject({
      kind: 'trainee',
      attended: 1,
      expected: 1,
      minutes: 90,
      standing: 'met',
    });
    expect(attended({ people: [ben] })).toMatchObject({ missedSessionIds: ['jan'], standing: 'short' });
  });
});

describe('hoursWords', () => {
  it.each([
    [0, '0 minutes'],
    [1, '1 minute'],
    [60, '1 hour'],
    [90, '1 hour 30 minutes'],
    [270, '4 hours 30 minutes'],
  ])('%i minutes are %s', (minutes, words) => {
    expect(hoursWords(minutes)).toBe(words);
  });
});
