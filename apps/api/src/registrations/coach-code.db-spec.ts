import type { Conference } from '@lectern/conferences';
import type { Group } from '@lectern/registrations';
import { readTicketCode } from '@lectern/check-in';
import { aConferenceThatIs, aGroup, aRoster, type Caller, testApp, type TestApp } from '../app.harness';
import { HAS_POPPLER, prepareScanner, scanned, words } from './printing/printing.harness';

const SCHOOLS = ['960201', '960202'] as const;
const itWithPoppler = HAS_POPPLER ? it : it.skip;

describe('the coach’s code of a group', () => {
  let test: TestApp;
  let staff: Caller;
  let own: Caller;
  let other: Caller;
  let conference: Conference;
  let group: Group;

  beforeAll(async () => {
    await prepareScanner();
    test = await testApp();
    staff = await test.as('staff');
    await test.addSchools(SCHOOLS);
    own = await test.as('coordinator', SCHOOLS[0]);
    other = await test.as('coordinator', SCHOOLS[1]);
  });

  beforeEach(async () => {
    conference = await aConferenceThatIs(staff, 'registration-open');
    group = (
      await staff.post<Group>(`/conferences/${conference.id}/groups`, aGroup({ schoolUrn: SCHOOLS[0] }))
    ).body;
    await staff.put(`/groups/${group.id}/roster`, { people: aRoster(3) });
  });

  afterAll(() => test.close());

  const codeFor = async (caller: Caller): Promise<string | undefined> =>
    (await caller.get<Group>(`/groups/${group.id}`)).body.partyCode;

  const listOf = async (path: string): Promise<Buffer> =>
    (await test.app.inject({ method: 'GET', url: `/api${path}`, headers: staff.headers })).rawPayload;

  it('is shown to its own coordinator and to staff, and is a code of that group', async () => {
    const code = (await codeFor(own)) ?? '';
    expect(readTicketCode(code)).toMatchObject({ kind: 'party', groupId: group.id });
    expect(await codeFor(staff)).toBe(code);
  });

  it('is shown to nobody else', async () => {
    for (const caller of [
      other,
      await test.as('teacher', SCHOOLS[0]),
      await test.as('trainee'),
      await test.as('mentor'),
      test.anyone,
    ]) {
      expect((await caller.get(`/groups/${group.id}`)).status).toBeGreaterThanOrEqual(401);
      expect(await codeFor(caller)).toBeUndefined();
    }
  });

  it('is in no list of groups, of a school or of a conference', async () => {
    const lists = [
      await own.get('/groups'),
      await staff.get('/groups'),
      await staff.get(`/conferences/${conference.id}/groups`),
    ];
    for (const { status, body } of lists) {
      expect(status).toBe(200);
      expect(body.items.length).toBeGreaterThan(0);
      expect(JSON.stringify(body)).not.toContain('partyCode');
    }
  });

  it('is there for a confirmed group only, and until the conference is over', async () => {
    const rest = conference.pupilPlaces;
    const waiting = await staff.post<Group>(
      `/conferences/${conference.id}/groups`,
      aGroup({ schoolUrn: SCHOOLS[1], pupilsWanted: rest }),
    );
    expect(waiting.body).toMatchObject({ status: 'waiting' });
    expect((await other.get<Group>(`/groups/${waiting.body.id}`)).body).not.toHaveProperty('partyCode');
    await staff.post(`/conferences/${conference.id}/transitions`, { to: 'cancelled', reason: 'Snow.' });
    expect(await codeFor(own)).toBeUndefined();
  });

  it('is gone when the group is cancelled', async () => {
    await own.post(`/groups/${group.id}/cancellation`, {});
    expect(await codeFor(own)).toBeUndefined();
  });

  itWithPoppler('stands on every page of the group’s list, and on no badge', async () => {
    await staff.patch(`/groups/${group.id}`, { pupilsWanted: 40 });
    await staff.put(`/groups/${group.id}/roster`, { people: aRoster(40) });
    const code = await codeFor(own);
    const file = await listOf(`/groups/${group.id}/tickets.pdf?layout=list`);
    expect(await scanned(file, 1)).toEqual([code]);
    expect(await scanned(file, 2)).toEqual([code]);
    expect(words(file)).toContain('Coach code: one scan, whole group');
    const badges = await listOf(`/groups/${group.id}/tickets.pdf?layout=badges`);
    expect(await scanned(badges, 1)).not.toContain(code);
    const all = await listOf(`/conferences/${conference.id}/tickets.pdf?layout=list`);
    expect(await scanned(all, 1)).toEqual([code]);
  });
});
