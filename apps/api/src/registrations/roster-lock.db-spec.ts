import type { RosterTerms } from '@lectern/registrations';
import { aRoster, testApp, type TestApp } from '../app.harness';
import { anotherPerson, RosterWorld } from './roster.harness';

const SCHOOL = '961001';
/** Final numbers of the usual conference. */
const FINAL = '2027-03-02T17:00:00.000Z';
const JUST_BEFORE = '2027-03-02T16:59:59.999Z';
const LATER = '2027-03-03T09:00:00.000Z';

let test: TestApp;
let world: RosterWorld;

beforeAll(async () => {
  test = await testApp();
  await test.addSchools([SCHOOL, '961002']);
});

beforeEach(async () => {
  world = await RosterWorld.begin(test, SCHOOL);
});

afterAll(() => test.close());

const listOf = (pupils: number, rest: object = {}) => ({ people: aRoster(pupils), ...rest });
const terms = async (): Promise<RosterTerms> =>
  (await world.by.school.get(`${world.path}/roster-terms`)).body;

describe('final numbers', () => {
  it('leave the list open until the millisecond before', async () => {
    const { school } = await world.at(JUST_BEFORE);
    expect((await school.put(`${world.path}/roster`, listOf(5))).status).toBe(200);
    expect((await school.patch(world.path, { pupilsWanted: 20 })).status).toBe(200);
    expect(await terms()).toMatchObject({ isLocked: false, finalNumbersAt: FINAL });
  });

  it('lock the list for its school at their very moment, with what is still possible and whom to ask', async () => {
    const { school } = await world.at(FINAL);
    const answer = await school.put(`${world.path}/roster`, listOf(5));
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'final-numbers-passed', finalNumbersAt: FINAL },
    });
    expect(answer.body.detail).toMatch(
      /^Final numbers were due by Tuesday 2 March 2027, 5pm, so the list is locked\./,
    );
    expect(answer.body.detail).toMatch(/swap one person for another.*ask A staff \(staff-\w+@example\.org\)/);
    expect(await world.people()).toHaveLength(3);
    expect(await terms()).toMatchObject({ isLocked: true, maySwap: true, mayTakeOff: true });
  });

  it('fix the numbers for the school, and not who leads the visit', async () => {
    const { school } = await world.at(FINAL);
    for (const change of [{ pupilsWanted: 20 }, { pupilsMinimum: 10 }, { adults: 3 }]) {
      expect(await school.patch(world.path, change)).toMatchObject({
        status: 409,
        body: { code: 'final-numbers-passed' },
      });
    }
    expect((await school.get(world.path)).body).toMatchObject({ pupilsWanted: 30, adults: 2, places: 30 });
    const visitLeader = { name: 'Kim Ash', phone: '07700 900456' };
    expect((await school.patch(world.path, { visitLeader, pupilsWanted: 30, adults: 2 })).status).toBe(200);
  });

  it('count a date that staff have moved', async () => {
    const { staff, school } = await world.at(LATER);
    const finalNumbersAt = '2027-03-05T17:00:00.000Z';
    await staff.patch(`/conferences/${world.conference.id}`, { finalNumbersAt });
    expect((await school.put(`${world.path}/roster`, listOf(4))).status).toBe(200);
  });

  it('let a school read its list, preview another and cancel its group', async () => {
    const { school } = await world.at(LATER);
    expect((await school.get(`${world.path}/roster`)).status).toBe(200);
    const text = 'First name,Last name,Year\nWren,Oakley,9';
    const preview = await school.post(`${world.path}/roster-previews`, { text });
    expect(preview.status).toBe(201);
    expect(await school.put(`${world.path}/roster`, { previewId: preview.body.id })).toMatchObject({
      status: 409,
    });
    expect((await school.post(`${world.path}/cancellation`, {})).status).toBe(200);
  });
});

