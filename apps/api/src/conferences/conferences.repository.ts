import type { ConferenceState } from '@lectern/conferences';
import { Injectable } from '@nestjs/common';
import { And, In, LessThan, LessThanOrEqual, MoreThan, type FindOptionsWhere } from 'typeorm';
import { Database } from '../persistence/database';
import { ConferenceEntity } from './conference.entity';

export interface ConferenceListing {
  readonly states: readonly ConferenceState[];
  readonly limit: number;
  readonly after: { readonly startsAt: Date; readonly id: string } | null;
}

/** Events that are there for a door only, such as that of a CPD session, are no conferences: nothing here finds them. */
const CONFERENCE = { kind: 'conference' } as const;

/** Student conferences, and nothing else that has a door. */
@Injectable()
export class ConferencesRepository {
  constructor(private readonly database: Database) {}

  async insert(conference: ConferenceEntity): Promise<void> {
    await this.database.writer.insert(ConferenceEntity, conference);
  }

  find(idOrSlug: string): Promise<ConferenceEntity | null> {
    return this.database.reader.findOne(ConferenceEntity, {
      where: [
        { ...CONFERENCE, id: idOrSlug },
        { ...CONFERENCE, slug: idOrSlug },
      ],
    });
  }

  findAll(ids: readonly string[]): Promise<ConferenceEntity[]> {
    return this.database.reader.find(ConferenceEntity, {
      where: { ...CONFERENCE, id: In([...ids]) },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
  }

  /** Latest start first. */
  list({ states, limit, after }: ConferenceListing): Promise<ConferenceEntity[]> {
    const status = In([...states]);
    const where: FindOptionsWhere<ConferenceEntity>[] = after
      ? [
          { ...CONFERENCE, status, startsAt: LessThan(after.startsAt) },
          { ...CONFERENCE, status, startsAt: after.startsAt, id: LessThan(after.id) },
        ]
      : [{ ...CONFERENCE, status }];
    return this.database.reader.find(ConferenceEntity, {
      where,
      order: { startsAt: 'DESC', id: 'DESC' },
      take: limit,
    });
  }

  inStates(states: readonly ConferenceState[]): Promise<ConferenceEntity[]> {
    return this.database.reader.find(ConferenceEntity, {
      where: { ...CONFERENCE, status: In([...states]) },
      order: { startsAt: 'ASC' },
    });
  }

  async startedBefore(moment: Date): Promise<string[]> {
    const rows = await this.database.select<{ id: string }>(
      "SELECT id FROM conferences WHERE kind = 'conference' AND starts_at < ?" +
        " AND status IN ('live', 'completed', 'archived')",
      [moment],
    );
    return rows.map(({ id }) => id);
  }

  /** Every slug that begins so, of whatever has one: they are unique among all. */
  async slugsLike(stem: string): Promise<string[]> {
    const rows = await this.database.select<{ slug: string }>(
      'SELECT slug FROM conferences WHERE slug LIKE ?',
      [`${stem}%`],
    );
    return rows.map((row) => row.slug);
  }

  /** The row under the event's lock: read after it, so that what is read is what others have committed. */
  async lock(id: string): Promise<ConferenceEntity | null> {
    const [found] = await this.database.select<{ id: string }>(
      `SELECT id FROM conferences WHERE id = ? AND kind = 'conference'${this.database.forUpdate}`,
      [id],
    );
    if (!found) return null;
    const query = this.database.writer
      .createQueryBuilder(ConferenceEntity, 'conference')
      .where('conference.id = :id', { id });
    // A plain read could still see the snapshot from before the lock (REPEATABLE READ).
    return (this.database.dialect === 'sqlite' ? query : query.setLock('pessimistic_write')).getOne();
  }

  /** The number of the next calendar entry that comes with a letter: higher than every one before. */
  async nextCalendarSequence(id: string): Promise<number> {
    await this.database.execute(
      'UPDATE conferences SET calendar_sequence = calendar_sequence + 1 WHERE id = ?',
      [id],
    );
    const [row] = await this.database.select<{ calendar_sequence: number }>(
      `SELECT calendar_sequence FROM conferences WHERE id = ?${this.database.forUpdate}`,
      [id],
    );
    return Number(row?.calendar_sequence);
  }

  /** Conferences that schools still prepare for, whose numbers become final within a time. */
  finalNumbersWithin(from: Date, to: Date): Promise<ConferenceEntity[]> {
    return this.database.reader.find(ConferenceEntity, {
      where: {
        ...CONFERENCE,
        status: In(['registration-open', 'registration-closed']),
        finalNumbersAt: And(MoreThan(from), LessThanOrEqual(to)),
      },
      order: { finalNumbersAt: 'ASC', id: 'ASC' },
    });
  }

  async update(id: string, change: Partial<ConferenceEntity>): Promise<void> {
    await this.database.writer.update(ConferenceEntity, { id }, change);
  }

  /** Moves the state if it is still the one that was decided on. */
  move(
    id: string,
    from: ConferenceState,
    to: ConferenceState,
    reason: string | null,
    now: Date,
  ): Promise<number> {
    return this.database.execute(
      'UPDATE conferences SET status = ?, cancellation_reason = COALESCE(?, cancellation_reason), updated_at = ?' +
        ' WHERE id = ? AND status = ?',
      [to, reason, now, id, from],
    );
  }
}
