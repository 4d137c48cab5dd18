import { promoteWaitingGroups, type QueuedGroup } from '@lectern/registrations';
import type { Group } from '@lectern/registrations';
import fc from 'fast-check';
import { aConferenceThatIs, aGroup, type Caller, testApp, type TestApp } from '../app.harness';
import { Jobs } from '../platform/jobs';
import { GroupsRepository } from './groups.repository';
import { WAITING_LIST_JOB } from './offer-expiry';
import { removeGuard, widenWindow } from './places-guard.harness';

const CLIENTS = 64;
const CAPACITY = 90;
const SCHOOL_CAP = 16;
const HOUR = 3_600_000;
const urns = Array.from({ length: CLIENTS }, (_, n) => String(940_000 + n));

const asking = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: SCHOOL_CAP }))
  .map(([wanted, minimum]) => ({ pupilsWanted: wanted, pupilsMinimum: Math.min(wanted, minimum) }));
const doing = fc.constantFrom(
  'accept',
  'accept',
  'decline',
  'cancel',
  'rejoin',
  'fewer',
  'more',
  'job',
  'wait',
);
type Doing = 'accept' | 'decline' | 'cancel' | 'rejoin' | 'fewer' | 'more' | 'job' | 'wait';

/** The same random sequence every time: what each of 64 clients asks for, and does in each round. */
const [asked] = fc.sample(fc.array(asking, { minLength: CLIENTS, maxLength: CLIENTS }), {
  seed: 9,
  numRuns: 1,
});
const rounds = fc.sample(fc.array(doing as fc.Arbitrary<Doing>, { minLength: CLIENTS, maxLength: CLIENTS }), {
  seed: 32027,
  numRuns: 4,
});

interface Stored {
  readonly placesGiven: number;
  readonly given: number;
  readonly held: number;
  readonly mostOfOne: number;
}

/** What was stored: the counter, and what groups have and offers hold, counted apart from it. */
const stored = async (test: TestApp, id: string): Promise<Stored> => {
  const number = async (sql: string): Promise<number> => {
    const [row] = await test.database.select<{ n: number | string | null }>(sql, [id]);
    return Number(row?.n ?? 0);
  };
  return {
    placesGiven: await number('SELECT places_given AS n FROM conferences WHERE id = ?'),
    given: await number('SELECT SUM(places) AS n FROM visit_groups WHERE conference_id = ?'),
    held: await number(
      "SELECT SUM(places) AS n FROM place_offers WHERE conference_id = ? AND status = 'open'",
    ),
    mostOfOne: await number(
      'SELECT MAX(g.places + COALESCE(o.places, 0)) AS n FROM visit_groups g' +
        ' LEFT JOIN place_offers o ON o.open_key = g.id WHERE g.conference_id = ?',
    ),
  };
};

const act = (staff: Caller, test: TestApp, group: Group, what: Doing): Promise<unknown> => {
  const path = `/groups/${group.id}`;
  if (what === 'accept' || what === 'decline') return staff.post(`${path}/offer-answer`, { answer: what });
  if (what === 'cancel') return staff.post(`${path}/cancellation`, {});
  if (what === 'rejoin') return staff.post(`${path}/rejoining`);
  if (what === 'fewer') return staff.patch(path, { pupilsWanted: Math.max(1, group.pupilsWanted - 4) });
  if (what === 'more') return staff.patch(path, { pupilsWanted: group.pupilsWanted + 3 });
  if (what === 'job') return test.app.get(Jobs).runNow(WAITING_LIST_JOB);
  return Promise.resolve();
};

