import type { RollAdmission } from '@lectern/check-in';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { toDate, toDateOrNull } from '../persistence/dialect';

/** What the doors saw of everybody, for the roll. */
@Injectable()
export class RollRepository {
  constructor(private readonly database: Database) {}

  async admissions(conferenceId: string): Promise<RollAdmission[]> {
    const rows = await this.database.select<{
      ticket_id: string;
      name: string;
      is_main_door: number | boolean;
      first_admitted_at: Date | string | null;
      inside: number | boolean;
      last_at: Date | string;
    }>(
      'SELECT a.ticket_id, c.name, c.is_main_door, a.first_admitted_at, a.inside, a.last_at FROM admissions a' +
        ' JOIN checkpoints c ON c.id = a.checkpoint_id WHERE a.conference_id = ?',
      [conferenceId],
    );
    return rows.map((row) => ({
      ticketId: row.ticket_id,
      place: row.name,
      isMainDoor: Boolean(Number(row.is_main_door)),
      firstAdmittedAt: toDateOrNull(row.first_admitted_at)?.toISOString() ?? null,
      inside: Boolean(Number(row.inside)),
      lastAt: toDate(row.last_at).toISOString(),
    }));
  }
}
