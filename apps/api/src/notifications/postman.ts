import { isMailable } from '@lectern/notifications';
import { createTransport, type Transporter } from 'nodemailer';
import type { MailConfig } from '../platform/mail-config';
import { addressedCalendar } from './addressed-calendar';
import type { Letter, Recipient } from './letter';
import type { LetterFrame } from './letter-frame';
import { letterHtml } from './letter-html';
import { letterText } from './letter-text';

/** A mail as it is handed to the mail server. */
export interface ReadyMail {
  readonly id: string;
  readonly to: Recipient;
  readonly letter: Letter;
  readonly frame: LetterFrame;
}

/** How long each step of a delivery may take, in milliseconds. */
export interface Patience {
  readonly connection: number;
  readonly greeting: number;
  /** Without a sign of life. */
  readonly silence: number;
  /** All of it together: a server that answers letter by letter holds up nobody for longer. */
  readonly whole: number;
}

const PATIENCE: Patience = { connection: 10_000, greeting: 10_000, silence: 20_000, whole: 60_000 };

/** A delivery that nobody heard the end of. */
class DeliveryTimeout extends Error {
  readonly code = 'ETIMEDOUT';
  readonly command = 'DATA';
}

class BadAddress extends Error {
  readonly code = 'EMAILADDRESS';
}

/**
 * Hands one mail to the mail server. Its Message-ID is made of the row's id, so that whoever gets a mail twice (we
 * died after the server took it and before we could write that down) can see that it is the same one.
 */
export class Postman {
  private readonly transport: Transporter | null;

  constructor(
    private readonly mail: MailConfig,
    private readonly patience: Patience = PATIENCE,
  ) {
    const { server } = mail;
    this.transport =
      server &&
      createTransport({
        host: server.host,
        port: server.port,
        secure: server.secure,
        requireTLS: server.requireTls,
        ...(server.user === null ? {} : { auth: { user: server.user, pass: server.password ?? '' } }),
        connectionTimeout: patience.connection,
        greetingTimeout: patience.greeting,
        socketTimeout: patience.silence,
        dnsTimeout: patience.connection,
        // A letter is words: nothing in it makes the server read a file or an address.
        disableFileAccess: true,
        disableUrlAccess: true,
      });
  }

  /** Whether there is anybody to hand mails to. */
  get hasServer(): boolean {
    return this.transport !== null;
  }

  messageId(mailId: string): string {
    return `<${mailId}@${this.mail.from.address.split('@')[1] ?? 'localhost'}>`;
  }

  /** Resolves once the server has taken the mail, and throws what it or the network said otherwise. */
  async deliver({ id, to, letter, frame }: ReadyMail): Promise<void> {
    if (!this.transport) throw new Error('There is no mail server.');
    if (!isMailable(to.email)) throw new BadAddress('Mail cannot be sent to this address.');
    const { from } = this.mail;
    const { calendar } = letter;
    const sending = this.transport.sendMail({
      from: { name: from.name, address: from.address },
      to: { name: to.name, address: to.email },
      envelope: { from: from.address, to: [to.email] },
      messageId: this.messageId(id),
      subject: letter.subject,
      text: letterText(letter, frame),
      html: letterHtml(letter, frame),
      // Absence notices and other machines do not answer a machine.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      ...(calendar
        ? {
            icalEvent: {
              method: calendar.method === 'cancel' ? 'CANCEL' : 'REQUEST',
              filename: 'conference.ics',
              content: addressedCalendar(calendar.ics, { name: from.name, email: from.address }, to),
            },
          }
        : {}),
    });
    await this.inTime(sending);
  }

  private async inTime(sending: Promise<unknown>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, refuse) => {
      timer = setTimeout(() => refuse(new DeliveryTimeout('It took too long.')), this.patience.whole);
    });
    try {
      await Promise.race([sending, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
