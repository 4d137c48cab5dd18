import type { TestApp } from '../app.harness';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { othersTurn, replace } from '../race.harness';

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
