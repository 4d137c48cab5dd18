import { newId } from '@lectern/core';
import { FEEDBACK_QUESTIONS } from '@lectern/cpd';
import { type Caller, testApp, type TestApp } from '../../app.harness';
import { aCpdProgramme, aCpdSessionThatIs, type TestCpd } from '../cpd.harness';
import { SCHOOL_A } from '../cpd-access-rows.harness';
import { accountOf, aHeldSession, cameTo, presentedBy, teacherOf } from './outcomes.harness';

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

const teachers = (count: number): Promise<Caller[]> =>
  Promise.all(Array.from({ length: count }, () => test.as('teacher', SCHOOL_A)));

/** A session of yesterday that so many teachers attended, and the trainee who delivered it. */
const held = async (count: number) => {
  const callers = await teachers(count);
  const trainee = await test.as('trainee');
  const { session } = await aHeldSession(test, staff, cpd, {
    teachers: await Promise.all(callers.map((caller) => teacherOf(caller))),
    presenters: [{ accountId: (await accountOf(trainee)).id }],
    school: SCHOOL_A,
  });
  return { callers, trainee, session, path: `/cpd/sessions/${session.id}/feedback` };
};

const ANSWERS = { clear: 5, useful: 4, confident: 3, 'use-it': 5 };

describe('giving feedback', () => {
  it('is for those who were there, once, after the session', async () => {
    const { callers, path, session } = await held(2);
    const [teacher, absent] = [callers[0]!, await test.as('teacher', SCHOOL_A)];
    const form = `/cpd/sessions/${session.id}/feedback-form`;
    expect((await teacher.get(form)).body).toEqual({
      sessionId: session.id,
      sessionTitle: session.title,
      topicTitle: session.topicTitle,
      startsAt: session.startsAt,
      standing: 'open',
    });
    const given = await teacher.post(path, { answers: ANSWERS, comment: ' Clear. ' });
    expect({ status: given.status, standing: given.body.standing }).toEqual({
      status: 201,
      standing: 'given',
    });
    const again = await teacher.post(path, { answers: { clear: 1 } });
    expect({ status: again.status, code: again.body.code }).toEqual({
      status: 409,
      code: 'feedback-already-given',
    });
    for (const call of [absent.post(path, { answers: ANSWERS }), absent.get(form)]) {
      const { status, body } = await call;
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'not-attended' });
    }
    expect((await teacher.get('/cpd/feedback')).body.items).toMatchObject([
      { sessionId: session.id, standing: 'given' },
    ]);
    expect((await callers[1]!.get('/cpd/feedback')).body.items).toMatchObject([{ standing: 'open' }]);
    expect((await absent.get('/cpd/feedback')).body.items).toEqual([]);
  });

  it('is not for somebody who booked and did not come, nor before the session is over', async () => {
    const [absent, early] = (await teachers(2)) as [Caller, Caller];
    const { session } = await aHeldSession(test, staff, cpd, {
      teachers: [await teacherOf(absent, { attended: false })],
      school: SCHOOL_A,
    });
    const missed = await absent.post(`/cpd/sessions/${session.id}/feedback`, { answers: ANSWERS });
    expect(missed.body.code).toBe('not-attended');
    const later = await aCpdSessionThatIs(staff, cpd, 'published');
    const by = (await accountOf(staff)).id;
    await cameTo(test, later, [await teacherOf(early)], { school: SCHOOL_A, by });
    const soon = await early.post(`/cpd/sessions/${later.id}/feedback`, { answers: ANSWERS });
    expect({ status: soon.status, code: soon.body.code }).toEqual({ status: 409, code: 'session-not-over' });
    expect((await early.post(`/cpd/sessions/${newId()}/feedback`, { answers: ANSWERS })).status).toBe(404);
  });

  it('reaches a colleague whom somebody else booked, once they have an account with that address', async () => {
    const colleague = await test.as('teacher', SCHOOL_A);
    const { session } = await aHeldSession(test, staff, cpd, {
      teachers: [await teacherOf(colleague, { accountId: null })],
      school: SCHOOL_A,
    });
    const given = await colleague.post(`/cpd/sessions/${session.id}/feedback`, { answers: { clear: 4 } });
    expect(given.status).toBe(201);
  });

  it('asks for at least one answer or a comment, and forces none', async () => {
    const { callers, path } = await held(3);
    const empty = await callers[0]!.post(path, { answers: {}, comment: '  ' });
    expect({ status: empty.status, field: empty.body.errors[0].field }).toEqual({
      status: 400,
      field: 'answers',
    });
    expect((await callers[0]!.post(path, { answers: {}, comment: 'Thank you.' })).status).toBe(201);
    expect((await callers[1]!.post(path, { answers: { 'use-it': 1 } })).status).toBe(201);
    expect((await callers[2]!.post(path, { answers: { clear: 6 } })).status).toBe(400);
  });
});

