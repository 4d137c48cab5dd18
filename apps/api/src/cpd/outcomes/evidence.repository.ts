import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';
import { EvidenceEntity } from './evidence.entity';

@Injectable()
export class EvidenceRepository {
  constructor(private readonly database: Database) {}

  /** What was written beside these records; those of which nothing was are left out. */
  async of(presenterIds: readonly string[]): Promise<ReadonlyMap<string, EvidenceEntity>> {
    if (presenterIds.length === 0) return new Map();
    const rows = await this.database.reader
      .createQueryBuilder(EvidenceEntity, 'evidence')
      .where('evidence.presenterId IN (:...presenterIds)', { presenterIds })
      .getMany();
    return new Map(rows.map((row) => [row.presenterId, row]));
  }

  /** Two people may write at once, trainee and mentor: each changes their own part of the same row. */
  async change(presenterId: string, fresh: EvidenceEntity, change: Partial<EvidenceEntity>): Promise<void> {
    // Taken first and by its key, so that of two who begin the row one waits for the other.
    const locked = await this.database.select(
      `SELECT id FROM cpd_offer_presenters WHERE id = ?${this.database.forUpdate}`,
      [presenterId],
    );
    if (locked.length === 0) return;
    const there = await this.database.writer.findOneBy(EvidenceEntity, { presenterId });
    if (there) await this.database.writer.update(EvidenceEntity, { presenterId }, change);
    else await this.database.writer.insert(EvidenceEntity, { ...fresh, ...change });
  }
}
