import type { Direction, RefusalReason } from '@lectern/check-in';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { toDate, toDateOrNull } from '../persistence/dialect';

/** A refused scan with what its words need of the checkpoint and the device. */
export interface RefusedRow {
  readonly id: string;
  readonly ticketId: string | null;
  readonly reason: RefusalReason;
  readonly direction: Direction;
  readonly at: Date;
  readonly receivedAt: Date;
  readonly checkpoint: string | null;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly device: string;
}

/** Scans that let nobody in, newest first. */
@Injectable()
export class RefusedScansRepository {
  constructor(private readonly database: Database) {}

  /** Those received before a place in the list, as far as a limit. */
  async page(
    conferenceId: string,
    before: { readonly receivedAt: Date; readonly id: string } | null,
    limit: number,
  ): Promise<RefusedRow[]> {
    const rows = await this.database.select<Record<string, Date | string | null>>(
      'SELECT s.id, s.ticket_id, s.reason, s.direction, s.corrected_at, s.received_at, c.name AS checkpoint, c.opens_at,' +
        ' c.closes_at, d.name AS steward, d.label FROM scans s JOIN devices d ON d.id = s.device_id' +
        " LEFT JOIN checkpoints c ON c.id = s.checkpoint_id WHERE s.conference_id = ? AND s.outcome = 'refused'" +
        (before ? ' AND (s.received_at < ? OR (s.received_at = ? AND s.id < ?))' : '') +
        ' ORDER BY s.received_at DESC, s.id DESC LIMIT ?',
      [conferenceId, ...(before ? [before.receivedAt, before.receivedAt, before.id] : []), limit],
    );
    return rows.map((row) => ({
      id: String(row['id']),
      ticketId: row['ticket_id'] === null ? null : String(row['ticket_id']),
      reason: String(row['reason'] ?? 'bad-scan') as RefusalReason,
      direction: String(row['direction']) as Direction,
      at: toDate(row['corrected_at'] as Date | string),
      receivedAt: toDate(row['received_at'] as Date | string),
      checkpoint: row['checkpoint'] === null ? null : String(row['checkpoint']),
      opensAt: toDateOrNull(row['opens_at'] ?? null)?.toISOString() ?? null,
      closesAt: toDateOrNull(row['closes_at'] ?? null)?.toISOString() ?? null,
      device: `${String(row['steward'])}, ${String(row['label'])}`,
    }));
  }
}
