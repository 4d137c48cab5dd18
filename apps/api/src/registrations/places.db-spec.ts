import type { Group } from '@lectern/registrations';
import { aConferenceThatIs, aGroup, type Caller, testApp, type TestApp } from '../app.harness';
import { removeGuard, widenWindow } from './places-guard.harness';

const urns = Array.from({ length: 64 }, (_, n) => String(910_000 + n));

describe('places', () => {
  let test: TestApp;
  let staff: Caller;

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
    await test.addSchools(urns);
  });

  afterAll(() => test.close());

  const confirmed = async (conferenceId: string): Promise<number> => {
    const { body } = await staff.get(`/conferences/${conferenceId}/groups?limit=200`);
    return body.items.reduce((sum: number, group: Group) => sum + group.places, 0);
  };

  /** Places that groups have, and those that offers hold. */
  const givenOrHeld = async (conferenceId: string): Promise<number> => {
    const { body } = await staff.get(`/conferences/${conferenceId}/groups?limit=200`);
    return body.items.reduce(
      (sum: number, group: Group) => sum + group.places + (group.offer?.places ?? 0),
      0,
    );
  };

  it('rule 1: 64 schools at once for the last 20 places get exactly the 20', async () => {
    const { id } = await aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 20 });
    const answers = await Promise.all(
      urns.map((schoolUrn) =>
        staff.post<Group>(`/conferences/${id}/groups`, aGroup({ schoolUrn, pupilsWanted: 1 })),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(urns.map(() => 201));
    expect(answers.filter(({ body }) => body.status === 'confirmed')).toHaveLength(20);
    expect(answers.filter(({ body }) => body.status === 'waiting')).toHaveLength(44);
    expect(await confirmed(id)).toBe(20);
    expect((await staff.get(`/conferences/${id}`)).body.placesLeft).toBe(0);
  });

  it('rule 1: 64 groups of random size never pass the capacity, nor a school its cap', async () => {
    const { id } = await aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 137, schoolCap: 9 });
    const answers = await Promise.all(
      urns.map((schoolUrn, n) =>
        staff.post<Group>(
          `/conferences/${id}/groups`,
          aGroup({ schoolUrn, pupilsWanted: 3 + ((n * 7) % 12), pupilsMinimum: 1 + (n % 3) }),
        ),
      ),
    );
    for (const { body } of answers) expect(body.places).toBeLessThanOrEqual(9);
    expect(await confirmed(id)).toBe(137);
  });

  it('one school that registers ten times at once has one group', async () => {
    const { id } = await aConferenceThatIs(staff, 'registration-open');
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        staff.post(`/conferences/${id}/groups`, aGroup({ schoolUrn: '910000' })),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'already-registered')).toHaveLength(9);
    expect(await confirmed(id)).toBe(30);
  });

  it('cancelling at once while others register never loses or doubles a place', async () => {
    const { id } = await aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 40 });
    const first = await Promise.all(
      urns
        .slice(0, 8)
        .map((schoolUrn) =>
          staff.post<Group>(`/conferences/${id}/groups`, aGroup({ schoolUrn, pupilsWanted: 5 })),
        ),
    );
    await Promise.all([
      ...first.slice(0, 4).map(({ body }) => staff.post(`/groups/${body.id}/cancellation`, {})),
      ...urns
        .slice(8, 24)
        .map((schoolUrn) => staff.post(`/conferences/${id}/groups`, aGroup({ schoolUrn, pupilsWanted: 5 }))),
    ]);
    expect(await givenOrHeld(id)).toBe(40);
    expect((await staff.get(`/conferences/${id}`)).body.placesLeft).toBe(0);
  });

  it('gives what is left when that is at least the minimum, and lets the rest wait', async () => {
    const { id } = await aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 50 });
    await staff.post(`/conferences/${id}/groups`, aGroup({ schoolUrn: '910001' }));
    const partly = await staff.post<Group>(
      `/conferences/${id}/groups`,
      aGroup({ schoolUrn: '910002', pupilsWanted: 30, pupilsMinimum: 20 }),
    );
    expect(partly.body).toMatchObject({ status: 'confirmed', places: 20, position: 1 });
    const late = await staff.post<Group>(`/conferences/${id}/groups`, aGroup({ schoolUrn: '910003' }));
    expect(late.body).toMatchObject({ status: 'waiting', places: 0, position: 2 });
  });

  it('a freed place is offered to the first group in order that can use it', async () => {
    const { id } = await aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 30 });
    const post = (schoolUrn: string, pupilsWanted: number) =>
      staff.post<Group>(`/conferences/${id}/groups`, aGroup({ schoolUrn, pupilsWanted }));
    const first = await post('910001', 20);
    await post('910002', 10);
    const large = await post('910003', 25);
    const small = await post('910004', 15);
    await staff.post(`/groups/${first.body.id}/cancellation`, { reason: 'The coach broke down.' });
    expect((await staff.get(`/groups/${large.body.id}`)).body).toMatchObject({
      status: 'waiting',
      position: 1,
    });
    expect((await staff.get(`/groups/${small.body.id}`)).body).toMatchObject({
      status: 'waiting',
      places: 0,
      offer: { places: 15 },
    });
  });

  it('refuses a group that could only come with more than the cap', async () => {
    const { id } = await aConferenceThatIs(staff, 'registration-open', { schoolCap: 20 });
    const answer = await staff.post(
      `/conferences/${id}/groups`,
      aGroup({ schoolUrn: '910001', pupilsWanted: 30 }),
    );
    expect(answer).toMatchObject({ status: 409, body: { code: 'school-cap-reached' } });
  });

  it('takes no group before registration opens, nor after its closing time', async () => {
    const early = await aConferenceThatIs(staff, 'published');
    expect(
      await staff.post(`/conferences/${early.id}/groups`, aGroup({ schoolUrn: '910001' })),
    ).toMatchObject({
      status: 409,
      body: { code: 'registration-closed' },
    });
    const { id } = await aConferenceThatIs(staff, 'registration-open');
    test.clock.set('2027-02-20T17:00:00.000Z');
    const later = await test.as('staff');
    const late = await later.post(`/conferences/${id}/groups`, aGroup({ schoolUrn: '910001' }));
    test.clock.set('2027-01-12T09:00:00.000Z');
    expect(late).toMatchObject({ status: 409, body: { code: 'registration-closed' } });
  });

  it('keeps the cap and the capacity when staff change the numbers', async () => {
    const { id } = await aConferenceThatIs(staff, 'registration-open');
    await staff.post(`/conferences/${id}/groups`, aGroup({ schoolUrn: '910001' }));
    expect(await staff.patch(`/conferences/${id}`, { pupilPlaces: 29 })).toMatchObject({ status: 400 });
    expect(await staff.patch(`/conferences/${id}`, { schoolCap: 29 })).toMatchObject({ status: 400 });
    expect(await staff.patch(`/conferences/${id}`, { schoolCap: 30, pupilPlaces: 30 })).toMatchObject({
      status: 200,
    });
  });
});

describe('the guard of places', () => {
  /** How many places the race for 20 gave away, read from what was stored. */
  const race = async (arrange: (test: TestApp) => void): Promise<number> => {
    const test = await testApp();
    try {
      const staff = await test.as('staff');
      await test.addSchools(urns);
      const { id } = await aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 20 });
      arrange(test);
      await Promise.all(
        urns.map((schoolUrn) =>
          staff.post<Group>(`/conferences/${id}/groups`, aGroup({ schoolUrn, pupilsWanted: 1 })),
        ),
      );
      const [row] = await test.database.select<{ given: number | string }>(
        'SELECT SUM(places) AS given FROM visit_groups WHERE conference_id = ?',
        [id],
      );
      return Number(row?.given);
    } finally {
      await test.close();
    }
  };

  it('holds when everybody gets a turn between reading and writing', async () => {
    expect(await race(widenWindow)).toBe(20);
  });

  it('is what keeps rule 1: without it the same race oversells', async () => {
    expect(await race(removeGuard)).toBeGreaterThan(20);
  });
});
