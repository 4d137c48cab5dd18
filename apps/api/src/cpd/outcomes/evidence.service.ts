import type { Readable } from 'node:stream';
import {
  academicYearAfter,
  academicYearDays,
  academicYearOf,
  type Clock,
  isAcademicYear,
  notFound,
  type Page,
  startOfDay,
  validationFailed,
} from '@lectern/core';
import {
  type EvidenceForMentor,
  type EvidenceListing,
  type EvidenceRecord,
  feedbackForMentor,
  inStandardsOrder,
} from '@lectern/cpd';
import type { EvidenceChange, MentorNoteRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { AccountsService } from '../../identity/accounts.service';
import { Database } from '../../persistence/database';
import type { PrintedFile } from '../../platform/printed-file';
import { CLOCK } from '../../platform/tokens';
import { EvidenceReader } from './evidence-reader';
import { EvidenceRepository } from './evidence.repository';
import { emptyEvidence } from './evidence.mapper';
import { type Delivered, OutcomeFacts } from './outcome-facts';
import { OutcomePost } from './outcome-post';
import { printEvidence } from './print-evidence';
import { SessionFeedbackRepository } from './session-feedback.repository';

/** Trainees’ evidence of the sessions that they delivered: theirs to write in, their mentors’ to comment on. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly database: Database,
    private readonly facts: OutcomeFacts,
    private readonly reader: EvidenceReader,
    private readonly evidence: EvidenceRepository,
    private readonly feedback: SessionFeedbackRepository,
    private readonly accounts: AccountsService,
    private readonly post: OutcomePost,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A trainee’s own records, latest first. */
  async own(actor: Actor): Promise<Page<EvidenceRecord>> {
    const delivered = await this.facts.deliveredBy(actor.accountId);
    return { items: (await this.reader.records(delivered)).reverse(), nextCursor: null };
  }

  /** The whole of a trainee’s record on paper, earliest first, with the summaries that they may see and no comment. */
  async print(actor: Actor): Promise<PrintedFile> {
    const account = await this.accounts.find(actor.accountId);
    const records = await this.reader.records(await this.facts.deliveredBy(actor.accountId));
    const file: Readable = printEvidence(account?.name ?? '', records, this.clock.now());
    return { file, name: 'evidence-record.pdf' };
  }

  async change(actor: Actor, id: string, change: EvidenceChange): Promise<EvidenceRecord> {
    const delivered = await this.facts.deliveredAs(id);
    if (delivered?.accountId !== actor.accountId) throw notFound('evidence');
    const reflection = change.reflection?.trim();
    const now = this.clock.now();
    await this.database.transaction(() =>
      this.evidence.change(id, emptyEvidence(id, now), {
        ...(change.standards ? { standards: inStandardsOrder(change.standards).join(' ') } : {}),
        ...(change.reflection === undefined ? {} : { reflection: reflection ? reflection : null }),
        updatedAt: now,
      }),
    );
    return this.recordOf(delivered);
  }

  /** The records of an academic year, of this one when none is asked for, for those who guide trainees; latest first. */
  async list(asked: string | undefined): Promise<Page<EvidenceListing>> {
    const year = asked ?? academicYearOf(this.clock.now());
    if (!isAcademicYear(year)) {
      const message = 'Ask for an academic year such as 2026/27.';
      throw validationFailed([{ field: 'academicYear', code: 'not-an-academic-year', message }]);
    }
    const firstDay = (of: string): Date => startOfDay(academicYearDays(of).startsOn);
    const delivered = await this.facts.deliveredBetween(firstDay(year), firstDay(academicYearAfter(year)));
    const items = (await this.reader.listings(delivered)).reverse();
    await this.audit.recordReading({
      action: 'cpd-evidence.listed',
      objectKind: 'cpd-evidence',
      objectId: year,
      details: { records: items.length },
    });
    return { items, nextCursor: null };
  }

  /** One record with its trainee and what teachers wrote. */
  async see(id: string): Promise<EvidenceForMentor> {
    const delivered = await this.facts.deliveredAs(id);
    if (!delivered) throw notFound('evidence');
    return this.forMentor(delivered);
  }

  /** Writes a note beside a record, or takes it away with an empty text. */
  async note(actor: Actor, id: string, { text }: MentorNoteRequest): Promise<EvidenceForMentor> {
    const delivered = await this.facts.deliveredAs(id);
    if (!delivered) throw notFound('evidence');
    const note = text.trim() === '' ? null : text.trim();
    const now = this.clock.now();
    await this.database.transaction(async () => {
      const before = (await this.evidence.of([id])).get(id)?.mentorNote ?? null;
      if (before === note) return;
      await this.evidence.change(id, emptyEvidence(id, now), {
        mentorNote: note,
        mentorId: note === null ? null : actor.accountId,
        notedAt: note === null ? null : now,
        updatedAt: now,
      });
      await this.audit.record({
        action: note === null ? 'cpd-evidence.note-removed' : 'cpd-evidence.noted',
        objectKind: 'cpd-evidence',
        objectId: id,
      });
      // Told once: a mended spelling is no news.
      if (before === null && note !== null) {
        const { sessionTitle } = await this.recordOf(delivered);
        await this.post.tellMentorNote(delivered.accountId, actor.accountId, sessionTitle);
      }
    });
    return this.forMentor(delivered);
  }

  private async recordOf(delivered: Delivered): Promise<EvidenceRecord> {
    const [record] = await this.reader.records([delivered]);
    if (!record) throw notFound('evidence');
    return record;
  }

  private async forMentor(delivered: Delivered): Promise<EvidenceForMentor> {
    const record = await this.recordOf(delivered);
    const feedback = await this.feedback.of([delivered.sessionId]);
    const account = await this.accounts.find(delivered.accountId);
    const { comments } = feedbackForMentor(delivered.sessionId, feedback);
    return { ...record, traineeName: account?.name ?? '', comments };
  }
}
