import { newId } from '@lectern/core';
import type { AccessRequest } from '@lectern/identity';
import { type Answer, type Caller, testApp, type TestApp } from '../app.harness';
import { Jobs } from '../platform/jobs';
import { AccountsService } from './accounts.service';
import { postedLetters, tokenOf } from './letters.harness';

const A = '940001';
const B = '940002';
const CLOSED = '940003';
const HOUR = 3_600_000;

let test: TestApp;
let staff: Caller;

beforeAll(async () => {
  test = await testApp();
  staff = await test.as('staff');
  await test.addSchools([A, B, CLOSED]);
  await test.database.transaction(() =>
    test.database.execute("UPDATE schools SET status = 'closed' WHERE urn = ?", [CLOSED]),
  );
});
afterAll(() => test.close());

// All ask from one network here: no test spends another's tries.
beforeEach(() => test.database.transaction(() => test.database.execute('DELETE FROM throttles', [])));

const anAddress = (): string => `${newId()}@school.example`;

const anAsker = (change: Record<string, unknown> = {}) => ({
  name: 'Robin Vale',
  email: anAddress(),
  schoolUrn: A,
  role: 'coordinator',
  note: 'I organise our maths trips.',
  ...change,
});

const lettersTo = async (email: string) => (await postedLetters(test)).filter(({ to }) => to === email);

const ask = (body: object): Promise<Answer<Record<string, unknown>>> =>
  test.anyone.post('/access-requests', body);

const confirm = async (email: string): Promise<Answer<Record<string, unknown>>> => {
  const letter = (await lettersTo(email)).filter(({ kind }) => kind === 'access-request.confirm').at(-1);
  return test.anyone.post('/access-requests/confirmations', { token: tokenOf(letter) });
};

const waiting = async (by: Caller): Promise<AccessRequest[]> =>
  (await by.get('/access-requests?limit=200')).body.items;

const askAndConfirm = async (change: Record<string, unknown> = {}): Promise<AccessRequest> => {
  const asked = anAsker(change);
  expect((await ask(asked)).status).toBe(201);
  expect((await confirm(asked.email)).status).toBe(201);
  return (await waiting(staff)).find(({ email }) => email === asked.email)!;
};

/** An account with a real address, signed in. */
const anAccount = async (role: 'coordinator' | 'teacher' | 'mentor', schoolUrn?: string) => {
  const caller = await test.as(role, schoolUrn);
  const { account } = (await caller.get('/session')).body;
  return { caller, id: account.id as string, email: account.email as string };
};

