import type { GroupStatus, PersonKind, QueuedGroup } from '@lectern/registrations';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { Database } from '../persistence/database';
import { toDate } from '../persistence/dialect';
import { GroupEntity } from './group.entity';
import { marks } from '../persistence/sql';

/** A group row's counts of named people. */
export interface NamedCounts {
  readonly pupil: number;
  readonly adult: number;
}

export interface GroupListing {
  readonly conferenceId?: string;
  readonly schoolUrn?: string;
  readonly limit: number;
  readonly after: { readonly registeredAt: Date; readonly id: string } | null;
}

interface QueueRow {
  readonly id: string;
  readonly pupils_wanted: number;
  readonly pupils_minimum: number;
  readonly places: number;
  readonly queue_number: number;
}

/** The status of a group that is there for a door only, of an event that is no conference: no school registered it. */
export const AT_DOOR = 'door';

@Injectable()
export class GroupsRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<GroupEntity | null> {
    return this.database.reader.findOneBy(GroupEntity, { id, status: Not(AT_DOOR) });
  }

  /** The group as it is now; under the event's lock, where a plain read may be older than the lock. */
  current(id: string): Promise<GroupEntity | null> {
    const query = this.database.reader
      .createQueryBuilder(GroupEntity, 'g')
      .where('g.id = :id AND g.status <> :door', { id, door: AT_DOOR });
    return (this.database.dialect === 'sqlite' ? query : query.setLock('pessimistic_write')).getOne();
  }

  findLive(liveKey: string): Promise<GroupEntity | null> {
    return this.database.reader.findOneBy(GroupEntity, { liveKey });
  }

  async insert(group: GroupEntity): Promise<void> {
    await this.database.writer.insert(GroupEntity, group);
  }

  async update(id: string, change: Partial<GroupEntity>): Promise<void> {
    await this.database.writer.update(GroupEntity, { id }, change);
  }

  /** The confirmed and waiting groups of a conference in their order, without those that rest; locked, so that they are the latest. */
  async queue(conferenceId: string): Promise<QueuedGroup[]> {
    const rows = await this.database.select<QueueRow>(
      'SELECT id, pupils_wanted, pupils_minimum, places, queue_number FROM visit_groups' +
        " WHERE conference_id = ? AND status IN ('confirmed', 'waiting') AND resting IS NULL" +
        ` ORDER BY queue_number${this.database.forUpdate}`,
      [conferenceId],
    );
    return this.withOffers(conferenceId, rows, this.database.forUpdate);
  }

  /** The same without a lock, for showing positions. */
  async positions(conferenceId: string): Promise<QueuedGroup[]> {
    const rows = await this.database.select<QueueRow>(
      'SELECT id, pupils_wanted, pupils_minimum, places, queue_number FROM visit_groups' +
        " WHERE conference_id = ? AND status IN ('confirmed', 'waiting') AND resting IS NULL" +
        ' AND places < pupils_wanted',
      [conferenceId],
    );
    return this.withOffers(conferenceId, rows, '');
  }

  /** What open offers hold is read as it is now: a lock on the queue alone would not make it so. */
  private async withOffers(
    conferenceId: string,
    rows: readonly QueueRow[],
    lock: string,
  ): Promise<QueuedGroup[]> {
    const offers = await this.database.select<{ group_id: string; places: number }>(
      `SELECT group_id, places FROM place_offers WHERE conference_id = ? AND status = 'open'${lock}`,
      [conferenceId],
    );
    const held = new Map(offers.map((offer) => [offer.group_id, Number(offer.places)]));
    return rows.map((row) => queuedGroup(row, held.get(row.id) ?? 0));
  }

  /** The most places that one group has, or is offered. */
  async mostPlacesOfOneGroup(conferenceId: string): Promise<number> {
    const groups = await this.queue(conferenceId);
    return Math.max(0, ...groups.map(({ places, held }) => places + held));
  }

  /** The conferences that a school has places at. */
  async confirmedConferences(schoolUrn: string): Promise<string[]> {
    const rows = await this.database.select<{ conference_id: string }>(
      "SELECT conference_id FROM visit_groups WHERE school_urn = ? AND status = 'confirmed'",
      [schoolUrn],
    );
    return rows.map((row) => row.conference_id);
  }

  /** The conferences that a school had places at and gave them back, with the moment; without those it comes to again. */
  async conferencesGivenUp(schoolUrn: string): Promise<ReadonlyMap<string, Date>> {
    const rows = await this.database.select<{ conference_id: string; at: Date | string }>(
      'SELECT g.conference_id, MAX(g.cancelled_at) AS at FROM visit_groups g' +
        " WHERE g.school_urn = ? AND g.status = 'cancelled' AND g.places_given_back > 0 AND NOT EXISTS" +
        ' (SELECT 1 FROM visit_groups o WHERE o.conference_id = g.conference_id AND o.school_urn = g.school_urn' +
        " AND o.status = 'confirmed') GROUP BY g.conference_id",
      [schoolUrn],
    );
    return new Map(rows.map((row) => [row.conference_id, toDate(row.at)]));
  }

  /** Whether any school has a group that was not cancelled. */
  async hasLive(conferenceId: string): Promise<boolean> {
    const [row] = await this.database.select(
      "SELECT id FROM visit_groups WHERE conference_id = ? AND status <> 'cancelled' LIMIT 1",
      [conferenceId],
    );
    return row !== undefined;
  }

  /** All groups of a conference that were not cancelled, as they are now. */
  async live(conferenceId: string): Promise<GroupEntity[]> {
    const query = this.database.reader
      .createQueryBuilder(GroupEntity, 'g')
      .where("g.conferenceId = :conferenceId AND g.status <> 'cancelled'", { conferenceId })
      .orderBy('g.queueNumber');
    return query.getMany();
  }

  list({ conferenceId, schoolUrn, limit, after }: GroupListing): Promise<GroupEntity[]> {
    const query = this.database.reader
      .createQueryBuilder(GroupEntity, 'g')
      .where('g.status <> :door', { door: AT_DOOR })
      .orderBy('g.registeredAt', 'DESC')
      .addOrderBy('g.id', 'DESC')
      .take(limit);
    if (conferenceId !== undefined) query.andWhere('g.conferenceId = :conferenceId', { conferenceId });
    if (schoolUrn !== undefined) query.andWhere('g.schoolUrn = :schoolUrn', { schoolUrn });
    if (after) {
      query.andWhere('(g.registeredAt < :at OR (g.registeredAt = :at AND g.id < :id))', {
        at: after.registeredAt,
        id: after.id,
      });
    }
    return query.getMany();
  }

  /** How many people each group has named. */
  async named(groupIds: readonly string[]): Promise<ReadonlyMap<string, NamedCounts>> {
    const counts = new Map(groupIds.map((id) => [id, { pupil: 0, adult: 0 }]));
    if (groupIds.length === 0) return counts;
    const rows = await this.database.select<{ group_id: string; kind: PersonKind; n: number }>(
      `SELECT group_id, kind, COUNT(*) AS n FROM people WHERE group_id IN (${marks(groupIds)}) GROUP BY group_id, kind`,
      groupIds,
    );
    for (const row of rows) {
      const count = counts.get(row.group_id);
      if (count) count[row.kind] = Number(row.n);
    }
    return counts;
  }

  /** Pupils and groups by status, for the line of numbers. */
  async totals(
    conferenceId: string,
  ): Promise<readonly { status: GroupStatus; groups: number; places: number; lacking: number }[]> {
    const rows = await this.database.select<{
      status: GroupStatus;
      n: number;
      given: number | null;
      lacking: number | null;
    }>(
      'SELECT status, COUNT(*) AS n, SUM(places) AS given, SUM(pupils_wanted - places) AS lacking' +
        ' FROM visit_groups WHERE conference_id = ? GROUP BY status',
      [conferenceId],
    );
    return rows.map((row) => ({
      status: row.status,
      groups: Number(row.n),
      places: Number(row.given ?? 0),
      lacking: Number(row.lacking ?? 0),
    }));
  }

  async peopleNamed(conferenceId: string): Promise<number> {
    const [row] = await this.database.select<{ n: number }>(
      'SELECT COUNT(*) AS n FROM people p JOIN visit_groups g ON g.id = p.group_id' +
        " WHERE g.conference_id = ? AND g.status <> 'cancelled'",
      [conferenceId],
    );
    return Number(row?.n ?? 0);
  }
}

const queuedGroup = (row: QueueRow, held: number): QueuedGroup => ({
  id: row.id,
  wanted: Number(row.pupils_wanted),
  minimum: Number(row.pupils_minimum),
  places: Number(row.places),
  held,
  sequence: Number(row.queue_number),
});
