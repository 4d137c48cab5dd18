import { type Clock, newId } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { requestContext } from '../platform/request-context';
import { CLOCK } from '../platform/tokens';

const HOUR = 3_600_000;

/** One thing that somebody did to something; `details` holds ids, counts and states, never names or answers. */
export interface AuditEntry {
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The append-only trail; a record commits with the change that it tells of. */
@Injectable()
export class AuditService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async record(entry: AuditEntry): Promise<void> {
    const context = requestContext.current();
    await this.database.execute(
      'INSERT INTO audit_records (id, at, actor_kind, actor_id, action, object_kind, object_id, details, correlation_id)' +
        ' VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [
        newId(),
        this.clock.now(),
        context?.actor?.kind ?? 'system',
        context?.actor?.id ?? null,
        entry.action,
        entry.objectKind,
        entry.objectId,
        JSON.stringify(entry.details ?? {}),
        context?.correlationId ?? null,
      ],
    );
  }

  /**
   * Records that somebody read much at once. One record for each reader, thing and hour says as much as one for every
   * click, and lets the trail be read; the reading itself needs no unit of work.
   */
  async recordReading(entry: AuditEntry & { readonly objectId: string }): Promise<void> {
    const actorId = requestContext.current()?.actor?.id ?? null;
    const since = new Date(this.clock.now().getTime() - HOUR);
    const [done] = await this.database.select(
      'SELECT id FROM audit_records WHERE object_kind = ? AND object_id = ? AND actor_id = ? AND action = ?' +
        ' AND at > ? LIMIT 1',
      [entry.objectKind, entry.objectId, actorId, entry.action, since],
    );
    if (!done) await this.database.transaction(() => this.record(entry));
  }
}
