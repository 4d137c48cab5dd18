import { fixedClock } from '@lectern/testing';
import type { Database } from '../persistence/database';
import { testDatabase } from '../persistence/database.harness';
import { Jobs } from './jobs';
import { makeLogger } from './logging';

describe('jobs', () => {
  let database: Database;
  let close: () => Promise<void>;
  const clock = fixedClock();

  beforeEach(async () => ({ database, close } = await testDatabase()));
  afterEach(() => close());

  const process = (run: () => Promise<void>): Jobs => {
    const jobs = new Jobs(database, clock, makeLogger('silent'));
    jobs.add({ name: 'sweep', everySeconds: 60, run });
    return jobs;
  };

  it('run when they are due, and not before', async () => {
    const run = jest.fn().mockResolvedValue(undefined);
    const jobs = process(run);
    await jobs.runDue();
    await jobs.runDue();
    expect(run).toHaveBeenCalledTimes(1);
    clock.advance(60_000);
    await jobs.runDue();
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('run in one of several processes that look at once', async () => {
    const run = jest.fn().mockResolvedValue(undefined);
    await Promise.all(Array.from({ length: 8 }, () => process(run).runDue()));
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('are taken over when the process that had one is gone', async () => {
    void process(() => new Promise(() => undefined)).runDue();
    const run = jest.fn().mockResolvedValue(undefined);
    const other = process(run);
    const inHand = () => database.select('SELECT name FROM jobs WHERE lease IS NOT NULL');
    while ((await inHand()).length === 0) await new Promise((resolve) => setImmediate(resolve));
    await other.runDue();
    expect(run).not.toHaveBeenCalled();
    clock.advance(5 * 60_000);
    await other.runDue();
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('come back after a failure, which is counted and stops no other', async () => {
    const run = jest.fn().mockRejectedValueOnce(new Error('no luck')).mockResolvedValue(undefined);
    const jobs = process(run);
    const other = jest.fn().mockResolvedValue(undefined);
    jobs.add({ name: 'other', everySeconds: 60, run: other });
    const failures = async () =>
      (await database.select<{ failures: number }>("SELECT failures FROM jobs WHERE name = 'sweep'"))[0]
        ?.failures;
    await jobs.runDue();
    expect([Number(await failures()), other.mock.calls.length]).toEqual([1, 1]);
    clock.advance(60_000);
    await jobs.runDue();
    expect([Number(await failures()), run.mock.calls.length]).toEqual([0, 2]);
  });
});
