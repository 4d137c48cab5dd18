import { randomBytes } from 'node:crypto';
import { aConference, type Caller, testApp, type TestApp } from '../app.harness';
import { readConfig } from '../platform/config';
import { sessionCookie, sessionCookieName } from '../platform/session-cookie';
import { AccountsService } from './accounts.service';

const PASSWORD = 'violet-harbour-lantern';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let test: TestApp;
let staff: Caller;

beforeAll(async () => {
  test = await testApp();
  staff = await test.as('staff');
  await test.addSchools(['940001', '940002']);
  await test.database.transaction(() =>
    test.database.execute("UPDATE schools SET status = 'closed' WHERE urn = ?", ['940002']),
  );
});

afterAll(() => test.close());

const anAddress = (): string => `${randomBytes(5).toString('hex')}@example.org`;

/** An account with a password that signs in. */
const anAccount = async (email = anAddress()): Promise<{ id: string; email: string }> => {
  const accounts = test.app.get(AccountsService);
  const hash = await accounts.prepare(PASSWORD, email);
  const { id } = await test.database.transaction(() =>
    accounts.add({ email, name: 'Robin Vale', roles: ['trainee'], schoolUrn: null }, hash),
  );
  return { id, email };
};

/** From an address of its own, so that one test's wrong tries do not count against another's. */
const elsewhere = (address = `192.0.2.${1 + Math.floor(Math.random() * 250)}`) => ({
  signIn: async (body: object, headers: Record<string, string> = {}) => {
    const answer = await test.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': 'application/json', ...headers },
      payload: JSON.stringify(body),
      remoteAddress: address,
    });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: JSON.parse(answer.body),
      cookies: answer.cookies as { name: string; value: string; expires?: Date }[],
    };
  },
});

const withCookie = (token: string): Caller => test.anyone.with({ cookie: `lectern=${token}` });

const signedIn = async (email: string): Promise<Caller> => {
  const { cookies } = await elsewhere().signIn({ email, password: PASSWORD });
  return withCookie(cookies[0]!.value);
};

describe('signing in', () => {
  it('opens a session for the right password and says who it is', async () => {
    const { id, email } = await anAccount();
    const answer = await elsewhere().signIn({ email, password: PASSWORD });
    expect(answer).toMatchObject({
      status: 201,
      body: { account: { id, email, name: 'Robin Vale', roles: ['trainee'] } },
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/password|hash/i);
    const me = await withCookie(answer.cookies[0]!.value).get('/session');
    expect(me).toMatchObject({ status: 200, body: { account: { id } } });
  });

  it('finds the address in any case and with spaces around it', async () => {
    const { email } = await anAccount();
    const answer = await elsewhere().signIn({ email: `  ${email.toUpperCase()} `, password: PASSWORD });
    expect(answer.status).toBe(201);
  });

  it('answers an unknown address and a wrong password alike', async () => {
    const { email } = await anAccount();
    const wrong = await elsewhere().signIn({ email, password: 'not the password at all' });
    const unknown = await elsewhere().signIn({ email: anAddress(), password: 'not the password at all' });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'invalid-credentials' } });
    expect({ ...unknown.body, correlationId: '' }).toEqual({ ...wrong.body, correlationId: '' });
    expect(unknown.status).toBe(wrong.status);
    expect(Object.keys(unknown.headers).sort()).toEqual(Object.keys(wrong.headers).sort());
    expect([...wrong.cookies, ...unknown.cookies]).toEqual([]);
  });

  it('keeps neither the password nor the session’s token in the database', async () => {
    const { email } = await anAccount();
    const { cookies } = await elsewhere().signIn({ email, password: PASSWORD });
    for (const table of ['accounts', 'sessions', 'audit_records', 'throttles']) {
      const rows = JSON.stringify(await test.database.select(`SELECT * FROM ${table}`));
      expect(rows).not.toContain(PASSWORD);
      expect(rows).not.toContain(cookies[0]!.value);
    }
    const [row] = await test.database.select<{ password_hash: string }>(
      'SELECT password_hash FROM accounts WHERE email = ?',
      [email],
    );
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('starts a new session and ends the one that the browser had', async () => {
    const { email } = await anAccount();
    const first = (await elsewhere().signIn({ email, password: PASSWORD })).cookies[0]!.value;
    const again = await elsewhere().signIn({ email, password: PASSWORD }, { cookie: `lectern=${first}` });
    const second = again.cookies[0]!.value;
    expect(second).not.toBe(first);
    expect((await withCookie(first).get('/session')).status).toBe(401);
    expect((await withCookie(second).get('/session')).status).toBe(200);
  });
});

