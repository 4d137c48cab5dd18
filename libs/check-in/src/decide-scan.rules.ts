import type { Admits, DeviceRole, Direction, RefusalReason, RosterEntry } from './check-in.contract';

/** Why no ticket stands behind a code. No override opens any of these. */
export type NoTicketReason = Extract<
  RefusalReason,
  'unknown-code' | 'mistyped-code' | 'damaged-code' | 'party-code' | 'wrong-event'
>;

export interface TicketFacts {
  readonly status: RosterEntry['status'];
  readonly kind: RosterEntry['kind'];
}

/** What is on record for one ticket at one checkpoint; null stands for nothing at all. */
export interface AdmissionFacts {
  /** Null when the ticket was only ever seen leaving. */
  readonly firstAdmittedAt: string | null;
  /** The door or phone that first let it in. */
  readonly firstDoor: string | null;
  readonly inside: boolean;
}

export interface CheckpointFacts {
  readonly admits: Admits;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  /** The kinds of person that may pass; everyone when absent. */
  readonly allows?: readonly RosterEntry['kind'][];
  /** The session of the programme that it stands at; null or absent for any other door. */
  readonly session?: SessionFacts | null;
}

/** What decides who belongs in a session. */
export interface SessionFacts {
  /** Whether groups are placed in it; everybody may come when not. */
  readonly isPlaced: boolean;
  /** How many pupils it takes; null when nothing limits it. */
  readonly pupilPlaces: number | null;
}

/** Everything that decides a scan. The server and a phone with the same facts reach the same verdict. */
export interface ScanFacts {
  readonly ticket: TicketFacts | NoTicketReason;
  readonly admission: AdmissionFacts | null;
  /** Null when the event has no such checkpoint. */
  readonly checkpoint: CheckpointFacts | null;
  readonly direction: Direction;
  /** When the scan was made, corrected for the device's clock. */
  readonly at: string;
  readonly role: DeviceRole;
  /** Whether the device asked to let the ticket in in spite of a rule, with a reason. */
  readonly override: boolean;
  /** Whether the ticket's group is placed in the checkpoint's session; read only at one that is placed. */
  readonly inSession?: boolean;
  /** Where the group is placed at that time instead, in words. */
  readonly rightPlace?: string | undefined;
  /** Pupils who are inside the session; read only where places are limited. */
  readonly sessionCount?: number;
}

interface Admitted {
  readonly outcome: 'admitted';
  /** Whether this is the ticket's first admission here. */
  readonly first: boolean;
  /** What the override opened: such a scan is flagged for staff. */
  readonly overrode?: Overridable;
  /** Whether an override was asked for and nothing stood in the way. */
  readonly overrideNotNeeded: boolean;
  readonly firstAdmittedAt?: string;
  readonly firstDoor?: string;
}

interface AlreadyIn {
  readonly outcome: 'already-in';
  readonly firstAdmittedAt?: string;
  readonly firstDoor?: string;
}

interface Refused {
  readonly outcome: 'refused';
  readonly reason: RefusalReason;
  readonly rightPlace?: string;
}

export type ScanVerdict = Admitted | AlreadyIn | { readonly outcome: 'left' } | Refused;

/** What a supervisor may open at the door; everything else is for staff to mend on the ticket or the checkpoint. */
export const OVERRIDABLE = ['not-confirmed', 'already-in', 'wrong-session', 'session-full'] as const;
export type Overridable = (typeof OVERRIDABLE)[number];

const refused = (reason: RefusalReason): Refused => ({ outcome: 'refused', reason });

const firstTime = (admission: AdmissionFacts | null) => ({
  ...(admission?.firstAdmittedAt ? { firstAdmittedAt: admission.firstAdmittedAt } : {}),
  ...(admission?.firstDoor ? { firstDoor: admission.firstDoor } : {}),
});

type Withdrawn = Extract<RosterEntry['status'], 'replaced' | 'revoked' | 'cancelled'>;

const isWithdrawn = (status: RosterEntry['status']): status is Withdrawn =>
  status === 'replaced' || status === 'revoked' || status === 'cancelled';

/** Refusals that hold whoever asks: a withdrawn ticket, a closed checkpoint, the wrong kind of person. */
const firmRefusal = (ticket: TicketFacts, checkpoint: CheckpointFacts, at: string): RefusalReason | null => {
  if (isWithdrawn(ticket.status)) return ticket.status;
  const time = Date.parse(at);
  if (checkpoint.opensAt !== null && time < Date.parse(checkpoint.opensAt)) return 'too-early';
  if (checkpoint.closesAt !== null && time >= Date.parse(checkpoint.closesAt)) return 'too-late';
  return checkpoint.allows && !checkpoint.allows.includes(ticket.kind) ? 'not-allowed-here' : null;
};

/** A pupil's place is in the session of the group; adults go wherever they are needed. */
const sessionObstacle = (
  ticket: TicketFacts,
  { session }: CheckpointFacts,
  { admission, inSession, sessionCount }: ScanFacts,
): Extract<Overridable, 'wrong-session' | 'session-full'> | null => {
  if (!session || ticket.kind === 'adult') return null;
  if (session.isPlaced && !inSession) return 'wrong-session';
  const isFull = session.pupilPlaces !== null && (sessionCount ?? 0) >= session.pupilPlaces;
  // Whoever is counted as inside takes no second place.
  return isFull && !admission?.inside ? 'session-full' : null;
};

/** Whatever stands in the way that a supervisor may open. A repeat comes first: that person is known to be in. */
const softObstacle = (
  ticket: TicketFacts,
  checkpoint: CheckpointFacts,
  facts: ScanFacts,
): Overridable | null => {
  if (checkpoint.admits === 'once' && facts.admission?.inside) return 'already-in';
  if (ticket.status === 'not-confirmed') return 'not-confirmed';
  return sessionObstacle(ticket, checkpoint, facts);
};

const stopped = (
  obstacle: Overridable,
  { admission, rightPlace }: ScanFacts,
): Extract<ScanVerdict, { outcome: 'already-in' | 'refused' }> => {
  if (obstacle === 'already-in') return { outcome: 'already-in', ...firstTime(admission) };
  const elsewhere = obstacle === 'wrong-session' && rightPlace !== undefined ? { rightPlace } : {};
  return { ...refused(obstacle), ...elsewhere };
};

/**
 * The verdict on one scan.
 *
 * A known ticket may always leave: no status, hour, kind or missing entry blocks it. Whoever has left is let back
 * in, at a once-only checkpoint too; "once" means once at a time, so that a pupil who went to the coach for a
 * lunch box is not stranded. A steward's override is refused only where it would have decided: a ticket that
 * passes anyway is not turned away for it.
 */
export const decideScan = (facts: ScanFacts): ScanVerdict => {
  const { ticket, admission, checkpoint } = facts;
  if (checkpoint === null) return refused('unknown-checkpoint');
  if (typeof ticket === 'string') return refused(ticket);
  if (facts.direction === 'out') return { outcome: 'left' };

  const firm = firmRefusal(ticket, checkpoint, facts.at);
  if (firm) return refused(firm);

  const obstacle = softObstacle(ticket, checkpoint, facts);
  if (obstacle && facts.override && facts.role !== 'supervisor') return refused('not-a-supervisor');
  if (obstacle && !facts.override) return stopped(obstacle, facts);
  return {
    outcome: 'admitted',
    first: !admission?.firstAdmittedAt,
    ...(obstacle ? { overrode: obstacle } : {}),
    overrideNotNeeded: facts.override && !obstacle,
    ...firstTime(admission),
  };
};
