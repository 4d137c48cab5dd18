import type { Admits, Direction, RefusalReason, ScanOutcome } from '@lectern/check-in';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { toDate, toDateOrNull } from '../persistence/dialect';
import { marks, tuples } from '../persistence/sql';

/** A checkpoint as the rule needs it. */
export interface CheckpointRow {
  readonly id: string;
  readonly name: string;
  readonly admits: Admits;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  /** The session of the programme that it stands at. */
  readonly sessionId: string | null;
}

export interface ScanRow {
  readonly id: string;
  readonly conferenceId: string;
  readonly checkpointId: string;
  readonly deviceId: string;
  readonly ticketId: string | null;
  readonly codeHash: string | null;
  readonly direction: Direction;
  readonly outcome: ScanOutcome;
  readonly reason: RefusalReason | null;
  readonly scannedAt: Date;
  readonly correctedAt: Date;
  readonly receivedAt: Date;
  readonly skewMs: number;
  readonly overrideReason: string | null;
  readonly overrideNeeded: boolean | null;
  readonly firstAdmittedAt: Date | null;
  readonly firstDoor: string | null;
  /** Whether the person was let in then. */
  readonly letIn: boolean;
  /** What the steward was shown before the server answered; null when they waited for it. */
  readonly shown: ScanOutcome | null;
  readonly rightPlace: string | null;
  readonly byDesk: boolean;
}

interface StoredScan {
  readonly id: string;
  readonly device_id: string;
  readonly ticket_id: string | null;
  readonly outcome: ScanOutcome;
  readonly reason: RefusalReason | null;
  readonly corrected_at: Date | string;
  readonly first_admitted_at: Date | string | null;
  readonly first_door: string | null;
  readonly checkpoint_id: string;
  readonly direction: Direction;
  readonly let_in: number | boolean;
  readonly shown: ScanOutcome | null;
  readonly right_place: string | null;
  readonly override_reason: string | null;
  readonly annulled_at: Date | string | null;
  readonly annulled_reason: string | null;
}

/** A scan that was judged before, as far as answering it again needs. */
export interface JudgedScan {
  readonly id: string;
  readonly deviceId: string;
  readonly ticketId: string | null;
  readonly outcome: ScanOutcome;
  readonly reason: RefusalReason | null;
  readonly correctedAt: Date;
  readonly firstAdmittedAt: Date | null;
  readonly firstDoor: string | null;
  readonly checkpointId: string;
  readonly direction: Direction;
  readonly letIn: boolean;
  readonly shown: ScanOutcome | null;
  readonly rightPlace: string | null;
  readonly overrideReason: string | null;
  readonly annulledAt: Date | null;
  readonly annulledReason: string | null;
}

const JUDGED =
  'SELECT id, device_id, ticket_id, outcome, reason, corrected_at, first_admitted_at, first_door, checkpoint_id,' +
  ' direction, let_in, shown, right_place, override_reason, annulled_at,' +
  ' annulled_reason FROM scans';

const judgedScan = (row: StoredScan): JudgedScan => ({
  id: row.id,
  deviceId: row.device_id,
  ticketId: row.ticket_id,
  outcome: row.outcome,
  reason: row.reason,
  correctedAt: toDate(row.corrected_at),
  firstAdmittedAt: toDateOrNull(row.first_admitted_at),
  firstDoor: row.first_door,
  checkpointId: row.checkpoint_id,
  direction: row.direction,
  letIn: Boolean(Number(row.let_in)),
  shown: row.shown,
  rightPlace: row.right_place,
  overrideReason: row.override_reason,
  annulledAt: toDateOrNull(row.annulled_at),
  annulledReason: row.annulled_reason,
});

/** Scans in plain SQL: this is the path that people queue for. */
@Injectable()
export class ScansRepository {
  constructor(private readonly database: Database) {}

  async checkpoint(conferenceId: string, id: string): Promise<CheckpointRow | null> {
    const [row] = await this.database.select<{
      id: string;
      name: string;
      admits: Admits;
      opens_at: Date | string | null;
      closes_at: Date | string | null;
      session_id: string | null;
    }>(
      'SELECT id, name, admits, opens_at, closes_at, session_id FROM checkpoints WHERE conference_id = ? AND id = ?',
      [conferenceId, id],
    );
    if (!row) return null;
    return {
      id: row.id,
      name: row.name,
      admits: row.admits,
      opensAt: toDateOrNull(row.opens_at)?.toISOString() ?? null,
      closesAt: toDateOrNull(row.closes_at)?.toISOString() ?? null,
      sessionId: row.session_id,
    };
  }

  /** Those of the scans that were judged before. */
  async judged(conferenceId: string, scanIds: readonly string[]): Promise<JudgedScan[]> {
    const rows = await this.database.select<StoredScan>(
      `${JUDGED} WHERE id IN (${marks(scanIds)}) AND conference_id = ?`,
      [...scanIds, conferenceId],
    );
    return rows.map(judgedScan);
  }

  /** Keeps that a device let somebody in by a scan that was judged before. False when it was told before. */
  async tell(scanId: string, shown: ScanOutcome): Promise<boolean> {
    const told = await this.database.execute(
      'UPDATE scans SET shown = ?, let_in = ? WHERE id = ? AND shown IS NULL AND annulled_at IS NULL',
      [shown, true, scanId],
    );
    return told === 1;
  }

  /** Marks a scan as taken back; false when it was before. */
  async annul(
    scanId: string,
    { at, by, reason }: { readonly at: Date; readonly by: string; readonly reason: string },
  ): Promise<boolean> {
    const annulled = await this.database.execute(
      'UPDATE scans SET annulled_at = ?, annulled_by = ?, annulled_reason = ? WHERE id = ? AND annulled_at IS NULL',
      [at, by, reason, scanId],
    );
    return annulled === 1;
  }

  async isElsewhere(conferenceId: string, scanId: string): Promise<boolean> {
    const rows = await this.database.select('SELECT id FROM scans WHERE id = ? AND conference_id <> ?', [
      scanId,
      conferenceId,
    ]);
    return rows.length > 0;
  }

  async insert(scans: readonly ScanRow[]): Promise<void> {
    if (scans.length === 0) return;
    await this.database.execute(
      'INSERT INTO scans (id, conference_id, checkpoint_id, device_id, ticket_id, code_hash, direction, outcome, reason,' +
        ' scanned_at, corrected_at, received_at, skew_ms, override_reason, override_needed, first_admitted_at, first_door,' +
        ` let_in, shown, right_place, by_desk) VALUES ${tuples(scans.length, 21)}`,
      scans.flatMap((scan) => [
        scan.id,
        scan.conferenceId,
        scan.checkpointId,
        scan.deviceId,
        scan.ticketId,
        scan.codeHash,
        scan.direction,
        scan.outcome,
        scan.reason,
        scan.scannedAt,
        scan.correctedAt,
        scan.receivedAt,
        scan.skewMs,
        scan.overrideReason,
        scan.overrideNeeded,
        scan.firstAdmittedAt,
        scan.firstDoor,
        scan.letIn,
        scan.shown,
        scan.rightPlace,
        scan.byDesk,
      ]),
    );
  }
}
