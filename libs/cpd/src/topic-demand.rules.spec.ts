import { decideVote, type DemandFacts, topicDemand } from './topic-demand.rules';

const YEAR = '2026/27';
const topic = (id: string, active = true) => ({ id, title: id, active });
const vote = (topicId: string, accountId: string, schoolUrn: string, academicYear = YEAR) => ({
  topicId,
  accountId,
  schoolUrn,
  academicYear,
});
const facts = (change: Partial<DemandFacts>): DemandFacts => ({
  academicYear: YEAR,
  topics: [topic('Surds'), topic('Bounds'), topic('Vector proof')],
  votes: [],
  sessions: [],
  ...change,
});

describe('topicDemand', () => {
  it('counts a school once, however many of its teachers marked the topic', () => {
    const votes = [
      vote('Surds', 'ada', '900001'),
      vote('Surds', 'ben', '900001'),
      vote('Surds', 'cy', '900001'),
      vote('Bounds', 'dee', '900002'),
      vote('Bounds', 'eve', '900003'),
    ];
    expect(
      topicDemand(facts({ votes })).map(({ topicId, schools, teachers }) => [topicId, schools, teachers]),
    ).toEqual([
      ['Bounds', 2, 2],
      ['Surds', 1, 3],
      ['Vector proof', 0, 0],
    ]);
  });

  it('gives equal demand an equal rank, leaves the next one out, and goes by title within', () => {
    const votes = [vote('Surds', 'ada', '900001'), vote('Bounds', 'ben', '900002')];
    expect(topicDemand(facts({ votes })).map(({ topicId, rank, isTied }) => [topicId, rank, isTied])).toEqual(
      [
        ['Bounds', 1, true],
        ['Surds', 1, true],
        ['Vector proof', 3, false],
      ],
    );
  });

  it('stands beside what is planned and delivered, and names what nobody has planned', () => {
    const votes = [vote('Surds', 'ada', '900001'), vote('Bounds', 'ada', '900001')];
    const sessions = (['draft', 'published', 'delivered', 'cancelled', 'proposed'] as const).map(
      (status) => ({
        topicId: 'Surds',
        status,
      }),
    );
    expect(topicDemand(facts({ votes, sessions }))).toMatchObject([
      { topicId: 'Bounds', planned: 0, delivered: 0, isUnmet: true },
      { topicId: 'Surds', planned: 2, delivered: 1, isUnmet: false },
      { topicId: 'Vector proof', isUnmet: false },
    ]);
  });

  it('looks at one academic year only, and at one mark of a teacher', () => {
    const votes = [
      vote('Surds', 'ada', '900001', '2025/26'),
      vote('Bounds', 'ada', '900001'),
      vote('Bounds', 'ada', '900001'),
    ];
    expect(topicDemand(facts({ votes }))[0]).toMatchObject({ topicId: 'Bounds', teachers: 1, rank: 1 });
    expect(topicDemand(facts({ votes })).find(({ topicId }) => topicId === 'Surds')?.teachers).toBe(0);
  });

  it('leaves a topic out that is not active, unless somebody marked it or a session stands on it', () => {
    const topics = [topic('Old', false), topic('Marked', false), topic('Planned', false)];
    const rows = topicDemand(
      facts({
        topics,
        votes: [vote('Marked', 'ada', '900001')],
        sessions: [{ topicId: 'Planned', status: 'published' }],
      }),
    );
    expect(rows.map(({ topicId }) => topicId)).toEqual(['Marked', 'Planned']);
  });

  it('tells no school and no teacher apart in what it answers', () => {
    const text = JSON.stringify(topicDemand(facts({ votes: [vote('Surds', 'ada', '900001')] })));
    expect(text).not.toContain('ada');
    expect(text).not.toContain('900001');
  });
});

describe('decideVote', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((topicId) => ({ topicId }));

  it('takes a mark once, and five topics at most', () => {
    expect(decideVote(topic('f'), five.slice(1))).toEqual({ kind: 'taken' });
    expect(decideVote(topic('f'), five)).toMatchObject({ kind: 'refused', code: 'votes-used-up' });
    expect(decideVote(topic('a'), five)).toEqual({ kind: 'already' });
  });

  it('refuses a topic that left the catalogue', () => {
    expect(decideVote(topic('f', false), [])).toMatchObject({ kind: 'refused', code: 'topic-not-active' });
  });
});
