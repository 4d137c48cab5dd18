import type { AdmissionChanges, AdmissionEntry } from '@lectern/check-in';
import type { Clock } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { toDate, toDateOrNull } from '../persistence/dialect';
import { cursorOf, knownPlaceOf } from '../platform/paging';
import { CLOCK } from '../platform/tokens';

const PAGE = 1000;

/**
 * How far a round reaches back before the one before it. A change carries the time at which it was written and shows
 * when its unit of work is stored, which may be after others that were written later, or at another process's clock.
 */
const OVERLAP = 30_000;

/** Where a reading stands: when its round began, and the last change that it was given; none at the round's start. */
interface Place {
  readonly begun: number;
  readonly after: readonly [changedAt: number, ticketId: string, checkpointId: string];
}

interface ChangedAdmission {
  readonly ticket_id: string;
  readonly checkpoint_id: string;
  readonly first_admitted_at: Date | string | null;
  readonly first_door: string | null;
  readonly inside: number | boolean;
  readonly last_at: Date | string;
  readonly changed_at: Date | string;
}

/** The state of every ticket at every checkpoint for the phones: all of it at first, then what changed. */
@Injectable()
export class AdmissionFeed {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What changed since the cursor; a change may come twice, and none is missed. A cursor that is not known, or one of
   * the future (the database was put back), begins anew.
   */
  async changes(conferenceId: string, cursor: string | undefined): Promise<AdmissionChanges> {
    const now = this.clock.now().getTime();
    const known = placeAt(cursor);
    const place = known && known.begun <= now ? known : null;
    const { begun, after } = place ?? { begun: now, after: [0, '', ''] as const };
    const from = place && after[0] < 0 ? ([begun - OVERLAP, '', ''] as const) : after;
    const round = place && after[0] >= 0 ? begun : now;
    const rows = await this.page(conferenceId, from);
    const last = rows.length === PAGE ? rows.at(-1) : undefined;
    return {
      upserts: rows.map(entryOf),
      cursor: cursorOf(
        last
          ? [round, toDate(last.changed_at).getTime(), last.ticket_id, last.checkpoint_id]
          : [round, -1, '', ''],
      ),
      full: place === null,
      more: last !== undefined,
    };
  }

  private page(
    conferenceId: string,
    [changedAt, ticketId, checkpointId]: Place['after'],
  ): Promise<ChangedAdmission[]> {
    const since = new Date(changedAt);
    return this.database.select<ChangedAdmission>(
      'SELECT ticket_id, checkpoint_id, first_admitted_at, first_door, inside, last_at, changed_at FROM admissions' +
        ' WHERE conference_id = ? AND changed_at >= ? AND (changed_at > ? OR ticket_id > ? OR (ticket_id = ? AND' +
        ' checkpoint_id > ?)) ORDER BY changed_at, ticket_id, checkpoint_id LIMIT ?',
      [conferenceId, since, since, ticketId, ticketId, checkpointId, PAGE],
    );
  }
}

const LATEST = 8_640_000_000_000_000;

/** The place that a cursor stands for; null when it is none of ours. */
const placeAt = (cursor: string | undefined): Place | null => {
  const [begun, changedAt, ticketId, checkpointId] = knownPlaceOf(cursor, 4) ?? [];
  const isOurs =
    typeof begun === 'number' &&
    typeof changedAt === 'number' &&
    begun >= 0 &&
    begun <= LATEST &&
    changedAt <= LATEST &&
    typeof ticketId === 'string' &&
    typeof checkpointId === 'string';
  return isOurs ? { begun, after: [changedAt, ticketId, checkpointId] } : null;
};

const entryOf = (row: ChangedAdmission): AdmissionEntry => ({
  ticketId: row.ticket_id,
  checkpointId: row.checkpoint_id,
  firstAdmittedAt: toDateOrNull(row.first_admitted_at)?.toISOString() ?? null,
  firstDoor: row.first_door,
  inside: Boolean(Number(row.inside)),
  lastAt: toDate(row.last_at).toISOString(),
});
