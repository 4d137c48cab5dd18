import { computed, inject, Injectable } from '@angular/core';
import {
  type AdmissionFacts,
  type Checkpoint,
  decideScan,
  type Direction,
  type DoorCount,
  type FoldableScan,
  foldScans,
  type RosterEntry,
  type ScannedTicket,
  type ScanVerdict,
  sessionsAt,
  whereGroupBelongs,
} from '@lectern/check-in';
import { DeviceStore } from '../device/device-store';
import { letsThrough, type OwnScan } from '../platform/own-records';
import { ScanQueue } from '../scans/scan-queue';
import { Admissions } from './admissions';
import { Roster } from './roster';

/** A person as a verdict shows them. */
export const scannedTicket = (entry: RosterEntry): ScannedTicket => ({
  ticketId: entry.ticketId,
  displayName: entry.displayName,
  school: entry.school,
  groupId: entry.groupId,
  kind: entry.kind,
  flags: entry.flags,
});

/** What is asked of the book about one ticket. */
export interface Question {
  readonly entry: RosterEntry;
  readonly checkpoint: Checkpoint;
  readonly direction: Direction;
  readonly at: string;
  readonly override: boolean;
}

const BEFORE = 'before';

/** What is on record already, as scans that a fold can begin with. */
const recordedScans = (
  facts: AdmissionFacts & { readonly lastAt?: string },
  scan: OwnScan,
  checkpoint: Checkpoint,
): FoldableScan[] => {
  const same = {
    ticketId: scan.ticketId ?? '',
    checkpointId: checkpoint.id,
    admits: checkpoint.admits,
    deviceId: BEFORE,
    letIn: true,
  };
  const { firstAdmittedAt, inside } = facts;
  const lastAt = facts.lastAt ?? firstAdmittedAt ?? scan.at;
  return [
    ...(firstAdmittedAt
      ? [{ ...same, id: `${BEFORE}-0`, direction: 'in' as const, at: firstAdmittedAt }]
      : []),
    { ...same, id: `${BEFORE}-1`, direction: inside ? 'in' : 'out', at: lastAt },
  ];
};

/** All that this phone knows for a verdict of its own: the people, who is in, and what it did itself since. */
@Injectable({ providedIn: 'root' })
export class DoorBook {
  private readonly devices = inject(DeviceStore);
  private readonly roster = inject(Roster);
  private readonly admissions = inject(Admissions);
  private readonly queue = inject(ScanQueue);
  private readonly changes = new WeakMap<
    readonly OwnScan[],
    { readonly version: unknown; readonly doorId: string; readonly change: DoorCount }
  >();

  /** How many came and are inside, by the server's last word and what this phone did since; null before any word. */
  readonly count = computed<DoorCount | null>(() => {
    const said = this.devices.state()?.count;
    const door = this.devices.mainDoor();
    if (!said || !door) return said ?? null;
    let { admitted, onSite } = said;
    for (const [key, scans] of this.queue.aheadKeys()) {
      const change = this.changeOf(key, scans, door);
      admitted += change.admitted;
      onSite += change.onSite;
    }
    return { admitted: Math.max(0, admitted), onSite: Math.max(0, onSite) };
  });

  /** What this phone's scans of one ticket change in the count; worked out again only when they or the list change. */
  private changeOf(key: string, scans: readonly OwnScan[], door: Checkpoint): DoorCount {
    const version = this.admissions.version();
    const known = this.changes.get(scans);
    if (known?.version === version && known.doorId === door.id) return known.change;
    const [scan] = scans;
    let change: DoorCount = { admitted: 0, onSite: 0 };
    if (scan?.ticketId && scan.scan.checkpointId === door.id) {
      const before = this.admissions.entries.get(key);
      const after = this.admission(scan.ticketId, door);
      change = {
        admitted: Number(Boolean(after?.firstAdmittedAt)) - Number(Boolean(before?.firstAdmittedAt)),
        onSite: Number(after?.inside ?? false) - Number(before?.inside ?? false),
      };
    }
    this.changes.set(scans, { version, doorId: door.id, change });
    return change;
  }

