import type { ConflictSide, ScanConflict } from '@lectern/check-in';
import { newId } from '@lectern/core';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { toDate, toDateOrNull } from '../persistence/dialect';
import type { AdmissionKey } from './admissions.repository';
import { deviceName } from './device-name';
import { marks, tuples } from '../persistence/sql';

/** What the fold of all scans says of one ticket's conflicts at one checkpoint. */
export interface FoldedConflicts {
  readonly key: AdmissionKey;
  readonly conflicts: readonly ScanConflict[];
  /** Whether there may be conflicts on record from before. */
  readonly mayHaveSome: boolean;
}

/** Which of a conference's conflicts are asked for. */
export interface ConflictQuestion {
  readonly openOnly?: boolean;
  /** Only those that this device is a side of. */
  readonly deviceId?: string;
}

/** A conflict with both sides; who the ticket belongs to is the registrations' to say. */
export interface ConflictRow {
  readonly id: string;
  readonly conferenceId: string;
  readonly ticketId: string;
  readonly checkpointId: string;
  readonly checkpoint: string;
  readonly first: ConflictSide;
  readonly second: ConflictSide;
  readonly settledAt: Date | null;
  readonly settledBy: string | null;
  readonly reason: string | null;
}

interface ViewedConflict {
  readonly id: string;
  readonly conference_id: string;
  readonly ticket_id: string;
  readonly checkpoint_id: string;
  readonly checkpoint: string;
  readonly first_scan_id: string;
  readonly first_device_id: string;
  readonly first_at: Date | string;
  readonly first_name: string;
  readonly first_label: string;
  readonly scan_id: string;
  readonly device_id: string;
  readonly at: Date | string;
  readonly second_name: string;
  readonly second_label: string;
  readonly settled_at: Date | string | null;
  readonly settled_by: string | null;
  readonly reason: string | null;
}

const VIEWED =
  'SELECT c.id, c.conference_id, c.ticket_id, c.checkpoint_id, k.name AS checkpoint, c.first_scan_id,' +
  ' c.first_device_id, f.corrected_at AS first_at, fd.name AS first_name, fd.label AS first_label, c.scan_id,' +
  ' c.device_id, c.at, sd.name AS second_name, sd.label AS second_label, c.settled_at, c.settled_by, c.reason' +
  ' FROM scan_conflicts c JOIN checkpoints k ON k.id = c.checkpoint_id JOIN scans f ON f.id = c.first_scan_id' +
  ' JOIN devices fd ON fd.id = c.first_device_id JOIN devices sd ON sd.id = c.device_id';

/** A busy day has a handful; more than these are not looked through one by one. */
const MOST = 500;

const conflictRow = (row: ViewedConflict): ConflictRow => ({
  id: row.id,
  conferenceId: row.conference_id,
  ticketId: row.ticket_id,
  checkpointId: row.checkpoint_id,
  checkpoint: row.checkpoint,
  first: {
    scanId: row.first_scan_id,
    deviceId: row.first_device_id,
    device: deviceName(row.first_name, row.first_label),
    at: toDate(row.first_at).toISOString(),
  },
  second: {
    scanId: row.scan_id,
    deviceId: row.device_id,
    device: deviceName(row.second_name, row.second_label),
    at: toDate(row.at).toISOString(),
  },
  settledAt: toDateOrNull(row.settled_at),
  settledBy: row.settled_by,
  reason: row.reason,
});

interface StoredConflict {
  readonly id: string;
  readonly ticket_id: string;
  readonly checkpoint_id: string;
  readonly scan_id: string;
  readonly first_scan_id: string;
  readonly settled_at: Date | string | null;
}

const keyOf = (ticketId: string, checkpointId: string): string => `${ticketId}/${checkpointId}`;

/** Conflicts as they are derived: each once, gone when the scans no longer show it, kept once somebody settled it. */
@Injectable()
export class ConflictsRepository {
  constructor(private readonly database: Database) {}