describe('reading feedback', () => {
  it('shows the trainee nothing until five answered, then a mean in steps of five, and never a comment', async () => {
    const { callers, trainee, path, session } = await held(11);
    const see = async () => (await trainee.get(path)).body;
    for (const [at, caller] of callers.entries()) {
      await caller.post(path, { answers: { ...ANSWERS, clear: at < 5 ? 5 : 1 }, comment: `Comment ${at}` });
      const { figures } = await see();
      expect(figures[0]).toMatchObject(
        at < 4
          ? { answers: null, mean: null, suppressed: true }
          : { answers: at < 9 ? 5 : 10, mean: at < 9 ? 5 : 3, suppressed: false },
      );
    }
    expect(Object.keys(await see()).sort()).toEqual(['figures', 'sessionId']);
    expect(JSON.stringify(await see())).not.toContain('Comment');
    for (const reader of [mentor, staff]) {
      const { body } = await reader.get(path);
      expect(body).toMatchObject({ sessionId: session.id, figures: (await see()).figures });
      expect(body.comments).toHaveLength(11);
    }
  });

  it('is for those who present the session and for no other trainee', async () => {
    const { path } = await held(1);
    expect((await (await test.as('trainee')).get(path)).status).toBe(404);
    const { session } = await aHeldSession(test, staff, cpd, { school: SCHOOL_A });
    const withdrawn = await test.as('trainee');
    await presentedBy(test, session.id, [{ accountId: (await accountOf(withdrawn)).id, offer: 'withdrawn' }]);
    expect((await withdrawn.get(`/cpd/sessions/${session.id}/feedback`)).status).toBe(404);
  });
});

describe('what is stored of feedback', () => {
  const rowsOf = (sessionId: string) =>
    test.database.select<Record<string, unknown>>('SELECT * FROM cpd_feedback WHERE session_id = ?', [
      sessionId,
    ]);

  it('names nobody, holds no moment of its own, and an id that was drawn at random', async () => {
    const { callers, path, session } = await held(6);
    const before = await test.database.select('SELECT id FROM audit_records');
    const keys = await test.database.select('SELECT key_hash FROM idempotency_keys');
    for (const [at, caller] of callers.entries()) {
      await caller.with({ 'idempotency-key': `key-${at}` }).post(path, { answers: ANSWERS });
    }
    const rows = await rowsOf(session.id);
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      expect(Object.keys(row).sort()).toEqual(['answers', 'batch', 'comment', 'held_on', 'id', 'session_id']);
      // Version 4: random all over. Everything else has version 7, which begins with its moment.
      expect(row['id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    }
    expect(new Set(rows.map((row) => String(row['held_on']))).size).toBe(1);
    expect(rows.map((row) => row['batch']).sort()).toEqual([0, 0, 0, 0, 0, 1]);
    // Neither the trail nor a remembered key says when an answer came.
    expect(await test.database.select('SELECT id FROM audit_records')).toHaveLength(before.length);
    expect(await test.database.select('SELECT key_hash FROM idempotency_keys')).toHaveLength(keys.length);
  });

  it('is kept in no order of arrival, neither the answers nor who gave them', async () => {
    const { callers, path, session } = await held(12);
    const accounts: string[] = [];
    for (const caller of [...callers].reverse()) {
      accounts.push((await accountOf(caller)).id);
      await caller.post(path, { answers: ANSWERS });
    }
    const rows = await test.database.select<{ account_id: string }>(
      'SELECT account_id FROM cpd_feedback_givers WHERE session_id = ?',
      [session.id],
    );
    const stored = rows.map(({ account_id }) => account_id);
    expect(stored).toEqual([...stored].sort());
    expect(stored).not.toEqual(accounts);
    const ids = (await rowsOf(session.id)).map((row) => String(row['id']));
    if (test.database.dialect !== 'sqlite') return;
    for (const table of ['cpd_feedback', 'cpd_feedback_givers']) {
      await expect(test.database.select(`SELECT rowid FROM ${table}`)).rejects.toThrow(/rowid/);
    }
    const walked = await test.database.select<{ id: string }>('SELECT id FROM cpd_feedback NOT INDEXED');
    expect(walked.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual([...ids].sort());
  });

  it('is changed and taken away by nobody', async () => {
    const { callers, path, session } = await held(1);
    await callers[0]!.post(path, { answers: ANSWERS });
    for (const table of ['cpd_feedback', 'cpd_feedback_givers']) {
      for (const sql of [`UPDATE ${table} SET held_on = NULL`, `DELETE FROM ${table}`]) {
        await expect(
          test.database.transaction(() => test.database.execute(`${sql} WHERE session_id = ?`, [session.id])),
        ).rejects.toThrow(/append-only/);
      }
    }
    expect(await rowsOf(session.id)).toHaveLength(1);
  });
});

describe('at once', () => {
  it('one teacher who presses eight times gives one answer', async () => {
    const { callers, path, session } = await held(1);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => callers[0]!.post(path, { answers: ANSWERS })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
    const rows = await test.database.select('SELECT id FROM cpd_feedback WHERE session_id = ?', [session.id]);
    expect(rows).toHaveLength(1);
  });

  it('sixteen teachers are counted into exact fives', async () => {
    const { callers, path, session } = await held(16);
    const answers = await Promise.all(callers.map((caller) => caller.post(path, { answers: ANSWERS })));
    expect(answers.map(({ status }) => status)).toEqual(Array(16).fill(201));
    const rows = await test.database.select<{ batch: number; n: number }>(
      'SELECT batch, COUNT(*) AS n FROM cpd_feedback WHERE session_id = ? GROUP BY batch ORDER BY batch',
      [session.id],
    );
    expect(rows.map(({ batch, n }) => [batch, Number(n)])).toEqual([
      [0, 5],
      [1, 5],
      [2, 5],
      [3, 1],
    ]);
    const { body } = await staff.get(path);
    expect(body.figures.map(({ answers: shown }: { answers: number }) => shown)).toEqual(
      FEEDBACK_QUESTIONS.map(() => 15),
    );
  });
});