  person(ticketId: string): RosterEntry | null {
    return this.roster.person(ticketId);
  }

  /** The state of a ticket at a checkpoint: the server's list, and this phone's own scans that it does not tell of. */
  admission(ticketId: string, checkpoint: Checkpoint): AdmissionFacts | null {
    const listed = this.admissions.of(ticketId, checkpoint.id);
    const ahead = this.queue.aheadOf(ticketId, checkpoint.id);
    const [first] = ahead;
    if (!first) return listed;
    // A scan that was taken back may be in the server's list already: then what was before it is the beginning.
    const takenBack = ahead.find((scan) => scan.annulledBy !== null && this.queue.isKnownToServer(scan.id));
    const begin = takenBack ? takenBack.before : listed;
    const own = ahead
      .filter((scan) => scan.annulledBy === null && letsThrough(scan.told))
      .map((scan): FoldableScan => ({
        id: scan.id,
        ticketId,
        checkpointId: checkpoint.id,
        admits: checkpoint.admits,
        deviceId: 'own',
        direction: scan.scan.direction,
        at: scan.at,
        letIn: true,
      }));
    const folded = foldScans([...(begin ? recordedScans(begin, first, checkpoint) : []), ...own]);
    const [admission] = folded.admissions;
    if (!admission) return null;
    const isRecorded = admission.firstScanId?.startsWith(BEFORE) ?? false;
    return {
      firstAdmittedAt: admission.firstAdmittedAt,
      firstDoor: isRecorded ? (begin?.firstDoor ?? null) : checkpoint.name,
      inside: admission.inside,
    };
  }

  /** The verdict on a scan by what this phone knows, by the server's own rule. */
  decide({ entry, checkpoint, direction, at, override }: Question): ScanVerdict {
    return decideScan({
      ticket: { status: entry.status, kind: entry.kind },
      admission: this.admission(entry.ticketId, checkpoint),
      checkpoint,
      direction,
      at,
      role: this.devices.device()?.role ?? 'steward',
      override,
      ...this.sessionFacts(entry, checkpoint),
    });
  }

  /** Where the group belongs now, and how full the session is; nothing at a door that belongs to no session. */
  private sessionFacts(entry: RosterEntry, { id, session }: Checkpoint) {
    const device = this.devices.device();
    if (!session || !device) return {};
    const placements = this.devices.state()?.placements ?? [];
    const others = sessionsAt(device.checkpoints);
    const { inSession, rightPlace } = whereGroupBelongs(session, others, placements, entry.groupId);
    return {
      inSession,
      rightPlace: rightPlace ?? undefined,
      sessionCount: session.pupilPlaces === null ? 0 : this.pupilsInside(id),
    };
  }

  /** Pupils inside at each checkpoint by the server's list alone; walked once for each change of the list. */
  private readonly listedInside = computed(() => {
    this.admissions.version();
    this.roster.version();
    const inside = new Map<string, number>();
    for (const { ticketId, checkpointId, inside: isInside } of this.admissions.entries.values()) {
      if (!isInside || this.roster.person(ticketId)?.kind !== 'pupil') continue;
      inside.set(checkpointId, (inside.get(checkpointId) ?? 0) + 1);
    }
    return inside;
  });

  private pupilsInside(checkpointId: string): number {
    const checkpoint = this.devices.device()?.checkpoints.find(({ id }) => id === checkpointId);
    let inside = this.listedInside().get(checkpointId) ?? 0;
    for (const [scan] of this.queue.aheadKeys().values()) {
      if (!checkpoint || scan?.scan.checkpointId !== checkpointId || !scan.ticketId) continue;
      if (this.roster.person(scan.ticketId)?.kind !== 'pupil') continue;
      const before = this.admissions.of(scan.ticketId, checkpointId)?.inside ?? false;
      inside += Number(this.admission(scan.ticketId, checkpoint)?.inside ?? false) - Number(before);
    }
    return inside;
  }
}
