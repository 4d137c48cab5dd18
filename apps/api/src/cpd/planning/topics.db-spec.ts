import { newId } from '@lectern/core';
import type { Topic, TopicDemand } from '@lectern/cpd';
import { type Caller, testApp, type TestApp } from '../../app.harness';
import { aCpdProgramme, aCpdSession, aCpdSessionThatIs } from '../cpd.harness';

let test: TestApp;
let staff: Caller;

const SCHOOLS = ['940001', '940002', '940003'] as const;

beforeAll(async () => {
  test = await testApp();
  await test.addSchools(SCHOOLS);
  staff = await test.as('staff');
});

afterAll(() => test.close());

const aTopic = (change: object = {}) => ({
  title: `Topic ${newId()}`,
  qualification: 'gcse',
  tier: 'higher',
  contentCodes: ['A19', 'A4'],
  ...change,
});
const made = async (change: object = {}): Promise<Topic> =>
  (await staff.post<Topic>('/cpd/topics', aTopic(change))).body;
const seen = async (caller: Caller, id: string): Promise<Topic | undefined> =>
  (await caller.get('/cpd/topics')).body.items.find((topic: Topic) => topic.id === id);
const vote = (caller: Caller, topic: Topic) => caller.put(`/cpd/topics/${topic.id}/vote`, {});
const demandFor = async (caller: Caller, topic: Topic, year = ''): Promise<TopicDemand | undefined> =>
  (await caller.get(`/cpd/topics/demand${year}`)).body.items.find(
    ({ topicId }: TopicDemand) => topicId === topic.id,
  );
const codesOf = (body: { errors: { field: string; code: string }[] }) =>
  body.errors.map(({ field, code }) => `${field} ${code}`);

describe('a topic', () => {
  it('keeps its codes in the order of the content and its links without blanks around them', async () => {
    const references = [{ title: ' DfE content ', url: ' https://www.gov.uk/maths ' }];
    expect(await made({ references, summary: '  ' })).toMatchObject({
      contentCodes: ['A4', 'A19'],
      references: [{ title: 'DfE content', url: 'https://www.gov.uk/maths' }],
      summary: null,
      active: true,
    });
  });

  it('is refused with codes or a tier of the other qualification, or a name that is taken, and nothing is kept', async () => {
    const there = await made();
    const before = (await staff.get('/cpd/topics')).body.items.length;
    const wrong = aTopic({
      title: ` ${there.title.toUpperCase()}`,
      tier: 'a-level',
      contentCodes: ['A4', 'Z9'],
    });
    const { status, body } = await staff.post('/cpd/topics', wrong);
    expect(status).toBe(400);
    expect(codesOf(body)).toEqual([
      'contentCodes[1] unknown-code',
      'tier not-of-the-qualification',
      'title already-there',
    ]);
    expect((await staff.get('/cpd/topics')).body.items).toHaveLength(before);
    const change = await staff.patch(`/cpd/topics/${there.id}`, { qualification: 'a-level' });
    expect(codesOf(change.body)).toContain('contentCodes[0] unknown-code');
  });

  it('is changed field by field; what is left out stays', async () => {
    const topic = await made({ summary: 'Long.' });
    const path = `/cpd/topics/${topic.id}`;
    expect((await staff.patch(path, { title: `${topic.title}, again` })).body).toEqual({
      ...topic,
      title: `${topic.title}, again`,
    });
    expect((await staff.patch(path, { summary: null })).body.summary).toBeNull();
    expect((await staff.patch(`/cpd/topics/${newId()}`, { summary: null })).status).toBe(404);
  });

  it('that leaves the catalogue stays with those who edit it, takes no mark and no new session', async () => {
    const topic = await made();
    const cpd = { ...(await aCpdProgramme(staff)), topic };
    const session = await aCpdSessionThatIs(staff, cpd, 'published');
    await staff.patch(`/cpd/topics/${topic.id}`, { active: false });
    expect(await seen(test.anyone, topic.id)).toBeUndefined();
    expect(await seen(staff, topic.id)).toMatchObject({ active: false });
    const teacher = await test.as('teacher', SCHOOLS[0]);
    expect(await vote(teacher, topic)).toMatchObject({ status: 409, body: { code: 'topic-not-active' } });
    expect(codesOf((await staff.post('/cpd/sessions', aCpdSession(cpd))).body)).toEqual(['topicId unknown']);
    // What stands on it is still changed.
    expect((await staff.patch(`/cpd/sessions/${session.id}`, { title: 'Another name' })).status).toBe(200);
  });
});

