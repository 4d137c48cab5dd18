import { newId } from '@lectern/core';
import { aRoster, testApp, type TestApp } from '../app.harness';
import { anotherPerson, RosterWorld } from './roster.harness';

const SCHOOL = '962001';

let test: TestApp;
let world: RosterWorld;

beforeAll(async () => {
  test = await testApp();
  await test.addSchools([SCHOOL, '962002']);
});

beforeEach(async () => {
  world = await RosterWorld.begin(test, SCHOOL);
});

afterAll(() => test.close());

const pathOf = async (index: number, what = ''): Promise<string> => {
  const people = await world.people();
  return `${world.path}/people/${people[index]!.id}${what}`;
};

describe('a swap', () => {
  it('puts another person in the place of one, whose ticket is withdrawn as the new one is issued', async () => {
    const [before, had] = [await world.people(), await world.tickets()];
    const answer = await world.by.school.post(await pathOf(1, '/substitution'), anotherPerson);
    expect(answer).toMatchObject({
      status: 201,
      body: { person: { givenName: 'Instead', kind: 'pupil', yearGroup: 10 } },
    });
    const after = await world.people();
    expect(after.map(({ givenName }) => givenName)).toEqual(['Given0', 'Instead', 'Given2']);
    expect(after.map(({ id }) => id)).not.toContain(before[1]!.id);
    const tickets = await world.tickets();
    expect(tickets).toHaveLength(4);
    expect(tickets.find(({ id }) => id === had[1]!.id)).toMatchObject({
      status: 'revoked',
      ended: 'replaced',
    });
    expect(tickets[1]).toMatchObject({
      id: answer.body.ticketId,
      displayName: 'Instead Comer',
      status: 'valid',
    });
    expect(await world.audited('roster.person-swapped')).toHaveLength(1);
    expect(await world.letters('roster.person-swapped')).toBeGreaterThan(0);
  });

  it('of one person twice at once puts one person in their place', async () => {
    const path = await pathOf(1, '/substitution');
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        world.by.school.with({ 'idempotency-key': newId() }).post(path, anotherPerson),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 404, 404, 404, 404, 404]);
    expect(await world.people()).toHaveLength(3);
  });

  it('on the morning, turns the old badge away with its own reason and lets the new one in', async () => {
    const [, old] = await world.tickets();
    for (const to of ['registration-closed', 'live'])
      await world.by.staff.post(`/conferences/${world.conference.id}/transitions`, { to });
    await world.at('2027-03-09T08:30:00.000Z');
    const door = await world.door();
    const { cursor } = await door.roster();
    const { body } = await world.by.school.post(await pathOf(1, '/substitution'), anotherPerson);
    expect(await door.scan(old!.code)).toMatchObject({
      outcome: 'refused',
      reason: 'replaced',
      message: expect.stringMatching(/Somebody else comes in their place/),
    });
    const told = (await door.roster(cursor)).upserts;
    expect(told.find(({ ticketId }) => ticketId === old!.id)).toMatchObject({ status: 'replaced' });
    expect(told.find(({ ticketId }) => ticketId === body.ticketId)).toMatchObject({ status: 'valid' });
    const fresh = (await world.tickets()).find(({ id }) => id === body.ticketId)!;
    expect(await door.scan(fresh.code)).toMatchObject({ outcome: 'admitted' });
  });

  it('gives a ticket that can be printed alone', async () => {
    const { body } = await world.by.school.post(await pathOf(0, '/substitution'), anotherPerson);
    const print = (query: string) => world.by.school.get(`${world.path}/tickets.pdf?layout=badges${query}`);
    const [alone, all] = [await print(`&ticketId=${body.ticketId}`), await print('')];
    expect(alone.status).toBe(200);
    expect(String(alone.body).match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(String(all.body).match(/\/Type \/Page\b/g)).toHaveLength(3);
    expect((await print(`&ticketId=${newId()}`)).status).toBe(404);
  });

  it('keeps nothing of the person who went', async () => {
    await world.by.school.patch(await pathOf(0), { dayOnly: { medical: 'Inhaler' } });
    await world.by.school.post(await pathOf(0, '/substitution'), anotherPerson);
    const [instead] = await world.people();
    expect(instead).not.toHaveProperty('dayOnly');
    expect(
      await test.database.select('SELECT id FROM people WHERE given_name = ? AND group_id = ?', [
        'Given0',
        world.group.id,
      ]),
    ).toEqual([]);
  });

  it('of an adult brings an adult', async () => {
    const adult = { kind: 'adult' as const, givenName: 'Pat', familyName: 'Lowe' };
    await world.by.school.put(`${world.path}/roster`, { people: [...aRoster(1), adult] });
    const { body } = await world.by.school.post(await pathOf(1, '/substitution'), {
      givenName: 'Kim',
      familyName: 'Ash',
    });
    expect(body.person).toMatchObject({ kind: 'adult', givenName: 'Kim', yearGroup: null });
  });

  it.each([
    ['a year group that is not invited', { yearGroup: 13 }, 'yearGroup'],
    ['no year group', { yearGroup: undefined }, 'yearGroup'],
    ['a blank name', { givenName: ' ' }, 'givenName'],
    ['an unknown field', { ticket: 'x' }, 'ticket'],
  ])('is refused with %s, and changes nothing', async (_, change, field) => {
    const before = await world.tickets();
    const answer = await world.by.school.post(await pathOf(0, '/substitution'), {
      ...anotherPerson,
      ...change,
    });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field }] } });
    expect(await world.tickets()).toEqual(before);
  });

  it('of one person happens once, however often it is asked for at once', async () => {
    const path = await pathOf(0, '/substitution');
    const answers = await Promise.all(
      ['One', 'Two', 'Three'].map((givenName) => world.by.school.post(path, { ...anotherPerson, givenName })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404, 404]);
    expect(await world.people()).toHaveLength(3);
    expect((await world.tickets()).filter(({ status }) => status === 'valid')).toHaveLength(3);
  });

  it('is over with the conference and with the group', async () => {
    const path = await pathOf(0, '/substitution');
    await world.by.school.post(`${world.path}/cancellation`, {});
    expect(await world.by.school.post(path, anotherPerson)).toMatchObject({
      status: 409,
      body: { code: 'group-cancelled' },
    });
  });

  it('rule 7: of another school’s pupil finds nobody, through any group', async () => {
    const path = await pathOf(0, '/substitution');
    const other = await RosterWorld.begin(test, '962002');
    expect((await other.by.school.post(path, anotherPerson)).status).toBe(404);
    const through = path.replace(world.group.id, other.group.id);
    expect((await other.by.school.post(through, anotherPerson)).status).toBe(404);
    expect((await world.people()).map(({ givenName }) => givenName)).toEqual(['Given0', 'Given1', 'Given2']);
  });
});

