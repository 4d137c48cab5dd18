import { OFFER_HOURS } from '@lectern/registrations';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { PlaceRulesEntity } from './place-rules.entity';

/** The stored rules by which conferences give places; a conference without any goes by the usual ones. */
@Injectable()
export class PlaceRulesRepository {
  constructor(private readonly database: Database) {}

  find(conferenceId: string): Promise<PlaceRulesEntity | null> {
    return this.database.reader.findOneBy(PlaceRulesEntity, { conferenceId });
  }

  async offerHours(conferenceId: string): Promise<number> {
    return (await this.find(conferenceId))?.offerHours ?? OFFER_HOURS;
  }

  /** Whether the places of a fair conference have been shared out. */
  async isAllocated(conferenceId: string): Promise<boolean> {
    const [row] = await this.database.select<{ allocated_at: unknown }>(
      `SELECT allocated_at FROM place_rules WHERE conference_id = ?${this.database.forUpdate}`,
      [conferenceId],
    );
    return row !== undefined && row.allocated_at !== null;
  }

  /** Stores the rules, over those there are; the moment of an allocation stays. Under the event's lock. */
  async save(
    rules: Pick<
      PlaceRulesEntity,
      'conferenceId' | 'offerHours' | 'method' | 'criteria' | 'changedBy' | 'changedAt'
    >,
  ): Promise<void> {
    const { conferenceId, ...change } = rules;
    const known = await this.database.writer.update(PlaceRulesEntity, { conferenceId }, change);
    if (known.affected) return;
    await this.database.writer.insert(PlaceRulesEntity, {
      ...rules,
      allocatedAt: null,
      allocatedBy: null,
      seed: null,
    });
  }

  /** Marks the allocation as made; 0 when it was made before. */
  markAllocated(conferenceId: string, seed: string, by: string, now: Date): Promise<number> {
    return this.database.execute(
      'UPDATE place_rules SET allocated_at = ?, allocated_by = ?, seed = ?' +
        ' WHERE conference_id = ? AND allocated_at IS NULL',
      [now, by, seed, conferenceId],
    );
  }
}
