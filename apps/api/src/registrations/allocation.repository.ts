import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { AllocationOutcomeEntity } from './allocation-outcome.entity';
import { marks } from '../persistence/sql';

/** What published allocations decided. */
@Injectable()
export class AllocationRepository {
  constructor(private readonly database: Database) {}

  async insert(outcomes: readonly AllocationOutcomeEntity[]): Promise<void> {
    await this.database.writer.insert(AllocationOutcomeEntity, [...outcomes]);
  }

  /** The outcomes of a conference, the first in order first. */
  of(conferenceId: string): Promise<AllocationOutcomeEntity[]> {
    return this.database.reader.find(AllocationOutcomeEntity, {
      where: { conferenceId },
      order: { rankNumber: 'ASC' },
    });
  }

  /** Why each of these groups got what it got. */
  async reasons(groupIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (groupIds.length === 0) return new Map();
    const rows = await this.database.select<{ group_id: string; reason: string }>(
      `SELECT group_id, reason FROM allocation_outcomes WHERE group_id IN (${marks(groupIds)})`,
      groupIds,
    );
    return new Map(rows.map((row) => [row.group_id, row.reason]));
  }
}
