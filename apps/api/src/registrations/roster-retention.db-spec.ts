import type { RosterPerson } from '@lectern/registrations/requests';
import { aRoster, testApp, type TestApp } from '../app.harness';
import { Jobs } from '../platform/jobs';
import { ROSTER_RETENTION, RosterRetention } from './roster-retention';
import { RosterWorld } from './roster.harness';

const SCHOOL = '963001';
/** The usual conference ends on 9 March 2027 at 15:00 UTC. */
const SEVEN_DAYS = '2027-03-16T15:00:00.000Z';
const A_MOMENT_BEFORE = '2027-03-16T14:59:59.999Z';

let test: TestApp;
let world: RosterWorld;

const dayOnly = { dietary: 'No sesame', access: 'Ramp', medical: 'Inhaler', emergencyContact: 'Aunt' };
const people: RosterPerson[] = [
  { ...aRoster(1)[0]!, dayOnly, birthDate: '2011-05-03' },
  ...aRoster(2).slice(1),
];

beforeAll(async () => {
  test = await testApp();
  await test.addSchools([SCHOOL, '963002']);
});

beforeEach(async () => {
  world = await RosterWorld.begin(test, SCHOOL, { people });
});

afterAll(async () => {
  await test.close();
});

const run = () => test.app.get(Jobs).runNow(ROSTER_RETENTION);
const due = async () =>
  (await test.app.get(RosterRetention).due()).filter(
    ({ conferenceId }) => conferenceId === world.conference.id,
  );
const settings = (change: object) =>
  world.by.staff.patch(`/conferences/${world.conference.id}/roster-settings`, change);
const stored = async (): Promise<string> =>
  JSON.stringify(await test.database.select('SELECT * FROM people WHERE group_id = ?', [world.group.id]));