describe('64 clients at once on a waiting list', () => {
  let test: TestApp;
  let staff: Caller;
  let id: string;
  let groups: Group[];

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
    await test.addSchools(urns);
    ({ id } = await aConferenceThatIs(staff, 'registration-open', {
      pupilPlaces: CAPACITY,
      schoolCap: SCHOOL_CAP,
    }));
    const answers = await Promise.all(
      urns.map((schoolUrn, n) =>
        staff.post<Group>(`/conferences/${id}/groups`, aGroup({ schoolUrn, ...asked![n] })),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(urns.map(() => 201));
    groups = answers.map(({ body }) => body);
  });

  afterAll(() => test.close());

  const checkLaws = async (): Promise<readonly QueuedGroup[]> => {
    const { placesGiven, given, held, mostOfOne } = await stored(test, id);
    expect(given + held).toBe(placesGiven);
    expect(placesGiven).toBeLessThanOrEqual(CAPACITY);
    expect(mostOfOne).toBeLessThanOrEqual(SCHOOL_CAP);
    const queue = await test.database.transaction(() => test.app.get(GroupsRepository).queue(id));
    const placesLeft = CAPACITY - placesGiven;
    // Every place that somebody on the list could use is given or offered.
    expect(promoteWaitingGroups({ placesLeft, schoolCap: SCHOOL_CAP, groups: queue })).toEqual([]);
    return queue;
  };

  it.each(rounds.map((round, index) => [index + 1, round] as const))(
    'rule 1 and the order hold after round %i, and no answered offer is lost',
    async (_, round) => {
      const answers = await Promise.all(
        groups.map(async (group, n) => ({
          what: round[n]!,
          group,
          answer: (await act(staff, test, group, round[n]!)) as { status: number; body: Group } | undefined,
        })),
      );
      const broken = answers.filter(({ answer }) => (answer?.status ?? 200) >= 500);
      expect(broken).toEqual([]);
      await checkLaws();
      for (const { what, group, answer } of answers) {
        if (what !== 'accept' || answer?.status !== 200) continue;
        const { body } = await staff.get<Group>(`/groups/${group.id}`);
        expect(body).toMatchObject({ status: 'confirmed' });
        expect(body.places).toBeGreaterThanOrEqual(body.pupilsMinimum);
      }
      // Two days later, what nobody answered goes on in one run of the job.
      test.clock.advance(48 * HOUR);
      staff = await test.as('staff');
      await test.app.get(Jobs).runNow(WAITING_LIST_JOB);
      const late = await test.database.select(
        "SELECT id FROM place_offers WHERE conference_id = ? AND status = 'open' AND expires_at <= ?",
        [id, test.clock.now()],
      );
      expect(late).toEqual([]);
      await checkLaws();
    },
  );
});

describe('the guard of held places', () => {
  /** Takes the guard away, and the locks on the rows of the queue with it. */
  const removeEveryGuard = (test: TestApp): void => {
    removeGuard(test);
    const groups = test.app.get(GroupsRepository);
    jest.spyOn(groups, 'queue').mockImplementation((id) => groups.positions(id));
  };

  /** The race for 30 free places among 30 schools that all find at once that they could come with five pupils. */
  const race = async (arrange: (test: TestApp) => void): Promise<Stored> => {
    const test = await testApp();
    try {
      const staff = await test.as('staff');
      await test.addSchools(urns);
      const { id } = await aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 30 });
      const waiting: Group[] = [];
      for (const schoolUrn of urns.slice(0, 30)) {
        const asked = aGroup({ schoolUrn, pupilsWanted: 35, pupilsMinimum: 31 });
        waiting.push((await staff.post<Group>(`/conferences/${id}/groups`, asked)).body);
      }
      expect(await stored(test, id)).toMatchObject({ placesGiven: 0, held: 0 });
      arrange(test);
      await Promise.all(
        waiting.map(({ id: group }) =>
          staff.patch(`/groups/${group}`, { pupilsWanted: 5, pupilsMinimum: 5 }),
        ),
      );
      return await stored(test, id);
    } finally {
      await test.close();
    }
  };

  it('offers exactly what is free', async () => {
    expect(await race(widenWindow)).toMatchObject({ held: 30, placesGiven: 30 });
  });

  it('is what keeps rule 1: without it the same race offers more than there is', async () => {
    expect((await race(removeEveryGuard)).held).toBeGreaterThan(30);
  });
});
