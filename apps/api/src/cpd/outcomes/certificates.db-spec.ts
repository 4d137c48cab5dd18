import { newId } from '@lectern/core';
import type { Certificate, CpdSession } from '@lectern/cpd';
import { type Caller, testApp, type TestApp } from '../../app.harness';
import { postedLetters } from '../../identity/letters.harness';
import { HAS_POPPLER, prepareScanner, scanned, words } from '../../registrations/printing/printing.harness';
import { aCpdProgramme, type TestCpd } from '../cpd.harness';
import { SCHOOL_A } from '../cpd-access-rows.harness';
import {
  accountOf,
  aHeldSession,
  cameTo,
  presentedBy,
  teacherOf,
  type TestTeacher,
} from './outcomes.harness';

let test: TestApp;
let staff: Caller;
let cpd: TestCpd;

beforeAll(async () => {
  test = await testApp();
  await test.addSchools([SCHOOL_A]);
  staff = await test.as('staff');
  cpd = await aCpdProgramme(staff);
  await prepareScanner();
});

afterAll(() => test.close());

const teacher = (): Promise<Caller> => test.as('teacher', SCHOOL_A);
const own = async (caller: Caller): Promise<Certificate[]> =>
  (await caller.get('/cpd/certificates')).body.items;
const held = (teachers: readonly TestTeacher[], options: Parameters<typeof aHeldSession>[4] = {}) =>
  aHeldSession(test, staff, cpd, { teachers, school: SCHOOL_A }, options);
const lettersTo = async (email: string) =>
  (await postedLetters(test)).filter(({ to, kind }) => to === email && kind.startsWith('cpd.'));

/** The file as bytes. */
const pdf = async (caller: Caller, path: string) => {
  const answer = await test.app.inject({ method: 'GET', url: `/api${path}`, headers: { ...caller.headers } });
  return { status: answer.statusCode, headers: answer.headers, file: answer.rawPayload };
};

