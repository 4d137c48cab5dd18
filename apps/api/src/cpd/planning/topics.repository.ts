import type { TopicVote } from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';
import { CpdTopicEntity, TopicVoteEntity } from './topic.entity';

/** A mark as demand counts it. */
export type CountedVote = Pick<TopicVote, 'topicId' | 'accountId' | 'schoolUrn' | 'academicYear'>;

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

  /** Makes the marks of one account wait for each other: the first thing of their unit of work. */
  async lockVoter(accountId: string): Promise<void> {
    await this.database.select(`SELECT id FROM accounts WHERE id = ?${this.database.forUpdate}`, [accountId]);
  }

  /** What one account has marked in a year. */
  votesOf(accountId: string, academicYear: string): Promise<TopicVoteEntity[]> {
    return this.database.reader.findBy(TopicVoteEntity, { accountId, academicYear });
  }

  /** Every mark of a year. */
  votesIn(academicYear: string): Promise<CountedVote[]> {
    return this.database.reader.find(TopicVoteEntity, {
      where: { academicYear },
      select: { topicId: true, accountId: true, schoolUrn: true, academicYear: true },
    });
  }

  async insertVote(vote: TopicVoteEntity): Promise<void> {
    await this.database.writer.insert(TopicVoteEntity, vote);
  }

  async removeVote(accountId: string, academicYear: string, topicId: string): Promise<void> {
    await this.database.writer.delete(TopicVoteEntity, { accountId, academicYear, topicId });
  }

  /** The topics of a year’s sessions, with how each session stands. */
  async sessionsIn(academicYear: string): Promise<{ topicId: string; status: string }[]> {
    const rows = await this.database.select<{ topic_id: string; status: string }>(
      'SELECT s.topic_id, s.status FROM cpd_sessions s JOIN cpd_programmes p ON p.id = s.programme_id' +
        ' WHERE p.academic_year = ?',
      [academicYear],
    );
    return rows.map(({ topic_id, status }) => ({ topicId: topic_id, status }));
  }
}