describe('marking the hardest topics', () => {
  it('shows a teacher their own marks with the list, and nobody else’s', async () => {
    const topic = await made();
    const [teacher, colleague] = [await test.as('teacher', SCHOOLS[0]), await test.as('teacher', SCHOOLS[0])];
    expect(await seen(teacher, topic.id)).toMatchObject({ isMarked: false });
    expect((await vote(teacher, topic)).body).toMatchObject({ id: topic.id, isMarked: true });
    expect((await vote(teacher, topic)).status).toBe(200);
    expect(await seen(teacher, topic.id)).toMatchObject({ isMarked: true });
    expect(await seen(colleague, topic.id)).toMatchObject({ isMarked: false });
    expect(await seen(staff, topic.id)).not.toHaveProperty('isMarked');
    expect((await teacher.delete(`/cpd/topics/${topic.id}/vote`)).body).toMatchObject({ isMarked: false });
    expect((await teacher.delete(`/cpd/topics/${topic.id}/vote`)).status).toBe(200);
    expect(await seen(teacher, topic.id)).toMatchObject({ isMarked: false });
  });

  it('takes five a year, and five more the year after', async () => {
    const topics = await Promise.all(Array.from({ length: 6 }, () => made()));
    // The last evening of the year, by London's clock.
    test.clock.set('2027-08-31T22:30:00.000Z');
    const teacher = await test.as('teacher', SCHOOLS[0]);
    for (const topic of topics.slice(0, 5)) expect((await vote(teacher, topic)).status).toBe(200);
    expect(await vote(teacher, topics[5]!)).toMatchObject({ status: 409, body: { code: 'votes-used-up' } });
    await teacher.delete(`/cpd/topics/${topics[0]!.id}/vote`);
    expect((await vote(teacher, topics[5]!)).status).toBe(200);
    test.clock.set('2027-08-31T23:00:00.000Z');
    expect(await seen(teacher, topics[5]!.id)).toMatchObject({ isMarked: false });
    expect((await vote(teacher, topics[0]!)).status).toBe(200);
    test.clock.set('2027-01-12T09:00:00.000Z');
  });

  it('takes exactly five when twelve come at once', async () => {
    const teacher = await test.as('teacher', SCHOOLS[0]);
    const topics = await Promise.all(Array.from({ length: 12 }, () => made()));
    const answers = await Promise.all(topics.map((topic) => vote(teacher, topic)));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array.from({ length: 5 }, () => 200),
      ...Array.from({ length: 7 }, () => 409),
    ]);
    const { items } = (await teacher.get('/cpd/topics')).body;
    expect(items.filter(({ isMarked }: Topic) => isMarked)).toHaveLength(5);
  });
});

describe('demand', () => {
  it('counts schools and teachers beside what is planned, and names nobody', async () => {
    const topic = await made();
    const cpd = { ...(await aCpdProgramme(staff)), topic };
    const teachers = [];
    for (const school of [SCHOOLS[0], SCHOOLS[0], SCHOOLS[1]])
      teachers.push(await test.as('teacher', school));
    for (const teacher of teachers) await vote(teacher, topic);
    expect(await demandFor(staff, topic)).toMatchObject({
      schools: 2,
      teachers: 3,
      planned: 0,
      isUnmet: true,
    });
    await aCpdSessionThatIs(staff, cpd, 'published');
    await aCpdSessionThatIs(staff, cpd, 'draft');
    expect(await demandFor(staff, topic)).toMatchObject({ planned: 2, isUnmet: false });
    // A draft is not for teachers to know of.
    expect(await demandFor(teachers[0]!, topic)).toMatchObject({ planned: 1, schools: 2, teachers: 3 });
    const text = JSON.stringify((await teachers[0]!.get('/cpd/topics/demand')).body);
    for (const school of SCHOOLS) expect(text).not.toContain(school);
  });

  it('is of the year that is asked for, and refuses what is no year', async () => {
    const topic = await made();
    await vote(await test.as('teacher', SCHOOLS[2]), topic);
    expect(await demandFor(staff, topic, '?academicYear=2026%2F27')).toMatchObject({ teachers: 1 });
    expect(await demandFor(staff, topic, '?academicYear=2027-28')).toMatchObject({ teachers: 0 });
    for (const year of ['2026', '2026-28', 'x']) {
      expect((await staff.get(`/cpd/topics/demand?academicYear=${year}`)).status).toBe(400);
    }
  });
});
