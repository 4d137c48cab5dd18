import type { Page } from '@lectern/core';
import type { Resource, Topic } from '@lectern/cpd';
import { type Caller, testApp, type TestApp } from '../../app.harness';
import { aCpdProgramme, aCpdSessionThatIs, type TestCpd } from '../cpd.harness';
import { A_LINK, A_PDF, aResource, shareFile } from './shelf.harness';

const [SCHOOL_A, SCHOOL_B] = ['933001', '933002'];

let test: TestApp;
let staff: Caller;
let mentor: Caller;
let teacher: Caller;
let another: Caller;
let trainee: Caller;
let cpd: TestCpd;

beforeAll(async () => {
  test = await testApp();
  await test.addSchools([SCHOOL_A, SCHOOL_B]);
  staff = await test.as('staff');
  mentor = await test.as('mentor');
  teacher = await test.as('teacher', SCHOOL_A);
  another = await test.as('teacher', SCHOOL_B);
  trainee = await test.as('trainee');
  cpd = await aCpdProgramme(staff);
});
afterAll(() => test.close());

const found = async (by: Caller, questions: string): Promise<string[]> =>
  (await by.get<Page<Resource>>(`/cpd/resources?limit=200&${questions}`)).body.items.map(
    ({ title }) => title,
  );
const share = async (by: Caller, on: object, change: object = {}): Promise<Resource> =>
  (await by.post<Resource>('/cpd/resources', aResource(on, { url: A_LINK, ...change }))).body;
const accountOf = async (by: Caller): Promise<string> => (await by.get('/session')).body.account.id;

/** An offer as the tables hold it; the pages that make one are another part’s. */
const presents = async (by: Caller, sessionId: string, status = 'approved'): Promise<void> => {
  const accountId = await accountOf(by);
  const now = test.clock.now();
  await test.database.transaction(async () => {
    await test.database.execute(
      'INSERT INTO cpd_offers (id, session_id, status, outline, offered_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)',
      [sessionId, sessionId, status, 'An area model.', now, now],
    );
    await test.database.execute(
      'INSERT INTO cpd_offer_presenters (id, offer_id, account_id, place_in_list, is_lead) VALUES (?, ?, ?, 1, 1)',
      [sessionId, sessionId, accountId],
    );
  });
};

/** A booking as the tables hold it. */
const books = async (by: Caller, sessionId: string, hasPlace: boolean): Promise<void> => {
  const [accountId, now] = [await accountOf(by), test.clock.now()];
  await test.database.transaction(async () => {
    await test.database.execute(
      "INSERT INTO cpd_bookings (id, kind, session_id, school_urn, booked_by, status, people, fewest, places, sequence, booked_at, updated_at) VALUES (?, 'session', ?, ?, ?, ?, 1, 1, 1, 1, ?, ?)",
      [sessionId, sessionId, SCHOOL_A, accountId, hasPlace ? 'confirmed' : 'waiting', now, now],
    );
    await test.database.execute('INSERT INTO cpd_booking_sessions (booking_id, session_id) VALUES (?, ?)', [
      sessionId,
      sessionId,
    ]);
    await test.database.execute(
      'INSERT INTO cpd_booked_people (id, booking_id, place_in_list, account_id, name, email, email_key, has_place) VALUES (?, ?, 1, ?, ?, ?, ?, ?)',
      [sessionId, sessionId, accountId, 'B', 'b@example.org', 'b@example.org', hasPlace],
    );
  });
};