  /** Makes what is on record the same as what the fold says. */
  async settleWith(conferenceId: string, folded: readonly FoldedConflicts[]): Promise<void> {
    const stored = await this.ofTickets(folded.filter(({ mayHaveSome }) => mayHaveSome));
    const wanted = folded.flatMap(({ conflicts }) => conflicts);
    const pairs = new Map(wanted.map((conflict) => [conflict.scanId, conflict.firstScanId]));
    const gone = stored.filter(
      (row) => row.settled_at === null && pairs.get(row.scan_id) !== row.first_scan_id,
    );
    const kept = new Set(stored.filter((row) => !gone.includes(row)).map((row) => row.scan_id));
    await this.remove(gone.map(({ id }) => id));
    await this.insert(
      conferenceId,
      wanted.filter(({ scanId }) => !kept.has(scanId)),
    );
  }

  /** Open ones first, then in the order of the day. */
  async list(conferenceId: string, question: ConflictQuestion): Promise<readonly ConflictRow[]> {
    const { openOnly, deviceId } = question;
    const rows = await this.database.select<ViewedConflict>(
      `${VIEWED} WHERE c.conference_id = ?${openOnly ? ' AND c.settled_at IS NULL' : ''}` +
        (deviceId === undefined ? '' : ' AND (c.first_device_id = ? OR c.device_id = ?)') +
        ' ORDER BY CASE WHEN c.settled_at IS NULL THEN 0 ELSE 1 END, c.at, c.id LIMIT ?',
      [conferenceId, ...(deviceId === undefined ? [] : [deviceId, deviceId]), MOST],
    );
    return rows.map(conflictRow);
  }

  async find(id: string): Promise<ConflictRow | null> {
    const [row] = await this.database.select<ViewedConflict>(`${VIEWED} WHERE c.id = ?`, [id]);
    return row ? conflictRow(row) : null;
  }

  /** Settles an open conflict; false when somebody did so before. */
  async settle(id: string, by: string, reason: string, at: Date): Promise<boolean> {
    const settled = await this.database.execute(
      'UPDATE scan_conflicts SET settled_at = ?, settled_by = ?, reason = ? WHERE id = ? AND settled_at IS NULL',
      [at, by, reason, id],
    );
    return settled === 1;
  }

  private async ofTickets(folded: readonly FoldedConflicts[]): Promise<StoredConflict[]> {
    if (folded.length === 0) return [];
    const tickets = [...new Set(folded.map(({ key }) => key.ticketId))];
    const rows = await this.database.select<StoredConflict>(
      'SELECT id, ticket_id, checkpoint_id, scan_id, first_scan_id, settled_at FROM scan_conflicts' +
        ` WHERE ticket_id IN (${marks(tickets)})`,
      tickets,
    );
    const keys = new Set(folded.map(({ key }) => keyOf(key.ticketId, key.checkpointId)));
    return rows.filter((row) => keys.has(keyOf(row.ticket_id, row.checkpoint_id)));
  }

  private async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.execute(`DELETE FROM scan_conflicts WHERE id IN (${marks(ids)})`, ids);
  }

  private async insert(conferenceId: string, conflicts: readonly ScanConflict[]): Promise<void> {
    if (conflicts.length === 0) return;
    await this.database.execute(
      'INSERT INTO scan_conflicts (id, conference_id, ticket_id, checkpoint_id, first_scan_id, first_device_id,' +
        ` scan_id, device_id, at) VALUES ${tuples(conflicts.length, 9)}`,
      conflicts.flatMap((conflict) => [
        newId(),
        conferenceId,
        conflict.ticketId,
        conflict.checkpointId,
        conflict.firstScanId,
        conflict.firstDeviceId,
        conflict.scanId,
        conflict.deviceId,
        new Date(conflict.at),
      ]),
    );
  }
}
