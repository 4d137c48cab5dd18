import { newId } from '@lectern/core';
import { type Caller, testApp, type TestApp } from '../../app.harness';
import { postedLetters } from '../../identity/letters.harness';
import { HAS_POPPLER, words } from '../../registrations/printing/printing.harness';
import { aCpdProgramme, type TestCpd } from '../cpd.harness';
import { SCHOOL_A } from '../cpd-access-rows.harness';
import { accountOf, aHeldSession, teacherOf, type TestTeacher } from './outcomes.harness';

let test: TestApp;
let staff: Caller;
let mentor: Caller;
let cpd: TestCpd;

beforeAll(async () => {
  test = await testApp();
  await test.addSchools([SCHOOL_A]);
  staff = await test.as('staff');
  mentor = await test.as('mentor');
  cpd = await aCpdProgramme(staff);
});

afterAll(() => test.close());

const delivered = async (teachers: readonly TestTeacher[] = []) => {
  const trainee = await test.as('trainee');
  const { session, presenterIds } = await aHeldSession(test, staff, cpd, {
    teachers,
    presenters: [{ accountId: (await accountOf(trainee)).id }],
    school: SCHOOL_A,
  });
  return { trainee, session, id: presenterIds[0]! };
};
const own = async (caller: Caller) => (await caller.get('/cpd/evidence')).body.items;
const somebody = (n: number): TestTeacher => ({
  accountId: null,
  email: `t${n}@example.org`,
  name: `T ${n}`,
});

const pdf = async (caller: Caller) => {
  const url = '/api/cpd/evidence.pdf';
  const answer = await test.app.inject({ method: 'GET', url, headers: { ...caller.headers } });
  return { status: answer.statusCode, file: answer.rawPayload };
};

describe('a trainee’s evidence', () => {
  it('begins with what happened and the usual standards', async () => {
    const { trainee, session, id } = await delivered([
      somebody(1),
      somebody(2),
      { ...somebody(3), attended: false },
    ]);
    const [record, ...more] = await own(trainee);
    expect(more).toEqual([]);
    expect(record).toMatchObject({
      id,
      sessionId: session.id,
      sessionTitle: session.title,
      topicTitle: session.topicTitle,
      deliveredAt: session.startsAt,
      minutes: 90,
      teachersAttended: 2,
      standards: ['TS3', 'TS4', 'TS8'],
      reflection: null,
      mentorNote: null,
    });
    expect(record.feedback.figures).toHaveLength(4);
  });

  it('takes standards and a reflection from its trainee, each by itself, and from nobody else', async () => {
    const { trainee, id } = await delivered();
    const path = `/cpd/evidence/${id}`;
    const changed = await trainee.patch(path, { standards: ['P2', 'TS1'], reflection: ' I waited longer. ' });
    expect(changed.body).toMatchObject({ standards: ['TS1', 'P2'], reflection: 'I waited longer.' });
    expect((await trainee.patch(path, { standards: ['TS3'] })).body.reflection).toBe('I waited longer.');
    expect((await trainee.patch(path, { reflection: '' })).body).toMatchObject({
      reflection: null,
      standards: ['TS3'],
    });
    for (const wrong of [
      { standards: [] },
      { standards: ['TS9'] },
      { standards: ['TS1', 'TS1'] },
      { reflection: 7 },
    ]) {
      expect((await trainee.patch(path, wrong)).status).toBe(400);
    }
    for (const other of [await test.as('trainee'), mentor, staff, await test.as('teacher', SCHOOL_A)]) {
      expect((await other.patch(path, { reflection: 'Mine.' })).status).toBe(404);
    }
    expect((await own(trainee))[0]).toMatchObject({ reflection: null, standards: ['TS3'] });
  });

  it('does not hold a session that they missed or that is not delivered', async () => {
    const trainee = await test.as('trainee');
    const accountId = (await accountOf(trainee)).id;
    await aHeldSession(
      test,
      staff,
      cpd,
      { presenters: [{ accountId }], school: SCHOOL_A },
      { isDelivered: false },
    );
    await aHeldSession(test, staff, cpd, { presenters: [{ accountId, attended: false }], school: SCHOOL_A });
    expect(await own(trainee)).toEqual([]);
  });
});

