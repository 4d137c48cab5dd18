import type { CpdSession, PresenterOffer } from '@lectern/cpd';
import { type Caller, testApp, type TestApp } from '../../app.harness';
import { aCpdProgramme, aCpdSessionThatIs, type TestCpd } from '../cpd.harness';
import { CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { AccountDirectoryService } from '../../identity/account-directory.service';
import { anOffer, aTrainee, offerFor, type Person } from './offers.harness';

const TRAINEES = 32;

// Between reading the numbers and writing them, everybody else gets a turn: the race at its worst.
const othersTurn = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
};

/** Makes the window between reading and writing as wide as it can be, with the guard in place. */
const widenWindow = (test: TestApp): void => {
  const sessions = test.app.get(CpdSessionsRepository);
  const lock = sessions.lock.bind(sessions);
  jest.spyOn(sessions, 'lock').mockImplementation(async (ids) => {
    const rows = await lock(ids);
    await othersTurn();
    return rows;
  });
};

/** Takes the guards away: the session’s lock, that of the people, and on SQLite the queue of writers. */
const removeGuard = (test: TestApp): void => {
  const sessions = test.app.get(CpdSessionsRepository);
  jest.spyOn(sessions, 'lock').mockImplementation(async (ids) => {
    const rows = await sessions.findAll(ids);
    await othersTurn();
    return rows;
  });
  jest.spyOn(test.app.get(AccountDirectoryService), 'lock').mockImplementation(othersTurn);
  const database = test.database as unknown as { oneWriter: { runExclusive: <T>(work: () => T) => T } };
  database.oneWriter = { runExclusive: (work) => work() };
};

interface World {
  readonly test: TestApp;
  readonly staff: Caller;
  readonly mentor: Caller;
  readonly cpd: TestCpd;
}

const inAWorld = async <T>(work: (world: World) => Promise<T>): Promise<T> => {
  const test = await testApp();
  try {
    const staff = await test.as('staff');
    return await work({ test, staff, mentor: await test.as('mentor'), cpd: await aCpdProgramme(staff) });
  } finally {
    jest.restoreAllMocks();
    await test.close();
  }
};

const trainees = async ({ test, mentor }: World, many: number): Promise<Person[]> => {
  const people: Person[] = [];
  for (let n = 0; n < many; n++) people.push(await aTrainee(test, mentor, { name: `Trainee ${n}` }));
  return people;
};

const standingOf = async ({ mentor }: World, sessionId: string): Promise<PresenterOffer[]> =>
  (await mentor.get(`/cpd/offers?sessionId=${sessionId}&limit=200`)).body.items;

describe('32 trainees at once for two places among the presenters', () => {
  const race = (arrange: (test: TestApp) => void) =>
    inAWorld(async (world) => {
      const session = await aCpdSessionThatIs(world.staff, world.cpd, 'published', { presentersWanted: 2 });
      const people = await trainees(world, TRAINEES);
      arrange(world.test);
      const answers = await Promise.all(people.map(({ caller }) => offerFor(caller, session.id)));
      return { answers, standing: await standingOf(world, session.id) };
    });

  it('gives exactly two, and the others stand on standby in the order in which they came', async () => {
    const { answers, standing } = await race(widenWindow);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(answers.filter(({ body }) => body.status === 'offered')).toHaveLength(2);
    expect(standing.filter(({ status }) => status === 'offered')).toHaveLength(2);
    const waiting = standing.filter(({ status }) => status === 'standby');
    expect(waiting.map(({ standbyPosition }) => standbyPosition)).toEqual(
      Array.from({ length: TRAINEES - 2 }, (_, at) => at + 1),
    );
  });

  it('owes that to the lock of the session: without it the same race gives more', async () => {
    const { standing } = await race(removeGuard);
    expect(standing.filter(({ status }) => status === 'offered').length).toBeGreaterThan(2);
  });
});

describe('places that come free while many withdraw at once', () => {
  it('go to as many teams as there is room for, in order, and to none twice', async () => {
    await inAWorld(async (world) => {
      const session = await aCpdSessionThatIs(world.staff, world.cpd, 'published', { presentersWanted: 4 });
      const people = await trainees(world, 16);
      const offers: PresenterOffer[] = [];
      for (const { caller } of people) {
        offers.push(await anOffer(caller, session.id));
        world.test.clock.advance(1000);
      }
      widenWindow(world.test);
      // The four who have places and four who wait take their offers back.
      const leaving = [0, 1, 2, 3, 5, 7, 9, 11];
      const answers = await Promise.all(
        leaving.map((n) =>
          people[n]!.caller.post(`/cpd/offers/${offers[n]!.id}/withdrawal`, { reason: 'Ill.' }),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual(leaving.map(() => 200));
      const standing = await standingOf(world, session.id);
      const idsOf = (status: string): string[] =>
        standing.filter((one) => one.status === status).map(({ id }) => id);
      expect(idsOf('offered')).toEqual([4, 6, 8, 10].map((n) => offers[n]!.id));
      expect(idsOf('standby')).toEqual([12, 13, 14, 15].map((n) => offers[n]!.id));
      for (const { id } of standing) {
        const promoted = standing
          .find((one) => one.id === id)!
          .thread.filter(({ action }) => action === 'promote');
        expect(promoted.length).toBeLessThanOrEqual(1);
      }
    });
  });
});

describe('one trainee who offers for eight sessions of the same hour at once', () => {
  const race = (arrange: (test: TestApp) => void) =>
    inAWorld(async (world) => {
      const sessions: CpdSession[] = [];
      for (let n = 0; n < 8; n++) sessions.push(await aCpdSessionThatIs(world.staff, world.cpd, 'published'));
      const [one] = await trainees(world, 1);
      arrange(world.test);
      const answers = await Promise.all(sessions.map(({ id }) => offerFor(one!.caller, id)));
      return answers.map(({ status }) => status).sort();
    });

  it('gets one of them', async () => {
    expect(await race(widenWindow)).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
  });

  it('owes that to the lock of the person: without it they promise to be in many places', async () => {
    expect((await race(removeGuard)).filter((status) => status === 201).length).toBeGreaterThan(1);
  });
});
