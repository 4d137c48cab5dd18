import type { Admission, Admits, DeviceRole, Direction, FoldableScan } from '@lectern/check-in';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { toDate, toDateOrNull } from '../persistence/dialect';
import { marks, tuples } from '../persistence/sql';

export interface AdmissionKey {
  readonly ticketId: string;
  readonly checkpointId: string;
}

/** What is on record for a ticket at a checkpoint; `version` rises with every change. */
export interface AdmissionRow {
  readonly state: Admission;
  readonly firstDoor: string | null;
  readonly version: number;
}

/** The state of a ticket at a checkpoint as it is to be stored. */
export interface AdmissionChange {
  readonly conferenceId: string;
  readonly schoolUrn: string;
  readonly state: Admission;
  readonly firstDoor: string | null;
  readonly changedAt: Date;
}

/** Somebody who is inside, and since when. */
export interface InsideRow extends AdmissionKey {
  readonly lastAt: Date;
}

interface StoredAdmission {
  readonly ticket_id: string;
  readonly first_scan_id: string | null;
  readonly first_device_id: string | null;
  readonly first_admitted_at: Date | string | null;
  readonly first_door: string | null;
  readonly inside: number | boolean;
  readonly last_at: Date | string;
  readonly version: number;
}

interface CountedScan {
  readonly id: string;
  readonly device_id: string;
  readonly ticket_id: string;
  readonly direction: Direction;
  readonly corrected_at: Date | string;
  readonly let_in: number | boolean;
  readonly override_reason: string | null;
  readonly role: DeviceRole;
}

/** Whether somebody decided to let a repeat in: a supervisor, with a reason. */
export const isOverridden = (overrideReason: string | null, role: string): boolean =>
  overrideReason !== null && role === 'supervisor';

const dateOrNull = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

interface StoredInside {
  readonly ticket_id: string;
  readonly checkpoint_id: string;
  readonly last_at: Date | string;
}

const insideRow = (row: StoredInside): InsideRow => ({
  ticketId: row.ticket_id,
  checkpointId: row.checkpoint_id,
  lastAt: toDate(row.last_at),
});

/** Who is inside and was first, in plain SQL: this is the path that people queue for. */
@Injectable()
export class AdmissionsRepository {
  constructor(private readonly database: Database) {}

  /** What is on record for tickets at a checkpoint; `latest` locks what it reads. */
  async states(
    checkpointId: string,
    ticketIds: readonly string[],
    latest: boolean,
  ): Promise<readonly AdmissionRow[]> {
    const rows = await this.database.select<StoredAdmission>(
      'SELECT ticket_id, first_scan_id, first_device_id, first_admitted_at, first_door, inside, last_at, version' +
        ` FROM admissions WHERE ticket_id IN (${marks(ticketIds)}) AND checkpoint_id = ?` +
        (latest ? this.database.forUpdate : ''),
      [...ticketIds, checkpointId],
    );
    return rows.map((row) => ({
      state: {
        ticketId: row.ticket_id,
        checkpointId,
        firstAdmittedAt: toDateOrNull(row.first_admitted_at)?.toISOString() ?? null,
        firstScanId: row.first_scan_id,
        firstDeviceId: row.first_device_id,
        inside: Boolean(Number(row.inside)),
        lastAt: toDate(row.last_at).toISOString(),
      },
      firstDoor: row.first_door,
      version: Number(row.version),
    }));
  }

  /** Every scan that counts for these tickets at a checkpoint: let in or left, and not taken back. */
  async counted(
    { id, admits }: { readonly id: string; readonly admits: Admits },
    ticketIds: readonly string[],
  ): Promise<FoldableScan[]> {
    const rows = await this.database.select<CountedScan>(
      'SELECT s.id, s.device_id, s.ticket_id, s.direction, s.corrected_at, s.let_in, s.override_reason, d.role' +
        ' FROM scans s JOIN devices d ON d.id = s.device_id' +
        ` WHERE s.ticket_id IN (${marks(ticketIds)}) AND s.checkpoint_id = ?` +
        " AND s.annulled_at IS NULL AND (s.let_in = 1 OR s.outcome = 'left')",
      [...ticketIds, id],
    );
    return rows.map((row) => ({
      id: row.id,
      ticketId: row.ticket_id,
      checkpointId: id,
      admits,
      deviceId: row.device_id,
      direction: row.direction,
      at: toDate(row.corrected_at).toISOString(),
      letIn: Boolean(Number(row.let_in)),
      overridden: isOverridden(row.override_reason, row.role),
    }));
  }

