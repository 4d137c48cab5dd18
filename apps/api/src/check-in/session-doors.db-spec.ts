import type { Checkpoint, ScanResult } from '@lectern/check-in';
import type { Group, Ticket } from '@lectern/registrations';
import { newId } from '@lectern/core';
import { aConferenceThatIs, aGroup, aRoster, type Caller, testApp, type TestApp } from '../app.harness';
import { type Phone, pairPhone, sendScan } from './door.harness';

const SCHOOLS = ['961401', '961402', '961403'] as const;
const IN_SESSION = '2027-03-09T10:00:00.000Z';

interface Party {
  readonly group: Group;
  readonly pupils: readonly Ticket[];
  readonly adults: readonly Ticket[];
}

describe('the doors of sessions', () => {
  let test: TestApp;
  let staff: Caller;
  let conferenceId: string;
  let doors: readonly Checkpoint[];
  let steward: Phone;
  let supervisor: Phone;
  /** In Codes, in Bridges, and in neither. */
  let inCodes: Party;
  let inBridges: Party;
  let unplaced: Party;

  const aParty = async (schoolUrn: string, pupils: number, adults = 1): Promise<Party> => {
    const asked = aGroup({ schoolUrn, pupilsWanted: pupils, adults });
    const { body: group } = await staff.post<Group>(`/conferences/${conferenceId}/groups`, asked);
    const grown = aRoster(adults, { kind: 'adult' }).map(({ yearGroup: _, ...adult }) => adult);
    await staff.put(`/groups/${group.id}/roster`, { people: [...aRoster(pupils), ...grown] });
    const tickets: Ticket[] = (await staff.get(`/groups/${group.id}/tickets`)).body.items;
    return {
      group,
      pupils: tickets.filter(({ kind }) => kind === 'pupil'),
      adults: tickets.filter(({ kind }) => kind === 'adult'),
    };
  };

  const doorOf = (title: string): Checkpoint => {
    const found = doors.find(({ session }) => session?.title === title);
    if (!found) throw new Error(`There is no door of ${title}.`);
    return found;
  };

  const scan = (
    title: string,
    ticket: Ticket | undefined,
    change: Record<string, unknown> = {},
    phone = steward,
  ): Promise<ScanResult> =>
    sendScan(phone, {
      id: newId(),
      checkpointId: doorOf(title).id,
      code: ticket?.code,
      direction: 'in',
      scannedAt: IN_SESSION,
      ...change,
    });

  const publishPlan = async (): Promise<void> => {
    const path = `/conferences/${conferenceId}/session-plans`;
    const { body } = await staff.post(path, {});
    const published = await staff.post(`${path}/publication`, { seed: body.seed, digest: body.digest });
    expect(published.status).toBe(200);
  };

  const place = (party: Party, title: string) =>
    staff.post(`/conferences/${conferenceId}/session-placements`, {
      groupId: party.group.id,
      sessionId: doorOf(title).session?.sessionId,
    });

  /** Two sessions at once: Codes holds four pupils and their adult, Bridges more; one school came after the plan. */
  const begin = async ({ published = true } = {}): Promise<void> => {
    test.clock.set('2027-01-12T09:00:00.000Z');
    staff = await test.as('staff');
    conferenceId = (await aConferenceThatIs(staff, 'registration-open')).id;
    const programme = `/conferences/${conferenceId}/programme`;
    const add = async (kind: string, body: object) => (await staff.post(`${programme}/${kind}`, body)).body;
    const lab = await add('rooms', { name: 'Lab 2', capacity: 5 });
    const hall = await add('rooms', { name: 'Room B12', capacity: 40 });
    const slot = await add('slots', {
      name: 'Session 1',
      startsAt: '2027-03-09T10:00:00.000Z',
      endsAt: '2027-03-09T10:45:00.000Z',
      grouping: 'placed',
    });
    await add('sessions', { title: 'Codes', slotId: slot.id, roomId: lab.id });
    await add('sessions', { title: 'Bridges', slotId: slot.id, roomId: hall.id });
    await staff.put(`${programme}/publication`, { published: true });
    doors = (await staff.get(`/conferences/${conferenceId}/checkpoints`)).body.items;
    inCodes = await aParty(SCHOOLS[0], 4);
    inBridges = await aParty(SCHOOLS[1], 5);
    await place(inCodes, 'Codes');
    await place(inBridges, 'Bridges');
    if (published) await publishPlan();
    unplaced = await aParty(SCHOOLS[2], 2);
    test.clock.set(IN_SESSION);
    staff = await test.as('staff');
    steward = await pairPhone(test, staff, conferenceId);
    supervisor = await pairPhone(test, staff, conferenceId, 'supervisor');
  };

  beforeAll(async () => {
    test = await testApp();
    await test.addSchools(SCHOOLS);
  });

  afterAll(() => test.close());

  it('let a pupil into the session of the group, once', async () => {
    await begin();
    expect(await scan('Codes', inCodes.pupils[0])).toMatchObject({ outcome: 'admitted' });
    expect(await scan('Codes', inCodes.pupils[0])).toMatchObject({
      outcome: 'already-in',
      firstDoor: 'Codes, Lab 2',
    });
  });

  it('acceptance 12: at the wrong session say which is the right one, with its room', async () => {
    await begin();
    const refused = await scan('Codes', inBridges.pupils[0]);
    expect(refused).toMatchObject({
      outcome: 'refused',
      reason: 'wrong-session',
      rightPlace: 'Bridges, Room B12',
    });
    expect(refused.message).toContain('Their session is Bridges, Room B12.');
    expect(await scan('Bridges', inBridges.pupils[0])).toMatchObject({ outcome: 'admitted' });
  });

  it('acceptance 12: tell a group that has no session then to look at its timetable', async () => {
    await begin();
    const refused = await scan('Bridges', unplaced.pupils[0]);
    expect(refused).toMatchObject({ outcome: 'refused', reason: 'wrong-session' });
    expect(refused.rightPlace).toBeUndefined();
  });

  it('let adults in wherever they are needed', async () => {
    await begin();
    expect(await scan('Codes', inBridges.adults[0])).toMatchObject({ outcome: 'admitted' });
    expect(await scan('Bridges', unplaced.adults[0])).toMatchObject({ outcome: 'admitted' });
  });

  it('are full when every pupil’s place is taken, and a supervisor may let one more in', async () => {
    await begin();
    expect(doorOf('Codes').session).toMatchObject({ pupilPlaces: 5 });
    const [{ session }] = (await staff.get(`/conferences/${conferenceId}/checkpoints`)).body.items.filter(
      (door: Checkpoint) => door.id === doorOf('Codes').id,
    );
    // Of the five seats one is their adult’s.
    expect(session).toMatchObject({ pupilPlaces: 4, isPlaced: true });
    const override = { override: { reason: 'Their group is split by mistake' } };
    expect(await scan('Codes', inBridges.pupils[0], override, steward)).toMatchObject({
      reason: 'not-a-supervisor',
    });
    expect(await scan('Codes', inBridges.pupils[0], override, supervisor)).toMatchObject({
      outcome: 'admitted',
    });
    for (const pupil of inCodes.pupils.slice(0, 3))
      expect(await scan('Codes', pupil)).toMatchObject({ outcome: 'admitted' });
    expect(await scan('Codes', inCodes.pupils[3])).toMatchObject({
      outcome: 'refused',
      reason: 'session-full',
    });
    expect(await scan('Codes', inCodes.adults[0])).toMatchObject({ outcome: 'admitted' });
    expect(await scan('Codes', inCodes.pupils[3], override, supervisor)).toMatchObject({
      outcome: 'admitted',
    });
    await scan('Codes', inBridges.pupils[0], { direction: 'out' });
    await scan('Codes', inCodes.pupils[0], { direction: 'out' });
    expect(await scan('Codes', inCodes.pupils[0])).toMatchObject({ outcome: 'admitted' });
  });

  it('open twenty minutes before the session and close with it', async () => {
    await begin();
    test.clock.set('2027-03-09T10:50:00.000Z');
    const at = (scannedAt: string) => scan('Codes', inCodes.pupils[0], { scannedAt });
    expect(await at('2027-03-09T09:39:00.000Z')).toMatchObject({ reason: 'too-early' });
    expect(await at('2027-03-09T10:45:00.000Z')).toMatchObject({ reason: 'too-late' });
    expect(await at('2027-03-09T09:41:00.000Z')).toMatchObject({ outcome: 'admitted' });
  });

  it('send nobody elsewhere while the sessions of the groups are not published', async () => {
    await begin({ published: false });
    expect(await scan('Codes', inBridges.pupils[0])).toMatchObject({ outcome: 'admitted' });
    expect(await scan('Codes', unplaced.pupils[0])).toMatchObject({ outcome: 'admitted' });
  });

  it('let in whom a supervisor adds there, though the session is another group’s', async () => {
    await begin();
    const added = await supervisor.caller.post('/check-in/walk-ins', {
      id: newId(),
      checkpointId: doorOf('Codes').id,
      groupId: unplaced.group.id,
      kind: 'pupil',
      givenName: 'Wren',
      familyName: 'Oakley',
      yearGroup: 9,
      reason: 'Came late by taxi',
      scannedAt: IN_SESSION,
    });
    expect(added.body).toMatchObject({ outcome: 'admitted' });
  });
});
