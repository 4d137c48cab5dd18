import { type AuditRecord } from '@lectern/identity';
import type { Page } from '@lectern/core';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { cursorOf, placeOf } from '../platform/paging';
import { ActorNames } from './actor-names';
import { auditCsv } from './audit-csv';
import { AuditService } from './audit.service';
import { type AuditFilter, type AuditPlace, AuditRepository, type AuditRow } from './audit.repository';

/** What is asked of the trail: a person by id, or by part of a name or an address. */
export interface AuditAsked extends Omit<AuditFilter, 'actorIds'> {
  readonly actorId: string | undefined;
  readonly who: string | undefined;
}

/** The most lines that one file holds; the file says so when there are more. */
export const MOST_EXPORTED = 10_000;
const AT_ONCE = 1_000;

const placeIn = (cursor: unknown): AuditPlace | null => {
  const place = placeOf(cursor, 2);
  if (!place) return null;
  // Whatever a cursor that nobody was given holds, the list then starts at its end.
  const at = new Date(Number(place[0]));
  return { at: Number.isNaN(at.getTime()) ? new Date(0) : at, id: String(place[1]) };
};

/** Shows the trail to those who may see it, with names where they are still known, and as a file. */
@Injectable()
export class AuditViewerService {
  constructor(
    private readonly database: Database,
    private readonly records: AuditRepository,
    private readonly actors: ActorNames,
    private readonly audit: AuditService,
  ) {}

  async list(asked: AuditAsked, limit: number, cursor: unknown): Promise<Page<AuditRecord>> {
    const after = placeIn(cursor);
    const rows = await this.records.list(await this.filterOf(asked), limit + 1, after);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.views(shown),
      nextCursor: rows.length > limit && last ? cursorOf([last.at.getTime(), last.id]) : null,
    };
  }

  /** The same lines as a file for a spreadsheet; taking it away is recorded too. */
  async export(asked: AuditAsked): Promise<string> {
    const filter = await this.filterOf(asked);
    const items: AuditRecord[] = [];
    let after: AuditPlace | null = null;
    while (items.length <= MOST_EXPORTED) {
      const rows: AuditRow[] = await this.records.list(filter, AT_ONCE, after);
      items.push(...(await this.views(rows)));
      const last = rows.at(-1);
      if (!last || rows.length < AT_ONCE) break;
      after = { at: last.at, id: last.id };
    }
    const more = items.length > MOST_EXPORTED;
    const shown = items.slice(0, MOST_EXPORTED);
    await this.database.transaction(() =>
      this.audit.record({
        action: 'audit.exported',
        objectKind: 'audit',
        objectId: null,
        details: { records: shown.length, whole: !more },
      }),
    );
    return auditCsv(shown, more);
  }

  private async filterOf({ actorId, who, ...filter }: AuditAsked): Promise<AuditFilter> {
    if (actorId !== undefined) return { ...filter, actorIds: [actorId] };
    return { ...filter, actorIds: who === undefined ? undefined : await this.actors.idsLike(who) };
  }

  private async views(rows: readonly AuditRow[]): Promise<AuditRecord[]> {
    const ids = new Map<string, Set<string>>();
    for (const { actorKind, actorId } of rows) {
      if (actorId !== null) ids.set(actorKind, (ids.get(actorKind) ?? new Set<string>()).add(actorId));
    }
    const names = new Map<string, ReadonlyMap<string, string>>();
    for (const [kind, some] of ids) names.set(kind, await this.actors.names(kind, [...some]));
    return rows.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      actor: {
        kind: row.actorKind,
        id: row.actorId,
        name: (row.actorId === null ? null : names.get(row.actorKind)?.get(row.actorId)) ?? null,
      },
      action: row.action,
      objectKind: row.objectKind,
      objectId: row.objectId,
      details: JSON.parse(row.details) as Readonly<Record<string, unknown>>,
      correlationId: row.correlationId,
    }));
  }
}