describe('the session’s cookie', () => {
  it('is out of reach of scripts and of other sites', async () => {
    const { email } = await anAccount();
    const { headers } = await elsewhere().signIn({ email, password: PASSWORD });
    const cookie = String(headers['set-cookie']);
    expect(cookie).toMatch(/^lectern=[\w-]{43};/);
    for (const part of ['Path=/', 'HttpOnly', 'SameSite=Lax', 'Expires=Tue, 19 Jan 2027 09:00:00 GMT']) {
      expect(cookie).toContain(part);
    }
    expect(cookie).not.toContain('Domain');
  });

  it('is __Host- and Secure wherever the address is https', () => {
    const config = readConfig({ LECTERN_URL: 'https://lectern.example' });
    const expires = new Date(0);
    expect(sessionCookieName(config)).toBe('__Host-lectern');
    expect(sessionCookie(config, expires)).toEqual({
      path: '/',
      httpOnly: true,
      secure: true,
      sameSite: 'lax',
      expires,
    });
    const local = readConfig({ LECTERN_URL: 'http://localhost:3000' });
    expect([sessionCookieName(local), sessionCookie(local, expires).secure]).toEqual(['lectern', false]);
  });
});

describe('a session ends', () => {
  const start = '2027-01-12T09:00:00.000Z';
  afterEach(() => test.clock.set(start));

  const status = async (caller: Caller): Promise<number> => (await caller.get('/session')).status;

  it('when its owner signs out, and its cookie is taken back', async () => {
    const caller = await signedIn((await anAccount()).email);
    const out = await caller.delete('/session');
    expect(out.status).toBe(204);
    expect(String(out.headers['set-cookie'])).toMatch(/^lectern=;.*Expires=Thu, 01 Jan 1970/);
    expect(await status(caller)).toBe(401);
  });

  it('twelve hours after it was last used, and not before', async () => {
    const caller = await signedIn((await anAccount()).email);
    test.clock.advance(12 * HOUR);
    expect(await status(caller)).toBe(200);
    test.clock.advance(12 * HOUR);
    expect(await status(caller)).toBe(200);
    test.clock.advance(12 * HOUR + 1);
    expect(await status(caller)).toBe(401);
  });

  it('seven days after it began, however much it is used', async () => {
    const caller = await signedIn((await anAccount()).email);
    for (let hours = 0; hours < 7 * 24 - 8; hours += 8) {
      test.clock.advance(8 * HOUR);
      expect(await status(caller)).toBe(200);
    }
    test.clock.advance(8 * HOUR);
    expect(await status(caller)).toBe(401);
  });

  it('at once when its account is disabled, which cannot sign in again either', async () => {
    const { id, email } = await anAccount();
    const caller = await signedIn(email);
    await test.database.transaction(() =>
      test.database.execute('UPDATE accounts SET disabled_at = ? WHERE id = ?', [test.clock.now(), id]),
    );
    expect(await status(caller)).toBe(401);
    const again = await elsewhere().signIn({ email, password: PASSWORD });
    expect(again).toMatchObject({ status: 401, body: { code: 'invalid-credentials' } });
  });
});

