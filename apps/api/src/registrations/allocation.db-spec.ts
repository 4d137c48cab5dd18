import type { Conference } from '@lectern/conferences';
import type { AllocationBoard, AllocationTrial, Criterion, Group } from '@lectern/registrations';
import type { GroupRequest } from '@lectern/registrations/requests';
import { aConferenceThatIs, aGroup, aRoster, type Caller, testApp, type TestApp } from '../app.harness';

const [ASH, BIRCH, CEDAR, DALE] = ['921001', '921002', '921003', '921004'] as const;
const SCHOOLS = [ASH, BIRCH, CEDAR, DALE];
const USUAL = {
  method: 'weights' as const,
  criteria: [
    { kind: 'project-school', weight: 40 },
    { kind: 'registered-first', weight: 10 },
  ] satisfies Criterion[],
};

let test: TestApp;
let staff: Caller;

beforeAll(async () => {
  test = await testApp();
  staff = await test.as('staff');
  await test.addSchools(SCHOOLS);
  for (const urn of SCHOOLS) await test.as('coordinator', urn);
});

beforeEach(async () => {
  for (const urn of SCHOOLS) await facts(urn, false, false);
});

afterAll(() => test.close());

const facts = (urn: string, projectSchool: boolean, priorityMeasure: boolean) =>
  staff.put(`/schools/${urn}/allocation-facts`, { projectSchool, priorityMeasure });

/** A fair conference of 50 places that four schools have registered for, 20 pupils each. */
const fairConference = async (
  state: 'registration-open' | 'registration-closed' = 'registration-closed',
  change: Readonly<Record<string, Partial<GroupRequest>>> = {},
): Promise<{ conference: Conference; groups: Record<string, Group> }> => {
  const conference = await aConferenceThatIs(staff, 'registration-open', {
    pupilPlaces: 50,
    allocation: 'fair',
  });
  const groups: Record<string, Group> = {};
  for (const schoolUrn of SCHOOLS) {
    const asked = aGroup({ schoolUrn, pupilsWanted: 20, ...change[schoolUrn] });
    groups[schoolUrn] = (await staff.post<Group>(`/conferences/${conference.id}/groups`, asked)).body;
  }
  if (state === 'registration-closed')
    await staff.post(`/conferences/${conference.id}/transitions`, { to: state });
  return { conference, groups };
};

const tryOut = ({ id }: Conference, request: object = USUAL) =>
  staff.post<AllocationTrial>(`/conferences/${id}/allocation-trials`, request);
const publish = ({ id }: Conference, fingerprint: string, request: object = USUAL) =>
  staff.post<AllocationBoard>(`/conferences/${id}/allocation`, { ...request, fingerprint });
const board = async ({ id }: Conference): Promise<AllocationBoard> =>
  (await staff.get<AllocationBoard>(`/conferences/${id}/allocation`)).body;
const see = async (group: Group): Promise<Group> => (await staff.get<Group>(`/groups/${group.id}`)).body;
const order = ({ items }: AllocationTrial) => items.map(({ school, places }) => [school.urn, places]);

const rows = async (sql: string, id: string): Promise<number> => {
  const [row] = await test.database.select<{ n: number | string }>(sql, [id]);
  return Number(row?.n);
};