describe('day-only data', () => {
  it('stays until its date and goes at it, with the mark of an access need; the person stays', async () => {
    await world.at(A_MOMENT_BEFORE);
    expect(await due()).toEqual([]);
    await run();
    expect((await world.people())[0]).toMatchObject({ dayOnly });
    await world.at(SEVEN_DAYS);
    expect(await due()).toEqual([{ conferenceId: world.conference.id, dayOnly: 1, birthDates: 0 }]);
    // A dry run deletes nothing.
    expect((await world.people())[0]).toMatchObject({ dayOnly });
    await run();
    const [person] = await world.people();
    expect(person).not.toHaveProperty('dayOnly');
    expect(person).toMatchObject({ givenName: 'Given0' });
    expect((await world.facts()).map((facts) => facts.dayOnlyDeletedOn)).toEqual([SEVEN_DAYS, null]);
    expect(await stored()).not.toMatch(/"v1\./);
    const flags = await test.database.select<{ has_access_need: number | boolean }>(
      'SELECT has_access_need FROM people WHERE group_id = ?',
      [world.group.id],
    );
    expect(flags.map((row) => Number(row.has_access_need))).toEqual([0, 0]);
  });

  it('is deleted once, and audited once with how many', async () => {
    await world.at(SEVEN_DAYS);
    await Promise.all([run(), run(), run()]);
    await run();
    const audited = await world.audited('roster.data-deleted');
    expect(audited.map(({ details }) => JSON.parse(details))).toEqual([{ dayOnly: 1, birthDates: 0 }]);
    expect(audited[0]!.actor_kind).toBe('system');
  });

  it('goes on the date that staff set, which the terms of the list say', async () => {
    // The notice that pupils are given promises seven days at most.
    expect((await settings({ dayOnlyDays: 8 })).status).toBe(400);
    await settings({ dayOnlyDays: 2 });
    const { body } = await world.by.school.get(`${world.path}/roster-terms`);
    expect(body.dayOnlyGoesAt).toBe('2027-03-11T15:00:00.000Z');
    await world.at('2027-03-11T15:00:00.000Z');
    await run();
    expect((await world.people())[0]).not.toHaveProperty('dayOnly');
  });

  it('of another conference stays', async () => {
    const later = await RosterWorld.begin(test, '963002', {
      people,
      conference: { startsAt: '2027-03-20T09:30:00.000Z', endsAt: '2027-03-20T15:00:00.000Z' },
    });
    await world.at(SEVEN_DAYS);
    await run();
    later.by = world.by;
    expect((await later.people())[0]).toMatchObject({ dayOnly });
  });

  it('takes lists that nobody confirmed with it after a day', async () => {
    await world.by.school.post(`${world.path}/roster-previews`, {
      text: 'First name,Last name,Year\nWren,Oakley,9',
    });
    const previews = () =>
      test.database.select('SELECT id FROM roster_previews WHERE group_id = ?', [world.group.id]);
    await run();
    expect(await previews()).toHaveLength(1);
    await world.at('2027-01-13T09:00:00.001Z');
    await run();
    expect(await previews()).toEqual([]);
  });
});

describe('who sees day-only data', () => {
  it('its own school and staff, and nobody else', async () => {
    for (const caller of [world.by.school, world.by.staff]) {
      expect((await caller.get(`${world.path}/roster`)).body.people[0]).toMatchObject({ dayOnly });
    }
    const others = [
      test.anyone,
      await test.as('coordinator', '963002'),
      await test.as('teacher', SCHOOL),
      await test.as('mentor'),
      await test.as('trainee'),
      (await world.door()).caller,
    ];
    for (const caller of others) {
      const answer = await caller.get(`${world.path}/roster`);
      expect([401, 404]).toContain(answer.status);
      expect(JSON.stringify(answer.body)).not.toMatch(/sesame|Inhaler|Given0/);
    }
    const door = await world.door();
    expect(JSON.stringify(await door.roster())).not.toMatch(/sesame|Inhaler|Aunt|2011/);
  });

  it('is noted for whoever reads a whole list, once an hour', async () => {
    const before = (await world.audited('roster.read')).length;
    const another = await test.as('staff');
    await another.get(`${world.path}/roster`);
    await another.get(`${world.path}/roster`);
    const read = (await world.audited('roster.read')).slice(before);
    expect(read.map(({ details }) => JSON.parse(details))).toEqual([{ what: 'roster' }]);
    test.clock.advance(61 * 60_000);
    await another.get(`${world.path}/roster`);
    expect(await world.audited('roster.read')).toHaveLength(before + 2);
  });
});

describe('dates of birth', () => {
  const asked = { trackingData: true, trackingReason: 'To see with HEAT who goes on to university' };
  const preview = () =>
    world.by.school.post(`${world.path}/roster-previews`, {
      text: 'First name,Last name,Year,DOB\nWren,Oakley,9,03/05/2011',
    });

  it('are not stored unless the conference asks for them, however they are sent', async () => {
    expect((await world.people())[0]).not.toHaveProperty('birthDate');
    const { body } = await preview();
    expect(body.droppedColumns).toMatchObject([
      { name: 'DOB', reason: expect.stringMatching(/Dates of birth/) },
    ]);
    expect(JSON.stringify(body.rows)).not.toContain('2011');
    const rows = await test.database.select(
      'SELECT sealed_birth_date FROM people WHERE sealed_birth_date IS NOT NULL AND group_id = ?',
      [world.group.id],
    );
    expect(rows).toEqual([]);
  });

  it('cannot be asked for without telling schools why', async () => {
    for (const wrong of [{ trackingData: true }, { ...asked, trackingReason: ' ' }]) {
      expect(await settings(wrong)).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'trackingReason', code: 'missing' }] },
      });
    }
    expect((await settings(asked)).body).toMatchObject(asked);
    expect((await world.by.school.get(`${world.path}/roster-terms`)).body).toMatchObject({
      ...asked,
      trackingGoesAt: '2027-06-07T15:00:00.000Z',
    });
  });

  it('once asked for, are kept sealed, shown to the school and staff, and deleted on their own date', async () => {
    await settings(asked);
    const { body } = await preview();
    expect(body.rows[0]).toMatchObject({ birthDate: '2011-05-03' });
    await world.by.school.put(`${world.path}/roster`, { previewId: body.id });
    for (const caller of [world.by.school, world.by.staff]) {
      expect((await caller.get(`${world.path}/roster`)).body.people).toMatchObject([
        { birthDate: '2011-05-03' },
      ]);
    }
    expect(await stored()).not.toContain('2011');
    await world.at(SEVEN_DAYS);
    await run();
    expect((await world.people())[0]).toMatchObject({ birthDate: '2011-05-03' });
    await world.at('2027-06-07T15:00:00.000Z');
    await run();
    expect((await world.people())[0]).not.toHaveProperty('birthDate');
    expect((await world.audited('roster.data-deleted')).map(({ details }) => JSON.parse(details))).toEqual([
      { dayOnly: 0, birthDates: 1 },
    ]);
  });

  it('go at once when the conference no longer asks for them', async () => {
    await settings(asked);
    await world.by.school.put(`${world.path}/roster`, { people });
    expect((await world.people())[0]).toMatchObject({ birthDate: '2011-05-03' });
    await settings({ trackingData: false });
    await settings(asked);
    expect((await world.people())[0]).not.toHaveProperty('birthDate');
  });

  it('that are none are refused', async () => {
    await settings(asked);
    for (const birthDate of ['3 May 2011', '2011-13-40', 20110503]) {
      const answer = await world.by.school.put(`${world.path}/roster`, {
        people: [{ ...people[0], birthDate }],
      });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'people[0].birthDate' }] } });
    }
  });
});