describe('asking for access', () => {
  it('shows a request to nobody before its address is confirmed, and then to staff', async () => {
    const asked = anAsker();
    expect(await ask(asked)).toMatchObject({ status: 201, body: { confirmBy: '2027-01-14T09:00:00.000Z' } });
    expect((await waiting(staff)).map(({ email }) => email)).not.toContain(asked.email);
    expect(await confirm(asked.email)).toMatchObject({ status: 201, body: { schoolName: `School ${A}` } });
    expect((await waiting(staff)).find(({ email }) => email === asked.email)).toMatchObject({
      status: 'waiting',
      name: 'Robin Vale',
      role: 'coordinator',
      note: 'I organise our maths trips.',
      school: { urn: A, name: `School ${A}`, closed: false },
      alike: 0,
      account: null,
    });
  });

  it('answers alike whether or not the address is known, in words, headers and letters', async () => {
    const known = await anAccount('coordinator', A);
    const one = await ask(anAsker({ email: known.email }));
    const other = await ask(anAsker());
    expect(one.body).toEqual(other.body);
    expect(Object.keys(one.headers).sort()).toEqual(Object.keys(other.headers).sort());
    const [letter] = (await lettersTo(known.email)).filter(({ kind }) => kind === 'access-request.confirm');
    expect(letter?.subject).toBe('Confirm your e-mail address for Lectern');
  });

  it('takes so many requests for one address, and so many from one network', async () => {
    const email = anAddress();
    const statuses: number[] = [];
    for (let n = 0; n < 4; n++)
      statuses.push((await ask(anAsker({ email: n % 2 ? email : email.toUpperCase() }))).status);
    expect(statuses).toEqual([201, 201, 201, 429]);
    let last = 201;
    for (let n = 0; n < 31; n++) last = (await test.anyone.post('/access-requests', anAsker())).status;
    expect(last).toBe(429);
  });

  it('wants a school that is open', async () => {
    for (const schoolUrn of [CLOSED, '999999']) {
      expect(await ask(anAsker({ schoolUrn }))).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'schoolUrn' }] },
      });
    }
  });

  it('keeps no token that would open the letter’s link', async () => {
    const asked = anAsker();
    await ask(asked);
    const token = tokenOf((await lettersTo(asked.email))[0]);
    expect(token).toMatch(/^[\w-]{43}$/);
    for (const table of ['access_requests', 'audit_records', 'outbox_mails']) {
      expect(JSON.stringify(await test.database.select(`SELECT * FROM ${table}`))).not.toContain(token);
    }
  });

  it('confirms again for whoever opens the link twice, and not once it is over', async () => {
    const first = anAsker();
    await ask(first);
    await confirm(first.email);
    expect((await confirm(first.email)).status).toBe(201);
    expect((await waiting(staff)).filter(({ email }) => email === first.email)).toHaveLength(1);
    const late = anAsker();
    await ask(late);
    test.clock.advance(48 * HOUR + 1);
    expect(await confirm(late.email)).toMatchObject({ status: 410, body: { code: 'confirmation-over' } });
    const unknown = await test.anyone.post('/access-requests/confirmations', { token: 'x'.repeat(43) });
    expect(unknown).toMatchObject({ status: 410, body: { code: 'confirmation-over' } });
    staff = await test.as('staff');
  });

  it('keeps one waiting request of a person for a school, and shows others that are alike', async () => {
    const email = anAddress();
    await askAndConfirm({ email, name: 'Sam Twice' });
    const second = await askAndConfirm({ email, name: 'Sam Twice', role: 'teacher' });
    const ofPerson = (await waiting(staff)).filter((request) => request.email === email);
    expect(ofPerson).toMatchObject([{ id: second.id, role: 'teacher', alike: 0 }]);
    await askAndConfirm({ name: 'sam  TWICE' });
    await askAndConfirm({ email, schoolUrn: B });
    expect((await waiting(staff)).find(({ id }) => id === second.id)?.alike).toBe(2);
  });

  it('forgets what nobody confirmed, and what was decided long ago', async () => {
    const unconfirmed = anAsker();
    await ask(unconfirmed);
    const decided = await askAndConfirm();
    await staff.post(`/access-requests/${decided.id}/refusal`, { reason: 'Unknown there.' });
    const open = await askAndConfirm();
    const left = async () => {
      await test.app.get(Jobs).runNow('access-requests');
      const rows = await test.database.select<{ id: string; email: string }>(
        'SELECT id, email FROM access_requests',
      );
      return [
        rows.some(({ email }) => email === unconfirmed.email),
        rows.some(({ id }) => id === decided.id),
        rows.some(({ id }) => id === open.id),
      ];
    };
    expect(await left()).toEqual([true, true, true]);
    test.clock.advance(48 * HOUR + 1);
    expect(await left()).toEqual([false, true, true]);
    test.clock.advance(89 * 24 * HOUR);
    expect(await left()).toEqual([false, false, true]);
    staff = await test.as('staff');
  });
});

