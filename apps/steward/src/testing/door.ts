import { webcrypto } from 'node:crypto';
import { setImmediate } from 'node:timers';
import type { Provider } from '@angular/core';
import { provideZonelessChangeDetection } from '@angular/core';
import type { DoorCount, ScanRequest, ScanResult, ScanResults } from '@lectern/check-in';
import { ticketCodeMessage, writeTicketCode } from '@lectern/check-in';
import { getPublicKeyAsync, signAsync } from '@noble/ed25519';
import type { StewardDevice } from '../app/device/device-store';
import { canCheckSignatures } from '../app/platform/abilities';
import { DoorStorage, MemoryStorage } from '../app/platform/door-storage';
import { StewardApi } from '../app/platform/steward-api';

// jsdom has no WebCrypto of its own.
if (!canCheckSignatures()) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });

export const CONFERENCE_ID = '01957a3c-0000-7000-8000-0000000000aa';
export const AMIRA_ID = '01957a3c-5b1e-7c44-9d21-000000000001';
export const CODE_TAG = '9fe01a2b';
/** A short code whose check character is right. */
export const SHORT_CODE = '0000-0011';
const SECRET = new Uint8Array(32).fill(7);

/** The code on a badge of the event, signed with its key. */
export const aTicketCode = async (codeTag = CODE_TAG): Promise<string> =>
  writeTicketCode({
    codeTag,
    ticketId: AMIRA_ID,
    signature: await signAsync(ticketCodeMessage(CONFERENCE_ID, AMIRA_ID), SECRET),
  });

/** A steward's phone, paired with an event of two checkpoints. */
export const aDevice = async (changes: Partial<StewardDevice> = {}): Promise<StewardDevice> => ({
  deviceId: '01957a3c-0000-7000-8000-0000000000d1',
  token: 'a-token',
  role: 'steward',
  stewardName: 'Jo Steward',
  conference: {
    id: CONFERENCE_ID,
    title: 'Engineering day',
    startsAt: '2027-03-09T09:00:00.000Z',
    endsAt: '2027-03-09T15:30:00.000Z',
    venueName: 'Main hall',
    codeTag: CODE_TAG,
  },
  checkpoints: [
    {
      id: 'lab',
      name: 'Laboratory',
      admits: 'many',
      isMainDoor: false,
      opensAt: null,
      closesAt: null,
      session: null,
    },
    {
      id: 'north',
      name: 'North door',
      admits: 'once',
      isMainDoor: true,
      opensAt: null,
      closesAt: null,
      session: null,
    },
  ],
  publicKey: Buffer.from(await getPublicKeyAsync(SECRET)).toString('base64url'),
  serverTime: '2027-03-09T08:00:00.000Z',
  ...changes,
});

export const AMIRA = {
  ticketId: AMIRA_ID,
  displayName: 'Amira K.',
  school: 'St Bede’s High School',
  groupId: 'group',
  kind: 'pupil',
  flags: [],
} as const;

export const admitted = (id: string): ScanResult => ({
  id,
  outcome: 'admitted',
  message: 'Let in.',
  duplicate: false,
  ticket: AMIRA,
});

export const alreadyIn = (id: string): ScanResult => ({
  ...admitted(id),
  outcome: 'already-in',
  firstAdmittedAt: '2027-03-09T09:12:00.000Z',
  firstDoor: 'North door',
});

/** A server that does what the test says and remembers what it was sent. */
export class FakeApi extends StewardApi {
  readonly batches: (readonly ScanRequest[])[] = [];
  pairing: () => Promise<StewardDevice> = () => aDevice();
  answer: (scan: ScanRequest) => ScanResult = (scan) => admitted(scan.id);
  /** Thrown in place of an answer while set. */
  failure: Error | null = null;

  override pair = () => this.pairing();
  override count = async (): Promise<DoorCount> => ({ admitted: 41, onSite: 40 });

  override async sendScans(_token: string, scans: readonly ScanRequest[]): Promise<ScanResults> {
    this.batches.push(scans);
    if (this.failure) throw this.failure;
    return { results: scans.map(this.answer), serverTime: '2027-03-09T09:12:00.000Z' };
  }

  sentIds(): string[] {
    return this.batches.flat().map((scan) => scan.id);
  }
}

/** The app over a phone and a server of the test's own. */
export const aDoor = (api: FakeApi, storage: DoorStorage = new MemoryStorage()): Provider[] => [
  provideZonelessChangeDetection() as unknown as Provider,
  { provide: StewardApi, useValue: api },
  { provide: DoorStorage, useValue: storage },
];

/** Lets everything that is already due happen, without waiting for any clock. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
};

/** Until what the test expects holds: signatures are made and checked on the platform's own threads, in their own time. */
export const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
};
