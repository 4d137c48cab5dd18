import type { Direction, RefusalReason, ScanOutcome } from './check-in.contract';
import type { ScanVerdict } from './decide-scan.rules';

/** Refusals that no device can have passed over: there is no ticket or no door that anybody could have been let in by. */
const NOBODY: readonly RefusalReason[] = [
  'unknown-code',
  'mistyped-code',
  'damaged-code',
  'party-code',
  'wrong-event',
  'unknown-checkpoint',
  'bad-scan',
];

/** What a device says that it did before the server answered; absent when it waited for the answer. */
export interface ShownScan {
  readonly direction: Direction;
  readonly shown?: ScanOutcome | null | undefined;
}

const wasShownIn = (shown: ScanOutcome): boolean => shown === 'admitted' || shown === 'conflict';

/**
 * Whether the person was let in then. What the steward was shown decides, since that is what happened at the door;
 * only a scan that waited for the server's answer is the server's to decide.
 */
export const letInBy = (verdict: ScanVerdict, { direction, shown }: ShownScan): boolean => {
  if (direction === 'out') return false;
  if (verdict.outcome === 'refused' && NOBODY.includes(verdict.reason)) return false;
  return shown == null ? verdict.outcome === 'admitted' : wasShownIn(shown);
};

/** What the fold of all scans says of the one being settled. */
export interface FoldedPlace {
  /** Whether another device let the ticket in too. */
  readonly inConflict: boolean;
  /** Whether the ticket was inside when it was scanned. */
  readonly wasInside: boolean;
}

export interface SettledScan {
  readonly outcome: ScanOutcome;
  /** Why it was refused, or why it would have been: somebody let in all the same is counted and flagged. */
  readonly reason: RefusalReason | null;
}

const settledIn = (verdict: ScanVerdict, { inConflict, wasInside }: FoldedPlace): SettledScan => {
  const reason = verdict.outcome === 'refused' ? verdict.reason : null;
  if (inConflict) return { outcome: 'conflict', reason };
  return { outcome: verdict.outcome === 'already-in' && wasInside ? 'already-in' : 'admitted', reason };
};

/** The outcome that the log keeps and the device is told. */
export const settleScan = (
  verdict: ScanVerdict,
  scan: ShownScan & { readonly letIn: boolean },
  place: FoldedPlace,
): SettledScan => {
  if (scan.letIn) return settledIn(verdict, place);
  if (verdict.outcome === 'refused') return { outcome: 'refused', reason: verdict.reason };
  if (verdict.outcome !== 'admitted') return { outcome: verdict.outcome, reason: null };
  // The server would have let them in; the steward was shown a no, and they did not go in.
  return scan.shown === 'already-in'
    ? { outcome: 'already-in', reason: null }
    : { outcome: 'refused', reason: 'turned-away' };
};