describe('the shelf', () => {
  it('takes a file, says nothing of who shared it and gives it back as a download in a sandbox', async () => {
    const { status, body } = await shareFile(teacher, aResource({ topicId: cpd.topic.id }));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      title: 'Surds as areas',
      topicId: cpd.topic.id,
      mayChange: true,
      content: {
        kind: 'file',
        current: { version: 1, fileName: 'Surds.pdf', contentType: 'application/pdf', size: A_PDF.length },
        earlier: [],
      },
    });
    const forOthers = (await another.get<Resource>(`/cpd/resources/${body.id}`)).body;
    expect(forOthers.mayChange).toBe(false);
    expect(JSON.stringify(forOthers)).not.toContain(await accountOf(teacher));
    const file = await another.get<string>(`/cpd/resources/${body.id}/versions/1`);
    expect(file.status).toBe(200);
    expect(file.body).toBe(A_PDF.toString('latin1'));
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="Surds.pdf"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    });
    for (const version of ['2', '0', '1.0', '01', 'x', '99999']) {
      expect((await another.get(`/cpd/resources/${body.id}/versions/${version}`)).status).toBe(404);
    }
  });

  it('gives back a file of many pieces as it came', async () => {
    const content = Buffer.concat([
      A_PDF,
      Buffer.alloc(3 * 1024 * 1024 + 17, 'lectern '),
      Buffer.from('%%EOF'),
    ]);
    const { body } = await shareFile(teacher, aResource({ topicId: cpd.topic.id }), {
      name: 'Long.pdf',
      content,
    });
    const file = await another.get<string>(`/cpd/resources/${body.id}/versions/1`);
    expect(file.headers['content-length']).toBe(String(content.length));
    expect(file.body === content.toString('latin1')).toBe(true);
  });

  it('keeps every version, and gives the latest unless asked', async () => {
    const { body } = await shareFile(teacher, aResource({ topicId: cpd.topic.id }));
    const next = (by: Caller) =>
      shareFile(
        by,
        aResource({}),
        { name: 'Second.pdf', content: Buffer.concat([A_PDF, A_PDF]) },
        `/cpd/resources/${body.id}/versions`,
      );
    expect((await next(another)).status).toBe(404);
    const replaced = await next(teacher);
    expect(replaced.status).toBe(201);
    expect(replaced.body.content).toMatchObject({
      current: { version: 2, fileName: 'Second.pdf' },
      earlier: [{ version: 1, fileName: 'Surds.pdf' }],
    });
    const [first, second] = await Promise.all(
      [1, 2].map((version) => another.get(`/cpd/resources/${body.id}/versions/${version}`)),
    );
    expect(Number(second!.headers['content-length'])).toBe(2 * Number(first!.headers['content-length']));
  });

  it('numbers versions that come at once one after the other, and takes 20 at most', async () => {
    const { body } = await shareFile(teacher, aResource({ topicId: cpd.topic.id }));
    const path = `/cpd/resources/${body.id}/versions`;
    const many = await Promise.all(
      Array.from({ length: 5 }, () => shareFile(teacher, aResource({}), undefined, path)),
    );
    expect(many.map(({ status }) => status)).toEqual(Array(5).fill(201));
    for (let version = 7; version <= 20; version++) await shareFile(teacher, aResource({}), undefined, path);
    const over = await shareFile(teacher, aResource({}), undefined, path);
    expect(over.body).toMatchObject({ code: 'validation-failed', errors: [{ code: 'too-many-versions' }] });
    const { content } = (await teacher.get<Resource>(`/cpd/resources/${body.id}`)).body;
    const versions = content.kind === 'file' ? [content.current, ...content.earlier] : [];
    expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: 20 }, (_, n) => 20 - n));
  });

  it('takes a link by https, and neither two things nor none', async () => {
    const on = { topicId: cpd.topic.id };
    expect((await share(teacher, on)).content).toEqual({ kind: 'link', url: A_LINK });
    for (const [change, code] of [
      [{ url: 'http://www.example.org/' }, 'not-a-link'],
      [{ url: 'javascript:alert(1)' }, 'not-a-link'],
      [{ url: 'https://127.0.0.1/' }, 'not-a-link'],
      [{}, 'missing'],
    ] as const) {
      const answer = await teacher.post('/cpd/resources', aResource(on, change));
      expect(answer.body.errors).toMatchObject([{ field: 'url', code }]);
    }
    const both = await shareFile(teacher, aResource(on, { url: A_LINK }));
    expect(both.body.errors).toMatchObject([{ field: 'url', code: 'two-things' }]);
  });

  it('is changed and cleared by whoever shared it and by staff, and by nobody else', async () => {
    const { id } = await share(teacher, { topicId: cpd.topic.id });
    const path = `/cpd/resources/${id}`;
    for (const by of [another, trainee, mentor]) {
      expect((await by.patch(path, { title: 'Not mine' })).status).toBe(404);
      expect((await by.post(`${path}/withdrawal`)).status).toBe(404);
    }
    expect((await teacher.patch(path, { summary: 'For year 10.' })).body.summary).toBe('For year 10.');
    expect((await staff.patch(path, { licence: 'ogl-3.0' })).body.licence).toBe('ogl-3.0');
    expect((await teacher.patch(path, { url: 'http://x.org/' })).status).toBe(400);
    expect((await teacher.patch(path, { audience: 'session' })).body.errors).toMatchObject([
      { field: 'audience', code: 'no-session' },
    ]);
    expect((await teacher.post(`${path}/withdrawal`)).status).toBe(204);
    for (const by of [teacher, staff, another]) expect((await by.get(path)).status).toBe(404);
    expect((await teacher.patch(path, { title: 'It is gone' })).status).toBe(404);
  });

  it('keeps a withdrawn file on record, and gives it to nobody', async () => {
    const { body } = await shareFile(teacher, aResource({ topicId: cpd.topic.id }));
    await teacher.post(`/cpd/resources/${body.id}/withdrawal`);
    expect((await teacher.get(`/cpd/resources/${body.id}/versions/1`)).status).toBe(404);
    const [row] = await test.database.select<{ n: number | string }>(
      'SELECT COUNT(*) AS n FROM cpd_resource_versions WHERE resource_id = ?',
      [body.id],
    );
    expect(Number(row!.n)).toBe(1);
  });
});

