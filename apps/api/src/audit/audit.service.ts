import { type Clock, newId } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { requestContext } from '../platform/request-context';
import { CLOCK } from '../platform/tokens';

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
}
