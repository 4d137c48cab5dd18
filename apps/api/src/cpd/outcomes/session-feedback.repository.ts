import type { ArrivedFeedback, Feedback } from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';
import { isUniqueViolation } from '../../persistence/dialect';
import { FeedbackEntity, FeedbackGiverEntity } from './session-feedback.entity';

/** Answers and their givers, in two tables that nothing joins. */
@Injectable()
export class SessionFeedbackRepository {
  constructor(private readonly database: Database) {}

  /** Notes that somebody has answered; false when they had before. */
  async markGiven(giver: FeedbackGiverEntity): Promise<boolean> {
    try {
      await this.database.writer.insert(FeedbackGiverEntity, giver);
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  async insert(feedback: FeedbackEntity): Promise<void> {
    await this.database.writer.insert(FeedbackEntity, feedback);
  }

  /** How many answered about a session; under its lock, what the next one is counted by. */
  count(sessionId: string): Promise<number> {
    return this.database.reader.countBy(FeedbackEntity, { sessionId });
  }

  async of(sessionIds: readonly string[]): Promise<ArrivedFeedback[]> {
    if (sessionIds.length === 0) return [];
    const rows = await this.database.reader
      .createQueryBuilder(FeedbackEntity, 'feedback')
      .where('feedback.sessionId IN (:...sessionIds)', { sessionIds })
      .getMany();
    return rows.map(({ id, sessionId, batch, answers, comment }) => ({
      id,
      sessionId,
      batch,
      answers: JSON.parse(answers) as Feedback['answers'],
      comment,
    }));
  }

  /** The sessions on which somebody has given feedback. */
  async givenBy(accountId: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.reader.findBy(FeedbackGiverEntity, { accountId });
    return new Set(rows.map(({ sessionId }) => sessionId));
  }
}
