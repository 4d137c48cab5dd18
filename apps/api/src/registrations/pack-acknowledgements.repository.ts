import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../persistence/database';
import { isUniqueViolation } from '../persistence/dialect';
import { PackAcknowledgementEntity } from './pack-acknowledgement.entity';
import { PackLetterEntity } from './pack-letter.entity';

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

  /** Whether this version has not been written about to the group's school yet; it has been from now on. */
  async claimLetter(groupId: string, packVersion: number, now: Date): Promise<boolean> {
    const changed = await this.database.execute(
      'UPDATE pack_letters SET pack_version = ?, told_at = ? WHERE group_id = ? AND pack_version < ?',
      [packVersion, now, groupId, packVersion],
    );
    if (changed === 1) return true;
    try {
      await this.database.writer.insert(PackLetterEntity, { groupId, packVersion, toldAt: now });
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }
}
