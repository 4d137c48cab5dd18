import { createHash } from 'node:crypto';
import { type Clock, DomainError } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { isUniqueViolation } from '../persistence/dialect';
import { CLOCK } from './tokens';

/** How often one thing may be tried in one window of time. */
export interface Limit {
  readonly name: string;
  readonly tries: number;
  readonly seconds: number;
}

/** Counts tries in the database, so that every process sees the same count; subjects are kept as hashes. */
@Injectable()
export class Throttle {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Counts one try; throws when the window already holds as many as it may. */
  async take(limit: Limit, subject: string): Promise<void> {
    const hits = await this.database.transaction(() => this.count(limit, this.bucket(limit, subject)));
    if (hits > limit.tries) {
      const minutes = Math.ceil(limit.seconds / 60);
      throw new DomainError(
        'too-many',
        'too-many-tries',
        `That was tried too often. Wait ${minutes} minutes and try again.`,
        {
          retryAfter: limit.seconds,
        },
      );
    }
  }

  /** Forgets the tries of a subject, once it has shown that it may. */
  async forget(limit: Limit, subject: string): Promise<void> {
    await this.database.transaction(() =>
      this.database.execute('DELETE FROM throttles WHERE bucket = ?', [this.bucket(limit, subject)]),
    );
  }

  /** Gives one try back: a success is no attack. */
  async giveBack(limit: Limit, subject: string): Promise<void> {
    await this.database.transaction(() =>
      this.database.execute('UPDATE throttles SET hits = hits - 1 WHERE bucket = ? AND hits > 0', [
        this.bucket(limit, subject),
      ]),
    );
  }

  private bucket(limit: Limit, subject: string): string {
    return `${limit.name}:${createHash('sha256').update(subject).digest('hex').slice(0, 40)}`;
  }

  private async count(limit: Limit, bucket: string): Promise<number> {
    const now = this.clock.now();
    const touched = await this.database.execute(
      'UPDATE throttles SET hits = hits + 1 WHERE bucket = ? AND resets_at > ?',
      [bucket, now],
    );
    if (touched === 0) {
      await this.database.execute('DELETE FROM throttles WHERE bucket = ? AND resets_at <= ?', [bucket, now]);
      try {
        await this.database.execute('INSERT INTO throttles (bucket, hits, resets_at) VALUES (?, 1, ?)', [
          bucket,
          new Date(now.getTime() + limit.seconds * 1000),
        ]);
        return 1;
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        await this.database.execute('UPDATE throttles SET hits = hits + 1 WHERE bucket = ?', [bucket]);
      }
    }
    const [row] = await this.database.select<{ hits: number }>(
      `SELECT hits FROM throttles WHERE bucket = ?${this.database.forUpdate}`,
      [bucket],
    );
    return Number(row?.hits ?? 1);
  }
}
