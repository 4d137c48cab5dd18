import type { MailStatus } from '@lectern/notifications';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { toDate } from '../persistence/dialect';
import { OutboxMailEntity } from './outbox-mail.entity';
import { marks } from '../persistence/sql';

/** Which mails a list shows. */
export interface MailListing {
  readonly status?: MailStatus;
  readonly kind?: string;
  /** The id of what the mails are about, such as a group. */
  readonly about?: string;
  /** Part of a recipient's name or address, or of a subject. */
  readonly find?: string;
  readonly limit: number;
  readonly after: { readonly createdAt: Date; readonly id: string } | null;
}

/** How many mails stand at one point of their way, and since when the oldest does. */
export interface MailCount {
  readonly status: string;
  readonly mails: number;
  readonly oldestAt: Date;
}

const FREE = "status = 'waiting' AND (leased_until IS NULL OR leased_until <= ?)";

/** The stored mails. Whoever sends holds a lease on a row, and each step is a conditional update under it. */
@Injectable()
export class MailsRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<OutboxMailEntity | null> {
    return this.database.reader.findOneBy(OutboxMailEntity, { id });
  }

  /** Latest first. */
  list({ status, kind, about, find, limit, after }: MailListing): Promise<OutboxMailEntity[]> {
    const query = this.database.reader
      .createQueryBuilder(OutboxMailEntity, 'm')
      .orderBy('m.createdAt', 'DESC')
      .addOrderBy('m.id', 'DESC')
      .take(limit);
    if (status !== undefined) query.andWhere('m.status = :status', { status });
    if (kind !== undefined) query.andWhere('m.kind = :kind', { kind });
    if (about !== undefined) query.andWhere('m.objectId = :about', { about });
    if (find !== undefined) {
      // INSTR has no wildcards, so no text that people type is special.
      const holds = ['recipientName', 'recipientEmail', 'subject'].map(
        (column) => `INSTR(LOWER(m.${column}), :find) > 0`,
      );
      query.andWhere(`(${holds.join(' OR ')})`, { find: find.toLowerCase() });
    }
    if (after) {
      query.andWhere('(m.createdAt < :at OR (m.createdAt = :at AND m.id < :id))', {
        at: after.createdAt,
        id: after.id,
      });
    }
    return query.getMany();
  }

  async counts(): Promise<MailCount[]> {
    const rows = await this.database.select<{ status: string; n: number; oldest: Date | string }>(
      'SELECT status, COUNT(*) AS n, MIN(created_at) AS oldest FROM outbox_mails GROUP BY status',
    );
    return rows.map((row) => ({ status: row.status, mails: Number(row.n), oldestAt: toDate(row.oldest) }));
  }

  /** Takes mails that are due under a lease, the longest due first; of two that claim at once, each row goes to one. */
  async claim(lease: string, now: Date, until: Date, most: number): Promise<OutboxMailEntity[]> {
    const due = await this.database.select<{ id: string }>(
      `SELECT id FROM outbox_mails WHERE next_try_at <= ? AND ${FREE} ORDER BY next_try_at, id LIMIT ${most}`,
      [now, now],
    );
    if (due.length === 0) return [];
    const ids = due.map(({ id }) => id);
    const taken = await this.database.transaction(() =>
      this.database.execute(
        'UPDATE outbox_mails SET lease = ?, leased_until = ?' +
          ` WHERE id IN (${marks(ids)}) AND next_try_at <= ? AND ${FREE}`,
        [lease, until, ...ids, now, now],
      ),
    );
    if (taken === 0) return [];
    return this.database.reader.find(OutboxMailEntity, {
      where: { lease },
      order: { nextTryAt: 'ASC', id: 'ASC' },
    });
  }

  /** Counts a try and renews the lease, right before the mail is handed over; false when another has the row. */
  begin(id: string, lease: string, until: Date): Promise<boolean> {
    return this.step(
      "UPDATE outbox_mails SET tries = tries + 1, leased_until = ? WHERE id = ? AND lease = ? AND status = 'waiting'",
      [until, id, lease],
    );
  }

  /** The server took it: true whoever holds the lease by now. */
  sent(id: string, now: Date): Promise<boolean> {
    return this.step(
      "UPDATE outbox_mails SET status = 'sent', sent_at = ?, lease = NULL, leased_until = NULL, last_problem = NULL" +
        " WHERE id = ? AND status = 'waiting'",
      [now, id],
    );
  }

  later(id: string, lease: string, at: Date, problem: string): Promise<boolean> {
    return this.step(
      'UPDATE outbox_mails SET next_try_at = ?, last_problem = ?, lease = NULL, leased_until = NULL' +
        " WHERE id = ? AND lease = ? AND status = 'waiting'",
      [at, problem, id, lease],
    );
  }

  givenUp(id: string, lease: string, problem: string): Promise<boolean> {
    return this.step(
      "UPDATE outbox_mails SET status = 'failed', last_problem = ?, lease = NULL, leased_until = NULL" +
        " WHERE id = ? AND lease = ? AND status = 'waiting'",
      [problem, id, lease],
    );
  }

  /** Gives back what was claimed and not begun. */
  async release(lease: string): Promise<void> {
    await this.step(
      "UPDATE outbox_mails SET lease = NULL, leased_until = NULL WHERE lease = ? AND status = 'waiting'",
      [lease],
    );
  }

  /** Puts a failed mail back into the queue, once; in the caller's unit of work. */
  async queueAgain(id: string, now: Date): Promise<boolean> {
    const put = await this.database.execute(
      "UPDATE outbox_mails SET status = 'waiting', tries = 0, next_try_at = ? WHERE id = ? AND status = 'failed'",
      [now, id],
    );
    return put === 1;
  }

  /** Removes mails written before a moment; in the caller's unit of work, a bounded number at a time. */
  async removeBefore(moment: Date, most: number): Promise<number> {
    const old = await this.database.select<{ id: string }>(
      `SELECT id FROM outbox_mails WHERE created_at < ? ORDER BY created_at LIMIT ${most}`,
      [moment],
    );
    if (old.length === 0) return 0;
    const ids = old.map(({ id }) => id);
    return this.database.execute(`DELETE FROM outbox_mails WHERE id IN (${marks(ids)})`, ids);
  }

  private async step(sql: string, values: readonly unknown[]): Promise<boolean> {
    return (await this.database.transaction(() => this.database.execute(sql, values))) === 1;
  }
}
