export const MAILS_PATH = 'mails';
export const MAIL_KINDS_PATH = 'mail-kinds';
export const MAIL_SUMMARY_PATH = 'mail-summary';

/** A mail waits for the post, was taken by the mail server, or was given up and waits for somebody to look at it. */
export const MAIL_STATUSES = ['waiting', 'sent', 'failed'] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

/** A mail as staff see it in the list: everything but what it says. */
export interface Mail {
  readonly id: string;
  readonly kind: string;
  /** When this kind is sent, in words. */
  readonly kindTitle: string;
  readonly to: { readonly name: string; readonly email: string };
  readonly subject: string;
  readonly status: MailStatus;
  readonly tries: number;
  /** When it is tried next; null once it was sent or given up. */
  readonly nextTryAt: string | null;
  readonly lastProblem: string | null;
  readonly about: { readonly kind: string; readonly id: string | null };
  readonly writtenAt: string;
  readonly sentAt: string | null;
}

export interface LetterLink {
  readonly label: string;
  readonly url: string;
}

/** What a mail says; reading it is written to the audit trail. */
export interface MailLetter {
  readonly subject: string;
  readonly text: string;
  readonly links: readonly LetterLink[];
  /** Whether a calendar entry comes with it, and whether that adds to the calendar or takes out of it. */
  readonly calendar: 'request' | 'cancel' | null;
}

/** A kind of letter that Lectern writes. */
export interface MailKind {
  readonly kind: string;
  readonly title: string;
}

/** A kind of letter with its invented example. */
export interface MailKindPreview extends MailKind {
  readonly letter: MailLetter;
}

/** How the post stands. */
export interface MailSummary {
  /** Whether a mail server is set up; without one, mails are kept and can be read here. */
  readonly hasServer: boolean;
  /** Whom mails come from. */
  readonly from: string;
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
  readonly oldestWaitingAt: string | null;
}
