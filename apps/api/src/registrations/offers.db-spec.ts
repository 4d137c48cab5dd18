import type { Conference } from '@lectern/conferences';
import type { Group, OfferDetails } from '@lectern/registrations';
import type { GroupRequest } from '@lectern/registrations/requests';
import { aConferenceThatIs, aGroup, aRoster, type Caller, testApp, type TestApp } from '../app.harness';
import type { Letter } from '../notifications/letter';
import { SEALED_LETTER } from '../notifications/outbox';
import { Jobs } from '../platform/jobs';
import { Seal } from '../platform/seal';
import { WAITING_LIST_JOB } from './offer-expiry';

const SCHOOLS = ['920001', '920002', '920003', '920004', '920005'] as const;
const [FIRST, SECOND, THIRD, FOURTH] = SCHOOLS;
const HOUR = 3_600_000;
const NOW = '2027-01-12T09:00:00.000Z';

let test: TestApp;
let staff: Caller;
const coordinators = new Map<string, Caller>();

beforeAll(async () => {
  test = await testApp();
  await test.addSchools(SCHOOLS);
  for (const urn of SCHOOLS) coordinators.set(urn, await test.as('coordinator', urn));
});

beforeEach(async () => {
  test.clock.set(NOW);
  staff = await test.as('staff');
});

afterAll(() => test.close());

const register = async (
  conference: Conference,
  schoolUrn: string,
  change: Partial<GroupRequest>,
): Promise<Group> =>
  (await staff.post<Group>(`/conferences/${conference.id}/groups`, aGroup({ schoolUrn, ...change }))).body;

const see = async (group: Group): Promise<Group> => (await staff.get<Group>(`/groups/${group.id}`)).body;
const cancel = (group: Group) => staff.post(`/groups/${group.id}/cancellation`, {});
const run = () => test.app.get(Jobs).runNow(WAITING_LIST_JOB);

/** A full conference of 30: one group has them all, and others wait. */
const fullConference = async (
  waiting: readonly (readonly [urn: string, change: Partial<GroupRequest>])[],
): Promise<{ conference: Conference; holder: Group; groups: Group[] }> => {
  const conference = await aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 30 });
  const holder = await register(conference, FIRST, { pupilsWanted: 30 });
  const groups: Group[] = [];
  for (const [urn, change] of waiting) groups.push(await register(conference, urn, change));
  return { conference, holder, groups };
};

interface Posted {
  readonly kind: string;
  readonly letter: Letter;
}

/** The letters about a group, in the order in which they were written. */
const letters = async (group: Group): Promise<Posted[]> => {
  const rows = await test.database.select<{ id: string; kind: string; sealed_letter: string }>(
    "SELECT id, kind, sealed_letter FROM outbox_mails WHERE object_kind = 'group' AND object_id = ? ORDER BY id",
    [group.id],
  );
  const seal = test.app.get(Seal);
  return rows.map(({ id, kind, sealed_letter }) => ({
    kind,
    letter: JSON.parse(seal.open(SEALED_LETTER, id, sealed_letter)) as Letter,
  }));
};

/** The token of the link in the group's letter. */
const tokenOf = async (group: Group): Promise<string> => {
  const offered = (await letters(group)).filter(({ kind }) => kind === 'places.offered').at(-1);
  const button = offered?.letter.parts.find((part) => part.kind === 'button');
  if (button?.kind !== 'button') throw new Error('The letter has a button.');
  return button.url.split('/').at(-1)!;
};

const answerByLink = (token: string, answer: 'accept' | 'decline') =>
  test.anyone.post<OfferDetails>(`/offers/${token}/answer`, { answer });

const placesLeft = async ({ id }: Conference): Promise<number> =>
  (await staff.get<Conference>(`/conferences/${id}`)).body.placesLeft;

