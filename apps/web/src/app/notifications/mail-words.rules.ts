import { londonDateTime } from '@lectern/core';
import type { Mail, MailStatus, MailSummary } from '@lectern/notifications';
import type { HeadNumber, Tone } from '@lectern/ui';

const NAMES: Readonly<Record<MailStatus, string>> = { waiting: 'Waiting', sent: 'Sent', failed: 'Failed' };

/** What a status is called; where there is no mail server, what waits is kept. */
export const statusName = (status: MailStatus, hasServer: boolean): string =>
  status === 'waiting' && !hasServer ? 'Kept here' : NAMES[status];

/** How a mail stands, as word and tone. */
export const mailMark = (
  { status, tries }: Pick<Mail, 'status' | 'tries'>,
  hasServer: boolean,
): { readonly tone: Tone; readonly words: string } => {
  const words = statusName(status, hasServer);
  if (status === 'sent') return { tone: 'go', words };
  if (status === 'failed') return { tone: 'stop', words };
  if (!hasServer) return { tone: 'note', words };
  return tries === 0
    ? { tone: 'wait', words }
    : { tone: 'wait', words: `${words}, tried ${tries === 1 ? 'once' : `${tries} times`}` };
};

/** What comes next for a mail, in a sentence. */
export const whatFollows = (mail: Mail, hasServer: boolean): string => {
  if (mail.status === 'sent') {
    return `The mail server took it on ${londonDateTime(mail.sentAt ?? mail.writtenAt)}.`;
  }
  if (mail.status === 'failed') return 'It is not tried again by itself.';
  if (!hasServer) return 'No mail server is set up, so nobody gets it. It is kept here.';
  return mail.tries === 0
    ? 'It is sent within a few seconds.'
    : `It is tried again after ${londonDateTime(mail.nextTryAt ?? mail.writtenAt)}.`;
};

/** The line of figures above the list. */
export const mailNumbers = ({ hasServer, waiting, sent, failed }: MailSummary): HeadNumber[] => [
  { label: statusName('waiting', hasServer), value: waiting },
  { label: statusName('sent', hasServer), value: sent },
  { label: statusName('failed', hasServer), value: failed },
];
