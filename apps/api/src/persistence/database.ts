import { AsyncLocalStorage } from 'node:async_hooks';
import { Mutex } from 'async-mutex';
import type { EntityManager } from 'typeorm';
import type { DataSources } from './data-sources';
import { type Dialect, isRetryable } from './dialect';

interface Transaction {
  readonly manager: EntityManager;
  readonly afterCommit: (() => void)[];
}

const RETRIES = 5;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * The one way to the database. Every change runs inside `transaction`: what changes together commits together, a
 * nested call joins, deadlocks repeat the whole unit of work, and on SQLite (one connection) a mutex keeps two units
 * from becoming savepoints of each other.
 */
export class Database {
  private readonly current = new AsyncLocalStorage<Transaction>();
  private readonly oneWriter = new Mutex();

  constructor(private readonly sources: DataSources) {}

  get dialect(): Dialect {
    return this.sources.dialect;
  }

  /** Appended to a SELECT that decides: locks the rows; SQLite needs none, since writers already queue. */
  get forUpdate(): string {
    return this.dialect === 'sqlite' ? '' : ' FOR UPDATE';
  }

  /** For reading: the running transaction when there is one, so that it sees its own changes. */
  get reader(): EntityManager {
    return this.current.getStore()?.manager ?? this.sources.read.manager;
  }

  /** For changing; a change outside a unit of work is a mistake of ours. */
  get writer(): EntityManager {
    const transaction = this.current.getStore();
    if (!transaction) throw new Error('A change was tried outside a unit of work.');
    return transaction.manager;
  }

  /** Whether a unit of work is running here: whoever would wait for another one waits for ever on SQLite. */
  get isWorking(): boolean {
    return this.current.getStore() !== undefined;
  }

  /** Runs one changing statement and says how many rows it touched: the decisive step of a race. */
  async execute(sql: string, values: readonly unknown[]): Promise<number> {
    const runner = this.writer.queryRunner;
    if (!runner) throw new Error('A unit of work has a connection of its own.');
    const result = (await runner.query(sql, [...values], true)) as { affected?: number };
    return result.affected ?? 0;
  }

  /** Runs one reading statement. */
  select<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.reader.query<Row[]>(sql, [...values]);
  }

  /** Runs one unit of work: all of it is kept, or none. The work may run again, so it changes nothing but rows. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.current.getStore()) return work();
    for (let attempt = 1; ; attempt++) {
      const afterCommit: (() => void)[] = [];
      try {
        const result = await this.once(work, afterCommit);
        for (const act of afterCommit) act();
        return result;
      } catch (error) {
        if (attempt >= RETRIES || !isRetryable(error)) throw error;
        await pause(Math.random() * 20 * attempt);
      }
    }
  }

  /** Runs once the current unit of work is safely stored; never when it is rolled back. */
  afterCommit(act: () => void): void {
    const transaction = this.current.getStore();
    if (transaction) transaction.afterCommit.push(act);
    else act();
  }

  private once<T>(work: () => Promise<T>, afterCommit: (() => void)[]): Promise<T> {
    const run = (): Promise<T> =>
      this.sources.write.transaction((manager) => this.current.run({ manager, afterCommit }, work));
    return this.dialect === 'sqlite' ? this.oneWriter.runExclusive(run) : run();
  }

  /** Resolves when the database answers. */
  async ping(): Promise<void> {
    await this.sources.read.query('SELECT 1');
  }

  async close(): Promise<void> {
    if (this.sources.read.isInitialized) await this.sources.read.destroy();
    if (this.sources.write.isInitialized) await this.sources.write.destroy();
  }
}

/** Brings the schema up to date; several processes that start together take turns. */
const migrate = async ({ dialect, write }: DataSources): Promise<void> => {
  if (dialect === 'sqlite') {
    await write.runMigrations();
    return;
  }
  const turn = write.createQueryRunner();
  try {
    await turn.query("SELECT GET_LOCK('lectern_migrations', 120)");
    await write.runMigrations();
  } finally {
    await turn.query("SELECT RELEASE_LOCK('lectern_migrations')");
    await turn.release();
  }
};

/**
 * Lets each statement of a unit of work see what others have committed until then. Under the usual level of MySQL a
 * unit that has read anything keeps seeing that moment, so a plain read after the event's lock would be stale.
 */
const readWhatIsCommitted = async ({ dialect, write }: DataSources): Promise<void> => {
  if (dialect === 'sqlite') return;
  const level = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';
  const { pool } = write.driver as unknown as {
    pool: { on(event: 'connection', act: (made: { query(sql: string): unknown }) => void): void };
  };
  pool.on('connection', (made) => void made.query(level));
  // The one connection that asked for the server's version is in the pool already.
  await write.query(level);
};

/** Opens, migrates and hands out the database; the read-only source of SQLite opens once the file is there. */
export const openDatabase = async (sources: DataSources): Promise<Database> => {
  await sources.write.initialize();
  await readWhatIsCommitted(sources);
  await migrate(sources);
  if (sources.read !== sources.write) await sources.read.initialize();
  return new Database(sources);
};
