import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../persistence/database';
import { PackAcknowledgementEntity } from './pack-acknowledgement.entity';

@Injectable()
export class PackAcknowledgementsRepository {
  constructor(private readonly database: Database) {}

  /** The latest acknowledgement of each group. */
  async latest(groupIds: readonly string[]): Promise<ReadonlyMap<string, PackAcknowledgementEntity>> {
    const rows = await this.database.reader.find(PackAcknowledgementEntity, {
      where: { groupId: In([...groupIds]) },
      order: { packVersion: 'ASC' },
    });
    return new Map(rows.map((row) => [row.groupId, row]));
  }

  async insert(acknowledgement: PackAcknowledgementEntity): Promise<void> {
    await this.database.writer.insert(PackAcknowledgementEntity, acknowledgement);
  }
}
