import { newId } from '@lectern/core';
import type { ManagedAccount, SchoolPeople } from '@lectern/identity';
import { aConferenceThatIs, aGroup, type Caller, testApp, type TestApp } from '../app.harness';
import { postedLetters, tokenOf } from './letters.harness';

const A = '950001';
const B = '950002';

let test: TestApp;
let staff: Caller;
let admin: Caller;

beforeAll(async () => {
  test = await testApp();
  staff = await test.as('staff');
  admin = await test.as('admin');
  await test.addSchools([A, B]);
});
afterAll(() => test.close());

const anAccount = async (role: Parameters<TestApp['as']>[0], schoolUrn?: string) => {
  const caller = await test.as(role, schoolUrn);
  const { account } = (await caller.get('/session')).body;
  return { caller, id: account.id as string, email: account.email as string };
};
const lettersTo = async (email: string) => (await postedLetters(test)).filter(({ to }) => to === email);

describe('the accounts that staff manage', () => {
  it('are found by part of a name or address, by role, school and state', async () => {
    const { id, email } = await anAccount('teacher', B);
    const find = async (question: string): Promise<string[]> =>
      (await staff.get(`/accounts?limit=200&${question}`)).body.items.map((item: ManagedAccount) => item.id);
    expect(await find(`q=${email.slice(0, 14).toUpperCase()}`)).toEqual([id]);
    expect(await find('q=a%20TEACHER')).toContain(id);
    expect(await find(`schoolUrn=${B}&role=teacher`)).toContain(id);
    expect(await find(`schoolUrn=${A}`)).not.toContain(id);
    expect(await find('role=mentor')).not.toContain(id);
    expect(await find('state=disabled')).not.toContain(id);
    expect(await find('q=%25')).toEqual([]);
  });

  it('come page by page, each once, by name', async () => {
    for (let n = 0; n < 3; n++) await anAccount('mentor');
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await staff.get(`/accounts?limit=2&cursor=${cursor}`);
      seen.push(...body.items.map(({ id }: ManagedAccount) => id));
      cursor = body.nextCursor as string | null;
    }
    const all = (await staff.get('/accounts?limit=200')).body.items.map(({ id }: ManagedAccount) => id);
    expect(seen).toEqual(all);
  });

  it('belong to their new school from the very next request of a live session', async () => {
    const { caller, id, email } = await anAccount('coordinator', A);
    const conference = await aConferenceThatIs(staff, 'registration-open');
    const mine = (await caller.post(`/conferences/${conference.id}/groups`, aGroup())).body.id as string;
    const theirs = (await staff.post(`/conferences/${conference.id}/groups`, aGroup({ schoolUrn: B }))).body
      .id as string;
    const seen = async () => [
      (await caller.get(`/groups/${mine}`)).status,
      (await caller.get(`/groups/${mine}/roster`)).status,
      (await caller.get(`/groups/${theirs}`)).status,
      (await caller.get('/groups')).body.items.map((group: { id: string }) => group.id),
    ];
    expect(await seen()).toEqual([200, 200, 404, [mine]]);
    expect(await staff.patch(`/accounts/${id}`, { schoolUrn: B })).toMatchObject({
      status: 200,
      body: { school: { urn: B, name: `School ${B}` } },
    });
    expect(await seen()).toEqual([404, 404, 200, [theirs]]);
    const letter = (await lettersTo(email)).find(({ kind }) => kind === 'account.moved');
    expect(letter).toMatchObject({
      subject: `Your account belongs to School ${B} now`,
    });
  });

  it('end at once when they are disabled, and the old sessions stay ended when they are enabled again', async () => {
    const { caller, id } = await anAccount('coordinator', A);
    expect((await caller.get('/groups')).status).toBe(200);
    expect(await staff.post(`/accounts/${id}/disabling`)).toMatchObject({
      status: 200,
      body: { disabledAt: '2027-01-12T09:00:00.000Z' },
    });
    expect((await caller.get('/groups')).status).toBe(401);
    expect(await staff.post(`/accounts/${id}/enabling`)).toMatchObject({
      status: 200,
      body: { disabledAt: null },
    });
    expect((await caller.get('/groups')).status).toBe(401);
  });

  it('of university staff are changed by administrators only, and nobody changes their own', async () => {
    const colleague = await anAccount('staff');
    const owned = (await admin.get('/session')).body.account.id as string;
    for (const answer of [
      await staff.patch(`/accounts/${colleague.id}`, { roles: ['mentor'] }),
      await staff.post(`/accounts/${colleague.id}/disabling`),
    ]) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'administrators-only' } });
    }
    expect((await admin.post(`/accounts/${colleague.id}/disabling`)).status).toBe(200);
    expect((await admin.post(`/accounts/${owned}/disabling`)).status).toBe(400);
    expect((await admin.patch(`/accounts/${owned}`, { roles: ['mentor'] })).status).toBe(400);
    const list = (await staff.get('/accounts?role=staff')).body.items as ManagedAccount[];
    expect(list.every(({ mayChange }) => !mayChange)).toBe(true);
  });

  it('get roles only from those who may give them', async () => {
    const { caller, id } = await anAccount('mentor');
    expect(await staff.patch(`/accounts/${id}`, { roles: ['staff'] })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'roles', code: 'admin-only' }] },
    });
    expect((await admin.patch(`/accounts/${id}`, { roles: ['staff', 'mentor'] })).status).toBe(200);
    expect((await caller.get('/conferences?scope=staff')).status).toBe(200);
    const teacher = await staff.patch(`/accounts/${(await anAccount('mentor')).id}`, {
      roles: ['teacher'],
      schoolUrn: A,
    });
    expect(teacher.body).toMatchObject({ roles: ['teacher'], school: { urn: A } });
  });
});

