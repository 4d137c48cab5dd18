import type { Page } from '@lectern/core';
import type { Topic } from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import { topicView } from './topic.mapper';
import { TopicsRepository } from './topics.repository';

/** The catalogue of topics that are hard to teach. */
@Injectable()
export class TopicsService {
  constructor(private readonly topics: TopicsRepository) {}

  /** Those that are in the catalogue; all of them for whoever edits it. */
  async list(withInactive: boolean): Promise<Page<Topic>> {
    const topics = (await this.topics.all()).map(topicView);
    return { items: topics.filter(({ active }) => active || withInactive), nextCursor: null };
  }

  async find(id: string): Promise<Topic | null> {
    const topic = await this.topics.find(id);
    return topic && topicView(topic);
  }
}
