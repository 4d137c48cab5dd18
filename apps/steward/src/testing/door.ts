import { webcrypto } from 'node:crypto';
import { setImmediate } from 'node:timers';
import type { Provider } from '@angular/core';
import { provideZonelessChangeDetection } from '@angular/core';
import type {
  AdmissionChanges,
  AdmissionEntry,
  Annulment,
  ContactRequest,
  DoorState,
  RosterChanges,
  RosterEntry,
  ScanRequest,
  ScanResult,
  ScanResults,
} from '@lectern/check-in';
import { partyCodeMessage, ticketCodeMessage, writePartyCode, writeTicketCode } from '@lectern/check-in';
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

/** The coach's code of a party. */
export const aPartyCode = async (groupId = '01957a3c-5b1e-7c44-9d21-0000000000cc'): Promise<string> =>
  writePartyCode({
    codeTag: CODE_TAG,
    groupId,
    signature: await signAsync(partyCodeMessage(CONFERENCE_ID, groupId), SECRET),
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
    startsAt: '2099-03-09T09:00:00.000Z',
    endsAt: '2099-03-09T15:30:00.000Z',
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

/** A person of the list. */
export const anEntry = (changes: Partial<RosterEntry> = {}): RosterEntry => ({
  ...AMIRA,
  shortCode: SHORT_CODE,
  status: 'valid',
  ...changes,
});

/** As many people as a test wants, twenty to a school. */
export const people = (count: number): RosterEntry[] =>
  Array.from({ length: count }, (_, n) =>
    anEntry({
      ticketId: `01957a3c-5b1e-7c44-9d21-${String(n).padStart(12, '0')}`,
      shortCode: `P${String(n).padStart(7, '0')}`,
      displayName: `Pupil${n} K.`,
      school: `School ${Math.floor(n / 20)}`,
      groupId: `group-${Math.floor(n / 20)}`,
    }),
  );

/** Whole lists of one page each, as a first fetch gives them. */
export const wholeRoster = (...upserts: RosterEntry[]): RosterChanges => ({
  upserts,
  removals: [],
  cursor: 'r1',
  full: true,
  more: false,
});
export const wholeAdmissions = (...upserts: AdmissionEntry[]): AdmissionChanges => ({
  upserts,
  cursor: 'a1',
  full: true,
  more: false,
});

/** What the server says at a contact. */
export const aState = async (changes: Partial<DoorState> = {}): Promise<DoorState> => {
  const { role, conference, publicKey, checkpoints } = await aDevice();
  return {
    ...{ role, conference, publicKey, checkpoints },
    groups: [{ groupId: 'group', school: 'St Bede’s High School', status: 'confirmed' }],
    placements: [],
    conflicts: [],
    count: { admitted: 41, onSite: 40 },
    serverTime: new Date().toISOString(),
    skewMs: 0,
    ...changes,
  };
};

/** A server that does what the test says and remembers what it was sent. */
export class FakeApi extends StewardApi {
  readonly batches: (readonly ScanRequest[])[] = [];
  pairing: () => Promise<StewardDevice> = () => aDevice();
  answer: (scan: ScanRequest) => ScanResult = (scan) => admitted(scan.id);
  /** Thrown in place of an answer while set. */
  failure: Error | null = null;

  override pair = () => this.pairing();
  readonly reports: ContactRequest[] = [];
  readonly annulled: { readonly scanId: string; readonly reason: string }[] = [];
  state: () => Promise<DoorState> = () => aState();
  rosterPage: (cursor: string | null) => RosterChanges = () => ({ ...wholeRoster(), full: false });
  admissionPage: (cursor: string | null) => AdmissionChanges = () => ({ ...wholeAdmissions(), full: false });

  override async contact(_token: string, report: ContactRequest): Promise<DoorState> {
    this.reports.push(report);
    if (this.failure) throw this.failure;
    return this.state();
  }
  override async roster(_token: string, cursor: string | null): Promise<RosterChanges> {
    if (this.failure) throw this.failure;
    return this.rosterPage(cursor);
  }
  override async admissions(_token: string, cursor: string | null): Promise<AdmissionChanges> {
    if (this.failure) throw this.failure;
    return this.admissionPage(cursor);
  }
  override async annul(_token: string, scanId: string, body: { reason: string }): Promise<Annulment> {
    if (this.failure) throw this.failure;
    this.annulled.push({ scanId, reason: body.reason });
    return { id: scanId, ticketId: AMIRA_ID, annulledAt: '2027-03-09T09:13:00.000Z', reason: body.reason };
  }

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

/** A phone that holds these people and knows these admissions, with no server to ask. */
export const aPhoneWith = async (
  entries: readonly RosterEntry[],
  admissions: readonly AdmissionEntry[] = [],
  changes: Partial<StewardDevice> = {},
): Promise<MemoryStorage> => {
  const storage = new MemoryStorage();
  await storage.save('device', await aDevice(changes));
  await storage.save('state', await aState());
  await storage.addPage('roster', { generation: 1, changes: wholeRoster(...entries) });
  await storage.addPage('admissions', { generation: 1, changes: wholeAdmissions(...admissions) });
  return storage;
};

/** Lets everything that is already due happen, without waiting for any clock. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
};

/** Until what the test expects holds: signatures are made and checked on the platform's own threads, in their own time. */
export const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
};