describe('the people of a school', () => {
  it('are seen by their own coordinators, and a colleague is asked in by letter', async () => {
    const { caller, id } = await anAccount('coordinator', A);
    const email = `${newId()}@school.example`;
    const made = await caller.post(`/schools/${A}/invitations`, { email, role: 'teacher' });
    expect(made).toMatchObject({ status: 201, body: { email, role: 'teacher' } });
    expect(JSON.stringify(made.body)).not.toContain('/invitation/');
    const seen = (await caller.get<SchoolPeople>(`/schools/${A}/people`)).body;
    expect(seen.people.map((person) => person.id)).toContain(id);
    expect(seen.invitations.map((invitation) => invitation.email)).toContain(email);
    const [letter] = await lettersTo(email);
    const accepted = await test.anyone.post(`/invitations/${tokenOf(letter)}/acceptance`, {
      name: 'Kit Colleague',
      password: 'violet-harbour-lantern',
    });
    expect(accepted).toMatchObject({ status: 201, body: { account: { schoolUrn: A, roles: ['teacher'] } } });
    const after = (await caller.get<SchoolPeople>(`/schools/${A}/people`)).body;
    expect(after.people.map((person) => person.name)).toContain('Kit Colleague');
    expect(after.invitations.map((invitation) => invitation.email)).not.toContain(email);
  });

  it('are nobody’s business at another school', async () => {
    const { caller } = await anAccount('coordinator', A);
    const stranger = await anAccount('teacher', B);
    for (const answer of [
      await caller.get(`/schools/${B}/people`),
      await caller.post(`/schools/${B}/invitations`, { email: 'a@school.example', role: 'teacher' }),
      await caller.delete(`/schools/${B}/people/${stranger.id}`),
      await caller.delete(`/schools/${A}/people/${stranger.id}`),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
    expect((await stranger.caller.get('/session')).body.account.schoolUrn).toBe(B);
  });

  it('lose the school with the next request when a colleague ends their access, and can be given one again', async () => {
    const { caller } = await anAccount('coordinator', A);
    const leaving = await anAccount('coordinator', A);
    expect((await caller.delete(`/schools/${A}/people/${leaving.id}`)).status).toBe(204);
    expect((await leaving.caller.get('/groups')).status).toBe(404);
    expect((await leaving.caller.get(`/schools/${A}/people`)).status).toBe(404);
    expect((await lettersTo(leaving.email)).map(({ kind }) => kind)).toEqual(['account.access-ended']);
    await staff.patch(`/accounts/${leaving.id}`, { schoolUrn: B });
    expect((await leaving.caller.get(`/schools/${B}/people`)).status).toBe(200);
  });

  it('always keep one of two coordinators who end each other’s access at once', async () => {
    const urn = '950003';
    await test.addSchools([urn]);
    const one = await anAccount('coordinator', urn);
    const other = await anAccount('coordinator', urn);
    const answers = await Promise.all([
      one.caller.delete(`/schools/${urn}/people/${other.id}`),
      other.caller.delete(`/schools/${urn}/people/${one.id}`),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    expect((await one.caller.delete(`/schools/${urn}/people/${one.id}`)).status).not.toBe(204);
  });
});
