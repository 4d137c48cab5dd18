import type { Roll } from '@lectern/check-in';
import { newId } from '@lectern/core';
import { type Caller, testApp, type TestApp } from '../app.harness';
import { aDay, called, type TestDay } from './desk.harness';

const SCHOOLS = ['920001', '920002'] as const;

describe('the on-site roll', () => {
  let test: TestApp;
  let staff: Caller;
  let day: TestDay;

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
    await test.addSchools(SCHOOLS);
  });

  beforeEach(async () => {
    test.clock.set('2027-01-12T09:00:00.000Z');
    day = await aDay(test, staff);
  });

  afterAll(() => test.close());

  const roll = async (): Promise<Roll> => {
    const { status, body } = await staff.get<Roll>(`${day.path}/roll`);
    expect(status).toBe(200);
    return body;
  };

  const states = ({ schools }: Roll): Record<string, string> =>
    Object.fromEntries(
      schools
        .flatMap(({ people }) => people)
        .map(({ displayName, state, room }) => [displayName, room ? `${state}, ${room}` : state]),
    );

  it('says of everybody whether they are here, where, gone, or never came', async () => {
    const { tickets } = await day.comes(
      SCHOOLS[1],
      called('Wren Oakley', 'Teal Ashby', 'Bo Lund', 'Cy Moss'),
    );
    await day.comes(SCHOOLS[0], called('Ash Vale'));
    const [wren, teal, bo] = tickets;
    const lab = await day.addCheckpoint('Lab 2');
    await day.scan(wren!.id);
    await day.scan(teal!.id);
    test.clock.advance(60_000);
    await day.scan(wren!.id, { checkpointId: lab.id });
    await day.scan(teal!.id, { direction: 'out' });
    await day.scan(bo!.id, { direction: 'out' });
    const now = await roll();
    expect(states(now)).toEqual({
      'Ash Vale': 'never-came',
      'Wren Oakley': 'here, Lab 2',
      'Teal Ashby': 'left',
      'Bo Lund': 'left',
      'Cy Moss': 'never-came',
    });
    expect(now).toMatchObject({
      conferenceId: day.conferenceId,
      title: 'Maths in motion',
      at: '2027-01-12T09:01:00.000Z',
      registered: 5,
      walkIns: 0,
      here: 1,
      left: 2,
      neverCame: 2,
    });
    expect(now.schools.map(({ name }) => name)).toEqual(['School 920001', 'School 920002']);
    expect(now.schools[1]?.people.map(({ displayName }) => displayName)).toEqual([
      'Teal Ashby',
      'Bo Lund',
      'Cy Moss',
      'Wren Oakley',
    ]);
  });

  it('acceptance 44: however often tickets are scanned, it holds no more people than registered', async () => {
    const { tickets } = await day.comes(SCHOOLS[0], called('Wren Oakley', 'Teal Ashby'));
    const lab = await day.addCheckpoint('Lab 2');
    for (const { id } of [...tickets, ...tickets, ...tickets]) {
      await day.scan(id);
      await day.scan(id, { checkpointId: lab.id });
    }
    await day.scan(newId());
    const now = await roll();
    expect(now.here).toBe(2);
    expect(now.schools.flatMap(({ people }) => people)).toHaveLength(now.registered + now.walkIns);
  });

  it('acceptance 44: a walk-in is on it beside the registered, once', async () => {
    const { group, tickets } = await day.comes(SCHOOLS[0], called('Wren Oakley', 'Teal Ashby'));
    await day.scan(tickets[0]!.id);
    const request = {
      id: newId(),
      checkpointId: day.door.id,
      groupId: group.id,
      kind: 'pupil',
      givenName: 'Robin',
      familyName: 'Newcome',
      yearGroup: 9,
      reason: 'Came on the coach, not on the list',
      overPlaces: true,
      scannedAt: test.clock.now().toISOString(),
    };
    for (const to of ['registration-closed', 'live']) await staff.post(`${day.path}/transitions`, { to });
    for (let tries = 0; tries < 2; tries++)
      expect((await day.supervisor.post('/check-in/walk-ins', request)).status).toBe(200);
    const now = await roll();
    expect(now).toMatchObject({ registered: 2, walkIns: 1, here: 2, left: 0, neverCame: 1 });
    const people = now.schools.flatMap((school) => school.people);
    expect(people.filter(({ isWalkIn }) => isWalkIn).map(({ displayName }) => displayName)).toEqual([
      'Robin Newcome',
    ]);
  });

  it('keeps a pupil who came although the place was cancelled meanwhile, and no other of that group', async () => {
    const { group, tickets } = await day.comes(SCHOOLS[0], called('Wren Oakley', 'Teal Ashby'));
    await day.scan(tickets[0]!.id);
    await staff.post(`/groups/${group.id}/cancellation`, {});
    expect(states(await roll())).toEqual({ 'Wren Oakley': 'here' });
  });

  it('is on record with who read it, once an hour, and names nobody there', async () => {
    await day.comes(SCHOOLS[0], called('Wren Oakley'));
    const records = () =>
      test.database.select<{ details: unknown; actor_id: string | null }>(
        "SELECT details, actor_id FROM audit_records WHERE action = 'roll.read' AND object_id = ?",
        [day.conferenceId],
      );
    await roll();
    await roll();
    await staff.get(`${day.path}/roll.html`);
    const kept = await records();
    expect(kept).toHaveLength(1);
    expect(kept[0]?.actor_id).not.toBeNull();
    expect(JSON.stringify(kept)).not.toMatch(/Wren|Oakley/);
  });

  it('is a plain page as well, which may load nothing', async () => {
    const { tickets } = await day.comes(SCHOOLS[0], called('Wren Oakley', 'Teal Ashby'));
    await day.scan(tickets[0]!.id);
    for (const [by, heading] of [
      ['', 'School 920001: 1 here'],
      ['?by=room', 'Here, room not known: 1'],
    ]) {
      const { status, headers, body } = await staff.get<string>(`${day.path}/roll.html${by}`);
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /);
      expect(body).toContain(heading);
      expect(body).toContain('<td>Wren Oakley</td>');
    }
    const refused = await staff.get(`${day.path}/roll.html?by=coach`);
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'by' }] } });
  });

  it('is not there for a conference that is not', async () => {
    for (const path of ['roll', 'roll.html'])
      expect((await staff.get(`/conferences/${newId()}/${path}`)).status).toBe(404);
  });
});