describe('staff, after final numbers', () => {
  it('change nothing without a reason', async () => {
    const { staff } = await world.at(LATER);
    for (const reason of [undefined, ' ']) {
      const answer = await staff.put(`${world.path}/roster`, listOf(5, { reason }));
      expect(answer).toMatchObject({ status: 409, body: { code: 'final-numbers-passed' } });
      expect(answer.body.detail).toMatch(/Give a reason/);
    }
    expect(await world.people()).toHaveLength(3);
  });

  it('change the list and the numbers with a reason that is audited and shown with the group', async () => {
    const { staff } = await world.at(LATER);
    const reason = 'A coach was added';
    expect((await staff.put(`${world.path}/roster`, listOf(5, { reason }))).status).toBe(200);
    expect((await staff.patch(world.path, { adults: 3, reason: 'One adult more' })).status).toBe(200);
    expect((await terms()).overrides).toMatchObject([
      { reason: 'One adult more', by: 'A staff', at: LATER, openUntil: null },
      { reason, by: 'A staff', openUntil: null },
    ]);
    const audited = await world.audited('roster.overridden');
    expect(audited.map(({ details }) => JSON.parse(details).step)).toEqual(['change-list', 'change-numbers']);
    expect(JSON.stringify(audited)).not.toContain(reason);
  });

  it('keep no reason where none was needed', async () => {
    await world.by.staff.put(`${world.path}/roster`, listOf(5, { reason: 'Early' }));
    expect((await terms()).overrides).toEqual([]);
  });

  it('a school’s own reason opens nothing', async () => {
    const { school } = await world.at(LATER);
    const answer = await school.put(`${world.path}/roster`, listOf(5, { reason: 'We are staff' }));
    expect(answer.status).toBe(409);
    expect((await terms()).overrides).toEqual([]);
  });

  it('open the list again until a moment; the school is told, and it locks again at that moment', async () => {
    const { staff } = await world.at(LATER);
    const until = '2027-03-04T12:00:00.000Z';
    const opened = await staff.post(`${world.path}/roster-openings`, { reason: 'Two moved school', until });
    expect(opened).toMatchObject({
      status: 201,
      body: {
        isLocked: false,
        openUntil: until,
        overrides: [{ reason: 'Two moved school', openUntil: until }],
      },
    });
    expect(await world.letters('roster.opened')).toBeGreaterThan(0);
    expect(await world.audited('roster.opened')).toHaveLength(1);
    let { school } = await world.at('2027-03-04T11:59:59.999Z');
    expect((await school.put(`${world.path}/roster`, listOf(6))).status).toBe(200);
    ({ school } = await world.at(until));
    expect((await school.put(`${world.path}/roster`, listOf(7))).status).toBe(409);
    expect(await world.people()).toHaveLength(6);
  });

  it('open it for a day when they do not say for how long', async () => {
    const { staff } = await world.at(LATER);
    const { body } = await staff.post(`${world.path}/roster-openings`, { reason: 'Illness' });
    expect(body.openUntil).toBe('2027-03-04T09:00:00.000Z');
  });

  it.each([
    ['the past', '2027-03-03T09:00:00.000Z'],
    ['a moment after the conference', '2027-03-09T15:00:00.001Z'],
  ])('cannot open it until %s', async (_, until) => {
    const { staff } = await world.at(LATER);
    expect(await staff.post(`${world.path}/roster-openings`, { reason: 'Illness', until })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'until', code: 'out-of-range' }] },
    });
    expect((await terms()).overrides).toEqual([]);
  });
});

describe('swaps after final numbers', () => {
  it('are refused where staff do not allow them, and staff may still swap', async () => {
    await world.by.staff.patch(`/conferences/${world.conference.id}/roster-settings`, {
      swapsAfterFinalNumbers: false,
    });
    const [person] = await world.people();
    const path = `${world.path}/people/${person!.id}/substitution`;
    const { school, staff } = await world.at(LATER);
    expect(await terms()).toMatchObject({ maySwap: false, mayTakeOff: true });
    const refused = await school.post(path, anotherPerson);
    expect(refused).toMatchObject({ status: 409, body: { code: 'final-numbers-passed' } });
    expect(refused.body.detail).toMatch(/nobody can be swapped any more/);
    expect((await staff.post(path, anotherPerson)).status).toBe(201);
  });
});

describe('two at once at the lock', () => {
  it('a save and an earlier date for final numbers never both win', async () => {
    const { staff, school } = await world.at('2027-02-25T09:00:00.000Z');
    const [moved, saved] = await Promise.all([
      staff.patch(`/conferences/${world.conference.id}`, { finalNumbersAt: '2027-02-24T09:00:00.000Z' }),
      school.put(`${world.path}/roster`, listOf(9)),
    ]);
    expect(moved.status).toBe(200);
    expect([200, 409]).toContain(saved.status);
    expect(await world.people()).toHaveLength(saved.status === 200 ? 9 : 3);
    expect((await school.put(`${world.path}/roster`, listOf(10))).status).toBe(409);
  });
});