describe('wrong tries', () => {
  const wrong = 'quite another password';
  afterEach(() => test.clock.set('2027-01-12T09:00:00.000Z'));

  it('the eleventh at one account is refused for a quarter of an hour, even with the right password', async () => {
    const { email } = await anAccount();
    const other = await anAccount();
    const { signIn } = elsewhere('198.51.100.1');
    for (let n = 0; n < 10; n++) expect((await signIn({ email, password: wrong })).status).toBe(401);
    const eleventh = await signIn({ email, password: PASSWORD });
    expect(eleventh).toMatchObject({ status: 429, body: { code: 'too-many-tries' } });
    expect(Number(eleventh.headers['retry-after'])).toBe(900);
    expect(eleventh.cookies).toEqual([]);
    expect((await signIn({ email: other.email, password: PASSWORD })).status).toBe(201);
    test.clock.advance(900_001);
    expect((await signIn({ email, password: PASSWORD })).status).toBe(201);
  });

  it('are forgotten with the right password', async () => {
    const { email } = await anAccount();
    const { signIn } = elsewhere('198.51.100.2');
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 9; n++) expect((await signIn({ email, password: wrong })).status).toBe(401);
      expect((await signIn({ email, password: PASSWORD })).status).toBe(201);
    }
  });

  it('at an address that has no account count the same, so that nobody learns which there are', async () => {
    const email = anAddress();
    const { signIn } = elsewhere('198.51.100.3');
    for (let n = 0; n < 10; n++) expect((await signIn({ email, password: wrong })).status).toBe(401);
    expect((await signIn({ email, password: wrong })).status).toBe(429);
  });

  it('ten at once count as ten', async () => {
    const { email } = await anAccount();
    const { signIn } = elsewhere('198.51.100.4');
    const answers = await Promise.all(Array.from({ length: 15 }, () => signIn({ email, password: wrong })));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });
});

