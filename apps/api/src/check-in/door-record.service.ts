import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { toDate } from '../persistence/dialect';
import { marks } from '../persistence/sql';

/** What the main door saw of one ticket. */
export interface DoorStay {
  readonly ticketId: string;
  readonly arrivedAt: Date;
  /** Null while inside, as far as the door knows. */
  readonly leftAt: Date | null;
}

/** The face of check-in towards those who build on who came: first arrivals and leavings at main doors. */
@Injectable()
export class DoorRecordService {
  constructor(private readonly database: Database) {}

  /** Everybody whom the main doors of these events let in. */
  async stays(eventIds: readonly string[]): Promise<DoorStay[]> {
    if (eventIds.length === 0) return [];
    const rows = await this.database.select<{
      ticket_id: string;
      first_admitted_at: Date | string;
      inside: number | boolean;
      last_at: Date | string;
    }>(
      'SELECT a.ticket_id, a.first_admitted_at, a.inside, a.last_at FROM admissions a' +
        ' JOIN checkpoints c ON c.id = a.checkpoint_id WHERE c.is_main_door = 1 AND a.first_admitted_at IS NOT NULL' +
        ` AND a.conference_id IN (${marks(eventIds)})`,
      eventIds,
    );
    return rows.map((row) => ({
      ticketId: row.ticket_id,
      arrivedAt: toDate(row.first_admitted_at),
      leftAt: Number(row.inside) === 1 ? null : toDate(row.last_at),
    }));
  }

  /** When the doors of these events last learnt something, by the server’s clock. */
  async learntAt(eventIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    if (eventIds.length === 0) return new Map();
    const rows = await this.database.select<{ conference_id: string; at: Date | string | null }>(
      'SELECT conference_id, MAX(changed_at) AS at FROM admissions' +
        ` WHERE conference_id IN (${marks(eventIds)}) GROUP BY conference_id`,
      eventIds,
    );
    return new Map(
      rows.flatMap(({ conference_id, at }) => (at === null ? [] : [[conference_id, toDate(at)]])),
    );
  }
}
