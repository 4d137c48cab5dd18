import type { ScanConflict } from '@lectern/check-in';
import { newId } from '@lectern/core';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import type { AdmissionKey } from './admissions.repository';
import { marks, tuples } from './sql';

/** What the fold of all scans says of one ticket's conflicts at one checkpoint. */
export interface FoldedConflicts {
  readonly key: AdmissionKey;
  readonly conflicts: readonly ScanConflict[];
  /** Whether there may be conflicts on record from before. */
  readonly mayHaveSome: boolean;
}

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

  private async ofTickets(folded: readonly FoldedConflicts[]): Promise<StoredConflict[]> {
    if (folded.length === 0) return [];
    const tickets = [...new Set(folded.map(({ key }) => key.ticketId))];
    const rows = await this.database.select<StoredConflict>(
      'SELECT id, ticket_id, checkpoint_id, scan_id, first_scan_id, settled_at FROM scan_conflicts' +
        ` WHERE ticket_id IN (${marks(tickets.length)})`,
      tickets,
    );
    const keys = new Set(folded.map(({ key }) => keyOf(key.ticketId, key.checkpointId)));
    return rows.filter((row) => keys.has(keyOf(row.ticket_id, row.checkpoint_id)));
  }

  private async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.execute(`DELETE FROM scan_conflicts WHERE id IN (${marks(ids.length)})`, ids);
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
