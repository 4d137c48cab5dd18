import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../persistence/database';
import { SuitabilityEntity } from './suitability.entity';

@Injectable()
export class SuitabilityRepository {
  constructor(private readonly database: Database) {}

  async insert(record: SuitabilityEntity): Promise<void> {
    await this.database.writer.insert(SuitabilityEntity, record);
  }

  /** Everything on record about these people, latest first. */
  async historyOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, readonly SuitabilityEntity[]>> {
    if (accountIds.length === 0) return new Map();
    const rows = await this.database.reader.find(SuitabilityEntity, {
      where: { accountId: In([...new Set(accountIds)]) },
      order: { recordedAt: 'DESC', id: 'DESC' },
    });
    const found = new Map<string, SuitabilityEntity[]>();
    for (const row of rows) found.set(row.accountId, [...(found.get(row.accountId) ?? []), row]);
    return found;
  }
}
