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
}

export type ScanVerdict = Admitted | AlreadyIn | { readonly outcome: 'left' } | Refused;

/** What a supervisor may open at the door; everything else is for staff to mend on the ticket or the checkpoint. */
export const OVERRIDABLE = ['not-confirmed', 'already-in'] as const;
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

/** Whatever stands in the way that a supervisor may open. A repeat comes first: that person is known to be in. */
const softObstacle = (
  ticket: TicketFacts,
  admission: AdmissionFacts | null,
  checkpoint: CheckpointFacts,
): Overridable | null => {
  if (checkpoint.admits === 'once' && admission?.inside) return 'already-in';
  return ticket.status === 'not-confirmed' ? 'not-confirmed' : null;
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

  const obstacle = softObstacle(ticket, admission, checkpoint);
  if (obstacle && facts.override && facts.role !== 'supervisor') return refused('not-a-supervisor');
  if (obstacle && !facts.override) {
    return obstacle === 'already-in'
      ? { outcome: 'already-in', ...firstTime(admission) }
      : refused('not-confirmed');
  }
  return {
    outcome: 'admitted',
    first: !admission?.firstAdmittedAt,
    ...(obstacle ? { overrode: obstacle } : {}),
    overrideNotNeeded: facts.override && !obstacle,
    ...firstTime(admission),
  };
};
