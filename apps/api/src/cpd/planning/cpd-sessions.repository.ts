import type { CpdSessionStatus } from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';
import { CpdSessionEntity } from './cpd-session.entity';
import { marks } from '../../persistence/sql';

/** A session with the names that are shown of its programme and topic. */
export interface CpdSessionRow extends CpdSessionEntity {
  readonly programmeLabel: string;
  readonly academicYear: string;
  readonly topicTitle: string;
}

export interface CpdSessionListing {
  readonly statuses: readonly CpdSessionStatus[];
  readonly topicId?: string | undefined;
  readonly programmeId?: string | undefined;
  readonly seriesId?: string | undefined;
  /** Sessions that begin at this moment or later. */
  readonly from?: Date | undefined;
  /** Sessions that begin before this moment. */
  readonly to?: Date | undefined;
  readonly limit: number;
  readonly after: { readonly startsAt: Date; readonly id: string } | null;
}

@Injectable()
export class CpdSessionsRepository {
  constructor(private readonly database: Database) {}

  async insert(session: CpdSessionEntity): Promise<void> {
    await this.database.writer.insert(CpdSessionEntity, session);
  }

  async update(id: string, change: Partial<CpdSessionEntity>): Promise<void> {
    await this.database.writer.update(CpdSessionEntity, { id }, change);
  }

  async find(id: string): Promise<CpdSessionRow | null> {
    const [row] = await this.findAll([id]);
    return row ?? null;
  }

  /** These sessions, earliest first. */
  findAll(ids: readonly string[]): Promise<CpdSessionRow[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.named(
      this.query()
        .where('session.id IN (:...ids)', { ids })
        .orderBy('session.startsAt')
        .addOrderBy('session.id'),
    );
  }

  /** The sessions of a series, earliest first, whatever became of them. */
  ofSeries(seriesId: string): Promise<CpdSessionRow[]> {
    return this.ofAllSeries([seriesId]);
  }

  /** The sessions of several series, earliest first, whatever became of them. */
  ofAllSeries(seriesIds: readonly string[]): Promise<CpdSessionRow[]> {
    if (seriesIds.length === 0) return Promise.resolve([]);
    return this.named(
      this.query()
        .where('session.seriesId IN (:...seriesIds)', { seriesIds })
        .orderBy('session.startsAt')
        .addOrderBy('session.id'),
    );
  }

  /** Earliest first. */
  list({ statuses, limit, after, ...asked }: CpdSessionListing): Promise<CpdSessionRow[]> {
    if (statuses.length === 0) return Promise.resolve([]);
    const query = this.query()
      .where('session.status IN (:...statuses)', { statuses })
      .orderBy('session.startsAt')
      .addOrderBy('session.id')
      .take(limit);
    for (const field of ['topicId', 'programmeId', 'seriesId'] as const) {
      if (asked[field] !== undefined)
        query.andWhere(`session.${field} = :${field}`, { [field]: asked[field] });
    }
    if (asked.from) query.andWhere('session.startsAt >= :from', { from: asked.from });
    if (asked.to) query.andWhere('session.startsAt < :to', { to: asked.to });
    if (after) {
      query.andWhere(
        '(session.startsAt > :startsAt OR (session.startsAt = :startsAt AND session.id > :id))',
        after,
      );
    }
    return this.named(query);
  }

  /** Sessions in these states that share a minute with a stretch of time. */
  during(startsAt: Date, endsAt: Date, statuses: readonly CpdSessionStatus[]): Promise<CpdSessionEntity[]> {
    return this.query()
      .where('session.startsAt < :endsAt AND session.endsAt > :startsAt', { startsAt, endsAt })
      .andWhere('session.status IN (:...statuses)', { statuses })
      .orderBy('session.startsAt')
      .addOrderBy('session.id')
      .getMany();
  }

  /**
   * The sessions under their locks, taken in the order of their ids so that two series cannot wait for each other, and
   * read after it: what is read is what others have committed.
   */
  async lock(ids: readonly string[]): Promise<CpdSessionEntity[]> {
    const ordered = [...new Set(ids)].sort();
    const found: CpdSessionEntity[] = [];
    for (const id of ordered) {
      const query = this.database.writer
        .createQueryBuilder(CpdSessionEntity, 'session')
        .where('session.id = :id', { id });
      const row = await (
        this.database.dialect === 'sqlite' ? query : query.setLock('pessimistic_write')
      ).getOne();
      if (row) found.push(row);
    }
    return found;
  }

  /** Moves the status if it is still the one that was decided on. */
  move(
    id: string,
    from: CpdSessionStatus,
    to: CpdSessionStatus,
    reason: string | null,
    now: Date,
  ): Promise<number> {
    return this.database.execute(
      'UPDATE cpd_sessions SET status = ?, cancellation_reason = COALESCE(?, cancellation_reason), updated_at = ?' +
        ' WHERE id = ? AND status = ?',
      [to, reason, now, id, from],
    );
  }

  /** The number of the next calendar entry that comes with a letter: higher than every one before. Under the lock. */
  async nextCalendarSequence(id: string): Promise<number> {
    await this.database.execute(
      'UPDATE cpd_sessions SET calendar_sequence = calendar_sequence + 1 WHERE id = ?',
      [id],
    );
    const [row] = await this.database.select<{ calendar_sequence: number }>(
      `SELECT calendar_sequence FROM cpd_sessions WHERE id = ?${this.database.forUpdate}`,
      [id],
    );
    return Number(row?.calendar_sequence);
  }

  private query() {
    return this.database.reader.createQueryBuilder(CpdSessionEntity, 'session');
  }

  private async named(query: ReturnType<CpdSessionsRepository['query']>): Promise<CpdSessionRow[]> {
    const sessions = await query.getMany();
    const programmes = await this.namesOf<{ id: string; label: string; academic_year: string }>(
      'SELECT id, label, academic_year FROM cpd_programmes',
      sessions.map(({ programmeId }) => programmeId),
    );
    const topics = await this.namesOf<{ id: string; title: string }>(
      'SELECT id, title FROM cpd_topics',
      sessions.map(({ topicId }) => topicId),
    );
    return sessions.map((session) => ({
      ...session,
      programmeLabel: programmes.get(session.programmeId)?.label ?? '',
      academicYear: programmes.get(session.programmeId)?.academic_year ?? '',
      topicTitle: topics.get(session.topicId)?.title ?? '',
    }));
  }

  private async namesOf<Row extends { readonly id: string }>(
    select: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Row>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const rows = await this.database.select<Row>(`${select} WHERE id IN (${marks(wanted)})`, wanted);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
