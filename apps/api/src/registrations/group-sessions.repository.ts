import { newId } from '@lectern/core';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { toDate } from '../persistence/dialect';
import { SessionPlacementEntity, SessionPlanEntity, SessionPreferenceEntity } from './group-session.entity';

/** A confirmed group as sessions are given out to it. */
export interface SeatedGroup {
  readonly id: string;
  readonly schoolUrn: string;
  readonly pupils: number;
  readonly adults: number;
}

export interface PlacementRow {
  readonly id: string;
  readonly groupId: string;
  readonly sessionId: string;
  readonly pupils: number;
  readonly adults: number;
  readonly made: 'by-hand' | 'worked-out';
  readonly reason: string | null;
}

export interface PreferenceRow {
  readonly groupId: string;
  readonly sessionId: string;
}

@Injectable()
export class GroupSessionsRepository {
  constructor(private readonly database: Database) {}

  /** For deciding under the event's lock: what others have committed, not the snapshot from before. */
  private lockIf(deciding: boolean): string {
    return deciding ? this.database.forUpdate : '';
  }

  async groups(conferenceId: string, deciding: boolean): Promise<SeatedGroup[]> {
    const rows = await this.database.select<{
      id: string;
      school_urn: string;
      places: number;
      adults: number;
    }>(
      'SELECT id, school_urn, places, adults FROM visit_groups' +
        ` WHERE conference_id = ? AND status = 'confirmed' ORDER BY id${this.lockIf(deciding)}`,
      [conferenceId],
    );
    return rows.map((row) => ({
      id: row.id,
      schoolUrn: row.school_urn,
      pupils: Number(row.places),
      adults: Number(row.adults),
    }));
  }

  /** The year groups that each group has named pupils of. */
  async yearsOf(conferenceId: string): Promise<ReadonlyMap<string, readonly number[]>> {
    const rows = await this.database.select<{ group_id: string; year_group: number }>(
      'SELECT DISTINCT p.group_id, p.year_group FROM people p JOIN visit_groups g ON g.id = p.group_id' +
        " WHERE g.conference_id = ? AND p.kind = 'pupil' AND p.year_group IS NOT NULL",
      [conferenceId],
    );
    const years = new Map<string, number[]>();
    for (const row of rows)
      years.set(row.group_id, [...(years.get(row.group_id) ?? []), Number(row.year_group)]);
    return years;
  }

  /** Seats that are taken: a cancelled group takes none. */
  async placements(conferenceId: string, deciding: boolean): Promise<PlacementRow[]> {
    const rows = await this.database.select<{
      id: string;
      group_id: string;
      session_id: string;
      pupils: number;
      adults: number;
      made: PlacementRow['made'];
      reason: string | null;
    }>(
      'SELECT p.id, p.group_id, p.session_id, p.pupils, p.adults, p.made, p.reason FROM session_placements p' +
        ' JOIN visit_groups g ON g.id = p.group_id' +
        ` WHERE p.conference_id = ? AND g.status <> 'cancelled' ORDER BY p.id${this.lockIf(deciding)}`,
      [conferenceId],
    );
    return rows.map((row) => ({
      id: row.id,
      groupId: row.group_id,
      sessionId: row.session_id,
      pupils: Number(row.pupils),
      adults: Number(row.adults),
      made: row.made,
      reason: row.reason,
    }));
  }

  /** What the groups of a conference would like, each group's best first. */
  async preferences(conferenceId: string, deciding: boolean): Promise<PreferenceRow[]> {
    const rows = await this.database.select<{ group_id: string; session_id: string }>(
      'SELECT p.group_id, p.session_id FROM session_preferences p JOIN visit_groups g ON g.id = p.group_id' +
        ` WHERE g.conference_id = ? ORDER BY p.group_id, p.place_in_list, p.id${this.lockIf(deciding)}`,
      [conferenceId],
    );
    return rows.map((row) => ({ groupId: row.group_id, sessionId: row.session_id }));
  }

  /** When the sessions of the conference's groups were published; null while they are not. */
  async publishedAt(conferenceId: string, deciding: boolean): Promise<Date | null> {
    const [row] = await this.database.select<{ published_at: Date | string }>(
      `SELECT published_at FROM session_plans WHERE conference_id = ?${this.lockIf(deciding)}`,
      [conferenceId],
    );
    return row ? toDate(row.published_at) : null;
  }

  /** Replaces what a group would like among these sessions. */
  async setPreferences(groupId: string, among: readonly string[], chosen: readonly string[]): Promise<void> {
    for (const sessionId of among)
      await this.database.writer.delete(SessionPreferenceEntity, { groupId, sessionId });
    for (const [placeInList, sessionId] of chosen.entries())
      await this.database.writer.insert(SessionPreferenceEntity, {
        id: newId(),
        groupId,
        sessionId,
        placeInList,
      });
  }

  async insert(placement: SessionPlacementEntity): Promise<void> {
    await this.database.writer.insert(SessionPlacementEntity, placement);
  }

  async remove(id: string): Promise<void> {
    await this.database.writer.delete(SessionPlacementEntity, { id });
  }

  /** Everything that was worked out goes; what staff placed by hand stays. */
  async removeWorkedOut(conferenceId: string): Promise<void> {
    await this.database.writer.delete(SessionPlacementEntity, { conferenceId, made: 'worked-out' });
  }

  /** What is left of a session that goes: wishes for it, and seats of groups that were cancelled. */
  async forgetSession(sessionId: string): Promise<void> {
    await this.database.writer.delete(SessionPreferenceEntity, { sessionId });
    await this.database.writer.delete(SessionPlacementEntity, { sessionId });
  }

  /** Notes that a plan is published; the first time makes the row. Under the event's lock. */
  async publish(plan: SessionPlanEntity): Promise<void> {
    const { conferenceId, ...change } = plan;
    const { affected } = await this.database.writer.update(SessionPlanEntity, { conferenceId }, change);
    if (affected === 0) await this.database.writer.insert(SessionPlanEntity, plan);
  }
}