describe('a change that another site made the browser send', () => {
  it.each([
    ['an Origin of another site', { origin: 'https://evil.example' }],
    ['an Origin that only begins like ours', { origin: 'http://localhost:3000.evil.example' }],
    ['no origin that can be told', { origin: 'null' }],
    ['Sec-Fetch-Site: cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['Sec-Fetch-Site: same-site', { 'sec-fetch-site': 'same-site' }],
    ['a good Origin, but cross-site', { origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' }],
  ])('is refused: %s', async (_, headers) => {
    const answer = await staff.with(headers).post('/conferences', aConference());
    expect(answer).toMatchObject({ status: 403, body: { code: 'foreign-origin' } });
    const { email } = await anAccount();
    expect((await elsewhere().signIn({ email, password: PASSWORD }, headers)).status).toBe(403);
  });

  it.each([
    ['our own Origin', { origin: 'http://localhost:3000' }],
    ['Sec-Fetch-Site: same-origin', { 'sec-fetch-site': 'same-origin' }],
    ['an address that was typed', { 'sec-fetch-site': 'none' }],
    ['no browser at all', {}],
  ])('is told from our own: %s', async (_, headers) => {
    expect((await staff.with(headers).post('/conferences', aConference())).status).toBe(201);
  });

  it('reading is no change', async () => {
    const answer = await staff.with({ 'sec-fetch-site': 'cross-site' }).get('/conferences');
    expect(answer.status).toBe(200);
  });
});

describe('invitations', () => {
  afterEach(() => test.clock.set('2027-01-12T09:00:00.000Z'));

  const invite = (change: object = {}) =>
    staff.post('/invitations', { email: anAddress(), role: 'coordinator', schoolUrn: '940001', ...change });

  const accept = (token: string, change: object = {}) =>
    test.anyone.post(`/invitations/${token}/acceptance`, {
      name: 'Robin Vale',
      password: PASSWORD,
      ...change,
    });

  it('are made by staff only', async () => {
    const body = { email: anAddress(), role: 'staff' };
    for (const role of ['mentor', 'coordinator', 'teacher', 'trainee'] as const) {
      const caller = await test.as(role, '940001');
      expect((await caller.post('/invitations', body)).status).toBe(404);
    }
    expect((await test.anyone.post('/invitations', body)).status).toBe(401);
  });

  it('make a coordinator of the right school, signed in at once', async () => {
    const email = anAddress();
    const { body } = await invite({ email });
    const accepted = await accept(body.token);
    expect(accepted).toMatchObject({
      status: 201,
      body: { account: { email, name: 'Robin Vale', roles: ['coordinator'], schoolUrn: '940001' } },
    });
    const token = /^lectern=([\w-]+);/.exec(String(accepted.headers['set-cookie']))![1]!;
    const me = await withCookie(token).get('/session');
    expect(me.body.account).toMatchObject({ email, schoolUrn: '940001' });
    expect((await elsewhere().signIn({ email, password: PASSWORD })).status).toBe(201);
  });

  it('show their link once, and keep only its hash', async () => {
    const { status, body } = await invite();
    expect(status).toBe(201);
    expect(body.link).toBe(`http://localhost:3000/invitation/${body.token}`);
    expect(body.expiresAt).toBe('2027-01-26T09:00:00.000Z');
    for (const table of ['invitations', 'audit_records']) {
      expect(JSON.stringify(await test.database.select(`SELECT * FROM ${table}`))).not.toContain(body.token);
    }
  });

  it('tell whoever has the link what they are for', async () => {
    const { body } = await invite({ email: 'kim@example.org' });
    const details = await test.anyone.get(`/invitations/${body.token}`);
    expect(details.body).toEqual({
      email: 'kim@example.org',
      role: 'coordinator',
      schoolUrn: '940001',
      schoolName: 'School 940001',
      expiresAt: '2027-01-26T09:00:00.000Z',
    });
  });

  it.each([
    ['no school for a coordinator', { schoolUrn: undefined }, 'schoolUrn', 'missing'],
    ['no school for a teacher', { role: 'teacher', schoolUrn: undefined }, 'schoolUrn', 'missing'],
    ['a school that is not there', { schoolUrn: '999999' }, 'schoolUrn', 'unknown-school'],
    ['a school that has closed', { schoolUrn: '940002' }, 'schoolUrn', 'closed-school'],
    ['a school for staff', { role: 'staff' }, 'schoolUrn', 'not-wanted'],
  ])('are refused in words with %s', async (_, change, field, code) => {
    const answer = await invite(change);
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'validation-failed', errors: [{ field, code }] },
    });
  });

  it('cannot make an administrator', async () => {
    const answer = await invite({ role: 'admin', schoolUrn: undefined });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'role' }] } });
  });

  it('work once', async () => {
    const { body } = await invite();
    expect((await accept(body.token)).status).toBe(201);
    const again = await accept(body.token);
    expect(again).toMatchObject({ status: 410, body: { code: 'invitation-over' } });
    expect(again.headers['set-cookie']).toBeUndefined();
    expect((await test.anyone.get(`/invitations/${body.token}`)).status).toBe(410);
  });

  it('end after fourteen days', async () => {
    const { body } = await invite();
    test.clock.advance(14 * DAY);
    expect(await accept(body.token)).toMatchObject({ status: 410, body: { code: 'invitation-over' } });
  });

  it('of two that accept at once make one account', async () => {
    const email = anAddress();
    const { body } = await invite({ email });
    const answers = await Promise.all([accept(body.token), accept(body.token), accept(body.token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410]);
    expect(await test.database.select('SELECT id FROM accounts WHERE email = ?', [email])).toHaveLength(1);
  });

  it('of two to one address make one account', async () => {
    const email = anAddress();
    const [one, two] = [await invite({ email }), await invite({ email: email.toUpperCase() })];
    expect((await accept(one.body.token)).status).toBe(201);
    expect(await accept(two.body.token)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'email', code: 'already-registered' }] },
    });
  });

  it.each([
    ['fourteen characters', 'violet-harbour', 'too-short', /15 characters/],
    ['129 characters', `violet-${'harbour'.repeat(18)}`.slice(0, 129), 'too-long', /128/],
    ['one common word', 'passwordpassword', 'too-common', /easy to guess/],
    ['a run of one character', 'aaaaaaaaaaaaaaaaaaaa', 'too-common', /easy to guess/],
    ['the address itself', 'robin.vale.lantern.77', 'holds-email', /does not contain your e-mail/],
  ])('refuse a password of %s in words, and stay open', async (_, password, code, words) => {
    const { body } = await invite({ email: `robin.vale+${randomBytes(3).toString('hex')}@example.org` });
    const email = `robin.vale@${randomBytes(3).toString('hex')}.example.org`;
    const { body: own } = await invite({ email });
    const token = code === 'holds-email' ? own.token : body.token;
    const refused = await accept(token, { password });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'password', code }] } });
    expect(refused.body.errors[0].message).toMatch(words);
    expect((await accept(token)).status).toBe(201);
  });

  it('that nobody made answer 404', async () => {
    expect((await accept('x'.repeat(43))).status).toBe(404);
    expect((await test.anyone.get(`/invitations/${'x'.repeat(43)}`)).status).toBe(404);
  });
});
