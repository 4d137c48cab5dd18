import type { Checkpoint, DeviceRole, DoorCount, PairedDevice, ScanResult } from './check-in.contract';

/** A device's report of itself: how it is, and what its clock shows as it sends. */
export interface DeviceReport {
  readonly sentAt: string;
  /** Scans and annulments that wait to be sent. */
  readonly queued: number;
  /** Answers of the server that nobody has settled on the device yet. */
  readonly parked: number;
  readonly appVersion: string;
}

/** A school's party as a door knows it. */
export interface DoorGroup {
  readonly groupId: string;
  readonly school: string;
  readonly status: 'confirmed' | 'not-confirmed' | 'cancelled';
}

/** A group, or part of one, that belongs in a session of the programme. */
export interface DoorPlacement {
  readonly groupId: string;
  readonly sessionId: string;
}

/** What a device needs beside its roster, fetched at each contact. */
export interface DoorState {
  readonly role: DeviceRole;
  readonly conference: PairedDevice['conference'];
  readonly publicKey: string;
  readonly checkpoints: readonly Checkpoint[];
  readonly groups: readonly DoorGroup[];
  readonly placements: readonly DoorPlacement[];
  /** Open conflicts: a steward's own, all of them for a supervisor. */
  readonly conflicts: readonly Conflict[];
  readonly count: DoorCount;
  /** For supervisors: the host's own procedure for a missing pupil, when it has one. */
  readonly missingProcedure?: readonly MissingStep[];
  readonly serverTime: string;
  /** How far the device's clock is behind the server's, in milliseconds, as measured now. */
  readonly skewMs: number;
}

/** The state of one ticket at one checkpoint, as devices keep it for verdicts of their own. */
export interface AdmissionEntry {
  readonly ticketId: string;
  readonly checkpointId: string;
  /** Null when the ticket was only ever seen leaving. */
  readonly firstAdmittedAt: string | null;
  readonly firstDoor: string | null;
  readonly inside: boolean;
  readonly lastAt: string;
}

export interface AdmissionChanges {
  readonly upserts: readonly AdmissionEntry[];
  readonly cursor: string;
  /** Whether this is everything from the start rather than changes since the cursor. */
  readonly full: boolean;
  /** Whether there is more to fetch at once with the new cursor. */
  readonly more: boolean;
}

/** Results of one call that made several scans, such as a party's arrival. */
export interface DoorResults {
  readonly results: readonly ScanResult[];
}

export interface Annulment {
  readonly id: string;
  readonly ticketId: string | null;
  readonly annulledAt: string;
  readonly reason: string;
}

/** One side of a conflict: which device let the person in, and when. */
export interface ConflictSide {
  readonly scanId: string;
  readonly deviceId: string;
  /** The steward's name and the device's label. */
  readonly device: string;
  readonly at: string;
}

/** Two devices admitted one ticket at a once-only checkpoint without knowing of each other. */
export interface Conflict {
  readonly id: string;
  readonly ticketId: string;
  readonly displayName: string;
  readonly school: string;
  readonly checkpointId: string;
  readonly checkpoint: string;
  readonly first: ConflictSide;
  readonly second: ConflictSide;
  readonly settledAt: string | null;
  readonly settledBy: string | null;
  readonly reason: string | null;
}

/** A scan that did not let anybody in, for staff. */
export interface RefusedScan {
  readonly id: string;
  readonly at: string;
  readonly checkpoint: string | null;
  readonly device: string;
  readonly message: string;
  readonly displayName: string | null;
  readonly school: string | null;
}

/** Where somebody is, as far as the doors know. */
export type RollState = 'here' | 'left' | 'never-came';

export interface RollPerson {
  readonly ticketId: string;
  readonly displayName: string;
  readonly kind: 'pupil' | 'adult';
  readonly state: RollState;
  readonly isWalkIn: boolean;
  readonly firstAdmittedAt: string | null;
  readonly lastAt: string | null;
  /** The session or place where they were last let in and have not left; null when only the main door saw them. */
  readonly room: string | null;
}

export interface RollSchool {
  readonly urn: string;
  readonly name: string;
  readonly here: number;
  readonly left: number;
  readonly neverCame: number;
  readonly people: readonly RollPerson[];
}

/** Who is in the building, who left and who never came. */
export interface Roll {
  readonly conferenceId: string;
  readonly title: string;
  readonly at: string;
  readonly registered: number;
  readonly walkIns: number;
  readonly here: number;
  readonly left: number;
  readonly neverCame: number;
  readonly schools: readonly RollSchool[];
}

export const MISSING_OUTCOMES = ['found-on-site', 'with-school', 'left-site', 'emergency-services'] as const;
export type MissingOutcome = (typeof MISSING_OUTCOMES)[number];

/** One thing to do when a pupil cannot be found. */
export interface MissingStep {
  readonly id: string;
  readonly title: string;
  readonly how: string;
  /** Minutes after the record was opened from which it should have been done. */
  readonly after: number;
  /** What the record says once it is done. */
  readonly done: string;
}

/** What the host does when a pupil cannot be found: its own text, or the standard one while it has none. */
export interface MissingProcedure {
  readonly text: string;
  readonly steps: readonly MissingStep[];
  /** Counts up with each change; 0 is the standard procedure. */
  readonly version: number;
  readonly changedAt: string | null;
  readonly changedBy: string | null;
}

export interface MissingPupilStep {
  readonly at: string;
  readonly by: string;
  readonly text: string;
}

/** A pupil who is being looked for: opened when and by whom, each step, and how it ended. */
export interface MissingPupil {
  readonly id: string;
  readonly ticketId: string;
  readonly displayName: string;
  readonly school: string;
  readonly lastSeen: string;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly steps: readonly MissingPupilStep[];
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly outcome: MissingOutcome | null;
}
