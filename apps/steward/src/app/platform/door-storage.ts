import type { AdmissionChanges, DoorState, RosterChanges } from '@lectern/check-in';
import type { DoorSettings, StewardDevice } from '../device/steward-device';
import type { OwnRecord } from './own-records';

/** What is fetched page by page and kept as it came: each page with the cursor that follows it. */
export interface KeptChanges {
  readonly roster: RosterChanges;
  readonly admissions: AdmissionChanges;
}

export type ChangeKind = keyof KeptChanges;

/** A page of changes and the fetch from the start that it belongs to: a later fetch replaces earlier ones. */
export interface KeptPage<K extends ChangeKind = ChangeKind> {
  readonly generation: number;
  readonly changes: KeptChanges[K];
}

/** The small things that are kept one of a kind. */
export interface KeptSingles {
  readonly device: StewardDevice;
  readonly settings: DoorSettings;
  readonly state: DoorState;
}

/** What the phone keeps over a reload: its pairing and settings, its list of people, and its scans. */
export abstract class DoorStorage {
  /** Whether what is kept survives closing the browser. */
  abstract readonly durable: boolean;
  abstract read<K extends keyof KeptSingles>(name: K): Promise<KeptSingles[K] | null>;
  abstract save<K extends keyof KeptSingles>(name: K, value: KeptSingles[K]): Promise<void>;
  /** This phone's own scans and annulments, in the order in which they were made. */
  abstract records(): Promise<readonly OwnRecord[]>;
  /** Keeps all of them or none; resolves once they are on the disk. */
  abstract putRecords(records: readonly OwnRecord[]): Promise<void>;
  abstract removeRecords(ids: readonly string[]): Promise<void>;
  abstract pages<K extends ChangeKind>(kind: K): Promise<readonly KeptPage<K>[]>;
  abstract addPage<K extends ChangeKind>(kind: K, page: KeptPage<K>): Promise<void>;
  /** Puts pages in the place of all there are: at no moment is there neither. */
  abstract replacePages<K extends ChangeKind>(kind: K, pages: readonly KeptPage<K>[]): Promise<void>;
  /** Removes everything, the key too: what was on the phone is gone. */
  abstract wipe(): Promise<void>;
}

/** For browsers that refuse to keep or to encrypt, as in some private windows: the door works until it is closed. */
export class MemoryStorage extends DoorStorage {
  readonly durable: boolean = false;
  private singles = new Map<string, unknown>();
  private readonly own = new Map<string, OwnRecord>();
  private kept = new Map<ChangeKind, KeptPage[]>();

  async read<K extends keyof KeptSingles>(name: K) {
    return (this.singles.get(name) as KeptSingles[K] | undefined) ?? null;
  }
  async save<K extends keyof KeptSingles>(name: K, value: KeptSingles[K]) {
    this.singles.set(name, value);
  }
  records = () => Promise.resolve([...this.own.values()].sort((a, b) => a.order - b.order));
  async putRecords(records: readonly OwnRecord[]) {
    for (const record of records) this.own.set(record.id, record);
  }
  async removeRecords(ids: readonly string[]) {
    for (const id of ids) this.own.delete(id);
  }
  async pages<K extends ChangeKind>(kind: K) {
    return (this.kept.get(kind) ?? []) as unknown as readonly KeptPage<K>[];
  }
  async addPage<K extends ChangeKind>(kind: K, page: KeptPage<K>) {
    this.kept.set(kind, [...(this.kept.get(kind) ?? []), page]);
  }
  async replacePages<K extends ChangeKind>(kind: K, pages: readonly KeptPage<K>[]) {
    this.kept.set(kind, [...pages]);
  }
  async wipe() {
    this.singles.clear();
    this.own.clear();
    this.kept.clear();
  }
}
