import { inject, Injectable } from '@angular/core';
import type { Direction, RefusalReason, RosterEntry, ScanVerdict } from '@lectern/check-in';
import { newId } from '@lectern/core';
import { DeviceStore } from '../device/device-store';
import { DoorBook, scannedTicket } from '../roster/door-book';
import { type NewScan, ScanQueue } from './scan-queue';

/** Why a supervisor let a party in that has no confirmed place. */
const OVERRIDE_REASON = 'The whole party was let in by a supervisor';

/** What came of a party: how many passed, and who did not, with why. */
export interface PartyOutcome {
  readonly passed: number;
  readonly stopped: readonly { readonly entry: RosterEntry; readonly reason: RefusalReason | 'already-in' }[];
}

/**
 * A whole party through the door at once: one scan for each person, decided by the rule that decides any scan, and all
 * of them on the disk together or none. It never waits for the server, online or not.
 */
@Injectable({ providedIn: 'root' })
export class PartyScans {
  private readonly devices = inject(DeviceStore);
  private readonly book = inject(DoorBook);
  private readonly queue = inject(ScanQueue);

  /** What would stop one of them here and now; null when nothing does. */
  obstacle(entry: RosterEntry): RefusalReason | 'already-in' | null {
    const verdict = this.decide(entry, 'in', false);
    if (verdict?.outcome === 'refused') return verdict.reason;
    return verdict?.outcome === 'already-in' ? 'already-in' : null;
  }

  async pass(entries: readonly RosterEntry[], direction: Direction, override = false): Promise<PartyOutcome> {
    const scans: NewScan[] = [];
    const stopped: { entry: RosterEntry; reason: RefusalReason | 'already-in' }[] = [];
    for (const entry of entries) {
      const verdict = this.decide(entry, direction, override);
      if (verdict?.outcome === 'refused') stopped.push({ entry, reason: verdict.reason });
      else if (verdict?.outcome === 'already-in') stopped.push({ entry, reason: 'already-in' });
      else if (verdict) scans.push(this.scanOf(entry, direction, verdict, override));
    }
    await this.queue.addAll(scans);
    return { passed: scans.length, stopped };
  }

  private decide(entry: RosterEntry, direction: Direction, override: boolean): ScanVerdict | null {
    const checkpoint = this.devices.checkpoint();
    const at = this.devices.now().toISOString();
    return checkpoint && this.book.decide({ entry, checkpoint, direction, at, override });
  }

  private scanOf(
    entry: RosterEntry,
    direction: Direction,
    { outcome }: ScanVerdict,
    override: boolean,
  ): NewScan {
    const checkpoint = this.devices.checkpoint();
    return {
      scan: {
        id: newId(),
        checkpointId: checkpoint?.id ?? '',
        ticketId: entry.ticketId,
        direction,
        scannedAt: new Date().toISOString(),
        shown: outcome,
        ...(override ? { override: { reason: OVERRIDE_REASON } } : {}),
      },
      at: this.devices.now().toISOString(),
      ticketId: entry.ticketId,
      ticket: scannedTicket(entry),
      before: checkpoint && this.book.admission(entry.ticketId, checkpoint),
      told: outcome,
      reason: null,
    };
  }
}
