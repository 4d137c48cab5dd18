import type { Checkpoint } from '@lectern/check-in';
import { newId } from '@lectern/core';
import { aConferenceThatIs, aGroup, aRoster, type Caller, testApp, type TestApp } from '../app.harness';
import { aProgramme, type TestProgramme } from '../programme.harness';

describe('sessions of the programme as checkpoints', () => {
  let test: TestApp;
  let staff: Caller;
  let conferenceId: string;
  let programme: TestProgramme;

  const doors = async (): Promise<Checkpoint[]> =>
    (await staff.get(`/conferences/${conferenceId}/checkpoints`)).body.items;
  const names = async (): Promise<string[]> => (await doors()).map(({ name }) => name);
  const doorOf = async (sessionId: string): Promise<Checkpoint> => {
    const found = (await doors()).find(({ session }) => session?.sessionId === sessionId);
    if (!found) throw new Error('The session has no checkpoint.');
    return found;
  };

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
    await test.addSchools(['910000', '910001']);
  });

  beforeEach(async () => {
    test.clock.set('2027-01-12T09:00:00.000Z');
    conferenceId = (await aConferenceThatIs(staff, 'registration-open')).id;
    programme = await aProgramme(staff, conferenceId);
  });

  afterAll(() => test.close());

  it('comes with the publication of the programme, after the doors that staff made', async () => {
    const unpublished = await aConferenceThatIs(staff, 'published');
    await staff.put(`/conferences/${conferenceId}/programme/publication`, { published: false });
    await staff.post(`/conferences/${conferenceId}/checkpoints`, { name: 'Lunch', admits: 'once' });
    expect((await staff.get(`/conferences/${unpublished.id}/checkpoints`)).body.items).toHaveLength(1);
    expect(await names()).toEqual(['Main door', 'Lunch', 'Codes, The Arden Theatre', 'Dance']);
    expect(await doorOf(programme.session.id)).toMatchObject({
      admits: 'once',
      isMainDoor: false,
      opensAt: '2027-03-09T09:40:00.000Z',
      closesAt: '2027-03-09T10:45:00.000Z',
      session: {
        sessionId: programme.session.id,
        slotId: programme.slot.id,
        title: 'Codes',
        room: 'The Arden Theatre',
        pupilPlaces: 2000,
        isPlaced: false,
      },
    });
    expect((await doors()).slice(0, 2).map(({ session }) => session)).toEqual([null, null]);
  });

  it('moves and is renamed with its session, and keeps its id', async () => {
    const before = await doorOf(programme.session.id);
    await staff.put(`${programme.path}/slots/${programme.slot.id}`, {
      name: 'Session 1',
      grouping: 'placed',
      startsAt: '2027-03-09T09:45:00.000Z',
      endsAt: '2027-03-09T10:30:00.000Z',
    });
    await staff.put(`${programme.path}/rooms/${programme.room.id}`, { name: 'Room B12', capacity: 30 });
    const after = await doorOf(programme.session.id);
    expect(after).toMatchObject({
      id: before.id,
      name: 'Codes, Room B12',
      opensAt: '2027-03-09T09:25:00.000Z',
      closesAt: '2027-03-09T10:30:00.000Z',
      session: { room: 'Room B12', pupilPlaces: 30 },
    });
  });

  it('goes with its session, and with a time that all are in together', async () => {
    await staff.delete(`${programme.path}/sessions/${programme.freeSession.id}`);
    expect(await names()).toEqual(['Main door', 'Codes, The Arden Theatre']);
    await staff.put(`${programme.path}/slots/${programme.slot.id}`, {
      name: 'Session 1',
      grouping: 'together',
      startsAt: programme.slot.startsAt,
      endsAt: programme.slot.endsAt,
    });
    expect(await names()).toEqual(['Main door']);
  });

  it('stays, closed, when somebody was scanned there', async () => {
    const group = await staff.post(`/conferences/${conferenceId}/groups`, aGroup({ schoolUrn: '910000' }));
    await staff.put(`/groups/${group.body.id}/roster`, { people: aRoster(1) });
    const { body: tickets } = await staff.get(`/groups/${group.body.id}/tickets`);
    const door = await doorOf(programme.freeSession.id);
    const pairing = await staff.post(`/conferences/${conferenceId}/device-pairings`, {
      role: 'steward',
      label: 'Dance',
    });
    const paired = await test.anyone.post('/check-in/devices', {
      pairingCode: pairing.body.pairingCode,
      name: 'Sam',
    });
    expect(paired.body.checkpoints.map(({ name }: Checkpoint) => name)).toContain('Dance');
    await test.anyone.with({ authorization: `Bearer ${paired.body.token}` }).post('/check-in/scans', {
      scans: [
        {
          id: newId(),
          checkpointId: door.id,
          code: tickets.items[0].code,
          direction: 'in',
          scannedAt: test.clock.now().toISOString(),
        },
      ],
    });
    await staff.delete(`${programme.path}/sessions/${programme.freeSession.id}`);
    const left = (await doors()).find(({ id }) => id === door.id);
    expect(left).toMatchObject({ name: 'Dance', closesAt: '2027-01-12T09:00:00.000Z', session: null });
  });

  it('stays through a programme that is taken back for a moment', async () => {
    const before = await doorOf(programme.session.id);
    await staff.put(`${programme.path}/publication`, { published: false });
    await staff.put(`${programme.path}/publication`, { published: true });
    expect((await doorOf(programme.session.id)).id).toBe(before.id);
  });

  it('is not copied with the conference: the copy’s own sessions get theirs', async () => {
    await staff.post(`/conferences/${conferenceId}/checkpoints`, { name: 'Lunch', admits: 'once' });
    const copy = await staff.post(`/conferences/${conferenceId}/copies`, {});
    expect(copy.status).toBe(201);
    const path = `/conferences/${copy.body.id}`;
    const names = async () =>
      (await staff.get(`${path}/checkpoints`)).body.items.map(({ name }: Checkpoint) => name);
    expect(await names()).toEqual(['Lunch']);
    await staff.put(`${path}/programme/publication`, { published: true });
    expect(await names()).toEqual(['Lunch', 'Codes, The Arden Theatre', 'Dance']);
  });
});
