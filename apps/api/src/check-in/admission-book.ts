import { addScan, type Admission, type FoldableScan, type FoldedPlace, foldScans } from '@lectern/check-in';
import type { AdmissionChange, AdmissionKey, AdmissionRow } from './admissions.repository';
import type { FoldedConflicts } from './conflicts.repository';

const keyOf = ({ ticketId, checkpointId }: AdmissionKey): string => `${ticketId}/${checkpointId}`;

/** Another process changed what a verdict was decided on, or the scans behind a state are needed after all. */
export class Overtaken extends Error {}

/** What is stored with a state beside it. */
export interface AdmissionSetting {
  readonly conferenceId: string;
  readonly schoolUrn: string;
  /** The checkpoint's name. */
  readonly door: string;
}

interface Entry {
  /** What the database holds; null when nothing does. */
  readonly stored: AdmissionRow | null;
  /** All counted scans so far; null when only the state that they led to is known. */
  log: FoldableScan[] | null;
  state: Admission | null;
  setting: AdmissionSetting | null;
}

/** Where a scan stands among the others of its ticket. */
export interface ScanPlace extends FoldedPlace {
  /** The other side of the conflict, when there is one. */
  readonly other: FoldableScan | null;
}

const NO_CONFLICT = { inConflict: false, other: null };

/** What one group of scans leaves of a ticket at a checkpoint. */
export interface AdmissionWrite extends Omit<AdmissionChange, 'changedAt'> {
  /** The version that was decided on; null when there was no row. */
  readonly version: number | null;
}

/**
 * The admissions that a group of scans touches: each scan is decided on what the one before it left, and what remains
 * is written once. Where the scans behind a state are known, the fold of all of them is what counts.
 */
export class AdmissionBook {
  private readonly entries = new Map<string, Entry>();

  constructor(
    stored: readonly AdmissionRow[],
    /** Every counted scan of these tickets, for those where the order may matter. */
    logs: ReadonlyMap<string, readonly FoldableScan[]>,
  ) {
    for (const row of stored) {
      const key = keyOf(row.state);
      const log = logs.get(key);
      this.entries.set(key, { stored: row, log: log ? [...log] : null, state: row.state, setting: null });
    }
  }

  static keyOf(key: AdmissionKey): string {
    return keyOf(key);
  }

  /** The state that the next scan meets; null when the ticket was never seen there. */
  stateOf(key: AdmissionKey): Admission | null {
    return this.entries.get(keyOf(key))?.state ?? null;
  }

  firstDoorOf(key: AdmissionKey): string | null {
    const entry = this.entries.get(keyOf(key));
    return entry ? firstDoorOf(entry) : null;
  }

  /** Notes a scan that lets somebody in or out, and says where it stands among the others. */
  add(scan: FoldableScan, setting: AdmissionSetting): ScanPlace {
    const entry = this.entryOf(scan);
    const before = entry.state;
    entry.setting = setting;
    entry.log?.push(scan);
    const next = addScan(before, scan);
    if (next) {
      entry.state = next;
      return { ...NO_CONFLICT, wasInside: before?.inside ?? false };
    }
    return this.refold(entry, scan);
  }

  /** Takes a scan out that was noted before: it was taken back, or nobody went in by it. */
  remove(scan: AdmissionKey & { readonly id: string }, setting: AdmissionSetting): void {
    const entry = this.entryOf(scan);
    if (!entry.log) throw new Overtaken('The scans behind this state are needed.');
    entry.setting = setting;
    entry.log = entry.log.filter(({ id }) => id !== scan.id);
    entry.state = foldScans(entry.log).admissions[0] ?? emptied(entry.state);
  }

  /** Always in one order, so that two processes wait for each other rather than deadlock. */
  writes(): AdmissionWrite[] {
    const writes: AdmissionWrite[] = [];
    for (const [, entry] of [...this.entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const { setting, state, stored } = entry;
      if (!setting || !state) continue;
      const { conferenceId, schoolUrn } = setting;
      writes.push({
        conferenceId,
        schoolUrn,
        state,
        firstDoor: firstDoorOf(entry),
        version: stored?.version ?? null,
      });
    }
    return writes;
  }

  /** The conflicts of every ticket whose scans are known and changed. */
  conflicts(): FoldedConflicts[] {
    const folded: FoldedConflicts[] = [];
    for (const { log, state, stored, setting } of this.entries.values()) {
      if (!setting || !state || !log) continue;
      const { conflicts } = foldScans(log);
      if (stored || conflicts.length > 0)
        folded.push({ key: state, conflicts, mayHaveSome: stored !== null });
    }
    return folded;
  }

  private entryOf(key: AdmissionKey): Entry {
    const known = this.entries.get(keyOf(key));
    if (known) return known;
    // Without a state there are no scans behind it either.
    const made: Entry = { stored: null, log: [], state: null, setting: null };
    this.entries.set(keyOf(key), made);
    return made;
  }

  private refold(entry: Entry, scan: FoldableScan): ScanPlace {
    if (!entry.log) throw new Overtaken('The scans behind this state are needed.');
    const { admissions, conflicts } = foldScans(entry.log);
    entry.state = admissions[0] ?? emptied(entry.state);
    const earlier = entry.log.filter((other) => other.id !== scan.id && isBefore(other, scan));
    const wasInside = foldScans(earlier).admissions[0]?.inside ?? false;
    const mine = conflicts.find(({ scanId, firstScanId }) => scanId === scan.id || firstScanId === scan.id);
    if (!mine) return { ...NO_CONFLICT, wasInside };
    const otherId = mine.scanId === scan.id ? mine.firstScanId : mine.scanId;
    return { inConflict: true, wasInside, other: entry.log.find(({ id }) => id === otherId) ?? null };
  }
}

const isBefore = (a: FoldableScan, b: FoldableScan): boolean =>
  Date.parse(a.at) < Date.parse(b.at) || (a.at === b.at && a.id < b.id);

/** Nothing counts any more; the row stays, so that devices hear of it. */
const emptied = (state: Admission | null): Admission | null =>
  state && { ...state, firstAdmittedAt: null, firstScanId: null, firstDeviceId: null, inside: false };

const firstDoorOf = ({ stored, state, setting }: Entry): string | null => {
  if (!state || state.firstAdmittedAt === null) return null;
  const isOld = stored?.state.firstScanId === state.firstScanId;
  return isOld ? stored.firstDoor : (setting?.door ?? null);
};
