import type { AdmissionChange, AdmissionKey, AdmissionRow } from './scans.repository';

const keyOf = ({ ticketId, checkpointId }: AdmissionKey): string => `${ticketId}/${checkpointId}`;

interface Entry {
  readonly key: AdmissionKey;
  /** What the database holds; null when nothing does. */
  readonly stored: AdmissionRow | null;
  change: AdmissionChange | null;
}

/** What one group of scans leaves of a ticket at a checkpoint. */
export interface AdmissionWrite {
  readonly key: AdmissionKey;
  /** The version that was decided on; null when there was no row. */
  readonly version: number | null;
  readonly change: AdmissionChange;
}

/**
 * The admissions that a group of scans touches: each scan is decided on what the one before it left, and what remains
 * is written once.
 */
export class AdmissionBook {
  private readonly entries = new Map<string, Entry>();

  constructor(stored: readonly AdmissionRow[]) {
    for (const row of stored) this.entries.set(keyOf(row), { key: row, stored: row, change: null });
  }

  /** The state that the next scan meets; null when the ticket was never seen there. */
  stateOf(
    key: AdmissionKey,
  ): Pick<AdmissionChange, 'firstAdmittedAt' | 'firstDoor' | 'inside' | 'lastAt'> | null {
    const entry = this.entries.get(keyOf(key));
    return entry?.change ?? entry?.stored ?? null;
  }

  /** Notes the state after a scan; the one who was first stays so unless this scan came before. */
  move(key: AdmissionKey, change: AdmissionChange): void {
    const entry = this.entries.get(keyOf(key));
    if (!entry) {
      this.entries.set(keyOf(key), { key, stored: null, change });
      return;
    }
    const first = change.first ?? entry.change?.first ?? null;
    entry.change = { ...change, first };
  }

  /** Always in one order, so that two processes wait for each other rather than deadlock. */
  writes(): AdmissionWrite[] {
    const writes: AdmissionWrite[] = [];
    for (const [, { key, stored, change }] of [...this.entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (change) writes.push({ key, version: stored?.version ?? null, change });
    }
    return writes;
  }
}
