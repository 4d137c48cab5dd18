import { Injectable } from '@nestjs/common';
import { Between, In } from 'typeorm';
import { Database } from '../../persistence/database';
import { PlacementDayEntity } from './placement-day.entity';

@Injectable()
export class PlacementDaysRepository {
  constructor(private readonly database: Database) {}

  /** Earliest first. */
  of(accountId: string): Promise<PlacementDayEntity[]> {
    return this.database.reader.find(PlacementDayEntity, { where: { accountId }, order: { day: 'ASC' } });
  }

  /** The days of these people from one day to another, both among them. */
  between(accountIds: readonly string[], from: string, to: string): Promise<PlacementDayEntity[]> {
    if (accountIds.length === 0) return Promise.resolve([]);
    return this.database.reader.find(PlacementDayEntity, {
      where: { accountId: In([...accountIds]), day: Between(from, to) },
      order: { day: 'ASC', id: 'ASC' },
    });
  }

  async insert(days: readonly PlacementDayEntity[]): Promise<void> {
    if (days.length > 0) await this.database.writer.insert(PlacementDayEntity, [...days]);
  }

  /** Those that are on record already get the name of the school that was sent. */
  async rename(accountId: string, days: readonly string[], schoolName: string): Promise<void> {
    if (days.length === 0) return;
    await this.database.writer.update(PlacementDayEntity, { accountId, day: In([...days]) }, { schoolName });
  }

  async remove(accountId: string, day: string): Promise<boolean> {
    const removed = await this.database.execute(
      'DELETE FROM cpd_placement_days WHERE account_id = ? AND day = ?',
      [accountId, day],
    );
    return removed === 1;
  }
}
