import type { Mail, MailLetter, MailSummary } from '@lectern/notifications';

/** A mail that waits, unless it is said otherwise. */
export const aMail = (change: Partial<Mail> = {}): Mail => ({
  id: 'm1',
  kind: 'registration.confirmed',
  kindTitle: 'A group registers and gets all its places',
  to: { name: 'Pat Lowe', email: 'pat@example.org' },
  subject: 'Your places are confirmed',
  status: 'waiting',
  tries: 0,
  nextTryAt: '2027-01-12T09:00:00.000Z',
  lastProblem: null,
  about: { kind: 'group', id: 'g1' },
  writtenAt: '2027-01-12T09:00:00.000Z',
  sentAt: null,
  ...change,
});

export const aLetter = (change: Partial<MailLetter> = {}): MailLetter => ({
  subject: 'Your places are confirmed',
  text: 'Dear Pat Lowe,\n\nYou have 30 places.\n',
  links: [{ label: 'Open your group', url: 'https://lectern.example/groups/g1' }],
  calendar: 'request',
  ...change,
});

export const aSummary = (change: Partial<MailSummary> = {}): MailSummary => ({
  hasServer: true,
  from: 'Lectern <post@uni.example>',
  waiting: 1,
  sent: 2,
  failed: 3,
  oldestWaitingAt: '2027-01-12T09:00:00.000Z',
  ...change,
});
