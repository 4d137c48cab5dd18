import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../persistence/database';
import { ResourceEntity, ResourceVersionEntity } from './resource.entity';
import { marks } from '../../persistence/sql';

/** Who looks at the shelf: everything is there for those who look after the sessions. */
export interface ShelfReader {
  readonly accountId: string;
  readonly seesAll: boolean;
}

export interface ResourceListing {
  readonly topicId?: string | undefined;
  readonly sessionId?: string | undefined;
  /** Only what the reader shared. */
  readonly own: boolean;
  /** Each folded word must be in what is said of it, or in the title of one of these topics. */
  readonly words: readonly { readonly word: string; readonly topicIds: readonly string[] }[];
  readonly limit: number;
  readonly after: { readonly sharedAt: Date; readonly id: string } | null;
}

/** Sessions that somebody gives, or has a place in. */
const OWN_SESSIONS =
  "(SELECT o.session_id FROM cpd_offers o JOIN cpd_offer_presenters p ON p.offer_id = o.id WHERE p.account_id = :me AND o.status IN ('approved', 'delivered'))";
const OWN_PLACES =
  "(SELECT bs.session_id FROM cpd_booking_sessions bs JOIN cpd_bookings b ON b.id = bs.booking_id JOIN cpd_booked_people p ON p.booking_id = b.id WHERE p.account_id = :me AND p.has_place = 1 AND b.status <> 'cancelled')";
const PUBLIC_SESSIONS = "(SELECT id FROM cpd_sessions WHERE status IN ('published', 'delivered'))";

/** Shared by the reader, with the partnership, or with the people of a session of the reader’s. */
const VISIBLE =
  "(resource.sharedBy = :me OR (resource.audience = 'partnership' AND (resource.sessionId IS NULL" +
  ` OR resource.topicId IS NOT NULL OR resource.sessionId IN ${PUBLIC_SESSIONS}))` +
  ` OR resource.sessionId IN ${OWN_SESSIONS} OR resource.sessionId IN ${OWN_PLACES})`;

@Injectable()
export class ResourcesRepository {
  constructor(private readonly database: Database) {}

  async insert(resource: ResourceEntity): Promise<void> {
    await this.database.writer.insert(ResourceEntity, resource);
  }

  async update(id: string, change: Partial<ResourceEntity>): Promise<void> {
    await this.database.writer.update(ResourceEntity, { id }, change);
  }

  async insertVersion(version: ResourceVersionEntity): Promise<void> {
    await this.database.writer.insert(ResourceVersionEntity, version);
  }

  /** The resource under its lock: its versions are numbered one after the other. */
  async lock(id: string): Promise<ResourceEntity | null> {
    const query = this.database.writer
      .createQueryBuilder(ResourceEntity, 'resource')
      .where('resource.id = :id', { id });
    return (this.database.dialect === 'sqlite' ? query : query.setLock('pessimistic_write')).getOne();
  }

  /** What stands on the shelf and this reader may see of it; null for anything else. */
  find(reader: ShelfReader, id: string): Promise<ResourceEntity | null> {
    return this.visible(reader).andWhere('resource.id = :id', { id }).getOne();
  }

  /** Latest shared first. */
  list(
    reader: ShelfReader,
    { topicId, sessionId, own, words, limit, after }: ResourceListing,
  ): Promise<ResourceEntity[]> {
    const query = this.visible(reader)
      .orderBy('resource.sharedAt', 'DESC')
      .addOrderBy('resource.id', 'DESC')
      .take(limit);
    if (own) query.andWhere('resource.sharedBy = :sharer', { sharer: reader.accountId });
    if (sessionId !== undefined) query.andWhere('resource.sessionId = :sessionId', { sessionId });
    if (topicId !== undefined) {
      query.andWhere(
        '(resource.topicId = :topicId OR resource.sessionId IN (SELECT id FROM cpd_sessions WHERE topic_id = :topicId))',
        { topicId },
      );
    }
    words.forEach(({ word, topicIds }, at) => {
      const ofTopics =
        topicIds.length === 0
          ? ''
          : ` OR resource.topicId IN (:...topics${at}) OR resource.sessionId IN` +
            ` (SELECT id FROM cpd_sessions WHERE topic_id IN (:...topics${at}))`;
      query.andWhere(`(INSTR(resource.searchText, :word${at}) > 0${ofTopics})`, {
        [`word${at}`]: word,
        [`topics${at}`]: topicIds,
      });
    });
    if (after) {
      query.andWhere(
        '(resource.sharedAt < :sharedAt OR (resource.sharedAt = :sharedAt AND resource.id < :id))',
        after,
      );
    }
    return query.getMany();
  }

  /** Every version of these resources, latest first. */
  versions(resourceIds: readonly string[]): Promise<ResourceVersionEntity[]> {
    return this.database.reader.find(ResourceVersionEntity, {
      where: { resourceId: In([...resourceIds]) },
      order: { version: 'DESC' },
    });
  }

  findVersion(resourceId: string, version: number): Promise<ResourceVersionEntity | null> {
    return this.database.reader.findOneBy(ResourceVersionEntity, { resourceId, version });
  }

  /** Of these sessions, those that this reader gives or has a place in. */
  async ownSessions({ accountId }: ShelfReader, sessionIds: readonly string[]): Promise<Set<string>> {
    if (sessionIds.length === 0) return new Set();
    const [given, taken] = [OWN_SESSIONS, OWN_PLACES].map((of) => of.replace(':me', '?'));
    const rows = await this.database.select<{ id: string }>(
      `SELECT id FROM cpd_sessions WHERE id IN (${marks(sessionIds)}) AND (id IN ${given} OR id IN ${taken})`,
      [...sessionIds, accountId, accountId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  private visible({ accountId, seesAll }: ShelfReader) {
    const query = this.database.reader
      .createQueryBuilder(ResourceEntity, 'resource')
      .where('resource.withdrawnAt IS NULL');
    return seesAll ? query : query.andWhere(VISIBLE, { me: accountId });
  }
}
