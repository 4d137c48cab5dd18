import type { Admits, Direction } from './check-in.contract';

/** One scan of a known ticket, with what it meant at the door. */
export interface FoldableScan {
  readonly id: string;
  readonly ticketId: string;
  readonly checkpointId: string;
  readonly admits: Admits;
  readonly deviceId: string;
  readonly direction: Direction;
  /** When it was made, corrected for the device's clock. */
  readonly at: string;
  /**
   * Whether the person was let in then: the verdict that the steward saw, not what would be said now. It does not
   * depend on the order of arrival, so neither does the result.
   */
  readonly letIn: boolean;
  /** Whether a supervisor let a repeat in on purpose: that is no conflict. */
  readonly overridden?: boolean;
}

/** The state of one ticket at one checkpoint, derived from its scans. */
export interface Admission {
  readonly ticketId: string;
  readonly checkpointId: string;
  /** Null when the ticket was only ever seen leaving. */
  readonly firstAdmittedAt: string | null;
  readonly firstScanId: string | null;
  readonly firstDeviceId: string | null;
  readonly inside: boolean;
  /** When the ticket last came in or left. */
  readonly lastAt: string;
}

/** A device let a ticket in at a once-only checkpoint while another had it inside, neither knowing of the other. */
export interface ScanConflict {
  readonly ticketId: string;
  readonly checkpointId: string;
  /** The admission that came first. */
  readonly firstScanId: string;
  readonly firstDeviceId: string;
  /** The scan that let the ticket in again. */
  readonly scanId: string;
  readonly deviceId: string;
  readonly at: string;
}

export interface FoldedScans {
  readonly admissions: readonly Admission[];
  readonly conflicts: readonly ScanConflict[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byTime = (a: FoldableScan, b: FoldableScan): number =>
  Date.parse(a.at) - Date.parse(b.at) || byText(a.id, b.id);

const nothing = (scan: FoldableScan): Admission => ({
  ticketId: scan.ticketId,
  checkpointId: scan.checkpointId,
  firstAdmittedAt: null,
  firstScanId: null,
  firstDeviceId: null,
  inside: false,
  lastAt: scan.at,
});

/** Whether a scan says anything about who is inside: somebody left or was let in. */
export const isCounted = ({ direction, letIn }: Pick<FoldableScan, 'direction' | 'letIn'>): boolean =>
  direction === 'out' || letIn;

/** Whether a scan lets a ticket in again that may be inside, without anybody having decided so. */
const isRepeat = ({ direction, letIn, admits, overridden }: FoldableScan): boolean =>
  direction === 'in' && letIn && admits === 'once' && !overridden;

/** The state after a counted scan that comes after every other one. */
const moved = (state: Admission | null, scan: FoldableScan): Admission => {
  const before = state ?? nothing(scan);
  if (scan.direction === 'out') return { ...before, inside: false, lastAt: scan.at };
  return {
    ...before,
    firstAdmittedAt: before.firstAdmittedAt ?? scan.at,
    firstScanId: before.firstScanId ?? scan.id,
    firstDeviceId: before.firstDeviceId ?? scan.deviceId,
    inside: true,
    lastAt: scan.at,
  };
};

/**
 * The state with one more counted scan, without looking at the scans behind it; null when only those can tell: the
 * scan is older than what is known, or it may be a conflict.
 */
export const addScan = (state: Admission | null, scan: FoldableScan): Admission | null => {
  if (state === null) return moved(null, scan);
  if (Date.parse(scan.at) <= Date.parse(state.lastAt) || (state.inside && isRepeat(scan))) return null;
  return moved(state, scan);
};

const conflictOf = (holder: FoldableScan, scan: FoldableScan): ScanConflict => ({
  ticketId: scan.ticketId,
  checkpointId: scan.checkpointId,
  firstScanId: holder.id,
  firstDeviceId: holder.deviceId,
  scanId: scan.id,
  deviceId: scan.deviceId,
  at: scan.at,
});

/** Folds the scans of one ticket at one checkpoint, already in order of time. */
const foldTicket = (
  scans: readonly FoldableScan[],
): { admission: Admission | null; conflicts: ScanConflict[] } => {
  let admission: Admission | null = null;
  /** The scan that brought the ticket inside, while it is inside. */
  let holder: FoldableScan | null = null;
  const conflicts: ScanConflict[] = [];
  for (const scan of scans.filter(isCounted)) {
    if (holder && isRepeat(scan) && holder.deviceId !== scan.deviceId)
      conflicts.push(conflictOf(holder, scan));
    admission = moved(admission, scan);
    holder = scan.direction === 'out' ? null : (holder ?? scan);
  }
  return { admission, conflicts };
};

/**
 * Folds scans into admissions and conflicts. Scans may come in any order and more than once (same id): the result
 * is the same, ordered by the corrected time of the scan and, within one instant, by its id.
 */
export const foldScans = (scans: Iterable<FoldableScan>): FoldedScans => {
  const unique = new Map(Array.from(scans, (scan) => [scan.id, scan]));
  const byTicket = new Map<string, FoldableScan[]>();
  for (const scan of [...unique.values()].sort(byTime)) {
    const key = `${scan.ticketId} ${scan.checkpointId}`;
    const list = byTicket.get(key);
    if (list) list.push(scan);
    else byTicket.set(key, [scan]);
  }
  const admissions: Admission[] = [];
  const conflicts: ScanConflict[] = [];
  for (const [, list] of [...byTicket].sort(([a], [b]) => byText(a, b))) {
    const folded = foldTicket(list);
    if (folded.admission) admissions.push(folded.admission);
    conflicts.push(...folded.conflicts);
  }
  return { admissions, conflicts };
};
