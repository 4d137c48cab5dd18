import type { Conference } from '@lectern/conferences';

export const CHECK_IN_PATH = 'check-in';

export const ADMITS = ['once', 'many'] as const;
/** Whether a checkpoint admits a ticket once only, or as often as it comes. */
export type Admits = (typeof ADMITS)[number];

export const DEVICE_ROLES = ['steward', 'supervisor'] as const;
export type DeviceRole = (typeof DEVICE_ROLES)[number];

export const DIRECTIONS = ['in', 'out'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const SCAN_OUTCOMES = ['admitted', 'already-in', 'left', 'conflict', 'refused'] as const;
export type ScanOutcome = (typeof SCAN_OUTCOMES)[number];

export const REFUSAL_REASONS = [
  'unknown-code',
  'mistyped-code',
  'damaged-code',
  'party-code',
  'wrong-event',
  'replaced',
  'revoked',
  'cancelled',
  'not-confirmed',
  'not-allowed-here',
  'wrong-session',
  'session-full',
  'too-early',
  'too-late',
  'unknown-checkpoint',
  'not-a-supervisor',
  'turned-away',
  'bad-scan',
] as const;
/** Why a scan was refused; the words for each live beside the rule. */
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export const SCANS_MAX = 500;

export interface Checkpoint {
  readonly id: string;
  readonly name: string;
  readonly admits: Admits;
  readonly isMainDoor: boolean;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  /** The session of the programme that it stands at; null for a door that belongs to none. */
  readonly session: CheckpointSession | null;
}

/** What a session's checkpoint needs to tell the right room from the wrong one. */
export interface CheckpointSession {
  readonly sessionId: string;
  readonly slotId: string;
  readonly title: string;
  readonly room: string | null;
  /** How many pupils the session takes; null when nothing limits it. */
  readonly pupilPlaces: number | null;
  /** Whether groups are placed in it, so that others are sent to their own; everybody may come when not. */
  readonly isPlaced: boolean;
}

/** A one-time code that a phone pairs with, shown as text and QR for ten minutes. */
export interface DevicePairing {
  readonly pairingCode: string;
  readonly expiresAt: string;
  /** The address that the QR carries: the steward app with the code filled in. */
  readonly link: string;
}

/** What a newly paired phone is given; the token is shown this once. */
export interface PairedDevice {
  readonly deviceId: string;
  readonly token: string;
  readonly role: DeviceRole;
  readonly conference: {
    readonly id: string;
    readonly title: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly venueName: string;
    /** Eight hex digits that this conference's tickets carry. */
    readonly codeTag: string;
  };
  readonly checkpoints: readonly Checkpoint[];
  /** Ed25519 public key of the conference's tickets, base64url. */
  readonly publicKey: string;
  readonly serverTime: string;
}

/** A paired phone as staff see it. */
export interface Device {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly role: DeviceRole;
  readonly pairedAt: string;
  readonly lastSeenAt: string;
  readonly revokedAt: string | null;
  /** Scans that waited on the device when it was last in touch. */
  readonly queued: number;
  readonly parked: number;
  readonly appVersion: string | null;
  /** How far its clock is behind the server's, in milliseconds. */
  readonly skewMs: number;
}

/** What a steward's phone knows of one ticket. */
export interface RosterEntry {
  readonly ticketId: string;
  readonly shortCode: string;
  readonly displayName: string;
  readonly school: string;
  readonly groupId: string;
  readonly kind: 'pupil' | 'adult';
  readonly status: 'valid' | 'replaced' | 'revoked' | 'cancelled' | 'not-confirmed';
  readonly flags: readonly TicketFlag[];
}

export const TICKET_FLAGS = ['no-photo', 'access-need', 'late-cancellation', 'walk-in'] as const;
export type TicketFlag = (typeof TICKET_FLAGS)[number];

export interface RosterChanges {
  readonly upserts: readonly RosterEntry[];
  readonly removals: readonly string[];
  readonly cursor: string;
  /** Whether this is the whole roster from its start rather than changes since the cursor. */
  readonly full: boolean;
  /** Whether there is more to fetch at once with the new cursor. */
  readonly more: boolean;
}

export interface ScannedTicket {
  readonly ticketId: string;
  readonly displayName: string;
  readonly school: string;
  readonly groupId: string;
  readonly kind: 'pupil' | 'adult';
  readonly flags: readonly TicketFlag[];
}

export interface ScanResult {
  readonly id: string;
  readonly outcome: ScanOutcome;
  readonly reason?: RefusalReason;
  /** The verdict in words, with what to do next. */
  readonly message: string;
  /** Whether this scan id was answered before. */
  readonly duplicate: boolean;
  readonly firstAdmittedAt?: string;
  readonly firstDoor?: string;
  /** Where the person should be instead: the session and its room. */
  readonly rightPlace?: string;
  readonly ticket?: ScannedTicket;
}

export interface ScanResults {
  readonly results: readonly ScanResult[];
  readonly serverTime: string;
}

/** How many came, are inside and have left. */
export interface Attendance {
  readonly registered: number;
  /** Who came without having been on a list: not among the registered, and counted as everybody else from then on. */
  readonly walkIns?: number;
  readonly admitted: number;
  readonly onSite: number;
  readonly left: number;
  readonly neverCame: number;
  readonly byCheckpoint: readonly CheckpointAttendance[];
  readonly bySchool: readonly SchoolAttendance[];
  readonly arrivals: readonly ArrivalCount[];
  readonly refused: number;
  readonly conflicts: number;
  readonly at: string;
}

export interface CheckpointAttendance {
  readonly id: string;
  readonly name: string;
  readonly admitted: number;
  readonly onSite: number;
}

export interface SchoolAttendance {
  readonly urn: string;
  readonly name: string;
  readonly registered: number;
  readonly admitted: number;
  readonly onSite: number;
}

/** First admissions at the main door in one five-minute span that begins at `from`. */
export interface ArrivalCount {
  readonly from: string;
  readonly admitted: number;
}

/** How many a door's bar shows. */
export interface DoorCount {
  readonly admitted: number;
  readonly onSite: number;
}

/** A conference with the numbers at the head of its page. */
export interface ConferenceSummary {
  readonly conference: Conference;
  readonly numbers: {
    readonly places: number;
    readonly confirmedGroups: number;
    readonly waitingGroups: number;
    readonly confirmedPupils: number;
    /** Pupils that waiting groups want, and what confirmed groups still lack. */
    readonly waitingPupils: number;
    readonly peopleNamed: number;
    readonly onSite: number;
  };
}
