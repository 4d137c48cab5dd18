import { isAbsolute, resolve } from 'node:path';
import { ConfigError } from './config-error';
import { type MailConfig, mailOf } from './mail-config';
import { phoneAddressOf } from './phone-address';

export { ConfigError } from './config-error';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** How this process was asked to run; read once, at the start. */
export interface Config {
  readonly port: number;
  /** null means the embedded SQLite file. */
  readonly databaseUrl: string | null;
  readonly home: string;
  /** `auto` fills an empty database, but never in production. */
  readonly demo: 'on' | 'off' | 'auto';
  /** The public address, without a slash at its end. */
  readonly url: string;
  /** 32 bytes that seal what is encrypted at rest; null means a key file made on first start. */
  readonly dataKey: Buffer | null;
  readonly logLevel: LogLevel;
  readonly production: boolean;
  /** Whether proxies in front are trusted to name the visitor's address. */
  readonly trustProxy: boolean;
  readonly mail: MailConfig;
  /** The local network address to serve over HTTPS with a certificate made on the spot; null unless a phone is tried. */
  readonly phone: string | null;
  readonly warnings: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const KNOWN = [
  'LECTERN_HOME',
  'LECTERN_DEMO',
  'LECTERN_URL',
  'LECTERN_PHONE',
  'LECTERN_DATA_KEY',
  'LECTERN_TRUST_PROXY',
  'LECTERN_ADMIN_PASSWORD',
  'LECTERN_TEST_MARIADB',
  'LECTERN_TEST_REQUIRE',
];

const portOf = (value: string | undefined): number => {
  if (value === undefined || value === '') return 3000;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65_535) {
    throw new ConfigError('PORT', `must be a whole number from 1 to 65535, not "${value}".`);
  }
  return port;
};

const databaseOf = (value: string | undefined): string | null => {
  if (value === undefined || value === '') return null;
  if (!/^(mysql|mariadb):\/\/[^/]+\/[^/?]+/.test(value)) {
    throw new ConfigError(
      'DATABASE_URL',
      'must look like mysql://user:password@host:3306/name (or mariadb://…); leave it out for the embedded SQLite file.',
    );
  }
  return value;
};

const oneOf = <T extends string>(
  name: string,
  value: string | undefined,
  allowed: readonly T[],
  otherwise: T,
): T => {
  if (value === undefined || value === '') return otherwise;
  const found = allowed.find((option) => option === value);
  if (!found) throw new ConfigError(name, `must be one of ${allowed.join(', ')}, not "${value}".`);
  return found;
};

const urlOf = (value: string | undefined, otherwise: string, production: boolean): string => {
  if (value === undefined || value === '') {
    if (production) {
      throw new ConfigError(
        'LECTERN_URL',
        'is needed in production: the address that people open, such as https://lectern.example.',
      );
    }
    return otherwise;
  }
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    throw new ConfigError(
      'LECTERN_URL',
      `must be an address such as https://lectern.example, not "${value}".`,
    );
  }
  if (!['http:', 'https:'].includes(url.protocol))
    throw new ConfigError('LECTERN_URL', 'must begin with https:// or http://.');
  const local = ['localhost', '127.0.0.1'].includes(url.hostname);
  if (production && url.protocol !== 'https:' && !local) {
    throw new ConfigError(
      'LECTERN_URL',
      'must begin with https:// in production: cookies and cameras need it.',
    );
  }
  return url.origin;
};

const keyOf = (value: string | undefined, production: boolean): Buffer | null => {
  if (value === undefined || value === '') {
    if (production) {
      throw new ConfigError(
        'LECTERN_DATA_KEY',
        'is needed in production: 32 bytes in base64, such as `openssl rand -base64 32` prints.',
      );
    }
    return null;
  }
  const key = Buffer.from(value, 'base64');
  if (key.length !== 32 || new Set(key).size < 8) {
    throw new ConfigError(
      'LECTERN_DATA_KEY',
      'must be 32 random bytes in base64, such as `openssl rand -base64 32` prints.',
    );
  }
  return key;
};

/** Reads the environment; throws a ConfigError that names the variable when a value cannot be used. */
export const readConfig = (environment: Environment): Config => {
  const production = environment['NODE_ENV'] === 'production';
  const port = portOf(environment['PORT']);
  const home = environment['LECTERN_HOME'] ?? 'var';
  const phone = phoneAddressOf(environment['LECTERN_PHONE'], production);
  const mail = mailOf(environment['SMTP_URL'], environment['MAIL_FROM']);
  return {
    port,
    databaseUrl: databaseOf(environment['DATABASE_URL']),
    home: isAbsolute(home) ? home : resolve(process.cwd(), home),
    demo: oneOf(
      'LECTERN_DEMO',
      environment['LECTERN_DEMO'],
      ['on', 'off', 'auto'],
      production ? 'off' : 'auto',
    ),
    url: urlOf(
      environment['LECTERN_URL'],
      phone === null ? `http://localhost:${port}` : `https://${phone}:${port}`,
      production,
    ),
    dataKey: keyOf(environment['LECTERN_DATA_KEY'], production),
    logLevel: oneOf('LOG_LEVEL', environment['LOG_LEVEL'], LOG_LEVELS, 'info'),
    production,
    trustProxy:
      oneOf('LECTERN_TRUST_PROXY', environment['LECTERN_TRUST_PROXY'], ['on', 'off'], 'off') === 'on',
    mail,
    phone,
    warnings: [
      ...Object.keys(environment)
        .filter((name) => name.startsWith('LECTERN_') && !KNOWN.includes(name))
        .map(
          (name) => `${name} is not a setting of Lectern and was ignored; docs/operations.md lists them all.`,
        ),
      ...(production && mail.server === null
        ? ['SMTP_URL is not set: mails are kept and can be read by staff, and nobody gets them.']
        : []),
    ],
  };
};
