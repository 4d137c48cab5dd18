import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan } from 'typeorm';
import { Database } from '../persistence/database';
import { RosterPreviewEntity } from './roster-preview.entity';

@Injectable()
export class RosterPreviewsRepository {
  constructor(private readonly database: Database) {}

  find(groupId: string, id: string, now: Date): Promise<RosterPreviewEntity | null> {
    return this.database.reader.findOneBy(RosterPreviewEntity, { groupId, id, expiresAt: MoreThan(now) });
  }

  async insert(preview: RosterPreviewEntity): Promise<void> {
    await this.database.writer.insert(RosterPreviewEntity, preview);
  }

  /** Removes the group's previews and everybody's expired ones: they hold names that nobody confirmed. */
  async clear(groupId: string, now: Date): Promise<void> {
    await this.database.writer.delete(RosterPreviewEntity, { groupId });
    await this.clearExpired(now);
  }

  async clearExpired(now: Date): Promise<void> {
    await this.database.writer.delete(RosterPreviewEntity, { expiresAt: LessThan(now) });
  }
}
