import { type EvidenceListing, type EvidenceRecord, summariseFeedback } from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import { AccountsService } from '../../identity/accounts.service';
import { type CpdSessionRow, CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { standardsOf } from './evidence.mapper';
import { EvidenceRepository } from './evidence.repository';
import { type Delivered, OutcomeFacts } from './outcome-facts';
import { SessionFeedbackRepository } from './session-feedback.repository';

const MINUTE = 60_000;

/** Puts the records of evidence together from what happened and what was written beside it, in the order asked for. */
@Injectable()
export class EvidenceReader {
  constructor(
    private readonly sessions: CpdSessionsRepository,
    private readonly facts: OutcomeFacts,
    private readonly evidence: EvidenceRepository,
    private readonly feedback: SessionFeedbackRepository,
    private readonly accounts: AccountsService,
  ) {}

  async records(delivered: readonly Delivered[]): Promise<EvidenceRecord[]> {
    const sessionIds = [...new Set(delivered.map(({ sessionId }) => sessionId))];
    const sessions = await this.sessionsOf(sessionIds);
    const written = await this.evidence.of(delivered.map(({ presenterId }) => presenterId));
    const teachers = await this.facts.teachersCounted(sessionIds);
    const feedback = await this.feedback.of(sessionIds);
    const names = await this.namesOf([...written.values()].flatMap(({ mentorId }) => mentorId ?? []));
    return delivered.flatMap(({ presenterId, sessionId, minutes }) => {
      const session = sessions.get(sessionId);
      const own = written.get(presenterId);
      if (!session) return [];
      const planned = Math.round((session.endsAt.getTime() - session.startsAt.getTime()) / MINUTE);
      return [
        {
          id: presenterId,
          sessionId,
          sessionTitle: session.title,
          topicTitle: session.topicTitle,
          deliveredAt: session.startsAt.toISOString(),
          minutes: minutes > 0 ? Math.min(minutes, planned) : planned,
          teachersAttended: teachers.get(sessionId) ?? 0,
          standards: standardsOf(own),
          reflection: own?.reflection ?? null,
          mentorNote:
            own?.mentorNote && own.notedAt
              ? {
                  text: own.mentorNote,
                  by: names.get(own.mentorId ?? '') ?? 'A mentor',
                  writtenAt: own.notedAt.toISOString(),
                }
              : null,
          feedback: summariseFeedback(sessionId, feedback),
        },
      ];
    });
  }

  async listings(delivered: readonly Delivered[]): Promise<EvidenceListing[]> {
    const sessions = await this.sessionsOf(delivered.map(({ sessionId }) => sessionId));
    const written = await this.evidence.of(delivered.map(({ presenterId }) => presenterId));
    const names = await this.namesOf(delivered.map(({ accountId }) => accountId));
    return delivered.flatMap(({ presenterId, sessionId, accountId }) => {
      const session = sessions.get(sessionId);
      const own = written.get(presenterId);
      if (!session) return [];
      return [
        {
          id: presenterId,
          traineeName: names.get(accountId) ?? '',
          sessionTitle: session.title,
          deliveredAt: session.startsAt.toISOString(),
          hasReflection: (own?.reflection ?? null) !== null,
          hasNote: (own?.mentorNote ?? null) !== null,
        },
      ];
    });
  }

  private async sessionsOf(ids: readonly string[]): Promise<ReadonlyMap<string, CpdSessionRow>> {
    const rows = await this.sessions.findAll([...new Set(ids)]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>();
    for (const id of new Set(ids)) {
      const account = await this.accounts.find(id);
      if (account) names.set(id, account.name);
    }
    return names;
  }
}
