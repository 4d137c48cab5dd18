import type { Admits, Direction, RefusalReason, ScanOutcome } from '@lectern/check-in';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { toDate, toDateOrNull } from '../persistence/dialect';

/** A checkpoint as the rule needs it. */
export interface CheckpointRow {
  readonly id: string;
  readonly name: string;
  readonly admits: Admits;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
}

/** What is on record for a ticket at a checkpoint; `version` rises with every change. */
export interface AdmissionRow {
  readonly ticketId: string;
  readonly checkpointId: string;
  readonly firstAdmittedAt: Date | null;
  readonly firstDoor: string | null;
  readonly inside: boolean;
  readonly lastAt: Date;
  readonly version: number;
}

export interface AdmissionKey {
  readonly ticketId: string;
  readonly checkpointId: string;
}

export interface AdmissionChange {
  readonly conferenceId: string;
  readonly schoolUrn: string;
  /** The scan that was the first admission, when it is one of those being judged. */
  readonly first: { readonly scanId: string; readonly deviceId: string } | null;
  readonly firstAdmittedAt: Date | null;
  readonly firstDoor: string | null;
  readonly inside: boolean;
  readonly lastAt: Date;
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
}

export interface JudgedScan {
  readonly id: string;
  readonly deviceId: string;
  readonly ticketId: string | null;
  readonly outcome: ScanOutcome;
  readonly reason: RefusalReason | null;
  readonly correctedAt: Date;
  readonly firstAdmittedAt: Date | null;
  readonly firstDoor: string | null;
}

const marks = (count: number): string => Array<string>(count).fill('?').join(', ');

const tuples = (rows: number, columns: number): string =>
  Array<string>(rows)
    .fill(`(${marks(columns)})`)
    .join(', ');

/** Scans and admissions in plain SQL: this is the path that people queue for. */
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
    }>('SELECT id, name, admits, opens_at, closes_at FROM checkpoints WHERE conference_id = ? AND id = ?', [
      conferenceId,
      id,
    ]);
    if (!row) return null;
    return {
      id: row.id,
      name: row.name,
      admits: row.admits,
      opensAt: toDateOrNull(row.opens_at)?.toISOString() ?? null,
      closesAt: toDateOrNull(row.closes_at)?.toISOString() ?? null,
    };
  }

  /** Those of the scans that were judged before. */
  async judged(conferenceId: string, scanIds: readonly string[]): Promise<JudgedScan[]> {
    const rows = await this.database.select<StoredScan>(
      'SELECT id, device_id, ticket_id, outcome, reason, corrected_at, first_admitted_at, first_door FROM scans' +
        ` WHERE id IN (${marks(scanIds.length)}) AND conference_id = ?`,
      [...scanIds, conferenceId],
    );
    return rows.map((row) => ({
      id: row.id,
      deviceId: row.device_id,
      ticketId: row.ticket_id,
      outcome: row.outcome,
      reason: row.reason,
      correctedAt: toDate(row.corrected_at),
      firstAdmittedAt: toDateOrNull(row.first_admitted_at),
      firstDoor: row.first_door,
    }));
  }

  async isElsewhere(conferenceId: string, scanId: string): Promise<boolean> {
    const rows = await this.database.select('SELECT id FROM scans WHERE id = ? AND conference_id <> ?', [
      scanId,
      conferenceId,
    ]);
    return rows.length > 0;
  }

  /** What is on record for tickets at a checkpoint; `latest` reads under a lock, past this transaction's snapshot. */
  async admissions(
    checkpointId: string,
    ticketIds: readonly string[],
    latest: boolean,
  ): Promise<AdmissionRow[]> {
    const rows = await this.database.select<{
      ticket_id: string;
      first_admitted_at: Date | string | null;
      first_door: string | null;
      inside: number | boolean;
      last_at: Date | string;
      version: number;
    }>(
      'SELECT ticket_id, first_admitted_at, first_door, inside, last_at, version FROM admissions' +
        ` WHERE ticket_id IN (${marks(ticketIds.length)}) AND checkpoint_id = ?${latest ? this.database.forUpdate : ''}`,
      [...ticketIds, checkpointId],
    );
    return rows.map((row) => ({
      ticketId: row.ticket_id,
      checkpointId,
      firstAdmittedAt: toDateOrNull(row.first_admitted_at),
      firstDoor: row.first_door,
      inside: Boolean(Number(row.inside)),
      lastAt: toDate(row.last_at),
      version: Number(row.version),
    }));
  }

  /** Writes first states; fails with a unique violation when another process was first. */
  async begin(states: readonly { key: AdmissionKey; change: AdmissionChange }[]): Promise<void> {
    if (states.length === 0) return;
    await this.database.execute(
      'INSERT INTO admissions (ticket_id, checkpoint_id, conference_id, school_urn, first_scan_id, first_device_id,' +
        ` first_admitted_at, first_door, inside, last_at, version) VALUES ${tuples(states.length, 11)}`,
      states.flatMap(({ key, change }) => [
        key.ticketId,
        key.checkpointId,
        change.conferenceId,
        change.schoolUrn,
        change.first?.scanId ?? null,
        change.first?.deviceId ?? null,
        change.firstAdmittedAt,
        change.firstDoor,
        change.inside,
        change.lastAt,
        1,
      ]),
    );
  }

  /** Changes the state that was decided on; false when another process changed it meanwhile. */
  async change(key: AdmissionKey, version: number, change: AdmissionChange): Promise<boolean> {
    const firsts = change.first ? ', first_scan_id = ?, first_device_id = ?' : '';
    const touched = await this.database.execute(
      `UPDATE admissions SET first_admitted_at = ?, first_door = ?, inside = ?, last_at = ?, version = version + 1${firsts}` +
        ' WHERE ticket_id = ? AND checkpoint_id = ? AND version = ?',
      [
        change.firstAdmittedAt,
        change.firstDoor,
        change.inside,
        change.lastAt,
        ...(change.first ? [change.first.scanId, change.first.deviceId] : []),
        key.ticketId,
        key.checkpointId,
        version,
      ],
    );
    return touched === 1;
  }

  async insert(scans: readonly ScanRow[]): Promise<void> {
    if (scans.length === 0) return;
    await this.database.execute(
      'INSERT INTO scans (id, conference_id, checkpoint_id, device_id, ticket_id, code_hash, direction, outcome, reason,' +
        ' scanned_at, corrected_at, received_at, skew_ms, override_reason, override_needed, first_admitted_at, first_door)' +
        ` VALUES ${tuples(scans.length, 17)}`,
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
      ]),
    );
  }
}