describe('deciding a request', () => {
  it('invites whoever has no account: the letter’s link makes one at that school', async () => {
    const request = await askAndConfirm();
    expect(await staff.post(`/access-requests/${request.id}/approval`)).toMatchObject({
      status: 200,
      body: { status: 'approved' },
    });
    const invitation = (await lettersTo(request.email)).find(({ kind }) => kind === 'invitation.made');
    const accepted = await test.anyone.post(`/invitations/${tokenOf(invitation)}/acceptance`, {
      name: 'Robin Vale',
      password: 'violet-harbour-lantern',
    });
    expect(accepted).toMatchObject({
      status: 201,
      body: { account: { email: request.email, roles: ['coordinator'], schoolUrn: A } },
    });
  });

  it('declines with a reason that the person reads', async () => {
    const request = await askAndConfirm();
    const declined = await staff.post(`/access-requests/${request.id}/refusal`, {
      reason: 'You are not on the staff list.',
    });
    expect(declined).toMatchObject({ status: 200, body: { status: 'declined' } });
    const letter = (await lettersTo(request.email)).find(({ kind }) => kind === 'access-request.declined');
    expect(JSON.stringify(letter?.parts)).toContain('You are not on the staff list.');
    const decided = await staff.get('/access-requests?list=decided');
    expect(decided.body.items[0]).toMatchObject({ id: request.id, reason: 'You are not on the staff list.' });
  });

  it('is done once, by whoever comes first', async () => {
    const request = await askAndConfirm();
    const answers = await Promise.all([
      staff.post(`/access-requests/${request.id}/approval`),
      staff.post(`/access-requests/${request.id}/approval`),
      staff.post(`/access-requests/${request.id}/refusal`, { reason: 'No.' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const letters = (await lettersTo(request.email)).filter(({ kind }) => kind !== 'access-request.confirm');
    expect(letters).toHaveLength(1);
  });

  it('moves an account to the new school, where the very next request of its session is', async () => {
    const { caller, id, email } = await anAccount('coordinator', A);
    expect((await caller.get(`/schools/${A}/people`)).status).toBe(200);
    const request = await askAndConfirm({ email, schoolUrn: B, role: 'teacher' });
    expect(request.account).toMatchObject({ id, school: { urn: A }, disabled: false });
    await staff.post(`/access-requests/${request.id}/approval`);
    expect((await caller.get('/session')).body.account).toMatchObject({ schoolUrn: B, roles: ['teacher'] });
    expect((await caller.get(`/schools/${A}/people`)).status).toBe(404);
    expect((await lettersTo(email)).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['account.moved', 'access-request.approved']),
    );
  });

  it('goes no further for a disabled account or one of another kind, and changes nothing', async () => {
    const disabled = await anAccount('coordinator', A);
    const mentor = await anAccount('mentor');
    await staff.post(`/accounts/${disabled.id}/disabling`);
    for (const [email, code] of [
      [disabled.email, 'account-disabled'],
      [mentor.email, 'not-a-school-account'],
    ] as const) {
      const request = await askAndConfirm({ email, schoolUrn: B });
      expect(await staff.post(`/access-requests/${request.id}/approval`)).toMatchObject({
        status: 409,
        body: { code },
      });
      expect((await waiting(staff)).map(({ id }) => id)).toContain(request.id);
    }
  });
});

describe('a school’s coordinators', () => {
  it('see who asks for their school, are told by letter, and may approve a colleague', async () => {
    const { caller, email } = await anAccount('coordinator', A);
    const mine = await askAndConfirm();
    const others = await askAndConfirm({ schoolUrn: B });
    const seen = (await waiting(caller)).map(({ id }) => id);
    expect(seen).toContain(mine.id);
    expect(seen).not.toContain(others.id);
    const told = (await lettersTo(email)).filter(({ kind }) => kind === 'access-request.waiting');
    expect(told).toHaveLength(1);
    expect((await caller.post(`/access-requests/${others.id}/approval`)).status).toBe(404);
    expect((await caller.post(`/access-requests/${others.id}/refusal`, { reason: 'x' })).status).toBe(404);
    expect((await caller.post(`/access-requests/${mine.id}/approval`)).status).toBe(200);
  });

  it('learn nothing of an account at another school: such a request is for staff alone', async () => {
    const { caller } = await anAccount('coordinator', A);
    const elsewhereEmployed = await anAccount('coordinator', B);
    const request = await askAndConfirm({ email: elsewhereEmployed.email });
    expect((await waiting(caller)).map(({ id }) => id)).not.toContain(request.id);
    expect((await caller.post(`/access-requests/${request.id}/approval`)).status).toBe(404);
    expect((await waiting(staff)).map(({ id }) => id)).toContain(request.id);
  });

  it('count only requests at their own school as alike', async () => {
    const { caller } = await anAccount('coordinator', A);
    const email = anAddress();
    const here = await askAndConfirm({ email, name: 'Only Once' });
    await askAndConfirm({ email, name: 'Only Once', schoolUrn: B });
    expect((await waiting(caller)).find(({ id }) => id === here.id)?.alike).toBe(0);
    expect((await waiting(staff)).find(({ id }) => id === here.id)?.alike).toBe(1);
  });

  it('lets a teacher of the school become its coordinator with their consent', async () => {
    const { caller } = await anAccount('coordinator', A);
    const teacher = await anAccount('teacher', A);
    const request = await askAndConfirm({ email: teacher.email });
    expect((await caller.post(`/access-requests/${request.id}/approval`)).status).toBe(200);
    const { account } = (await teacher.caller.get('/session')).body;
    expect(account).toMatchObject({ schoolUrn: A, roles: ['coordinator', 'teacher'] });
  });

  it('are refused by a school that they have left, with the request that follows', async () => {
    const { caller, id } = await anAccount('coordinator', A);
    const request = await askAndConfirm();
    await staff.patch(`/accounts/${id}`, { schoolUrn: B });
    expect((await caller.post(`/access-requests/${request.id}/approval`)).status).toBe(404);
    expect(await test.app.get(AccountsService).coordinatorsOf(B)).toEqual(
      expect.arrayContaining([expect.objectContaining({ id })]),
    );
  });
});
