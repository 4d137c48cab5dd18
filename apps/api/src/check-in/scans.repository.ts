import type { Admits, Direction, RefusalReason, ScanOutcome } from '@lectern/check-in';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { isUniqueViolation, toDate, toDateOrNull } from '../persistence/dialect';

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
  readonly firstAdmittedAt: Date | null;
  readonly firstDoor: string | null;
  readonly inside: boolean;
  readonly lastAt: Date;
  readonly version: number;
}

export interface AdmissionKey {
  readonly conferenceId: string;
  readonly ticketId: string;
  readonly checkpointId: string;
}

export interface AdmissionChange {
  readonly schoolUrn: string;
  readonly scanId: string;
  readonly deviceId: string;
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
  readonly device_id: string;
  readonly ticket_id: string | null;
  readonly outcome: ScanOutcome;
  readonly reason: RefusalReason | null;
  readonly corrected_at: Date | string;
  readonly first_admitted_at: Date | string | null;
  readonly first_door: string | null;
}

export interface JudgedScan {
  readonly deviceId: string;
  readonly ticketId: string | null;
  readonly outcome: ScanOutcome;
  readonly reason: RefusalReason | null;
  readonly correctedAt: Date;
  readonly firstAdmittedAt: Date | null;
  readonly firstDoor: string | null;
}

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

  async judged(conferenceId: string, scanId: string): Promise<JudgedScan | null> {
    const [row] = await this.database.select<StoredScan>(
      'SELECT device_id, ticket_id, outcome, reason, corrected_at, first_admitted_at, first_door FROM scans WHERE id = ? AND conference_id = ?',
      [scanId, conferenceId],
    );
    if (!row) return null;
    return {
      deviceId: row.device_id,
      ticketId: row.ticket_id,
      outcome: row.outcome,
      reason: row.reason,
      correctedAt: toDate(row.corrected_at),
      firstAdmittedAt: toDateOrNull(row.first_admitted_at),
      firstDoor: row.first_door,
    };
  }

  /** `latest` reads under a lock, past this transaction's own snapshot. */
  async admission({ ticketId, checkpointId }: AdmissionKey, latest: boolean): Promise<AdmissionRow | null> {
    const [row] = await this.database.select<{
      first_admitted_at: Date | string | null;
      first_door: string | null;
      inside: number | boolean;
      last_at: Date | string;
      version: number;
    }>(
      'SELECT first_admitted_at, first_door, inside, last_at, version FROM admissions' +
        ` WHERE ticket_id = ? AND checkpoint_id = ?${latest ? this.database.forUpdate : ''}`,
      [ticketId, checkpointId],
    );
    if (!row) return null;
    return {
      firstAdmittedAt: toDateOrNull(row.first_admitted_at),
      firstDoor: row.first_door,
      inside: Boolean(Number(row.inside)),
      lastAt: toDate(row.last_at),
      version: Number(row.version),
    };
  }

  /** Writes the first state of a ticket at a checkpoint; false when another scan was first. */
  async begin(key: AdmissionKey, change: AdmissionChange): Promise<boolean> {
    try {
      await this.database.execute(
        'INSERT INTO admissions (ticket_id, checkpoint_id, conference_id, school_urn, first_scan_id, first_device_id,' +
          ' first_admitted_at, first_door, inside, last_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)',
        [
          key.ticketId,
          key.checkpointId,
          key.conferenceId,
          change.schoolUrn,
          change.firstAdmittedAt === null ? null : change.scanId,
          change.firstAdmittedAt === null ? null : change.deviceId,
          change.firstAdmittedAt,
          change.firstDoor,
          change.inside,
          change.lastAt,
        ],
      );
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  /** Changes the state that was decided on; false when another scan changed it meanwhile. */
  async change(
    key: AdmissionKey,
    version: number,
    change: AdmissionChange,
    isFirst: boolean,
  ): Promise<boolean> {
    const firsts = isFirst ? ', first_scan_id = ?, first_device_id = ?' : '';
    const touched = await this.database.execute(
      `UPDATE admissions SET first_admitted_at = ?, first_door = ?, inside = ?, last_at = ?, version = version + 1${firsts}` +
        ' WHERE ticket_id = ? AND checkpoint_id = ? AND version = ?',
      [
        change.firstAdmittedAt,
        change.firstDoor,
        change.inside,
        change.lastAt,
        ...(isFirst ? [change.scanId, change.deviceId] : []),
        key.ticketId,
        key.checkpointId,
        version,
      ],
    );
    return touched === 1;
  }

  async insert(scan: ScanRow): Promise<void> {
    await this.database.execute(
      'INSERT INTO scans (id, conference_id, checkpoint_id, device_id, ticket_id, code_hash, direction, outcome, reason,' +
        ' scanned_at, corrected_at, received_at, skew_ms, override_reason, override_needed, first_admitted_at, first_door)' +
        ' VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [
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
      ],
    );
  }
}
