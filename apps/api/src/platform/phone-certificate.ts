import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { generate } from 'selfsigned';

const DAY = 86_400_000;
/** Phones refuse a server's certificate that lasts longer than 398 days. */
const LASTS = 30 * DAY;
const AUTHORITY_LASTS = 365 * DAY;
/** One that ends sooner than this is made anew. */
const ENOUGH = 2 * DAY;

export const AUTHORITY_PATH = '/phone-certificate.crt';

/** What HTTPS is served with, and the authority that a phone has to trust for it, all PEM. */
export interface PhoneCertificate {
  readonly key: string;
  readonly cert: string;
  readonly authority: string;
}

interface Pair {
  readonly key: string;
  readonly cert: string;
}

const lasts = (from: Date, ms: number) => ({
  keyType: 'ec' as const,
  algorithm: 'sha256',
  // A phone's clock may be behind.
  notBeforeDate: new Date(from.getTime() - DAY),
  notAfterDate: new Date(from.getTime() + ms),
});

const makeAuthority = async (now: Date): Promise<Pair> => {
  const made = await generate([{ name: 'commonName', value: 'Lectern on this machine' }], {
    ...lasts(now, AUTHORITY_LASTS),
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return { key: made.private, cert: made.cert };
};

const makeServer = async (authority: Pair, address: string, now: Date): Promise<Pair> => {
  const made = await generate([{ name: 'commonName', value: address }], {
    ...lasts(now, LASTS),
    ca: authority,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: address }] },
    ],
  });
  return { key: made.private, cert: made.cert };
};

/** What was made before, while it holds for the address and for some time yet. */
const stillGood = (pair: Pair, now: Date, address?: string): boolean => {
  const certificate = new X509Certificate(pair.cert);
  if (new Date(certificate.validTo).getTime() < now.getTime() + ENOUGH) return false;
  return address === undefined || certificate.checkIP(address) !== undefined;
};

const read = (folder: string, name: string): Pair | null => {
  const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.crt`)];
  if (!existsSync(key) || !existsSync(cert)) return null;
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
};

const keep = (folder: string, name: string, pair: Pair): Pair => {
  writeFileSync(join(folder, `${name}.key`), pair.key, { mode: 0o600 });
  writeFileSync(join(folder, `${name}.crt`), pair.cert);
  return pair;
};

/**
 * A certificate for trying a phone in the local network, made on the spot. The authority that signs it is kept in the
 * home folder, so that a phone that trusts it once goes on trusting; a browser that is only told to go on takes pictures
 * but registers no service worker, and so does not work offline.
 */
export const phoneCertificate = async (
  home: string,
  address: string,
  now: Date,
): Promise<PhoneCertificate> => {
  const folder = join(home, 'phone');
  mkdirSync(folder, { recursive: true });
  const known = read(folder, 'authority');
  const authority =
    known && stillGood(known, now) ? known : keep(folder, 'authority', await makeAuthority(now));
  const before = read(folder, 'server');
  const isOurs =
    before !== null &&
    stillGood(before, now, address) &&
    new X509Certificate(before.cert).verify(new X509Certificate(authority.cert).publicKey);
  const server = isOurs ? before : keep(folder, 'server', await makeServer(authority, address, now));
  return { ...server, authority: authority.cert };
};

/** Lets a phone fetch the authority that it has to trust. */
export const serveAuthority = (app: NestFastifyApplication, { authority }: PhoneCertificate): void => {
  app
    .getHttpAdapter()
    .getInstance()
    .get(AUTHORITY_PATH, (_request, reply) => {
      void reply.type('application/x-x509-ca-cert').header('cache-control', 'no-store').send(authority);
    });
};
