import { AsyncResource } from 'node:async_hooks';
import { ThrottleEntity } from '../platform/throttle.entity';
import { type TestDatabase, testDatabase } from './database.harness';
import { isUniqueViolation, toDate } from './dialect';

declare const LECTERN_TEST_DIALECT: 'sqlite' | 'mariadb';

const onSqlite = LECTERN_TEST_DIALECT === 'sqlite';
const moment = new Date('2027-03-09T09:30:00.123Z');

describe('the database', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await testDatabase();
  });

  afterAll(() => test.close());

  beforeEach(() => test.database.transaction(() => test.database.execute('DELETE FROM throttles', [])));

  // The smallest table there is stands for all of them.
  const put = (bucket: string, hits = 0): Promise<number> =>
    test.database.execute('INSERT INTO throttles (bucket, hits, resets_at) VALUES (?, ?, ?)', [
      bucket,
      hits,
      moment,
    ]);

  const rows = (): Promise<{ bucket: string; hits: number; resets_at: Date | string }[]> =>
    test.database.select('SELECT bucket, hits, resets_at FROM throttles ORDER BY bucket');

  const hitsOf = async (bucket: string): Promise<number> =>
    Number((await rows()).find((row) => row.bucket === bucket)?.hits);

  it('rule 2: a unit of work that fails leaves nothing behind', async () => {
    const failing = test.database.transaction(async () => {
      await put('first');
      await test.database.writer.insert(ThrottleEntity, { bucket: 'second', hits: 1, resetsAt: moment });
      throw new Error('after both');
    });
    await expect(failing).rejects.toThrow('after both');
    expect(await rows()).toEqual([]);
  });

  it('a unit of work sees its own changes before anybody else does', async () => {
    await test.database.transaction(async () => {
      await put('mine');
      expect(await rows()).toHaveLength(1);
    });
    expect(await rows()).toHaveLength(1);
  });

  it('a unit of work that has read something still sees what others commit afterwards', async () => {
    const elsewhere = AsyncResource.bind((bucket: string) => test.database.transaction(() => put(bucket)));
    await test.database.transaction(async () => {
      expect(await rows()).toEqual([]);
      // On SQLite nobody writes while a unit of work runs: there is nothing to be stale.
      if (onSqlite) return;
      await elsewhere('theirs');
      expect(await rows()).toHaveLength(1);
    });
  });

  it('every connection reads what is committed, not only the first', async () => {
    if (onSqlite) return;
    const levels = await Promise.all(
      Array.from({ length: 12 }, () =>
        test.database.select<{ level: string }>('SELECT @@tx_isolation AS level, SLEEP(0.02)'),
      ),
    );
    expect(new Set(levels.map(([row]) => row?.level))).toEqual(new Set(['READ-COMMITTED']));
  });

  it('a nested unit of work joins: the outer failure takes the inner changes with it', async () => {
    const failing = test.database.transaction(async () => {
      await put('outer');
      await test.database.transaction(() => put('inner'));
      throw new Error('at the end');
    });
    await expect(failing).rejects.toThrow('at the end');
    expect(await rows()).toEqual([]);
  });

  it('a change outside a unit of work is a mistake that is told at once', async () => {
    expect(() => test.database.writer).toThrow('outside a unit of work');
    await expect(put('stray')).rejects.toThrow('outside a unit of work');
    expect(await rows()).toEqual([]);
  });

  it('rule 2: fifty increments at once lose none', async () => {
    await test.database.transaction(() => put('counter'));
    await Promise.all(
      Array.from({ length: 50 }, () =>
        test.database.transaction(() =>
          test.database.execute('UPDATE throttles SET hits = hits + 1 WHERE bucket = ?', ['counter']),
        ),
      ),
    );
    expect(await hitsOf('counter')).toBe(50);
  });

  it('rule 2: fifty units of work that read under the lock and then write lose none', async () => {
    await test.database.transaction(() => put('read-then-write'));
    await Promise.all(
      Array.from({ length: 50 }, () =>
        test.database.transaction(async () => {
          const [row] = await test.database.select<{ hits: number }>(
            `SELECT hits FROM throttles WHERE bucket = ?${test.database.forUpdate}`,
            ['read-then-write'],
          );
          await test.database.execute('UPDATE throttles SET hits = ? WHERE bucket = ?', [
            Number(row?.hits) + 1,
            'read-then-write',
          ]);
        }),
      ),
    );
    expect(await hitsOf('read-then-write')).toBe(50);
  });

  it('two units of work that run at once are two, and one that fails leaves the other alone', async () => {
    const [kept, lost] = await Promise.allSettled([
      test.database.transaction(() => put('kept')),
      test.database.transaction(async () => {
        await put('lost');
        throw new Error('only this one');
      }),
    ]);
    expect([kept.status, lost.status]).toEqual(['fulfilled', 'rejected']);
    expect((await rows()).map(({ bucket }) => bucket)).toEqual(['kept']);
  });

  it('what waits for the commit runs after it, in order, and sees what was stored', async () => {
    const told: string[] = [];
    await test.database.transaction(async () => {
      await put('told');
      test.database.afterCommit(() => told.push('first'));
      await test.database.transaction(() => {
        test.database.afterCommit(() => told.push('second'));
        return Promise.resolve();
      });
      expect(told).toEqual([]);
    });
    expect(told).toEqual(['first', 'second']);
  });

  it('what waits for the commit never runs after a failure', async () => {
    const told: string[] = [];
    const failing = test.database.transaction(() => {
      test.database.afterCommit(() => told.push('never'));
      return Promise.reject(new Error('no commit'));
    });
    await expect(failing).rejects.toThrow('no commit');
    expect(told).toEqual([]);
  });

  it('outside a unit of work there is nothing to wait for', () => {
    const told: string[] = [];
    test.database.afterCommit(() => told.push('now'));
    expect(told).toEqual(['now']);
  });

  it('keeps a moment to the millisecond, in UTC, however it is written and read', async () => {
    await test.database.transaction(async () => {
      await put('raw');
      await test.database.writer.insert(ThrottleEntity, { bucket: 'typed', hits: 0, resetsAt: moment });
    });
    for (const row of await rows()) expect(toDate(row.resets_at)).toEqual(moment);
    const typed = await test.database.reader.find(ThrottleEntity);
    expect(typed.map(({ resetsAt }) => resetsAt)).toEqual([moment, moment]);
    const found = await test.database.select('SELECT bucket FROM throttles WHERE resets_at <= ?', [moment]);
    expect(found).toHaveLength(2);
    const before = await test.database.select('SELECT bucket FROM throttles WHERE resets_at < ?', [moment]);
    expect(before).toHaveLength(0);
  });

  it('knows a second row with one key from every other failure', async () => {
    await test.database.transaction(() => put('once'));
    const again = await test.database.transaction(() => put('once')).catch((error: unknown) => error);
    expect(isUniqueViolation(again)).toBe(true);
    const other = await test.database
      .transaction(() => test.database.execute('INSERT INTO no_such_table (a) VALUES (1)', []))
      .catch((error: unknown) => error);
    expect(isUniqueViolation(other)).toBe(false);
  });

  it('a unit of work that meets a passing conflict runs again, and only its last run counts', async () => {
    let runs = 0;
    const told: number[] = [];
    await test.database.transaction(async () => {
      runs += 1;
      const run = runs;
      await put(`run-${run}`);
      test.database.afterCommit(() => told.push(run));
      if (run < 3) throw Object.assign(new Error('conflict'), { errno: 1213 });
    });
    expect((await rows()).map(({ bucket }) => bucket)).toEqual(['run-3']);
    expect(told).toEqual([3]);
  });

  it('a conflict that never passes is told after five runs', async () => {
    let runs = 0;
    const failing = test.database.transaction(() => {
      runs += 1;
      return Promise.reject(Object.assign(new Error('conflict'), { errno: 1205 }));
    });
    await expect(failing).rejects.toThrow('conflict');
    expect(runs).toBe(5);
  });

  (onSqlite ? it : it.skip)('on SQLite the source for reading cannot write', async () => {
    const insert =
      "INSERT INTO throttles (bucket, hits, resets_at) VALUES ('x', 0, '2027-01-01 00:00:00.000')";
    await expect(test.sources.read.query(insert)).rejects.toThrow(/readonly/i);
    expect(await rows()).toEqual([]);
  });

  (onSqlite ? it.skip : it)(
    'rule 2: on MariaDB two units of work that lock crosswise both end well',
    async () => {
      await test.database.transaction(async () => {
        await put('a');
        await put('b');
      });
      // Each takes its first row before either asks for its second: a deadlock that the server ends for one of them.
      let arrived = 0;
      let open: () => void = () => undefined;
      const bothHaveOne = new Promise<void>((resolve) => {
        open = resolve;
      });
      const runs = { ab: 0, ba: 0 };
      const lockBoth = (name: 'ab' | 'ba', first: string, second: string) =>
        test.database.transaction(async () => {
          runs[name] += 1;
          const add = (bucket: string) =>
            test.database.execute('UPDATE throttles SET hits = hits + 1 WHERE bucket = ?', [bucket]);
          await add(first);
          arrived += 1;
          if (arrived === 2) open();
          await bothHaveOne;
          await add(second);
        });
      await Promise.all([lockBoth('ab', 'a', 'b'), lockBoth('ba', 'b', 'a')]);
      expect(runs.ab + runs.ba).toBe(3);
      expect([await hitsOf('a'), await hitsOf('b')]).toEqual([2, 2]);
    },
  );
});
