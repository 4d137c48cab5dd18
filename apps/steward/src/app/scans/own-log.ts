import { inject, Injectable, signal } from '@angular/core';
import { DoorStorage } from '../platform/door-storage';
import type { OwnRecord, OwnScan } from '../platform/own-records';
import { admissionKey } from '../roster/admissions';

export const isScan = (record: OwnRecord): record is OwnScan => record.kind === 'scan';

type Ahead = ReadonlyMap<string, readonly OwnScan[]>;

/** Where a scan counts beside the server's list; null when that tells of it, or of its being taken back, already. */
const keyAhead = (scan: OwnScan, known: ReadonlySet<string>): string | null => {
  const isAhead = !known.has(scan.id) || (scan.annulledBy !== null && !known.has(scan.annulledBy));
  return isAhead && scan.ticketId !== null ? admissionKey(scan.ticketId, scan.scan.checkpointId) : null;
};

const allAhead = (records: readonly OwnRecord[], known: ReadonlySet<string>): Ahead => {
  const byKey = new Map<string, OwnScan[]>();
  for (const scan of records.filter(isScan)) {
    const key = keyAhead(scan, known);
    if (key === null) continue;
    const list = byKey.get(key);
    if (list) list.push(scan);
    else byKey.set(key, [scan]);
  }
  return byKey;
};

/**
 * What this phone did, in memory and on its disk, and where it is ahead of the server's list. A scan changes the list
 * of its own ticket at its own door and leaves every other list the same object, however many scans wait.
 */
@Injectable({ providedIn: 'root' })
export class OwnLog {
  private readonly storage = inject(DoorStorage);
  private readonly records = signal<readonly OwnRecord[]>([]);
  private readonly toldOf = signal<ReadonlySet<string>>(new Set());
  private readonly aheadBy = signal<Ahead>(new Map());
  private writing: Promise<void> = Promise.resolve();

  readonly all = this.records.asReadonly();
  /** Answered records that the server's own list of admissions holds by now. */
  readonly known = this.toldOf.asReadonly();
  /** Scans that the server's list does not show yet, or shows although they were taken back, by ticket and door. */
  readonly ahead = this.aheadBy.asReadonly();

  async load(): Promise<void> {
    this.records.set(await this.storage.records().catch((): readonly OwnRecord[] => []));
    this.workOutAhead();
  }

  /** Takes records in at once, and resolves when the disk has them. */
  put(records: readonly OwnRecord[]): Promise<void> {
    const changed = new Map(records.map((record) => [record.id, record]));
    const before: OwnRecord[] = [];
    this.records.update((all) => {
      const after = all.map((record) => {
        const now = changed.get(record.id);
        if (!now) return record;
        before.push(record);
        changed.delete(record.id);
        return now;
      });
      return [...after, ...changed.values()];
    });
    this.moveAhead(before.filter(isScan), records.filter(isScan));
    return this.write(() => this.storage.putRecords(records));
  }

  remove(ids: readonly string[]): Promise<void> {
    const gone = new Set(ids);
    const before = this.records().filter((record) => gone.has(record.id));
    this.records.update((all) => all.filter((record) => !gone.has(record.id)));
    this.moveAhead(before.filter(isScan), []);
    return this.write(() => this.storage.removeRecords(ids));
  }

  /** The server's list tells of these from now on. */
  learn(ids: ReadonlySet<string>): void {
    this.toldOf.set(new Set([...this.toldOf(), ...ids]));
    this.workOutAhead();
  }

  forget(): void {
    this.records.set([]);
    this.toldOf.set(new Set());
    this.workOutAhead();
  }

  private workOutAhead(): void {
    this.aheadBy.set(allAhead(this.records(), this.toldOf()));
  }

  private moveAhead(before: readonly OwnScan[], after: readonly OwnScan[]): void {
    const known = this.toldOf();
    const ahead = new Map(this.aheadBy());
    for (const scan of before) {
      const key = keyAhead(scan, known);
      const rest = (key === null ? [] : (ahead.get(key) ?? [])).filter(({ id }) => id !== scan.id);
      if (key === null) continue;
      if (rest.length > 0) ahead.set(key, rest);
      else ahead.delete(key);
    }
    for (const scan of after) {
      const key = keyAhead(scan, known);
      if (key !== null)
        ahead.set(
          key,
          [...(ahead.get(key) ?? []), scan].sort((a, b) => a.order - b.order),
        );
    }
    this.aheadBy.set(ahead);
  }

  /** One write after the other: sealing takes its time, and an older state of a scan must not overtake a newer one. */
  private write(change: () => Promise<void>): Promise<void> {
    // A full or broken disk must not stop the door: the scan then lives as long as the page.
    this.writing = this.writing.then(change).catch(() => undefined);
    return this.writing;
  }
}