describe('a mentor’s note', () => {
  it('stands beside the evidence with its name and day, is told once, and is taken away by an empty text', async () => {
    const { trainee, id, session } = await delivered();
    const path = `/cpd/evidence/${id}/mentor-note`;
    const noted = await mentor.put(path, { text: ' A calm start. ' });
    expect(noted.body.mentorNote).toEqual({
      text: 'A calm start.',
      by: 'A mentor',
      writtenAt: test.clock.now().toISOString(),
    });
    await mentor.put(path, { text: 'A calm start, and a good end.' });
    expect((await own(trainee))[0].mentorNote.text).toBe('A calm start, and a good end.');
    const { email } = await accountOf(trainee);
    const letters = (await postedLetters(test)).filter(
      ({ to, kind }) => to === email && kind === 'cpd.mentor-note',
    );
    expect(letters).toHaveLength(1);
    expect(letters[0]!.subject).toContain(session.title);
    expect(JSON.stringify(letters)).not.toContain('calm');
    expect((await mentor.put(path, { text: '' })).body.mentorNote).toBeNull();
    expect((await own(trainee))[0].mentorNote).toBeNull();
    expect((await trainee.put(path, { text: 'Mine.' })).status).toBe(404);
    expect((await mentor.put(`/cpd/evidence/${newId()}/mentor-note`, { text: 'x' })).status).toBe(404);
  });

  it('and a reflection written at the same moment both stay', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { trainee, id } = await delivered();
      const [one, two] = await Promise.all([
        trainee.patch(`/cpd/evidence/${id}`, { reflection: 'Mine.' }),
        mentor.put(`/cpd/evidence/${id}/mentor-note`, { text: 'Ours.' }),
      ]);
      expect([one.status, two.status]).toEqual([200, 200]);
      expect((await own(trainee))[0]).toMatchObject({ reflection: 'Mine.', mentorNote: { text: 'Ours.' } });
    }
  });
});

describe('those who guide trainees', () => {
  it('see who delivered what in a year, and what is still without a note', async () => {
    const { id, session } = await delivered();
    const { body } = await mentor.get('/cpd/evidence/to-guide?academicYear=2026/27');
    expect(body.items.find((item: { id: string }) => item.id === id)).toEqual({
      id,
      traineeName: 'A trainee',
      sessionTitle: session.title,
      deliveredAt: session.startsAt,
      hasReflection: false,
      hasNote: false,
    });
    expect((await mentor.get('/cpd/evidence/to-guide')).body.items.length).toBe(body.items.length);
    expect((await mentor.get('/cpd/evidence/to-guide?academicYear=2025/26')).body.items).toEqual([]);
    expect((await mentor.get('/cpd/evidence/to-guide?academicYear=soon')).status).toBe(400);
    expect((await (await test.as('trainee')).get('/cpd/evidence/to-guide')).status).toBe(404);
  });

  it('read one record with what teachers wrote, which its trainee does not', async () => {
    const teacher = await test.as('teacher', SCHOOL_A);
    const { trainee, id, session } = await delivered([await teacherOf(teacher)]);
    await teacher.post(`/cpd/sessions/${session.id}/feedback`, {
      answers: {},
      comment: 'Slow down a little.',
    });
    for (const guide of [mentor, staff]) {
      const { body } = await guide.get(`/cpd/evidence/${id}`);
      expect(body).toMatchObject({ traineeName: 'A trainee', comments: ['Slow down a little.'] });
    }
    expect(JSON.stringify(await own(trainee))).not.toContain('Slow down');
    expect((await trainee.get(`/cpd/evidence/${id}`)).status).toBe(404);
  });
});

describe('the record on paper', () => {
  it('holds the whole of it, with the same suppression and without what teachers wrote', async () => {
    const callers = await Promise.all(Array.from({ length: 6 }, () => test.as('teacher', SCHOOL_A)));
    const teachers = await Promise.all(callers.map((caller) => teacherOf(caller)));
    const { trainee, id, session } = await delivered(teachers);
    const give = (at: number) =>
      callers[at]!.post(`/cpd/sessions/${session.id}/feedback`, {
        answers: { clear: at < 5 ? 4 : 1 },
        comment: 'Slow down a little.',
      });
    for (let at = 0; at < 4; at += 1) await give(at);
    await trainee.patch(`/cpd/evidence/${id}`, { reflection: `${'A long thought. '.repeat(120)}The end.` });
    await mentor.put(`/cpd/evidence/${id}/mentor-note`, { text: 'Well paced.' });
    const before = await pdf(trainee);
    expect(before.status).toBe(200);
    await give(4);
    await give(5);
    const after = await pdf(trainee);
    const raw = after.file.toString('latin1');
    for (const part of ['/Lang (en-GB)', '/MarkInfo', '/StructTreeRoot']) expect(raw).toContain(part);
    if (!HAS_POPPLER) return;
    expect(words(before.file)).not.toMatch(/of 5, from/);
    const text = words(after.file).replace(/\s+/g, ' ');
    for (const part of [
      'Evidence record',
      'A trainee',
      session.title,
      'TS3 Knowing the subject and its curriculum',
      'The end.',
      'Well paced.',
      'Was the session clear? 4.0 of 5, from 5 answers.',
      'Was it useful for your teaching? Shown once 5 teachers have answered.',
      'Page 1 of',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('Slow down');
  });

  it('says so when nothing was delivered yet', async () => {
    const { status, file } = await pdf(await test.as('trainee'));
    expect(status).toBe(200);
    if (HAS_POPPLER) expect(words(file)).toContain('No session has been delivered yet.');
  });
});
