import { type Clock, newId } from '@lectern/core';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '../persistence/database';
import { isUniqueViolation } from '../persistence/dialect';
import { CLOCK, LOGGER } from './tokens';

/** Work that comes back by itself. It may run again at any point, so each step of it is idempotent. */
export interface Job {
  readonly name: string;
  readonly everySeconds: number;
  readonly run: () => Promise<void>;
}

/** How long a process may have a job in hand before another may take it over. */
const LEASE = 5 * 60_000;
/** How often this process looks for jobs that are due. */
const LOOK = 1_000;

/**
 * Runs the jobs of every area, each in one process at a time: a conditional update claims the row with a lease, so any
 * number of processes may look. Areas add theirs as they start; `main` sets it going, specs call `runDue`.
 */
@Injectable()
export class Jobs implements OnModuleDestroy {
  private readonly jobs = new Map<string, Job>();
  private readonly known = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  add(job: Job): void {
    if (this.jobs.has(job.name)) throw new Error(`There are two jobs called ${job.name}.`);
    this.jobs.set(job.name, job);
  }

  /** Looks every second from now on, one look after the other. */
  start(): void {
    const look = (): void => {
      this.running = this.runDue().catch((error: unknown) => {
        this.logger.warn({ err: error }, 'the jobs could not be looked at');
      });
      void this.running.then(() => {
        if (this.timer) this.timer = setTimeout(look, LOOK);
      });
    };
    this.timer = setTimeout(look, 0);
  }

  /** Before the database closes. */
  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.running;
  }

  /** Runs every job that is due and that no other process has in hand. */
  async runDue(): Promise<void> {
    for (const job of this.jobs.values()) await this.runIfDue(job);
  }

  /** Runs one job now, due or not: for commands and specs. */
  async runNow(name: string): Promise<void> {
    const job = this.jobs.get(name);
    if (!job) throw new Error(`There is no job called ${name}.`);
    await job.run();
  }

  private async runIfDue(job: Job): Promise<void> {
    const lease = newId();
    if (!(await this.claim(job, lease))) return;
    let failed = false;
    try {
      await job.run();
    } catch (error) {
      failed = true;
      this.logger.error({ err: error, job: job.name }, 'a job failed');
    }
    await this.database.transaction(() =>
      this.database.execute(
        'UPDATE jobs SET lease = NULL, leased_until = NULL, last_run_at = ?, due_at = ?,' +
          ` failures = ${failed ? 'failures + 1' : '0'} WHERE name = ? AND lease = ?`,
        [this.clock.now(), this.later(job.everySeconds * 1000), job.name, lease],
      ),
    );
  }

  private async claim(job: Job, lease: string): Promise<boolean> {
    const now = this.clock.now();
    await this.makeKnown(job, now);
    const [row] = await this.database.select<{ name: string }>(
      'SELECT name FROM jobs WHERE name = ? AND due_at <= ? AND (leased_until IS NULL OR leased_until <= ?)',
      [job.name, now, now],
    );
    // Most looks end here, without a write.
    if (!row) return false;
    const taken = await this.database.transaction(() =>
      this.database.execute(
        'UPDATE jobs SET lease = ?, leased_until = ?' +
          ' WHERE name = ? AND due_at <= ? AND (leased_until IS NULL OR leased_until <= ?)',
        [lease, this.later(LEASE), job.name, now, now],
      ),
    );
    return taken === 1;
  }

  private async makeKnown(job: Job, now: Date): Promise<void> {
    if (this.known.has(job.name)) return;
    const [row] = await this.database.select('SELECT name FROM jobs WHERE name = ?', [job.name]);
    if (!row) {
      try {
        await this.database.transaction(() =>
          this.database.execute('INSERT INTO jobs (name, due_at) VALUES (?, ?)', [job.name, now]),
        );
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
      }
    }
    this.known.add(job.name);
  }

  private later(milliseconds: number): Date {
    return new Date(this.clock.now().getTime() + milliseconds);
  }
}
