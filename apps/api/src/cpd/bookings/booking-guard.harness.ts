import type { TestApp } from '../../app.harness';
import { othersTurn, replace } from '../../race.harness';
import { CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { BookingQueue } from './booking-queue';

/** Makes the window between reading and writing as wide as it can be, with the guard in place. */
export const widenWindow = (test: TestApp): void => {
  const queue = test.app.get(BookingQueue);
  const take = queue.take.bind(queue);
  replace(queue, 'take', async (ids) => {
    const inHand = await take(ids);
    await othersTurn();
    return inHand;
  });
};

/** Takes the guard away: the locks, the condition on the count, and on SQLite the queue of writers. */
export const removeGuard = (test: TestApp): void => {
  const sessions = test.app.get(CpdSessionsRepository);
  const queue = test.app.get(BookingQueue);
  replace(sessions, 'lock', async (ids) => {
    const found = await sessions.findAll(ids);
    await othersTurn();
    return found;
  });
  replace(queue, 'give', async (_, ids, places) => {
    for (const id of ids) {
      await test.database.execute('UPDATE cpd_sessions SET places_given = places_given + ? WHERE id = ?', [
        places,
        id,
      ]);
    }
  });
  const database = test.database as unknown as { oneWriter: { runExclusive: <T>(work: () => T) => T } };
  database.oneWriter = { runExclusive: (work) => work() };
};
