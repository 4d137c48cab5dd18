import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';

/** A group of a closed school, for a conference that is not over. */
export interface MovingGroup {
  readonly id: string;
  readonly conferenceId: string;
  readonly conferenceTitle: string;
}

const TO_COME =
  "c.kind = 'conference' AND g.status <> 'cancelled' AND c.status NOT IN ('completed', 'archived', 'cancelled')" as const;

const liveKeyOf = (conferenceId: string, schoolUrn: string): string => `${conferenceId}:${schoolUrn}`;

/** The groups of closed schools. */
@Injectable()
export class SuccessionRepository {
  constructor(private readonly database: Database) {}

  /** Groups to come of closed schools, by school. */
  async countAtClosedSchools(): Promise<Map<string, number>> {
    const rows = await this.database.select<{ urn: string; n: number }>(
      'SELECT s.urn, COUNT(*) AS n FROM visit_groups g JOIN schools s ON s.urn = g.school_urn' +
        ` JOIN conferences c ON c.id = g.conference_id WHERE s.status = 'closed' AND ${TO_COME} GROUP BY s.urn`,
    );
    return new Map(rows.map(({ urn, n }) => [urn, Number(n)]));
  }

  /** The groups of a school for conferences that are not over, always in one order, so that locks are too. */
  toCome(schoolUrn: string): Promise<MovingGroup[]> {
    return this.database.select<MovingGroup>(
      'SELECT g.id, g.conference_id AS conferenceId, c.title AS conferenceTitle FROM visit_groups g' +
        ` JOIN conferences c ON c.id = g.conference_id WHERE g.school_urn = ? AND ${TO_COME}` +
        ' ORDER BY g.conference_id, g.id',
      [schoolUrn],
    );
  }

  /** Whether a school has a live group for a conference; under the event's lock, and as others have committed it. */
  async hasLive(conferenceId: string, schoolUrn: string): Promise<boolean> {
    const rows = await this.database.select(
      `SELECT id FROM visit_groups WHERE live_key = ?${this.database.forUpdate}`,
      [liveKeyOf(conferenceId, schoolUrn)],
    );
    return rows.length > 0;
  }

  move(group: MovingGroup, from: string, to: string, at: Date): Promise<number> {
    return this.database.execute(
      'UPDATE visit_groups SET school_urn = ?, live_key = ?, updated_at = ?' +
        " WHERE id = ? AND school_urn = ? AND status <> 'cancelled'",
      [to, liveKeyOf(group.conferenceId, to), at, group.id, from],
    );
  }

  async renewTickets(groupId: string, rosterVersion: number): Promise<void> {
    await this.database.execute('UPDATE tickets SET roster_version = ? WHERE group_id = ?', [
      rosterVersion,
      groupId,
    ]);
  }
}