describe('an offer of freed places', () => {
  it('holds between what a group needs and what it wants, for 48 hours, and keeps it on the list', async () => {
    const { conference, holder, groups } = await fullConference([
      [SECOND, { pupilsWanted: 40, pupilsMinimum: 20 }],
    ]);
    await cancel(holder);
    expect(await see(groups[0]!)).toMatchObject({
      status: 'waiting',
      places: 0,
      position: 1,
      offer: { places: 30, madeAt: NOW, expiresAt: '2027-01-14T09:00:00.000Z' },
    });
    expect(await placesLeft(conference)).toBe(0);
  });

  it('passes a group that needs more, and leaves it first on the list', async () => {
    const { holder, groups } = await fullConference([
      [SECOND, { pupilsWanted: 50, pupilsMinimum: 31 }],
      [THIRD, { pupilsWanted: 25 }],
    ]);
    await cancel(holder);
    expect(await see(groups[0]!)).toMatchObject({ position: 1 });
    expect((await see(groups[0]!)).offer).toBeUndefined();
    expect((await see(groups[1]!)).offer).toMatchObject({ places: 25 });
  });

  it('is answered from the letter without signing in, once; tickets follow', async () => {
    const { conference, holder, groups } = await fullConference([
      [SECOND, { pupilsWanted: 40, pupilsMinimum: 20 }],
    ]);
    const group = groups[0]!;
    await staff.put(`/groups/${group.id}/roster`, { people: aRoster(3) });
    await cancel(holder);
    const token = await tokenOf(group);
    expect((await test.anyone.get(`/offers/${token}`)).body).toMatchObject({
      status: 'open',
      places: 30,
      pupilsWanted: 40,
      schoolName: `School ${SECOND}`,
      conference: { title: conference.title },
    });
    expect(await answerByLink(token, 'accept')).toMatchObject({ status: 200, body: { status: 'accepted' } });
    expect(await see(group)).toMatchObject({ status: 'confirmed', places: 30, position: 1 });
    expect((await staff.get(`/groups/${group.id}/tickets`)).body.items).toHaveLength(3);
    expect((await letters(group)).map(({ kind }) => kind)).toEqual([
      'registration.waiting',
      'places.offered',
      'places.offer-accepted',
    ]);
    for (const answer of ['accept', 'decline'] as const) {
      expect(await answerByLink(token, answer)).toMatchObject({ status: 410, body: { code: 'offer-over' } });
    }
    expect(await see(group)).toMatchObject({ status: 'confirmed', places: 30 });
  });

  it('is not changed by whoever only opens the link, however often', async () => {
    const { holder, groups } = await fullConference([[SECOND, {}]]);
    await cancel(holder);
    const token = await tokenOf(groups[0]!);
    for (let n = 0; n < 5; n++) await test.anyone.get(`/offers/${token}`);
    for (const path of [`/offers/${token}/answer`, `/offers/${token}/answer?answer=accept`]) {
      expect((await test.anyone.get(path)).status).toBe(404);
    }
    expect((await see(groups[0]!)).offer).toMatchObject({ places: 30 });
  });

  it('keeps only a hash of its link', async () => {
    const { holder, groups } = await fullConference([[SECOND, {}]]);
    await cancel(holder);
    const token = await tokenOf(groups[0]!);
    const rows = await test.database.select('SELECT * FROM place_offers WHERE group_id = ?', [groups[0]!.id]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is not found by a link that was made up', async () => {
    expect(await test.anyone.get('/offers/made-up')).toMatchObject({ status: 404 });
    expect(await answerByLink('made-up', 'accept')).toMatchObject({ status: 404 });
  });

  it('is accepted by the coordinator of its school on the page of the group, and by no other', async () => {
    const { holder, groups } = await fullConference([[SECOND, {}]]);
    await cancel(holder);
    const path = `/groups/${groups[0]!.id}/offer-answer`;
    expect(await coordinators.get(THIRD)!.post(path, { answer: 'accept' })).toMatchObject({ status: 404 });
    expect(await coordinators.get(SECOND)!.post<Group>(path, { answer: 'accept' })).toMatchObject({
      status: 200,
      body: { status: 'confirmed', places: 30 },
    });
    expect(await coordinators.get(SECOND)!.post(path, { answer: 'accept' })).toMatchObject({
      status: 410,
      body: { code: 'offer-over' },
    });
  });

  it('goes to the next at once when it is declined, and its group rests until its school asks again', async () => {
    const { holder, groups } = await fullConference([
      [SECOND, {}],
      [THIRD, {}],
    ]);
    const [second, third] = groups as [Group, Group];
    await cancel(holder);
    await answerByLink(await tokenOf(second), 'decline');
    expect(await see(second)).toMatchObject({ status: 'waiting', places: 0, resting: 'declined' });
    expect((await see(second)).position).toBeUndefined();
    expect((await see(third)).offer).toMatchObject({ places: 30 });
    await answerByLink(await tokenOf(third), 'decline');
    expect((await see(second)).offer).toBeUndefined();
    const back = await coordinators.get(SECOND)!.post<Group>(`/groups/${second.id}/rejoining`);
    expect(back.body).toMatchObject({ status: 'waiting', offer: { places: 30 } });
    expect(back.body.resting).toBeUndefined();
  });

  it('keeps a group where it stands when its school asks to go back though it is on the list', async () => {
    const { groups } = await fullConference([
      [SECOND, {}],
      [THIRD, {}],
    ]);
    const { body } = await coordinators.get(SECOND)!.post<Group>(`/groups/${groups[0]!.id}/rejoining`);
    expect(body.position).toBe(1);
  });

  it('runs out, and the same run of the job offers its places to the next', async () => {
    const { conference, holder, groups } = await fullConference([
      [SECOND, {}],
      [THIRD, { pupilsWanted: 20 }],
      [FOURTH, { pupilsWanted: 10 }],
    ]);
    const [second, third, fourth] = groups as [Group, Group, Group];
    await cancel(holder);
    const token = await tokenOf(second);
    test.clock.advance(48 * HOUR);
    staff = await test.as('staff');
    expect(await answerByLink(token, 'accept')).toMatchObject({ status: 410, body: { code: 'offer-over' } });
    expect((await test.anyone.get(`/offers/${token}`)).body).toMatchObject({ status: 'expired' });
    await run();
    expect(await see(second)).toMatchObject({ status: 'waiting', resting: 'expired' });
    expect((await see(third)).offer).toMatchObject({ places: 20 });
    expect((await see(fourth)).offer).toMatchObject({ places: 10 });
    expect(await placesLeft(conference)).toBe(0);
    expect((await letters(second)).map(({ kind }) => kind)).toEqual([
      'registration.waiting',
      'places.offered',
      'places.offer-expired',
    ]);
    await run();
    expect((await letters(third)).filter(({ kind }) => kind.startsWith('places.'))).toHaveLength(1);
  });

  it('grows when more comes free before it is answered, rather than passing its group by', async () => {
    const conference = await aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 30 });
    const one = await register(conference, FIRST, { pupilsWanted: 12 });
    const two = await register(conference, SECOND, { pupilsWanted: 18 });
    const waits = await register(conference, THIRD, { pupilsWanted: 28, pupilsMinimum: 10 });
    const behind = await register(conference, FOURTH, { pupilsWanted: 2 });
    await cancel(one);
    expect((await see(waits)).offer).toMatchObject({ places: 12 });
    test.clock.advance(HOUR);
    staff = await test.as('staff');
    await cancel(two);
    expect((await see(waits)).offer).toMatchObject({ places: 28, expiresAt: '2027-01-14T09:00:00.000Z' });
    expect((await see(behind)).offer).toMatchObject({ places: 2 });
    await answerByLink(await tokenOf(waits), 'accept');
    expect(await see(waits)).toMatchObject({ status: 'confirmed', places: 28 });
  });

  it('never stands past final numbers, and nothing is offered after them', async () => {
    const { conference, holder, groups } = await fullConference([[SECOND, {}]]);
    test.clock.set('2027-03-02T09:00:00.000Z');
    staff = await test.as('staff');
    await cancel(holder);
    expect((await see(groups[0]!)).offer).toMatchObject({ expiresAt: conference.finalNumbersAt });
    test.clock.set('2027-03-02T17:00:00.000Z');
    staff = await test.as('staff');
    await run();
    await staff.post(`/groups/${groups[0]!.id}/rejoining`);
    await run();
    expect((await see(groups[0]!)).offer).toBeUndefined();
    expect(await placesLeft(conference)).toBe(30);
  });

  it('shrinks with what its group wants, is taken back when it needs more, and goes with its group', async () => {
    const { conference, holder, groups } = await fullConference([
      [SECOND, { pupilsWanted: 30, pupilsMinimum: 10 }],
    ]);
    const group = groups[0]!;
    await cancel(holder);
    await staff.patch(`/groups/${group.id}`, { pupilsWanted: 20 });
    expect((await see(group)).offer).toMatchObject({ places: 20 });
    expect(await placesLeft(conference)).toBe(10);
    await staff.patch(`/groups/${group.id}`, { pupilsWanted: 35, pupilsMinimum: 31 });
    expect((await see(group)).offer).toBeUndefined();
    expect(await placesLeft(conference)).toBe(30);
    await staff.patch(`/groups/${group.id}`, { pupilsMinimum: 5 });
    expect((await see(group)).offer).toMatchObject({ places: 30 });
    await cancel(group);
    expect(await placesLeft(conference)).toBe(30);
  });

  it('is taken back when the day begins or the conference is called off', async () => {
    const { conference, holder, groups } = await fullConference([[SECOND, {}]]);
    await cancel(holder);
    const token = await tokenOf(groups[0]!);
    await staff.post(`/conferences/${conference.id}/transitions`, { to: 'cancelled', reason: 'Snow.' });
    expect((await test.anyone.get(`/offers/${token}`)).body).toMatchObject({ status: 'withdrawn' });
    expect(await answerByLink(token, 'accept')).toMatchObject({ status: 410 });
  });

  it('counts towards the cap that staff may set', async () => {
    const { conference, holder } = await fullConference([[SECOND, { pupilsWanted: 25 }]]);
    await cancel(holder);
    expect(await staff.patch(`/conferences/${conference.id}`, { schoolCap: 24 })).toMatchObject({
      status: 400,
    });
    expect(await staff.patch(`/conferences/${conference.id}`, { pupilPlaces: 24 })).toMatchObject({
      status: 400,
    });
  });

  it('is not needed by a confirmed group: what it lacked is given at once, with a letter', async () => {
    const conference = await aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 30 });
    const one = await register(conference, FIRST, { pupilsWanted: 10 });
    const partly = await register(conference, SECOND, { pupilsWanted: 25, pupilsMinimum: 15 });
    expect(partly).toMatchObject({ status: 'confirmed', places: 20 });
    await cancel(one);
    expect(await see(partly)).toMatchObject({ status: 'confirmed', places: 25 });
    expect((await letters(partly)).map(({ kind }) => kind)).toEqual(['registration.in-part', 'places.given']);
  });

  it.each(['accept', 'decline'] as const)(
    'is answered once, however many answer at once, the first with %s',
    async (first) => {
      const { conference, holder, groups } = await fullConference([
        [SECOND, {}],
        [THIRD, {}],
      ]);
      await cancel(holder);
      const token = await tokenOf(groups[0]!);
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          answerByLink(token, n % 2 === (first === 'accept' ? 0 : 1) ? 'accept' : 'decline'),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(11).fill(410)]);
      const seen = [await see(groups[0]!), await see(groups[1]!)];
      const taken = seen.reduce((sum, { places, offer }) => sum + places + (offer?.places ?? 0), 0);
      expect(taken).toBe(30);
      expect(await placesLeft(conference)).toBe(0);
    },
  );
});

describe('why a group stands where it does', () => {
  it('is told to staff: what it needs, what is free, who is ahead and what it is offered', async () => {
    const { conference, holder } = await fullConference([
      [SECOND, { pupilsWanted: 20, pupilsMinimum: 12 }],
      [THIRD, { pupilsWanted: 25, pupilsMinimum: 25 }],
      [FOURTH, { pupilsWanted: 40, pupilsMinimum: 40 }],
    ]);
    await cancel(holder);
    const { body } = await staff.get(`/conferences/${conference.id}/waiting-list`);
    expect(body).toMatchObject({
      placesFree: 10,
      placesHeld: 20,
      offerHours: 48,
      listEndsAt: '2027-03-02T17:00:00.000Z',
    });
    expect(body.items.map(({ words }: { words: string }) => words)).toEqual([
      'Holds an offer of 20 of 20 places until Thursday 14 January 2027, 9am.',
      'It needs 25 places at least; 10 are free. Nobody is ahead of it.',
      `It needs 40 places at least; 10 are free. Ahead of it is School ${THIRD}.`,
    ]);
  });
});
