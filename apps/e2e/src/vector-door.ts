import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import {
  type AdmissionChanges,
  type AdmissionEntry,
  type Checkpoint,
  type CheckpointSession,
  type DeviceRole,
  type DoorState,
  drawShortCode,
  formatShortCode,
  type PairedDevice,
  type RosterChanges,
  type RosterEntry,
  type ScanFacts,
  ticketCodeMessage,
  writeTicketCode,
} from '@lectern/check-in';
import { factsOf, SCAN_VECTORS, type ScanVector, VECTOR_SCANNED_AT } from '@lectern/check-in/testing';
import type { Page, Route } from 'playwright-core';

const CONFERENCE = {
  id: '01957a3c-0000-7000-8000-0000000000aa',
  title: 'Engineering day',
  startsAt: '2027-01-12T09:00:00.000Z',
  endsAt: '2027-01-12T15:30:00.000Z',
  venueName: 'Main hall',
  codeTag: '9fe01a2b',
};
const OTHER_TAG = '00c0ffee';
const { publicKey, privateKey } = generateKeyPairSync('ed25519');

const idOf = (n: number): string => `01957a3c-5b1e-7c44-9d21-${String(n).padStart(12, '0')}`;
const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** The same code for the same name at each run. */
const shortCodeOf = (name: string): string => {
  const bytes = createHash('sha256').update(name).digest();
  let at = 0;
  return formatShortCode(drawShortCode(() => bytes[at++ % bytes.length] ?? 0));
};

/** A code in the badge's own format, signed for another ticket than the one that it names. */
const badgeCode = (codeTag: string, n: number): string =>
  writeTicketCode({
    codeTag,
    ticketId: idOf(n),
    signature: sign(null, ticketCodeMessage(CONFERENCE.id, idOf(n + 1)), privateKey),
  });

/** What a steward does for one vector, and what the phone knows when they do. */
export interface VectorAtDoor {
  readonly vector: ScanVector;
  readonly facts: ScanFacts;
  /** Who comes, as the screen names them: each vector has a person of its own. */
  readonly displayName: string;
  /** What is typed. */
  readonly code: string;
  readonly checkpoint: Checkpoint;
  readonly others: readonly Checkpoint[];
  readonly entries: readonly RosterEntry[];
  readonly admissions: readonly AdmissionEntry[];
  readonly placements: DoorState['placements'];
}

/** Doors with the same rule are one door; a session has a door of its own, since it counts who is inside. */
const doors = new Map<string, Checkpoint>();

const doorOf = (facts: ScanFacts['checkpoint'], session: CheckpointSession | null): Checkpoint => {
  const { admits, opensAt, closesAt } = facts ?? { admits: 'once', opensAt: null, closesAt: null };
  const rule = { admits, opensAt, closesAt, session };
  const key = JSON.stringify(rule);
  const name = `Place ${twoDigits(doors.size)}`;
  const door = doors.get(key) ?? { id: name, name, isMainDoor: doors.size === 0, ...rule };
  doors.set(key, door);
  return door;
};

const sessionsOf = (facts: ScanFacts, n: number) => {
  const rule = facts.checkpoint?.session;
  if (!rule) return { here: null, there: null };
  const slot = { slotId: `slot-${n}`, room: null, pupilPlaces: null, isPlaced: true };
  const here: CheckpointSession = { ...slot, ...rule, sessionId: `here-${n}`, title: 'Here' };
  if (facts.rightPlace === undefined) return { here, there: null };
  const there: CheckpointSession = { ...slot, sessionId: `there-${n}`, title: facts.rightPlace };
  return { here, there };
};

const codeOf = ({ ticket }: ScanFacts, shortCode: string, n: number): string => {
  if (ticket === 'wrong-event') return badgeCode(OTHER_TAG, n);
  return ticket === 'damaged-code' ? badgeCode(CONFERENCE.codeTag, n) : shortCode;
};

