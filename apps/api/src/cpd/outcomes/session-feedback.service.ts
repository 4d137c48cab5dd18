import { randomUUID } from 'node:crypto';
import { type Clock, DomainError, notFound, type Page, validationFailed } from '@lectern/core';
import {
  FEEDBACK_QUESTIONS,
  feedbackBatch,
  feedbackFor,
  type FeedbackForm,
  type FeedbackStanding,
  type FeedbackView,
} from '@lectern/cpd';
import type { FeedbackRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AccountsService } from '../../identity/accounts.service';
import { Database } from '../../persistence/database';
import { CLOCK } from '../../platform/tokens';
import { type CpdSessionRow, CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { OutcomeFacts } from './outcome-facts';
import { SessionFeedbackRepository } from './session-feedback.repository';

const readerOf = ({ roles }: Actor): 'staff' | 'mentor' | 'presenter' => {
  if (roles.some((role) => role === 'staff' || role === 'admin')) return 'staff';
  return roles.includes('mentor') ? 'mentor' : 'presenter';
};

/** The answers that were given, in the order of the questions; what was left out is not stored. */
const answersOf = ({ answers }: FeedbackRequest): string =>
  JSON.stringify(
    Object.fromEntries(
      FEEDBACK_QUESTIONS.flatMap((question) =>
        typeof answers[question] === 'number' ? [[question, answers[question]] as const] : [],
      ),
    ),
  );

/**
 * Feedback on sessions. Only who attended gives it, once; it is stored beside no name, and the audit trail does not hear
 * of it, since the moment of an answer would tell whose it is.
 */
@Injectable()
export class SessionFeedbackService {
  constructor(
    private readonly database: Database,
    private readonly sessions: CpdSessionsRepository,
    private readonly facts: OutcomeFacts,
    private readonly feedback: SessionFeedbackRepository,
    private readonly accounts: AccountsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What somebody attended, latest first, and where feedback is still open. */
  async forms(actor: Actor): Promise<Page<FeedbackForm>> {
    const attended = await this.attendedBy(actor);
    const sessions = await this.sessions.findAll([...attended]);
    const given = await this.feedback.givenBy(actor.accountId);
    const items = sessions
      .filter(({ status }) => status !== 'cancelled')
      .map((session) => this.formOf(session, given))
      .reverse();
    return { items, nextCursor: null };
  }

  async form(actor: Actor, sessionId: string): Promise<FeedbackForm> {
    const session = await this.attendedSession(actor, sessionId);
    return this.formOf(session, await this.feedback.givenBy(actor.accountId));
  }

  async give(actor: Actor, sessionId: string, request: FeedbackRequest): Promise<FeedbackForm> {
    const session = await this.attendedSession(actor, sessionId);
    const answers = answersOf(request);
    const comment = request.comment?.trim() ? request.comment.trim() : null;
    if (answers === '{}' && comment === null) {
      const message = 'Answer at least one question, or write a comment.';
      throw validationFailed([{ field: 'answers', code: 'empty', message }]);
    }
    if (this.standing(session, new Set()) === 'not-over') {
      throw new DomainError(
        'conflict',
        'session-not-over',
        'The session is not over yet. Give your feedback after it.',
      );
    }
    await this.database.transaction(async () => {
      // Fives are counted under the lock: of two who answer at once, each must see the other or come after.
      await this.sessions.lock([session.id]);
      const { accountId } = actor;
      const heldOn = session.endsAt;
      if (!(await this.feedback.markGiven({ sessionId: session.id, accountId, heldOn }))) {
        throw new DomainError(
          'conflict',
          'feedback-already-given',
          'You have given your feedback on this session. It is stored without your name, so it cannot be changed.',
        );
      }
      const batch = feedbackBatch(await this.feedback.count(session.id));
      // An id that holds no moment, unlike those of everything else.
      await this.feedback.insert({
        id: randomUUID(),
        sessionId: session.id,
        batch,
        answers,
        comment,
        heldOn,
      });
    });
    return this.formOf(session, new Set([session.id]));
  }

  /** The feedback on a session for those who may read it; whoever presents sees a summary of fives. */
  async see(actor: Actor, sessionId: string): Promise<FeedbackView> {
    const session = await this.sessions.find(sessionId);
    const reader = readerOf(actor);
    const mayRead = reader !== 'presenter' || (await this.facts.presents(actor.accountId, sessionId));
    if (!session || !mayRead) throw notFound('session');
    return feedbackFor(reader, session.id, await this.feedback.of([session.id]));
  }

  private async attendedBy(actor: Actor): Promise<ReadonlySet<string>> {
    const account = await this.accounts.find(actor.accountId);
    return this.facts.attendedBy(actor.accountId, account?.emailKey ?? '');
  }

  private async attendedSession(actor: Actor, sessionId: string): Promise<CpdSessionRow> {
    const session = await this.sessions.find(sessionId);
    if (!session || !['published', 'delivered'].includes(session.status)) throw notFound('session');
    if (!(await this.attendedBy(actor)).has(session.id)) {
      throw new DomainError(
        'conflict',
        'not-attended',
        'Feedback is for those who were at the session. If you were, ask the university to correct the list.',
      );
    }
    return session;
  }

  private standing({ id, status, endsAt }: CpdSessionRow, given: ReadonlySet<string>): FeedbackStanding {
    if (given.has(id)) return 'given';
    return status === 'delivered' || endsAt <= this.clock.now() ? 'open' : 'not-over';
  }

  private formOf(session: CpdSessionRow, given: ReadonlySet<string>): FeedbackForm {
    return {
      sessionId: session.id,
      sessionTitle: session.title,
      topicTitle: session.topicTitle,
      startsAt: session.startsAt.toISOString(),
      standing: this.standing(session, given),
    };
  }
}
