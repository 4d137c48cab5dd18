import { academicYearOf, type Clock, DomainError, newId, notFound } from '@lectern/core';
import {
  type CpdSessionStatus,
  decideVote,
  type Topic,
  type TopicDemand,
  topicDemand,
  type VoteDecision,
} from '@lectern/cpd';
import { type Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';
import { CLOCK } from '../../platform/tokens';
import { visibleTo } from './cpd-sessions.service';
import { topicView } from './topic.mapper';
import { TopicsRepository } from './topics.repository';

/** Which topics teachers find hardest: each marks their own, and everybody in the partnership sees the counts. */
@Injectable()
export class TopicVotesService {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Marks a topic for this academic year; marking it again changes nothing. */
  async mark(actor: Actor, topicId: string): Promise<Topic> {
    const { accountId, schoolUrn } = actor;
    if (schoolUrn === undefined) throw notFound('topic');
    const now = this.clock.now();
    const academicYear = academicYearOf(now);
    return this.database.transaction(async () => {
      await this.topics.lockVoter(accountId);
      const topic = await this.topics.find(topicId);
      if (!topic) throw notFound('topic');
      const decision = decideVote(topicView(topic), await this.topics.votesOf(accountId, academicYear));
      if (decision.kind === 'refused') throw refusalOf(decision);
      if (decision.kind === 'taken') {
        await this.topics.insertVote({
          id: newId(),
          topicId,
          accountId,
          schoolUrn,
          academicYear,
          votedAt: now,
        });
      }
      return { ...topicView(topic), isMarked: true };
    });
  }

  /** Takes this year’s mark back; a topic that was not marked stays so. */
  async unmark(actor: Actor, topicId: string): Promise<Topic> {
    return this.database.transaction(async () => {
      await this.topics.lockVoter(actor.accountId);
      const topic = await this.topics.find(topicId);
      if (!topic) throw notFound('topic');
      await this.topics.removeVote(actor.accountId, academicYearOf(this.clock.now()), topicId);
      return { ...topicView(topic), isMarked: false };
    });
  }

  /** How much each topic is wanted in a year beside what the asker may know to be planned: counts only. */
  async demand(
    actor: Actor,
    academicYear = academicYearOf(this.clock.now()),
  ): Promise<readonly TopicDemand[]> {
    const visible = visibleTo(actor);
    const sessions = (await this.topics.sessionsIn(academicYear)).map(({ topicId, status }) => ({
      topicId,
      status: status as CpdSessionStatus,
    }));
    return topicDemand({
      academicYear,
      topics: (await this.topics.all()).map(topicView),
      votes: await this.topics.votesIn(academicYear),
      sessions: sessions.filter(({ status }) => visible.includes(status)),
    });
  }
}

const refusalOf = ({ code, words }: Extract<VoteDecision, { kind: 'refused' }>): DomainError =>
  code === 'votes-used-up'
    ? new DomainError('conflict', 'votes-used-up', words)
    : new DomainError('conflict', 'topic-not-active', words);
