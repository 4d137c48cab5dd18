import { isMailable } from '@lectern/notifications';
import { ConfigError } from './config-error';

/** The mail server that letters are given to. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`smtps://`). */
  readonly secure: boolean;
  /** Whether to send nothing before the connection is encrypted. */
  readonly requireTls: boolean;
  readonly user: string | null;
  readonly password: string | null;
}

export interface MailConfig {
  /** null means that mails are kept and read in the application. */
  readonly server: MailServer | null;
  readonly from: { readonly name: string; readonly address: string };
}

const NOBODY = { name: 'Lectern', address: 'lectern@localhost' };

const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

const serverOf = (value: string): MailServer => {
  const example = 'smtp://user:password@mail.example:587 or smtps://user:password@mail.example:465';
  // The value may hold a password, so it is never repeated.
  const refuse = (): ConfigError => new ConfigError('SMTP_URL', `must look like ${example}.`);
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    throw refuse();
  }
  if (!['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '' || /^\/./.test(url.pathname))
    throw refuse();
  if (url.search !== '' || url.hash !== '')
    throw new ConfigError('SMTP_URL', `takes no options after the address; ${example}.`);
  const secure = url.protocol === 'smtps:';
  const port = url.port === '' ? (secure ? 465 : 587) : Number(url.port);
  const user = url.username === '' ? null : decodeURIComponent(url.username);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port,
    secure,
    // A password never crosses a network in the clear.
    requireTls: !secure && user !== null && !LOCAL.includes(url.hostname),
    user,
    password: user === null ? null : decodeURIComponent(url.password),
  };
};

const fromOf = (value: string): MailConfig['from'] => {
  const [, name = '', address = ''] = /^(?:([^<>"\r\n]{0,100}?)\s*<)?([^<>]+?)>?$/.exec(value.trim()) ?? [];
  const closed = value.includes('<') === value.trimEnd().endsWith('>');
  if (!closed || !isMailable(address)) {
    throw new ConfigError(
      'MAIL_FROM',
      'must be an address, such as Lectern <lectern@your-university.ac.uk>.',
    );
  }
  return { name: name.trim() || NOBODY.name, address };
};

/** Reads SMTP_URL and MAIL_FROM; a server needs to know whom its mails are from. */
export const mailOf = (smtpUrl: string | undefined, mailFrom: string | undefined): MailConfig => {
  const server = smtpUrl ? serverOf(smtpUrl) : null;
  if (server && !mailFrom) {
    throw new ConfigError(
      'MAIL_FROM',
      'is needed with SMTP_URL: whom mails are from, such as Lectern <lectern@your-university.ac.uk>.',
    );
  }
  return { server, from: mailFrom ? fromOf(mailFrom) : NOBODY };
};
