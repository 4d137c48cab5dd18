import type { Mail, MailLetter, MailStatus } from '@lectern/notifications';
import type { Letter } from './letter';
import type { LetterFrame } from './letter-frame';
import { letterLinks, letterText } from './letter-text';
import type { OutboxMailEntity } from './outbox-mail.entity';

/** A stored mail as staff see it in the list; a kind that is no longer written goes by its own name. */
export const mailView = (mail: OutboxMailEntity, kindTitle: string | undefined): Mail => ({
  id: mail.id,
  kind: mail.kind,
  kindTitle: kindTitle ?? mail.kind,
  to: { name: mail.recipientName, email: mail.recipientEmail },
  subject: mail.subject,
  status: mail.status as MailStatus,
  tries: mail.tries,
  nextTryAt: mail.status === 'waiting' ? mail.nextTryAt.toISOString() : null,
  lastProblem: mail.lastProblem,
  about: { kind: mail.objectKind, id: mail.objectId },
  writtenAt: mail.createdAt.toISOString(),
  sentAt: mail.sentAt?.toISOString() ?? null,
});

export const letterView = (letter: Letter, frame: LetterFrame): MailLetter => ({
  subject: letter.subject,
  text: letterText(letter, frame),
  links: letterLinks(letter),
  calendar: letter.calendar?.method ?? null,
});
