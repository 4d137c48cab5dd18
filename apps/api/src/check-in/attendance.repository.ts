import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { toDate } from '../persistence/dialect';

export interface CheckpointCount {
  readonly id: string;
  readonly name: string;
  readonly isMainDoor: boolean;
  readonly admitted: number;
  readonly onSite: number;
}

export interface SchoolCount {
  readonly urn: string;
  readonly admitted: number;
  readonly onSite: number;
}

/** Counts of one conference's admissions and scans. */
@Injectable()
export class AttendanceRepository {
  constructor(private readonly database: Database) {}

  async byCheckpoint(conferenceId: string): Promise<CheckpointCount[]> {
    const rows = await this.database.select<Record<string, unknown>>(
      'SELECT c.id, c.name, c.is_main_door, COUNT(a.first_admitted_at) AS admitted,' +
        ' SUM(CASE WHEN a.inside = 1 THEN 1 ELSE 0 END) AS on_site' +
        ' FROM checkpoints c LEFT JOIN admissions a ON a.checkpoint_id = c.id' +
        ' WHERE c.conference_id = ? GROUP BY c.id, c.name, c.is_main_door, c.created_at' +
        ' ORDER BY c.is_main_door DESC, c.created_at, c.id',
      [conferenceId],
    );
    return rows.map((row) => ({
      id: String(row['id']),
      name: String(row['name']),
      isMainDoor: Number(row['is_main_door']) === 1,
      admitted: Number(row['admitted']),
      onSite: Number(row['on_site'] ?? 0),
    }));
  }

  async bySchool(conferenceId: string, checkpointId: string): Promise<SchoolCount[]> {
    const rows = await this.database.select<Record<string, unknown>>(
      'SELECT school_urn, COUNT(first_admitted_at) AS admitted, SUM(CASE WHEN inside = 1 THEN 1 ELSE 0 END) AS on_site' +
        ' FROM admissions WHERE conference_id = ? AND checkpoint_id = ? GROUP BY school_urn',
      [conferenceId, checkpointId],
    );
    return rows.map((row) => ({
      urn: String(row['school_urn']),
      admitted: Number(row['admitted']),
      onSite: Number(row['on_site'] ?? 0),
    }));
  }

  async firstArrivals(conferenceId: string, checkpointId: string): Promise<Date[]> {
    const rows = await this.database.select<{ first_admitted_at: Date | string }>(
      'SELECT first_admitted_at FROM admissions WHERE conference_id = ? AND checkpoint_id = ?' +
        ' AND first_admitted_at IS NOT NULL',
      [conferenceId, checkpointId],
    );
    return rows.map((row) => toDate(row.first_admitted_at));
  }

  /** Scans that were refused, and conflicts that nobody has settled yet. */
  async outcomes(conferenceId: string): Promise<{ refused: number; conflicts: number }> {
    const [row] = await this.database.select<{ refused: number | string; conflicts: number | string }>(
      "SELECT (SELECT COUNT(*) FROM scans WHERE conference_id = ? AND outcome = 'refused') AS refused," +
        ' (SELECT COUNT(*) FROM scan_conflicts WHERE conference_id = ? AND settled_at IS NULL) AS conflicts',
      [conferenceId, conferenceId],
    );
    return { refused: Number(row?.refused ?? 0), conflicts: Number(row?.conflicts ?? 0) };
  }
}
