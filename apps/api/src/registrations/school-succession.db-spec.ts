import type { ClosedSchool } from '@lectern/registrations';
import { aConferenceThatIs, aGroup, aRoster, type Caller, testApp, type TestApp } from '../app.harness';
import { postedLetters } from '../identity/letters.harness';

let test: TestApp;
let staff: Caller;
let next = 920_000;

beforeAll(async () => {
  test = await testApp();
  staff = await test.as('staff');
});
afterAll(() => test.close());

/** Two schools of their own for each test; the first will close. */
const twoSchools = async (): Promise<[string, string]> => {
  const pair: [string, string] = [String(++next), String(++next)];
  await test.addSchools(pair);
  return pair;
};

const close = (urn: string, successor: string): Promise<void> =>
  test.database.transaction(async () => {
    await test.database.execute("UPDATE schools SET status = 'closed' WHERE urn = ?", [urn]);
    await test.database.execute(
      'INSERT INTO school_links (urn, successor_urn, imported_at) VALUES (?, ?, ?)',
      [urn, successor, test.clock.now()],
    );
  });

const register = async (conferenceId: string, schoolUrn: string): Promise<string> =>
  (await staff.post(`/conferences/${conferenceId}/groups`, aGroup({ schoolUrn }))).body.id;

const listed = async (urn: string): Promise<ClosedSchool | undefined> =>
  (await staff.get('/closed-schools')).body.items.find(({ school }: ClosedSchool) => school.urn === urn);

describe('a closed school', () => {
  it('is listed while it has people or groups to come, beside the school that took its place', async () => {
    const [old, now] = await twoSchools();
    await test.as('coordinator', old);
    const conference = await aConferenceThatIs(staff, 'registration-open');
    const group = await register(conference.id, old);
    expect(await listed(old)).toBeUndefined();
    await close(old, now);
    expect(await listed(old)).toEqual({
      school: { urn: old, name: `School ${old}`, town: 'Skelbrook' },
      successor: { urn: now, name: `School ${now}`, town: 'Skelbrook' },
      accounts: 1,
      groups: 1,
    });
    expect((await staff.get(`/groups/${group}`)).body.school).toMatchObject({
      urn: old,
      closed: true,
      nowName: `School ${now}`,
    });
    await staff.post(`/closed-schools/${old}/succession`, { successorUrn: now });
    expect(await listed(old)).toBeUndefined();
  });

  it('hands over people, invitations and groups to come in one decision, which is recorded', async () => {
    const [old, now] = await twoSchools();
    const coordinator = await test.as('coordinator', old);
    const conference = await aConferenceThatIs(staff, 'registration-open');
    const group = await register(conference.id, old);
    await staff.put(`/groups/${group}/roster`, { people: aRoster(2) });
    const email = `invited-${old}@school.example`;
    const invited = await staff.post('/invitations', { email, role: 'teacher', schoolUrn: old });
    await close(old, now);

    const done = await staff.post(`/closed-schools/${old}/succession`, { successorUrn: now });
    expect(done).toMatchObject({ status: 201, body: { accounts: 1, groups: 1, leftBehind: [] } });
    expect((await coordinator.get('/session')).body.account.schoolUrn).toBe(now);
    expect((await coordinator.get(`/groups/${group}`)).body.school.urn).toBe(now);
    expect((await coordinator.get(`/groups/${group}/tickets`)).body.items).toHaveLength(2);
    expect((await test.anyone.get(`/invitations/${invited.body.token}`)).body.schoolUrn).toBe(now);
    const trail = (await staff.get(`/audit-records?objectId=${old}`)).body.items;
    expect(trail[0]).toMatchObject({
      action: 'school.succeeded',
      details: { to: now, accounts: 1, groups: 1, leftBehind: 0 },
    });
    const { account } = (await coordinator.get('/session')).body;
    const letters = (await postedLetters(test)).filter(({ to }) => to === account.email);
    expect(letters.map(({ kind }) => kind)).toEqual(['registration.confirmed', 'account.moved']);
  });

  it('keeps the place of a moved group: its school registers no second one', async () => {
    const [old, now] = await twoSchools();
    const coordinator = await test.as('coordinator', now);
    const conference = await aConferenceThatIs(staff, 'registration-open');
    const group = await register(conference.id, old);
    await close(old, now);
    await staff.post(`/closed-schools/${old}/succession`, { successorUrn: now });
    expect(await coordinator.post(`/conferences/${conference.id}/groups`, aGroup())).toMatchObject({
      status: 409,
      body: { code: 'already-registered', groupId: group },
    });
  });

  it('keeps a group where its successor has one for the same conference, and says so', async () => {
    const [old, now] = await twoSchools();
    const conference = await aConferenceThatIs(staff, 'registration-open', { title: 'Both come' });
    const left = await register(conference.id, old);
    await register(conference.id, now);
    await close(old, now);
    const { body } = await staff.post(`/closed-schools/${old}/succession`, { successorUrn: now });
    expect(body).toEqual({
      accounts: 0,
      groups: 0,
      leftBehind: [{ groupId: left, conferenceTitle: 'Both come' }],
    });
    expect((await staff.get(`/groups/${left}`)).body).toMatchObject({
      status: 'confirmed',
      school: { urn: old },
    });
  });

  it('keeps its past and cancelled groups under the name that they came with', async () => {
    const [old, now] = await twoSchools();
    const conference = await aConferenceThatIs(staff, 'registration-open');
    const cancelled = await register(conference.id, old);
    await staff.post(`/groups/${cancelled}/cancellation`, {});
    await close(old, now);
    const { body } = await staff.post(`/closed-schools/${old}/succession`, { successorUrn: now });
    expect(body).toEqual({ accounts: 0, groups: 0, leftBehind: [] });
    expect((await staff.get(`/groups/${cancelled}`)).body.school.urn).toBe(old);
  });

  it('is moved by nobody while it is open, and to no school that has closed', async () => {
    const [old, now] = await twoSchools();
    const [gone] = await twoSchools();
    expect(await staff.post(`/closed-schools/${old}/succession`, { successorUrn: now })).toMatchObject({
      status: 409,
      body: { code: 'not-closed' },
    });
    await close(old, now);
    await close(gone, now);
    for (const successorUrn of [gone, old, '999999']) {
      expect(await staff.post(`/closed-schools/${old}/succession`, { successorUrn })).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'successorUrn' }] },
      });
    }
  });
});
