import type { TestApp } from '../app.harness';
import { ConferencePlacesService } from '../conferences/conference-places.service';

// Between reading the numbers and writing them, everybody else gets a turn: the race at its worst.
const othersTurn = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
};

/** Specs and nothing else load this file, but it is compiled with the API, which knows no Jest. */
const replace = <T, K extends keyof T>(object: T, name: K, by: T[K]): void => {
  object[name] = by;
};

/** Makes the window between reading and writing as wide as it can be, with the guard in place. */
export const widenWindow = (test: TestApp): void => {
  const places = test.app.get(ConferencePlacesService);
  const lock = places.lock.bind(places);
  replace(places, 'lock', async (id) => {
    const facts = await lock(id);
    await othersTurn();
    return facts;
  });
};

/** Takes the guard away: the event's lock, the condition on the count, and on SQLite the queue of writers. */
export const removeGuard = (test: TestApp): void => {
  const places = test.app.get(ConferencePlacesService);
  replace(places, 'lock', async (id) => {
    const facts = await places.facts(id);
    if (!facts) throw new Error('no conference');
    await othersTurn();
    return facts;
  });
  replace(places, 'give', async (id, count) => {
    // As it is with the guard: a change of nothing would lock the row all the same.
    if (count === 0) return;
    await test.database.execute('UPDATE conferences SET places_given = places_given + ? WHERE id = ?', [
      count,
      id,
    ]);
  });
  const database = test.database as unknown as { oneWriter: { runExclusive: <T>(work: () => T) => T } };
  database.oneWriter = { runExclusive: (work) => work() };
};