describe('who sees what', () => {
  it('of a session’s people only: those who give it, those with a place, mentors, staff and whoever shared it', async () => {
    const session = await aCpdSessionThatIs(staff, cpd, 'published');
    const other = await aCpdSessionThatIs(staff, cpd, 'published');
    await presents(trainee, session.id);
    await books(teacher, session.id, true);
    await books(another, other.id, false);
    const slides = await share(
      trainee,
      { sessionId: session.id },
      { audience: 'session', title: 'Slides of mine' },
    );
    const notYet = await share(
      staff,
      { sessionId: other.id },
      { audience: 'session', title: 'For those with a place' },
    );
    const sees = async (by: Caller, { id }: Resource) => (await by.get(`/cpd/resources/${id}`)).status;
    for (const by of [trainee, teacher, mentor, staff]) expect(await sees(by, slides)).toBe(200);
    for (const by of [another, await test.as('trainee')]) expect(await sees(by, slides)).toBe(404);
    // Whoever waits for a place has none.
    expect(await sees(another, notYet)).toBe(404);
    expect(await found(teacher, `sessionId=${session.id}`)).toEqual(['Slides of mine']);
    expect(await found(another, `sessionId=${session.id}`)).toEqual([]);
    expect(await found(another, 'q=slides of mine')).toEqual([]);
  });

  it('is put on a session’s shelf by its people, not by others and not by one who only offers', async () => {
    const session = await aCpdSessionThatIs(staff, cpd, 'published');
    const hopeful = await test.as('trainee');
    await presents(hopeful, session.id, 'offered');
    for (const by of [hopeful, another]) {
      const answer = await by.post('/cpd/resources', aResource({ sessionId: session.id }, { url: A_LINK }));
      expect(answer.body.errors).toMatchObject([{ field: 'sessionId', code: 'not-yours' }]);
    }
    expect((await share(mentor, { sessionId: session.id })).sessionId).toBe(session.id);
    const nowhere = await teacher.post(
      '/cpd/resources',
      aResource({ topicId: '01890a5d-ac96-774b-bcce-b302099a8057' }, { url: A_LINK }),
    );
    expect(nowhere.body.errors).toMatchObject([{ field: 'topicId', code: 'unknown' }]);
  });

  it('of a draft session stays with those who may see drafts, unless it stands on a topic’s shelf too', async () => {
    const draft = await aCpdSessionThatIs(staff, cpd, 'draft');
    const hidden = await share(staff, { sessionId: draft.id });
    const open = await share(staff, { sessionId: draft.id, topicId: cpd.topic.id });
    expect((await teacher.get(`/cpd/resources/${hidden.id}`)).status).toBe(404);
    expect((await mentor.get(`/cpd/resources/${hidden.id}`)).status).toBe(200);
    // The topic’s shelf shows it, and does not tell of the session.
    expect((await teacher.get<Resource>(`/cpd/resources/${open.id}`)).body.sessionId).toBeNull();
    expect((await mentor.get<Resource>(`/cpd/resources/${open.id}`)).body.sessionId).toBe(draft.id);
  });
});

describe('the search', () => {
  it('finds words in any order, without accents, in titles, summaries and names, and by topic', async () => {
    const { items } = (await staff.get<Page<Topic>>('/cpd/topics')).body;
    const topic = items.find(({ title }) => /vector/i.test(title))!;
    const session = await aCpdSessionThatIs(staff, { ...cpd, topic }, 'published');
    await share(
      teacher,
      { topicId: cpd.topic.id },
      { title: 'Zoë’s crème cards', summary: 'Match the pairs', attribution: 'Quarry Bank' },
    );
    await share(staff, { sessionId: session.id }, { title: 'Arrows on a grid' });
    await share(staff, { topicId: topic.id }, { title: 'Routes in a park' });
    expect(await found(another, 'q=CARDS creme zoes')).toEqual(['Zoë’s crème cards']);
    expect(await found(another, 'q=quarry match')).toEqual(['Zoë’s crème cards']);
    expect(await found(another, 'q=cards nonsense')).toEqual([]);
    expect((await found(another, 'q=vector')).sort()).toEqual(['Arrows on a grid', 'Routes in a park']);
    expect((await found(another, `topicId=${topic.id}`)).sort()).toEqual([
      'Arrows on a grid',
      'Routes in a park',
    ]);
    expect(await found(another, 'q=vector park')).toEqual(['Routes in a park']);
    for (const odd of ['%25', '_', "'; DROP TABLE cpd_resources; --", '%F0%9F%8E%93']) {
      expect((await another.get(`/cpd/resources?q=${odd}`)).status).toBe(200);
    }
    expect(await found(another, 'of=own')).toEqual([]);
    expect(await found(teacher, 'of=own&q=creme')).toEqual(['Zoë’s crème cards']);
  });

  it('gives page after page, each resource once', async () => {
    const all = (await another.get<Page<Resource>>('/cpd/resources?limit=200')).body.items.map(
      ({ id }) => id,
    );
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Page<Resource> = (await another.get(`/cpd/resources?limit=3&cursor=${cursor}`)).body;
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(all.length).toBeGreaterThan(5);
    expect(paged).toEqual(all);
  });
});
