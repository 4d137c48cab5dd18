import { buffer } from 'node:stream/consumers';
import type { Certificate } from '@lectern/cpd';
import { HAS_POPPLER, prepareScanner, scanned, words } from '../../registrations/printing/printing.harness';
import { printCertificate } from './print-certificate';

const ADDRESS = 'https://lectern.example/certificates/0000-0000-0011';

const aCertificate = (change: Partial<Certificate> = {}): Certificate => ({
  id: 'certificate',
  kind: 'attended-session',
  name: 'Siân Łucja-Þórsdóttir',
  title: 'Circle theorems without tears',
  topicTitle: 'Circle theorems',
  heldFrom: '2027-03-09T16:00:00.000Z',
  heldUntil: '2027-03-09T17:30:00.000Z',
  sessions: 1,
  minutes: 90,
  trn: null,
  issuedAt: '2027-03-09T18:00:00.000Z',
  code: '0000-0000-0011',
  withdrawnAt: null,
  withdrawalReason: null,
  ...change,
});

const printed = (change: Partial<Certificate> = {}): Promise<Buffer> =>
  buffer(printCertificate(aCertificate(change), ADDRESS));
const textOf = async (change: Partial<Certificate> = {}): Promise<string> =>
  words(await printed(change)).replace(/\s+/g, ' ');

const itWithPoppler = HAS_POPPLER ? it : it.skip;

beforeAll(prepareScanner);

describe('a certificate on paper', () => {
  itWithPoppler(
    'leads with its code to the page that checks it, from as coarse a picture as a phone’s',
    async () => {
      expect(await scanned(await printed(), 1, 3)).toEqual([ADDRESS]);
    },
  );

  itWithPoppler('says no teacher reference number where none was given', async () => {
    expect(await textOf()).not.toContain('reference');
    expect(await textOf({ trn: '1234567' })).toMatch(/Teacher reference number 1234567/);
  });

  itWithPoppler('says of a series how many sessions and from when to when', async () => {
    const series = { kind: 'attended-series', topicTitle: null, sessions: 3, minutes: 255 } as const;
    const text = await textOf({ ...series, heldUntil: '2027-06-08T16:30:00.000Z' });
    for (const part of [
      'Certificate of completion',
      'Tuesday 9 March 2027 to Tuesday 8 June 2027',
      '4 hours 15 minutes over 3 sessions',
    ]) {
      expect(text).toContain(part);
    }
  });

  itWithPoppler('prints the longest name, title and topic whole', async () => {
    const long = (word: string): string => `${word} `.repeat(40).trim().slice(0, 120);
    const [name, title, topicTitle] = [long('Ab'), long('Cd'), long('Ef')];
    const text = await textOf({ name, title, topicTitle });
    expect(text).not.toContain('…');
    for (const whole of [name, title, topicTitle]) expect(text).toContain(whole);
    const unbroken = await textOf({ name: 'W'.repeat(120), title: 'M'.repeat(120) });
    expect(unbroken).not.toContain('…');
    expect(unbroken.match(/W{2,}/g)?.join('')).toHaveLength(120);
  });
});
