import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';
import { CpdTopicEntity } from './topic.entity';

@Injectable()
export class TopicsRepository {
  constructor(private readonly database: Database) {}

  /** The whole catalogue, by title. */
  all(): Promise<CpdTopicEntity[]> {
    return this.database.reader.find(CpdTopicEntity, { order: { title: 'ASC', id: 'ASC' } });
  }

  find(id: string): Promise<CpdTopicEntity | null> {
    return this.database.reader.findOneBy(CpdTopicEntity, { id });
  }

  async insert(topic: CpdTopicEntity): Promise<void> {
    await this.database.writer.insert(CpdTopicEntity, topic);
  }

  async update(id: string, change: Partial<CpdTopicEntity>): Promise<void> {
    await this.database.writer.update(CpdTopicEntity, { id }, change);
  }
}