describe('consent to photographs', () => {
  const yes = [{ ...aRoster(1)[0]!, photoConsent: 'yes' as const }];
  const atDoor = async (): Promise<boolean> => {
    const { upserts } = await (await world.door()).roster();
    return !upserts.find(({ status }) => status === 'valid')!.flags.includes('no-photo');
  };

  it('holds for two years from when it was given, at the door and in lists, and is no from then on', async () => {
    await world.by.school.put(`${world.path}/roster`, { people: yes });
    expect((await world.facts())[0]).toMatchObject({
      mayBePhotographed: true,
      photoConsentEndsAt: '2029-01-12T09:00:00.000Z',
      noticeVersion: '2026-11',
    });
    expect(await atDoor()).toBe(true);
    await world.at('2029-01-12T09:00:00.000Z');
    expect((await world.people())[0]).toMatchObject({ photoConsent: 'yes' });
    expect((await world.facts())[0]).toMatchObject({ mayBePhotographed: false });
  });

  it('ends at the door too, when the host lets it hold for a month', async () => {
    await world.by.school.put(`${world.path}/roster`, { people: yes });
    const door = await world.door();
    const { cursor } = await door.roster();
    await settings({ photoConsentMonths: 1 });
    // The doors are told of every ticket once more.
    expect((await door.roster(cursor)).upserts.length).toBeGreaterThan(0);
    expect(await atDoor()).toBe(true);
    await world.at('2027-02-12T09:00:00.000Z');
    expect(await atDoor()).toBe(false);
  });

  it('is not prolonged by saving the same list again, and counts anew after a no', async () => {
    await world.by.school.put(`${world.path}/roster`, { people: yes });
    await world.at('2027-02-01T09:00:00.000Z');
    await world.by.school.put(`${world.path}/roster`, { people: yes });
    expect((await world.facts())[0]).toMatchObject({ photoConsentEndsAt: '2029-01-12T09:00:00.000Z' });
    await world.by.school.put(`${world.path}/roster`, { people: [{ ...yes[0], photoConsent: 'no' }] });
    expect((await world.facts())[0]).toMatchObject({ photoConsentEndsAt: null, mayBePhotographed: false });
    await world.by.school.put(`${world.path}/roster`, { people: yes });
    expect((await world.facts())[0]).toMatchObject({ photoConsentEndsAt: '2029-02-01T09:00:00.000Z' });
  });
});
