import type { AccessRequestList, AccessRequestStatus } from '@lectern/identity';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { AccessRequestEntity } from './access-request.entity';
import { marks } from '../persistence/sql';

export interface AccessRequestListing {
  readonly list: AccessRequestList;
  /** Only this school's, and of those only the ones that its coordinators may know of. */
  readonly schoolUrn: string | undefined;
  readonly limit: number;
  readonly before: string | null;
}

/** What tells two requests of one person. */
export interface AlikeRow {
  readonly id: string;
  readonly email_key: string;
  readonly name: string;
  readonly school_urn: string;
}

/** Whether nobody's account at another school has the address of the request; a school learns nothing of another. */
export const KNOWN_TO_SCHOOL =
  'NOT EXISTS (SELECT 1 FROM accounts a WHERE a.email_key = r.email_key' +
  ' AND (a.school_urn IS NULL OR a.school_urn <> r.school_urn OR a.disabled_at IS NOT NULL))';

const LISTS: Readonly<Record<AccessRequestList, string>> = {
  waiting: "r.status = 'waiting'",
  decided: "r.status IN ('approved', 'declined')",
};

@Injectable()
export class AccessRequestsRepository {
  constructor(private readonly database: Database) {}

  async insert(request: AccessRequestEntity): Promise<void> {
    await this.database.writer.insert(AccessRequestEntity, request);
  }

  find(id: string): Promise<AccessRequestEntity | null> {
    return this.database.reader.findOneBy(AccessRequestEntity, { id });
  }

  findByToken(tokenHash: string): Promise<AccessRequestEntity | null> {
    return this.database.reader.findOneBy(AccessRequestEntity, { tokenHash });
  }

  /** Whether the school's own coordinators may know of this request. */
  async isKnownToSchool(id: string): Promise<boolean> {
    const rows = await this.database.select(
      `SELECT r.id FROM access_requests r WHERE r.id = ? AND ${KNOWN_TO_SCHOOL}`,
      [id],
    );
    return rows.length > 0;
  }

  /** The latest first. */
  async list({ list, schoolUrn, limit, before }: AccessRequestListing): Promise<AccessRequestEntity[]> {
    const rows = await this.database.select<{ id: string }>(
      `SELECT r.id FROM access_requests r WHERE ${LISTS[list]}` +
        (schoolUrn === undefined ? '' : ` AND r.school_urn = ? AND ${KNOWN_TO_SCHOOL}`) +
        (before === null ? '' : ' AND r.id < ?') +
        ` ORDER BY r.id DESC LIMIT ${limit}`,
      [...(schoolUrn === undefined ? [] : [schoolUrn]), ...(before === null ? [] : [before])],
    );
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return [];
    const found = await this.database.reader.findBy(
      AccessRequestEntity,
      ids.map((id) => ({ id })),
    );
    return found.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  }

  /** Every request that waits for a decision and could be of the same person as one of these. */
  alike(requests: readonly AccessRequestEntity[]): Promise<AlikeRow[]> {
    if (requests.length === 0) return Promise.resolve([]);
    return this.database.select<AlikeRow>(
      "SELECT id, email_key, name, school_urn FROM access_requests WHERE status = 'waiting'" +
        ` AND (email_key IN (${marks(requests)}) OR school_urn IN (${marks(requests)}))`,
      [...requests.map(({ emailKey }) => emailKey), ...requests.map(({ schoolUrn }) => schoolUrn)],
    );
  }

  /** Moves a request on if it still stands where it was; of two who decide at once, one finds nothing left. */
  decide(
    id: string,
    status: AccessRequestStatus,
    by: string,
    at: Date,
    reason: string | null,
  ): Promise<number> {
    return this.database.execute(
      'UPDATE access_requests SET status = ?, decided_at = ?, decided_by = ?, reason = ?' +
        " WHERE id = ? AND status = 'waiting'",
      [status, at, by, reason, id],
    );
  }

  /** Lets a request wait for its decision, once its address is confirmed in time. */
  confirm(tokenHash: string, at: Date): Promise<number> {
    return this.database.execute(
      "UPDATE access_requests SET status = 'waiting', confirmed_at = ?" +
        " WHERE token_hash = ? AND status = 'unconfirmed' AND confirm_by > ?",
      [at, tokenHash, at],
    );
  }

  /** One request of a person for a school is enough: the latest. */
  async replaceEarlier(request: AccessRequestEntity, at: Date): Promise<void> {
    await this.database.execute(
      "UPDATE access_requests SET status = 'replaced', decided_at = ?" +
        " WHERE email_key = ? AND school_urn = ? AND status = 'waiting' AND id <> ?",
      [at, request.emailKey, request.schoolUrn, request.id],
    );
  }

  /** What waits at a closed school waits at its successor. */
  async moveSchool(from: string, to: string): Promise<void> {
    await this.database.execute(
      "UPDATE access_requests SET school_urn = ? WHERE school_urn = ? AND status IN ('unconfirmed', 'waiting')",
      [to, from],
    );
  }

  /** Deletes requests that nobody confirmed in time, and those that were decided long ago. */
  async tidy(now: Date, decidedBefore: Date): Promise<void> {
    await this.database.execute(
      "DELETE FROM access_requests WHERE status = 'unconfirmed' AND confirm_by < ?",
      [now],
    );
    await this.database.execute(
      "DELETE FROM access_requests WHERE status IN ('approved', 'declined', 'replaced') AND decided_at < ?",
      [decidedBefore],
    );
  }
}