  /** Everybody who is inside anywhere and has been since before a moment, the main door first. */
  async inside(conferenceId: string, since: Date): Promise<InsideRow[]> {
    const rows = await this.database.select<StoredInside>(
      'SELECT a.ticket_id, a.checkpoint_id, a.last_at FROM admissions a JOIN checkpoints c ON c.id = a.checkpoint_id' +
        ' WHERE a.conference_id = ? AND a.inside = 1 AND a.last_at < ?' +
        ' ORDER BY c.is_main_door DESC, a.checkpoint_id, a.ticket_id',
      [conferenceId, since],
    );
    return rows.map(insideRow);
  }

  /**
   * Those whom a room let in and has not seen leave, and whom the main door has not seen since, or never: for it they
   * are outside, and the roll has them here. Each with the main door, which lets people out of the building.
   */
  async pastTheDoor(conferenceId: string, since: Date): Promise<InsideRow[]> {
    const rows = await this.database.select<StoredInside>(
      'SELECT a.ticket_id, m.id AS checkpoint_id, MAX(a.last_at) AS last_at FROM admissions a' +
        ' JOIN checkpoints m ON m.conference_id = a.conference_id AND m.is_main_door = 1' +
        ' LEFT JOIN admissions d ON d.ticket_id = a.ticket_id AND d.checkpoint_id = m.id' +
        ' WHERE a.conference_id = ? AND a.inside = 1 AND a.last_at < ? AND a.checkpoint_id <> m.id' +
        ' AND (d.ticket_id IS NULL OR (d.inside = 0 AND d.last_at < a.last_at))' +
        ' GROUP BY a.ticket_id, m.id ORDER BY a.ticket_id',
      [conferenceId, since],
    );
    return rows.map(insideRow);
  }

  /** How many pupils are inside a session. */
  async pupilsInside(checkpointId: string): Promise<number> {
    const [row] = await this.database.select<{ n: number | string }>(
      'SELECT COUNT(*) AS n FROM admissions a JOIN tickets t ON t.id = a.ticket_id' +
        " WHERE a.checkpoint_id = ? AND a.inside = 1 AND t.kind = 'pupil'",
      [checkpointId],
    );
    return Number(row?.n ?? 0);
  }

  /** Writes first states; fails with a unique violation when another process was first. */
  async begin(changes: readonly AdmissionChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.database.execute(
      'INSERT INTO admissions (ticket_id, checkpoint_id, conference_id, school_urn, first_scan_id, first_device_id,' +
        ` first_admitted_at, first_door, inside, last_at, changed_at, version) VALUES ${tuples(changes.length, 12)}`,
      changes.flatMap(({ state, firstDoor, conferenceId, schoolUrn, changedAt }) => [
        state.ticketId,
        state.checkpointId,
        conferenceId,
        schoolUrn,
        state.firstScanId,
        state.firstDeviceId,
        dateOrNull(state.firstAdmittedAt),
        firstDoor,
        state.inside,
        new Date(state.lastAt),
        changedAt,
        1,
      ]),
    );
  }

  /** Changes the state that was decided on; false when another process changed it meanwhile. */
  async change(version: number, { state, firstDoor, changedAt }: AdmissionChange): Promise<boolean> {
    const touched = await this.database.execute(
      'UPDATE admissions SET first_scan_id = ?, first_device_id = ?, first_admitted_at = ?, first_door = ?, inside = ?,' +
        ' last_at = ?, changed_at = ?, version = version + 1' +
        ' WHERE ticket_id = ? AND checkpoint_id = ? AND version = ?',
      [
        state.firstScanId,
        state.firstDeviceId,
        dateOrNull(state.firstAdmittedAt),
        firstDoor,
        state.inside,
        new Date(state.lastAt),
        changedAt,
        state.ticketId,
        state.checkpointId,
        version,
      ],
    );
    return touched === 1;
  }
}