describe('taking one person off', () => {
  it('stops their ticket at once, after final numbers too', async () => {
    const [, had] = await world.tickets();
    const path = await pathOf(1, '/cancellation');
    await world.at('2027-03-08T09:00:00.000Z');
    const door = await world.door();
    expect((await world.by.school.post(path)).status).toBe(204);
    expect(await world.people()).toHaveLength(2);
    expect(await door.scan(had!.code)).toMatchObject({ outcome: 'refused', reason: 'revoked' });
    expect((await world.tickets()).at(-1)).toMatchObject({ id: had!.id, ended: 'taken-off' });
    expect((await world.by.school.post(path)).status).toBe(404);
    expect(await world.audited('roster.person-taken-off')).toHaveLength(1);
  });
});

describe('what a person needs', () => {
  it('can be told after final numbers, and reaches the doors', async () => {
    await world.at('2027-03-08T09:00:00.000Z');
    const door = await world.door();
    const { cursor } = await door.roster();
    const [, had] = await world.tickets();
    const answer = await world.by.school.patch(await pathOf(1), {
      photoConsent: 'yes',
      dayOnly: { access: 'Ramp', dietary: 'No nuts' },
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { photoConsent: 'yes', dayOnly: { access: 'Ramp', dietary: 'No nuts' } },
    });
    const told = (await door.roster(cursor)).upserts.find(({ ticketId }) => ticketId === had!.id);
    expect(told?.flags).toEqual(['access-need']);
    expect((await world.people())[1]).toMatchObject({ givenName: 'Given1', yearGroup: 9 });
  });
});
