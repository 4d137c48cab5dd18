import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { toDate } from '../persistence/dialect';
import { marks } from '../persistence/sql';

/** One stored line of the trail. */
export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  readonly details: string;
  readonly correlationId: string | null;
}

/** Which lines are asked for; what is undefined does not narrow. */
export interface AuditFilter {
  readonly actorIds: readonly string[] | undefined;
  /** The whole action (`group.changed`), or the part before its dot. */
  readonly action: string | undefined;
  readonly objectKind: string | undefined;
  readonly objectId: string | undefined;
  readonly from: Date | undefined;
  /** Before this moment. */
  readonly to: Date | undefined;
}

export interface AuditPlace {
  readonly at: Date;
  readonly id: string;
}

type Condition = readonly [sql: string, ...values: unknown[]];

const conditionsOf = (filter: AuditFilter, after: AuditPlace | null): Condition[] => {
  const { actorIds, action, objectKind, objectId, from, to } = filter;
  return [
    ...(actorIds === undefined
      ? []
      : actorIds.length === 0
        ? [['1 = 0'] as const]
        : [[`actor_id IN (${marks(actorIds)})`, ...actorIds] as const]),
    ...(action === undefined
      ? []
      : action.includes('.')
        ? [['action = ?', action] as const]
        : [['INSTR(action, ?) = 1', `${action}.`] as const]),
    ...(objectKind === undefined ? [] : [['object_kind = ?', objectKind] as const]),
    ...(objectId === undefined ? [] : [['object_id = ?', objectId] as const]),
    ...(from === undefined ? [] : [['at >= ?', from] as const]),
    ...(to === undefined ? [] : [['at < ?', to] as const]),
    ...(after === null ? [] : [['(at < ? OR (at = ? AND id < ?))', after.at, after.at, after.id] as const]),
  ];
};

/** Reads the trail. There is nothing here that changes it. */
@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  /** The latest first. */
  async list(filter: AuditFilter, limit: number, after: AuditPlace | null): Promise<AuditRow[]> {
    const conditions = conditionsOf(filter, after);
    const where = conditions.map(([sql]) => sql).join(' AND ');
    const rows = await this.database.select<Omit<AuditRow, 'at'> & { at: Date | string }>(
      'SELECT id, at, actor_kind AS actorKind, actor_id AS actorId, action, object_kind AS objectKind,' +
        ' object_id AS objectId, details, correlation_id AS correlationId FROM audit_records' +
        (where === '' ? '' : ` WHERE ${where}`) +
        ` ORDER BY at DESC, id DESC LIMIT ${limit}`,
      conditions.flatMap(([, ...values]) => values),
    );
    return rows.map((row) => ({ ...row, at: toDate(row.at) }));
  }
}
