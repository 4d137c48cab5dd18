import { computed, inject, Injectable } from '@angular/core';
import {
  callRoll,
  type Checkpoint,
  type RollAdmission,
  rollByRoom,
  type RollTicket,
} from '@lectern/check-in';
import { DeviceStore } from '../device/device-store';
import { ScanQueue } from '../scans/scan-queue';
import { Admissions } from './admissions';
import { DoorBook } from './door-book';
import { Roster } from './roster';

const EXPECTED = ['valid', 'not-confirmed'];

/** Who is here, by this phone's own list and scans: the same roll as the server's, as far as the phone knows. */
@Injectable({ providedIn: 'root' })
export class DeviceRoll {
  private readonly devices = inject(DeviceStore);
  private readonly roster = inject(Roster);
  private readonly admissions = inject(Admissions);
  private readonly queue = inject(ScanQueue);
  private readonly book = inject(DoorBook);

  readonly roll = computed(() => {
    this.roster.version();
    this.admissions.version();
    return callRoll(this.tickets(), this.seen());
  });

  readonly rooms = computed(() => rollByRoom(this.roll().schools));

  private tickets(): RollTicket[] {
    return Array.from(this.roster.entries.values(), (entry) => ({
      ticketId: entry.ticketId,
      displayName: entry.displayName,
      lookedUpBy: entry.displayName,
      kind: entry.kind,
      // The list knows schools by their names alone.
      schoolUrn: entry.school,
      school: entry.school,
      isExpected: EXPECTED.includes(entry.status),
      isWalkIn: entry.flags.includes('walk-in'),
    }));
  }

  private seen(): RollAdmission[] {
    const checkpoints = new Map((this.devices.device()?.checkpoints ?? []).map((one) => [one.id, one]));
    const ahead = this.queue.aheadKeys();
    const seen: RollAdmission[] = [];
    for (const [key, one] of this.admissions.entries) {
      const checkpoint = checkpoints.get(one.checkpointId);
      if (checkpoint && !ahead.has(key)) seen.push({ ...one, ...placeOf(checkpoint) });
    }
    for (const [scan, ...later] of ahead.values()) {
      const checkpoint = checkpoints.get(scan?.scan.checkpointId ?? '');
      if (!checkpoint || !scan?.ticketId) continue;
      const { ticketId } = scan;
      const state = this.book.admission(ticketId, checkpoint);
      const lastAt = (later.at(-1) ?? scan).at;
      if (state) seen.push({ ticketId, ...state, lastAt, ...placeOf(checkpoint) });
    }
    return seen;
  }
}

const placeOf = ({ name, isMainDoor }: Checkpoint): Pick<RollAdmission, 'place' | 'isMainDoor'> => ({
  place: name,
  isMainDoor,
});