describe('a fair allocation, tried out', () => {
  it('tells every school its place, outcome and reason, and stores nothing', async () => {
    const { conference, groups } = await fairConference();
    await facts(CEDAR, true, false);
    const { status, body } = await tryOut(conference);
    expect(status).toBe(200);
    expect(order(body)).toEqual([
      [CEDAR, 20],
      [ASH, 20],
      [BIRCH, 0],
      [DALE, 0],
    ]);
    expect(body).toMatchObject({ seed: conference.id, placesToShare: 50, placesGiven: 40 });
    expect(body.items[0]).toMatchObject({ rank: 1, points: 43.3, pupilsWanted: 20 });
    expect(body.items[2]?.reason).toContain(
      'Waiting list: the group needs at least 20, and 10 places were left.',
    );
    expect(await see(groups[ASH]!)).toMatchObject({ status: 'pending', places: 0 });
    expect(await board(conference)).toMatchObject({ isDue: true, published: null });
  });

  it('gives the same again, and another order with other weights', async () => {
    const { conference } = await fairConference();
    await facts(CEDAR, true, false);
    await facts(DALE, false, true);
    const first = await tryOut(conference);
    expect((await tryOut(conference)).body).toEqual(first.body);
    const criteria = [
      { kind: 'project-school', weight: 10 },
      { kind: 'priority-measure', weight: 60 },
    ];
    expect(order((await tryOut(conference, { method: 'weights', criteria })).body)[0]).toEqual([DALE, 20]);
  });

  it('knows a first visit from earlier conferences, and the distance from the grid', async () => {
    const earlier = await aConferenceThatIs(staff, 'registration-open', {
      title: 'Last year',
      startsAt: '2027-02-09T09:30:00.000Z',
      endsAt: '2027-02-09T15:00:00.000Z',
      registrationClosesAt: '2027-02-01T09:00:00.000Z',
      finalNumbersAt: '2027-02-02T09:00:00.000Z',
    });
    await staff.post(`/conferences/${earlier.id}/groups`, aGroup({ schoolUrn: ASH }));
    for (const to of ['registration-closed', 'live', 'completed'])
      await staff.post(`/conferences/${earlier.id}/transitions`, { to });
    await test.database.transaction(() =>
      test.database.execute('UPDATE schools SET easting = 345000, northing = 400000 WHERE urn = ?', [BIRCH]),
    );
    const { conference } = await fairConference();
    const criteria: Criterion[] = [
      { kind: 'first-visit', weight: 50 },
      {
        kind: 'distance',
        weight: 40,
        favours: 'near',
        bandsKm: [10, 25],
        easting: 340_000,
        northing: 400_000,
      },
    ];
    await staff.put(`/conferences/${conference.id}/place-rules`, {
      method: 'weights',
      criteria,
      offerHours: 48,
    });
    const { schools } = await board(conference);
    expect(schools.map(({ school, firstVisit, distanceKm }) => [school.urn, firstVisit, distanceKm])).toEqual(
      [
        [ASH, false, null],
        [BIRCH, true, 5],
        [CEDAR, true, null],
        [DALE, true, null],
      ],
    );
    const { body } = await tryOut(conference, { method: 'in-order', criteria });
    expect(body.items[0]).toMatchObject({ school: { urn: BIRCH } });
    expect(body.items[3]?.reason).toContain('Has been before; distance not known: 4th of 4.');
    await test.database.transaction(() =>
      test.database.execute('DELETE FROM visit_groups WHERE conference_id = ?', [earlier.id]),
    );
  });

  it('takes facts about a school as yes or no, and only of a school that there is', async () => {
    for (const projectSchool of ['yes', 1, null, undefined]) {
      const path = `/schools/${ASH}/allocation-facts`;
      expect(await staff.put(path, { projectSchool, priorityMeasure: false })).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'projectSchool' }] },
      });
    }
    expect(await facts('999999', true, true)).toMatchObject({ status: 404 });
  });

  it('is not for a conference that gives its places as groups register', async () => {
    const conference = await aConferenceThatIs(staff, 'registration-closed');
    expect(await tryOut(conference)).toMatchObject({ status: 409, body: { code: 'allocation-not-due' } });
  });

  it('refuses criteria that do not fit together, and names the field', async () => {
    const { conference } = await fairConference();
    const criteria = [{ kind: 'distance', weight: 10 }];
    const { status, body } = await staff.post(`/conferences/${conference.id}/allocation-trials`, {
      method: 'weights',
      criteria,
    });
    expect({ status, fields: body.errors.map(({ field }: { field: string }) => field) }).toEqual({
      status: 400,
      fields: ['criteria[0].bandsKm'],
    });
  });
});