describe('certificates', () => {
  it('are issued when a session is delivered, to whoever was there and whoever delivered it, with one letter each', async () => {
    const [came, missed, trainee, absent] = [
      await teacher(),
      await teacher(),
      await test.as('trainee'),
      await test.as('trainee'),
    ];
    const cameAs = await teacherOf(came, { trn: '1234567', minutes: 75, name: 'Wren Oakley' });
    const { session } = await aHeldSession(test, staff, cpd, {
      teachers: [cameAs, await teacherOf(missed, { attended: false })],
      presenters: [
        { accountId: (await accountOf(trainee)).id },
        { accountId: (await accountOf(absent)).id, attended: false },
      ],
      school: SCHOOL_A,
    });
    const [letter, ...more] = await lettersTo(cameAs.email);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      kind: 'cpd.certificates',
      subject: `Your certificate for ${session.title}`,
    });
    expect(letter!.url).toMatch(/\/my-cpd\/certificates$/);
    expect(await own(came)).toEqual([
      {
        id: expect.any(String),
        kind: 'attended-session',
        name: 'Wren Oakley',
        title: session.title,
        topicTitle: session.topicTitle,
        heldFrom: session.startsAt,
        heldUntil: session.endsAt,
        sessions: 1,
        minutes: 75,
        trn: '1234567',
        issuedAt: test.clock.now().toISOString(),
        code: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
        withdrawnAt: null,
        withdrawalReason: null,
      },
    ]);
    expect(await own(trainee)).toMatchObject([{ kind: 'delivered-session', minutes: 90, trn: null }]);
    expect(await lettersTo((await accountOf(trainee)).email)).toHaveLength(1);
    for (const nobody of [missed, absent]) {
      expect(await own(nobody)).toEqual([]);
      expect(await lettersTo((await accountOf(nobody)).email)).toEqual([]);
    }
  });

  it('are not issued before, and not by looking', async () => {
    const came = await teacher();
    await held([await teacherOf(came)], { isDelivered: false });
    expect(await own(came)).toEqual([]);
  });

  it('keep their code however often they are looked at, and come late to whoever was put on the list late', async () => {
    const [first, late] = [await teacher(), await teacher()];
    const { session } = await held([await teacherOf(first)]);
    const [before] = await own(first);
    const by = (await accountOf(staff)).id;
    await cameTo(test, session, [await teacherOf(late)], { school: SCHOOL_A, by });
    expect(await own(late)).toHaveLength(1);
    expect(await own(first)).toEqual([before]);
  });

  it('are issued once, although somebody looks sixteen times at once', async () => {
    const late = await teacher();
    const { session } = await held([]);
    const by = (await accountOf(staff)).id;
    await cameTo(test, session, [await teacherOf(late)], { school: SCHOOL_A, by });
    const seen = await Promise.all(Array.from({ length: 16 }, () => own(late)));
    expect(new Set(seen.flat().map(({ code }) => code)).size).toBe(1);
    expect(seen.every((certificates) => certificates.length === 1)).toBe(true);
    const rows = await test.database.select('SELECT id FROM cpd_certificates WHERE subject_id = ?', [
      session.id,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('wait for a colleague until they have an account', async () => {
    const email = `colleague-${newId().slice(-6)}@example.org`;
    await held([{ accountId: null, email, name: 'Pat Lowe' }]);
    const [letter] = await lettersTo(email);
    expect(letter!.url).toMatch(/\/ask-for-access$/);
    const teacherNow = await teacher();
    const { id } = await accountOf(teacherNow);
    await test.database.transaction(() =>
      test.database.execute('UPDATE accounts SET email = ?, email_key = ? WHERE id = ?', [email, email, id]),
    );
    expect(await own(teacherNow)).toMatchObject([{ name: 'Pat Lowe', kind: 'attended-session' }]);
  });
});

describe('the certificate of a series', () => {
  const aSeries = async (sessionsExpected: number | null): Promise<string> => {
    const id = newId();
    await test.database.transaction(() =>
      test.database.execute(
        'INSERT INTO cpd_series (id, programme_id, title, summary, sessions_expected, created_at) VALUES (?, ?, ?, NULL, ?, ?)',
        [id, cpd.programme.id, 'Proof from Year 7 to Year 11', sessionsExpected, test.clock.now()],
      ),
    );
    return id;
  };
  const on = (day: string) => ({
    startsAt: `2027-01-${day}T16:00:00.000Z`,
    endsAt: `2027-01-${day}T17:00:00.000Z`,
  });

  it('is for those who met what is expected, once the whole series is delivered', async () => {
    const seriesId = await aSeries(2);
    const [met, short] = [await teacher(), await teacher()];
    const [metAs, shortAs] = [await teacherOf(met, { minutes: 60, trn: '7654321' }), await teacherOf(short)];
    await held([metAs, shortAs], { seriesId, ...on('05') });
    const second = await held([{ ...metAs, minutes: 45 }], { seriesId, ...on('06'), isDelivered: false });
    const third = await held([], { seriesId, ...on('07'), isDelivered: false });
    const deliver = ({ session }: { session: CpdSession }) =>
      staff.post(`/cpd/sessions/${session.id}/transitions`, { to: 'delivered' });
    await deliver(second);
    expect((await own(met)).map(({ kind }) => kind)).not.toContain('attended-series');
    await deliver(third);
    const [letter] = (await lettersTo(metAs.email)).slice(-1);
    expect(letter!.subject).toMatch(/certificate/);
    expect((await own(met)).filter(({ kind }) => kind === 'attended-series')).toMatchObject([
      {
        title: 'Proof from Year 7 to Year 11',
        topicTitle: null,
        sessions: 2,
        minutes: 105,
        trn: '7654321',
        heldFrom: on('05').startsAt,
        heldUntil: on('07').endsAt,
      },
    ]);
    expect((await own(short)).map(({ kind }) => kind)).toEqual(['attended-session']);
  });

  it('is issued although its last two sessions are marked at once', async () => {
    const seriesId = await aSeries(null);
    const came = await teacher();
    const as = await teacherOf(came);
    const sessions = [
      await held([as], { seriesId, ...on('05'), isDelivered: false }),
      await held([as], { seriesId, ...on('06'), isDelivered: false }),
    ];
    const moved = await Promise.all(
      sessions.map(({ session }) =>
        staff.post(`/cpd/sessions/${session.id}/transitions`, { to: 'delivered' }),
      ),
    );
    expect(moved.map(({ status }) => status)).toEqual([200, 200]);
    const rows = await test.database.select('SELECT id FROM cpd_certificates WHERE subject_id = ?', [
      seriesId,
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe('a certificate on paper', () => {
  it('is its holder’s alone, and says who, what, when, how long and where to check it', async () => {
    const came = await teacher();
    const { session } = await held([
      await teacherOf(came, { name: 'Siân Łucja-Þórsdóttir', trn: '1234567' }),
    ]);
    const [certificate] = await own(came);
    const path = `/cpd/certificates/${certificate!.id}.pdf`;
    const { status, headers, file } = await pdf(came, path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['content-disposition']).toContain(`certificate-${certificate!.code}.pdf`);
    const raw = file.toString('latin1');
    for (const part of ['/Lang (en-GB)', '/MarkInfo', '/StructTreeRoot', '/DisplayDocTitle true']) {
      expect(raw).toContain(part);
    }
    expect((await pdf(await teacher(), path)).status).toBe(404);
    const trainee = await test.as('trainee');
    expect((await pdf(trainee, path)).status).toBe(404);
    expect((await pdf(staff, path)).status).toBe(404);
    await aHeldSession(test, staff, cpd, {
      presenters: [{ accountId: (await accountOf(trainee)).id }],
      school: SCHOOL_A,
    });
    const [delivery] = await own(trainee);
    expect((await pdf(trainee, `/cpd/certificates/${delivery!.id}.pdf`)).status).toBe(200);
    expect((await pdf(came, `/cpd/certificates/${delivery!.id}.pdf`)).status).toBe(404);
    if (!HAS_POPPLER) return;
    const text = words(file);
    for (const part of [
      'Certificate of attendance',
      'Siân Łucja-Þórsdóttir',
      session.title,
      session.topicTitle,
      'Monday 11 January 2027',
      '1 hour 30 minutes',
      '1234567',
      certificate!.code,
    ]) {
      expect(text).toContain(part);
    }
    expect(await scanned(file, 1, 4)).toEqual([
      expect.stringContaining(`/certificates/${certificate!.code}`),
    ]);
  });
});

describe('the check of a certificate', () => {
  const check = async (code: string) =>
    (await test.anyone.get(`/public/certificates/${encodeURIComponent(code)}`)).body;

  it('tells anybody that it is genuine, whose and for what, and nothing else', async () => {
    const came = await teacher();
    const as = await teacherOf(came, { trn: '1234567' });
    const { session } = await held([as]);
    const { code } = (await own(came))[0]!;
    const genuine = { status: 'genuine', name: as.name, title: session.title };
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), code.replaceAll('-', ' ')]) {
      expect(await check(typed)).toEqual(genuine);
    }
  });

  it('answers alike for codes that nobody was given and for what is no code', async () => {
    for (const typed of ['0000-0000-0011', '0000-0000-0012', 'x', '<script>', "' OR 1=1 --"]) {
      expect(await check(typed)).toEqual({ status: 'unknown' });
    }
  });

  it('may be asked a hundred times in a quarter of an hour', async () => {
    test.clock.advance(16 * 60_000);
    const ask = () => test.anyone.get('/public/certificates/000000000011');
    for (let n = 0; n < 100; n += 1) expect((await ask()).status).toBe(200);
    const { status, headers } = await ask();
    expect({ status, retry: Number(headers['retry-after']) > 0 }).toEqual({ status: 429, retry: true });
    test.clock.advance(16 * 60_000);
    expect((await ask()).status).toBe(200);
  });
});

describe('withdrawing a certificate', () => {
  it('is the staff’s, with a reason that its holder is told; its code says so, its paper is refused, it does not come back', async () => {
    const came = await teacher();
    const as = await teacherOf(came);
    const { session } = await held([as]);
    const [certificate] = (await staff.get(`/cpd/sessions/${session.id}/certificates`)).body.items;
    const path = `/cpd/certificates/${certificate.id}/withdrawal`;
    expect((await staff.post(path, { reason: '  ' })).status).toBe(400);
    const withdrawn = await staff.post(path, { reason: 'Somebody else had signed in.' });
    expect(withdrawn.status).toBe(200);
    expect(withdrawn.body).toMatchObject({
      withdrawnAt: test.clock.now().toISOString(),
      withdrawalReason: 'Somebody else had signed in.',
    });
    const again = await staff.post(path, { reason: 'Once more.' });
    expect({ status: again.status, code: again.body.code }).toEqual({
      status: 409,
      code: 'certificate-withdrawn',
    });
    expect((await test.anyone.get(`/public/certificates/${certificate.code}`)).body).toEqual({
      status: 'withdrawn',
      name: as.name,
      title: session.title,
    });
    expect((await pdf(came, `/cpd/certificates/${certificate.id}.pdf`)).status).toBe(409);
    expect((await lettersTo(as.email)).map(({ kind }) => kind)).toEqual([
      'cpd.certificates',
      'cpd.certificate-withdrawn',
    ]);
    expect(await own(came)).toMatchObject([{ withdrawalReason: 'Somebody else had signed in.' }]);
    expect((await staff.post(`/cpd/certificates/${newId()}/withdrawal`, { reason: 'No.' })).status).toBe(404);
  });

  it('leaves a trail, as does reading a session’s list', async () => {
    const { session } = await held([await teacherOf(await teacher())]);
    const [certificate] = (await staff.get(`/cpd/sessions/${session.id}/certificates`)).body.items;
    await staff.post(`/cpd/certificates/${certificate.id}/withdrawal`, { reason: 'A mistake.' });
    const rows = await test.database.select<{ action: string; details: string }>(
      'SELECT action, details FROM audit_records WHERE object_id IN (?, ?) ORDER BY id',
      [session.id, certificate.id],
    );
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'cpd-certificates.issued',
        'cpd-certificates.read',
        'cpd-certificate.withdrawn',
      ]),
    );
    expect(JSON.stringify(rows)).not.toMatch(/mistake|A teacher/);
  });
});

describe('who delivered', () => {
  it('is whoever has an approved offer and was not marked absent', async () => {
    const { session } = await aHeldSession(test, staff, cpd, { school: SCHOOL_A });
    const trainees = [await test.as('trainee'), await test.as('trainee'), await test.as('trainee')];
    const ids = await Promise.all(trainees.map(async (caller) => (await accountOf(caller)).id));
    await presentedBy(test, session.id, [
      { accountId: ids[0]!, offer: 'delivered', attended: true },
      { accountId: ids[1]!, offer: 'offered' },
      { accountId: ids[2]!, offer: 'approved', attended: false },
    ]);
    const certificates = await Promise.all(trainees.map(own));
    expect(certificates.map(({ length }) => length)).toEqual([1, 0, 0]);
  });
});
