import { type Clock, DomainError, notFound, type Page, validationFailed } from '@lectern/core';
import {
  type Mail,
  MAIL_STATUSES,
  type MailLetter,
  type MailStatus,
  type MailSummary,
} from '@lectern/notifications';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { Database } from '../persistence/database';
import type { Config } from '../platform/config';
import { cursorOf, placeOf } from '../platform/paging';
import { CLOCK, CONFIG } from '../platform/tokens';
import { addressedCalendar } from './addressed-calendar';
import type { Letter } from './letter';
import { type LetterFrame, letterFrame } from './letter-frame';
import { letterHtml } from './letter-html';
import { LetterKinds } from './letter-kinds';
import { LetterOpener } from './letter-opener';
import { letterView, mailView } from './mail.mapper';
import { MailsRepository } from './mails.repository';
import type { OutboxMailEntity } from './outbox-mail.entity';
import { Postman } from './postman';
import { withoutLinks } from './secret-letter';

/** What a list is asked for, as it came in. */
export interface MailQuery {
  readonly status?: unknown;
  readonly kind?: unknown;
  readonly about?: unknown;
  readonly find?: unknown;
  readonly limit: number;
  readonly cursor?: unknown;
}

interface OpenedMail {
  readonly mail: OutboxMailEntity;
  readonly letter: Letter;
  readonly frame: LetterFrame;
}

const LONGEST_QUESTION = 254;

/** Mails for the staff who answer for them: what was written to whom, what it says, and another try for what failed. */
@Injectable()
export class MailsService {
  constructor(
    private readonly database: Database,
    private readonly mails: MailsRepository,
    private readonly opener: LetterOpener,
    private readonly kinds: LetterKinds,
    private readonly postman: Postman,
    private readonly audit: AuditService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list({ status, kind, about, find, limit, cursor }: MailQuery): Promise<Page<Mail>> {
    const place = placeOf(cursor, 2);
    const [asked, ofKind, ofThing, holding] = [
      statusOf(status),
      wordsOf('kind', kind),
      wordsOf('about', about),
      wordsOf('find', find),
    ];
    const rows = await this.mails.list({
      ...(asked === undefined ? {} : { status: asked }),
      ...(ofKind === undefined ? {} : { kind: ofKind }),
      ...(ofThing === undefined ? {} : { about: ofThing }),
      ...(holding === undefined ? {} : { find: holding }),
      limit: limit + 1,
      after: place ? { createdAt: momentOf(place[0]), id: String(place[1]) } : null,
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((mail) => this.view(mail)),
      nextCursor: rows.length > limit && last ? cursorOf([last.createdAt.getTime(), last.id]) : null,
    };
  }

  async see(id: string): Promise<Mail> {
    return this.view(await this.find(id));
  }

  /** What a mail says, as text; that somebody read it is written down with the reading. */
  async letter(id: string): Promise<MailLetter> {
    const { letter, frame } = await this.read(id, 'text');
    return letterView(letter, frame);
  }

  /** The same as it looks in a mail program. */
  async page(id: string): Promise<string> {
    const { letter, frame } = await this.read(id, 'html');
    return letterHtml(letter, frame);
  }

  async calendar(id: string): Promise<string> {
    const { mail, letter } = await this.read(id, 'calendar');
    if (!letter.calendar) throw notFound('calendar entry');
    const { from } = this.config.mail;
    return addressedCalendar(
      letter.calendar.ics,
      { name: from.name, email: from.address },
      { name: mail.recipientName, email: mail.recipientEmail },
    );
  }

  /** Puts a mail that was given up back into the queue, with all its tries. */
  async sendAgain(id: string): Promise<Mail> {
    await this.find(id);
    await this.database.transaction(async () => {
      if (!(await this.mails.queueAgain(id, this.clock.now()))) {
        const message =
          'Only a mail that failed can be sent again. Load the page again to see how it stands.';
        throw new DomainError('conflict', 'mail-not-failed', message);
      }
      await this.note('mail.sent-again', id);
    });
    return this.see(id);
  }

  async summary(): Promise<MailSummary> {
    const counts = await this.mails.counts();
    const count = (status: MailStatus) => counts.find((row) => row.status === status);
    const { name, address } = this.config.mail.from;
    return {
      hasServer: this.postman.hasServer,
      from: `${name} <${address}>`,
      waiting: count('waiting')?.mails ?? 0,
      sent: count('sent')?.mails ?? 0,
      failed: count('failed')?.mails ?? 0,
      oldestWaitingAt: count('waiting')?.oldestAt.toISOString() ?? null,
    };
  }

  private async read(id: string, as: 'text' | 'html' | 'calendar'): Promise<OpenedMail> {
    const mail = await this.find(id);
    const kind = this.kinds.find(mail.kind);
    const opened = this.open(mail);
    const letter = kind?.secret && this.keepsSecrets ? withoutLinks(opened) : opened;
    await this.database.transaction(() => this.note('mail.read', id, { as }));
    const frame = letterFrame({ name: mail.recipientName }, kind, this.config.url);
    return { mail, letter, frame };
  }

  /** Only a demo or a trial, where nobody gets mail, needs links that open accounts to be read here. */
  private get keepsSecrets(): boolean {
    return this.postman.hasServer || this.config.production;
  }

  private open(mail: OutboxMailEntity): Letter {
    try {
      return this.opener.open(mail);
    } catch {
      throw new DomainError(
        'conflict',
        'letter-unreadable',
        'This letter was sealed with another key than LECTERN_DATA_KEY and cannot be read. Start Lectern with the key it had then.',
      );
    }
  }

  private async find(id: string): Promise<OutboxMailEntity> {
    const mail = await this.mails.find(id);
    if (!mail) throw notFound('mail');
    return mail;
  }

  private view(mail: OutboxMailEntity): Mail {
    return mailView(mail, this.kinds.find(mail.kind)?.title);
  }

  private note(
    action: string,
    objectId: string,
    details: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    return this.audit.record({ action, objectKind: 'mail', objectId, details });
  }
}

const refuse = (field: string, code: string, message: string): DomainError =>
  validationFailed([{ field, code, message }]);

const statusOf = (asked: unknown): MailStatus | undefined => {
  if (asked === undefined || asked === '') return undefined;
  const status = MAIL_STATUSES.find((known) => known === asked);
  if (!status) throw refuse('status', 'unknown-status', `Ask for ${MAIL_STATUSES.join(', ')}, or for all.`);
  return status;
};

const wordsOf = (field: string, asked: unknown): string | undefined => {
  if (asked === undefined || asked === '') return undefined;
  if (typeof asked !== 'string' || asked.length > LONGEST_QUESTION)
    throw refuse(field, 'too-long', `Ask for ${LONGEST_QUESTION} characters at most, once.`);
  return asked.trim() || undefined;
};

const momentOf = (milliseconds: unknown): Date => {
  const moment = new Date(Number(milliseconds));
  if (Number.isNaN(moment.getTime())) {
    throw refuse(
      'cursor',
      'unknown-cursor',
      'This place in the list is not known. Start again without a cursor.',
    );
  }
  return moment;
};