describe('a fair allocation, published', () => {
  it('gives the places that were seen, lets the others wait in its order, and writes to all in one go', async () => {
    const { conference, groups } = await fairConference();
    await facts(DALE, true, false);
    await staff.put(`/groups/${groups[DALE]!.id}/roster`, { people: aRoster(2) });
    const { body: trial } = await tryOut(conference);
    const { status, body } = await publish(conference, trial.fingerprint);
    expect(status).toBe(201);
    expect(body).toMatchObject({ isDue: false, published: { seed: conference.id } });
    expect(body.published?.items).toEqual(trial.items);
    expect(await see(groups[DALE]!)).toMatchObject({ status: 'confirmed', places: 20 });
    expect((await see(groups[DALE]!)).allocationReason).toContain('1st of 4.');
    expect(await see(groups[ASH]!)).toMatchObject({ status: 'confirmed', places: 20 });
    expect(await see(groups[BIRCH]!)).toMatchObject({ status: 'waiting', position: 1 });
    expect(await see(groups[CEDAR]!)).toMatchObject({ status: 'waiting', position: 2 });
    expect((await staff.get(`/groups/${groups[DALE]!.id}/tickets`)).body.items).toHaveLength(2);
    const letters = await test.database.select<{ kind: string }>(
      'SELECT m.kind FROM outbox_mails m JOIN visit_groups g ON g.id = m.object_id' +
        " WHERE g.conference_id = ? AND m.object_kind = 'group' AND m.kind LIKE 'places.%' ORDER BY m.kind",
      [conference.id],
    );
    expect(letters.map(({ kind }) => kind)).toEqual([
      'places.allocated',
      'places.allocated',
      'places.not-allocated',
      'places.not-allocated',
    ]);
    const [audit] = await test.database.select<{ details: string }>(
      "SELECT details FROM audit_records WHERE action = 'conference.places-allocated' AND object_id = ?",
      [conference.id],
    );
    expect(JSON.parse(audit?.details ?? '{}')).toEqual({
      seed: conference.id,
      ...USUAL,
      groups: 4,
      places: 40,
    });
  });

  it('happens once: a second time is refused, however many try at once', async () => {
    const { conference } = await fairConference();
    const { body: trial } = await tryOut(conference);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => publish(conference, trial.fingerprint)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect(await publish(conference, trial.fingerprint)).toMatchObject({
      status: 409,
      body: { code: 'allocation-not-due' },
    });
    expect(
      await rows('SELECT SUM(places) AS n FROM visit_groups WHERE conference_id = ?', conference.id),
    ).toBe(40);
    expect(await rows('SELECT places_given AS n FROM conferences WHERE id = ?', conference.id)).toBe(40);
  });

  it('is refused when anything changed since it was tried out, and changes nothing', async () => {
    const { conference, groups } = await fairConference();
    const { body: trial } = await tryOut(conference);
    await staff.post(`/groups/${groups[ASH]!.id}/cancellation`, {});
    expect(await publish(conference, trial.fingerprint)).toMatchObject({
      status: 409,
      body: { code: 'allocation-changed' },
    });
    expect(await see(groups[BIRCH]!)).toMatchObject({ status: 'pending' });
    expect(await board(conference)).toMatchObject({ isDue: true, published: null });
  });

  it('waits until registration is closed', async () => {
    const { conference } = await fairConference('registration-open');
    const { body: trial } = await tryOut(conference);
    expect(await publish(conference, trial.fingerprint)).toMatchObject({
      status: 409,
      body: { code: 'allocation-not-due' },
    });
  });

  it('hands on what comes free afterwards in the order of the allocation', async () => {
    const { conference, groups } = await fairConference();
    await facts(DALE, true, false);
    await facts(CEDAR, false, true);
    const criteria: Criterion[] = [
      { kind: 'project-school', weight: 40 },
      { kind: 'priority-measure', weight: 5 },
      { kind: 'registered-first', weight: 4 },
    ];
    const request = { method: 'in-order' as const, criteria };
    const { body: trial } = await tryOut(conference, request);
    expect(order(trial).map(([urn]) => urn)).toEqual([DALE, CEDAR, ASH, BIRCH]);
    await publish(conference, trial.fingerprint, request);
    await staff.post(`/groups/${groups[DALE]!.id}/cancellation`, {});
    expect((await see(groups[ASH]!)).offer).toMatchObject({ places: 20 });
    expect((await see(groups[BIRCH]!)).offer).toBeUndefined();
  });

  it('leaves the criteria as they were, while the hours of later offers may still change', async () => {
    const { conference } = await fairConference();
    const { body: trial } = await tryOut(conference);
    await publish(conference, trial.fingerprint);
    const path = `/conferences/${conference.id}/place-rules`;
    const other = [{ kind: 'first-visit', weight: 1 }];
    expect(await staff.put(path, { ...USUAL, criteria: other, offerHours: 48 })).toMatchObject({
      status: 409,
    });
    expect(await staff.put(path, { ...USUAL, offerHours: 24 })).toMatchObject({
      status: 200,
      body: { offerHours: 24, criteria: USUAL.criteria },
    });
  });
});

describe('the rules by which places are given', () => {
  it('are there for anyone to read, in words, and say the usual until staff change them', async () => {
    const { conference } = await fairConference('registration-open');
    const path = `/conferences/${conference.slug}/place-rules`;
    const { body } = await test.anyone.get(path);
    expect(body).toMatchObject({ allocation: 'fair', offerHours: 48, method: 'weights', allocatedAt: null });
    expect(body.words[1]).toBe('Schools of the partnership project: 40 points.');
    await staff.put(`/conferences/${conference.id}/place-rules`, { ...USUAL, offerHours: 24 });
    expect((await test.anyone.get(path)).body).toMatchObject({ offerHours: 24, criteria: USUAL.criteria });
  });

  it('give offers the hours that the conference sets', async () => {
    const conference = await aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 20 });
    await staff.put(`/conferences/${conference.id}/place-rules`, { ...USUAL, offerHours: 6 });
    const asked = (schoolUrn: string) => aGroup({ schoolUrn, pupilsWanted: 20 });
    const first = await staff.post<Group>(`/conferences/${conference.id}/groups`, asked(ASH));
    const second = await staff.post<Group>(`/conferences/${conference.id}/groups`, asked(BIRCH));
    await staff.post(`/groups/${first.body.id}/cancellation`, {});
    expect((await see(second.body)).offer).toMatchObject({ expiresAt: '2027-01-12T15:00:00.000Z' });
  });

  it('cannot turn from one way to the other once schools have registered', async () => {
    const { conference } = await fairConference('registration-open');
    expect(await staff.patch(`/conferences/${conference.id}`, { allocation: 'first-come' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'allocation', code: 'groups-registered' }] },
    });
  });
});
