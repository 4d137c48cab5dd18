import { boardOf, narrowSessions, programmeInView } from './plan-board.rules';
import { aPlan, aProgramme, aSession } from './planning.builder';

const NOW = new Date('2027-03-01T09:00:00Z');
const board = (sessions = [aSession()], now = NOW) => boardOf(aPlan(sessions), sessions, now);
const column = (name: string, sessions = [aSession()], now = NOW) =>
  board(sessions, now).find((one) => one.name === name)!;

describe('the board of a year', () => {
  it('has a column for each half-term, and says which is past, now and to come', () => {
    expect(board().map(({ name, time }) => [name, time])).toEqual([
      ['Autumn 1', 'past'],
      ['Autumn 2', 'past'],
      ['Spring 1', 'past'],
      ['Spring 2', 'now'],
      ['Summer 1', 'to come'],
      ['Summer 2', 'to come'],
    ]);
    expect(column('Spring 2').days).toBe('22 Feb to 19 Mar 2027');
  });

  it('names what a half-term needs, what is not planned before what is not staffed', () => {
    expect(column('Spring 2').verdict).toEqual({ tone: 'needs', words: '1 still to plan' });
    const two = [aSession(), aSession({ id: 'session-2' })];
    expect(column('Spring 2', two).verdict?.words).toBe('2 without enough presenters');
    const staffed = two.map((session) => ({ ...session, presentersWanted: 0 }));
    expect(column('Spring 2', staffed).verdict).toEqual({ tone: 'go', words: 'Planned and staffed' });
  });

  it('says of a past half-term what was delivered, and asks for nothing any more', () => {
    const later = new Date('2027-07-01T09:00:00Z');
    expect(column('Spring 2', [aSession({ status: 'delivered' })], later).verdict).toEqual({
      tone: 'past',
      words: '1 of 2 delivered',
    });
    const both = [aSession({ status: 'delivered' }), aSession({ id: 'session-2', status: 'delivered' })];
    expect(column('Spring 2', both, later).verdict?.words).toBe('All delivered');
  });

  it('lists the sessions of a half-term with what each lacks, cancelled ones too', () => {
    const sessions = [aSession(), aSession({ id: 'session-2', status: 'cancelled' })];
    expect(column('Spring 2', sessions).sessions).toMatchObject([
      { id: 'session-1', lacks: 2, mark: { words: 'Open for booking' } },
      { id: 'session-2', lacks: 0, mark: { words: 'Cancelled' } },
    ]);
  });

  it('has one more column for what lies in the holidays, and only then', () => {
    const holiday = aSession({ startsAt: '2027-02-16T16:00:00.000Z', endsAt: '2027-02-16T17:00:00.000Z' });
    expect(board([holiday]).at(-1)).toMatchObject({ halfTerm: null, sessions: [{ id: 'session-1' }] });
  });
});

describe('the programme in view', () => {
  const [last, draft, open] = [
    aProgramme({ id: 'last', academicYear: '2025/26' }),
    aProgramme({ id: 'draft', status: 'draft' }),
    aProgramme({ id: 'open' }),
  ];

  it('is the one that is asked for, else the open one of this year, else any', () => {
    expect(programmeInView([last, draft, open], 'last', NOW)?.id).toBe('last');
    expect(programmeInView([last, draft, open], null, NOW)?.id).toBe('open');
    expect(programmeInView([last, draft], 'gone', NOW)?.id).toBe('draft');
    expect(programmeInView([last], null, NOW)?.id).toBe('last');
    expect(programmeInView([], null, NOW)).toBeNull();
  });
});

describe('narrowing sessions', () => {
  const sessions = [
    aSession(),
    aSession({
      id: 'session-2',
      title: 'Bounds',
      topicTitle: 'Bounds',
      status: 'draft',
      startsAt: '2027-05-04T15:00:00.000Z',
    }),
  ];
  const found = (question: object) =>
    narrowSessions(sessions, aPlan(sessions), { text: '', status: '', halfTerm: '', ...question }).map(
      ({ id }) => id,
    );

  it('goes by words of title, topic and place, by state and by half-term', () => {
    expect(found({})).toEqual(['session-1', 'session-2']);
    expect(found({ text: ' SURDS ' })).toEqual(['session-1']);
    expect(found({ text: 'arden' })).toHaveLength(2);
    expect(found({ status: 'draft' })).toEqual(['session-2']);
    expect(found({ halfTerm: 'spring-2' })).toEqual(['session-1']);
    expect(found({ halfTerm: 'spring-2', status: 'draft' })).toEqual([]);
  });
});