const atDoor = (vector: ScanVector, index: number): VectorAtDoor => {
  const facts = factsOf(vector);
  const n = (index + 1) * 100;
  const { here, there } = sessionsOf(facts, n);
  const checkpoint = doorOf(facts.checkpoint, here);
  const person = (at: number, shown: string): RosterEntry => ({
    ticketId: idOf(at),
    shortCode: shortCodeOf(shown),
    displayName: `${shown} K.`,
    school: 'St Bede’s High School',
    groupId: `group-${at}`,
    kind: 'pupil',
    status: 'valid',
    flags: [],
  });
  const admitted = (at: number, admission: NonNullable<ScanFacts['admission']>): AdmissionEntry => ({
    ...admission,
    ticketId: idOf(at),
    checkpointId: checkpoint.id,
    lastAt: '2027-01-12T09:02:00.000Z',
  });
  const inside = { firstAdmittedAt: '2027-01-12T09:00:00.000Z', firstDoor: 'North door', inside: true };
  const seated = Array.from({ length: facts.sessionCount ?? 0 }, (_, seat) => n + 1 + seat);
  const shown = `Pupil${twoDigits(index)}`;
  const own = person(n, shown);
  const placedIn = facts.inSession ? here : there;
  return {
    vector,
    facts,
    displayName: own.displayName,
    code: codeOf(facts, own.shortCode, n),
    checkpoint,
    others: there ? [doorOf(null, there)] : [],
    entries: [
      ...(typeof facts.ticket === 'string' ? [] : [{ ...own, ...facts.ticket }]),
      ...seated.map((at) => person(at, `Seated${at}`)),
    ],
    admissions: [
      ...(facts.admission ? [admitted(n, facts.admission)] : []),
      ...seated.map((at) => admitted(at, inside)),
    ],
    placements: placedIn ? [{ groupId: own.groupId, sessionId: placedIn.sessionId }] : [],
  };
};

/** Every vector as a case at a door. */
export const VECTORS_AT_DOOR: readonly VectorAtDoor[] = SCAN_VECTORS.map(atDoor);

const checkpoints = [
  ...new Set(VECTORS_AT_DOOR.flatMap(({ checkpoint, others }) => [checkpoint, ...others])),
];

const paired = (role: DeviceRole): PairedDevice => ({
  deviceId: '01957a3c-0000-7000-8000-0000000000d1',
  token: 'a-token',
  role,
  conference: CONFERENCE,
  checkpoints,
  publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
  serverTime: VECTOR_SCANNED_AT,
});

const stateFor = (role: DeviceRole): DoorState => {
  const { conference, publicKey: key } = paired(role);
  return {
    ...{ role, conference, publicKey: key, checkpoints },
    groups: [],
    placements: VECTORS_AT_DOOR.flatMap(({ placements }) => placements),
    conflicts: [],
    count: { admitted: 0, onSite: 0 },
    serverTime: VECTOR_SCANNED_AT,
    skewMs: 0,
  };
};

const page = { cursor: 'all', full: true, more: false };
const roster: RosterChanges = {
  ...page,
  upserts: VECTORS_AT_DOOR.flatMap(({ entries }) => entries),
  removals: [],
};
const admissions: AdmissionChanges = {
  ...page,
  upserts: VECTORS_AT_DOOR.flatMap((one) => one.admissions),
};

/** A server that tells a phone all that the vectors say, until it is cut off. It answers no scan: the phone decides. */
export class VectorServer {
  private isCutOff = false;

  constructor(private readonly role: DeviceRole) {}

  /** Answers in the place of the product, at the time of the vectors. */
  async answerFor(visited: Page): Promise<void> {
    await visited.clock.setFixedTime(VECTOR_SCANNED_AT);
    await visited.route('**/api/check-in/**', (route) => this.answer(route));
  }

  cutOff(): void {
    this.isCutOff = true;
  }

  private answer(route: Route): Promise<void> {
    const answers: Record<string, unknown> = {
      devices: paired(this.role),
      contact: stateFor(this.role),
      roster,
      admissions,
    };
    const json = answers[new URL(route.request().url()).pathname.split('/').at(-1) ?? ''];
    return this.isCutOff || json === undefined ? route.abort() : route.fulfill({ json });
  }
}
