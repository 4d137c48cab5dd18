import type { ScanRequest, ScanResult } from '@lectern/check-in';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { DoorSettings, StewardDevice } from '../device/steward-device';

/** A scan on its way to the server, or its refusal until somebody settles it. */
export interface QueuedScan {
  readonly scan: ScanRequest;
  /** Whether the steward was already shown this phone's own refusal, so that the server's is no news. */
  readonly refusedHere: boolean;
  /** The server's answer that came too late to be shown at the door. */
  readonly parked?: ScanResult;
}

/** What the phone keeps over a reload: its pairing, its settings and its scans. */
export abstract class DoorStorage {
  /** Whether what is kept survives closing the browser. */
  abstract readonly durable: boolean;
  abstract device(): Promise<StewardDevice | null>;
  abstract settings(): Promise<DoorSettings | null>;
  abstract saveDevice(device: StewardDevice): Promise<void>;
  abstract saveSettings(settings: DoorSettings): Promise<void>;
  abstract scans(): Promise<readonly QueuedScan[]>;
  abstract putScan(scan: QueuedScan): Promise<void>;
  abstract removeScan(id: string): Promise<void>;
  /** Removes everything: what was on the phone is gone. */
  abstract wipe(): Promise<void>;
}

interface DoorSchema extends DBSchema {
  phone: { key: 'device' | 'settings'; value: StewardDevice | DoorSettings };
  scans: { key: string; value: QueuedScan };
}

class IndexedDbStorage extends DoorStorage {
  readonly durable = true;

  constructor(private readonly db: IDBPDatabase<DoorSchema>) {
    super();
  }

  async device() {
    return ((await this.db.get('phone', 'device')) as StewardDevice | undefined) ?? null;
  }
  async settings() {
    return ((await this.db.get('phone', 'settings')) as DoorSettings | undefined) ?? null;
  }
  async saveDevice(device: StewardDevice) {
    await this.db.put('phone', device, 'device');
  }
  async saveSettings(settings: DoorSettings) {
    await this.db.put('phone', settings, 'settings');
  }
  scans() {
    // In the order of their ids, which is the order in which they were made (UUIDv7).
    return this.db.getAll('scans');
  }
  async putScan(scan: QueuedScan) {
    // Acknowledged only when on the disk: the phone's battery may be out a moment later.
    const change = this.db.transaction('scans', 'readwrite', { durability: 'strict' });
    await Promise.all([change.store.put(scan, scan.scan.id), change.done]);
  }
  async removeScan(id: string) {
    await this.db.delete('scans', id);
  }
  async wipe() {
    await Promise.all([this.db.clear('phone'), this.db.clear('scans')]);
  }
}

/** For browsers that refuse IndexedDB, as in some private windows: the door works until the page is closed. */
export class MemoryStorage extends DoorStorage {
  readonly durable: boolean = false;
  private kept: { device: StewardDevice | null; settings: DoorSettings | null } = {
    device: null,
    settings: null,
  };
  private readonly queue = new Map<string, QueuedScan>();

  device = () => Promise.resolve(this.kept.device);
  settings = () => Promise.resolve(this.kept.settings);
  scans = () => Promise.resolve([...this.queue.values()]);

  async saveDevice(device: StewardDevice) {
    this.kept = { ...this.kept, device };
  }
  async saveSettings(settings: DoorSettings) {
    this.kept = { ...this.kept, settings };
  }
  async putScan(scan: QueuedScan) {
    this.queue.set(scan.scan.id, scan);
  }
  async removeScan(id: string) {
    this.queue.delete(id);
  }
  async wipe() {
    this.kept = { device: null, settings: null };
    this.queue.clear();
  }
}

/** The phone's storage: IndexedDB where the browser has it. */
export const openDoorStorage = async (): Promise<DoorStorage> => {
  try {
    const db = await openDB<DoorSchema>('lectern-steward', 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('phone');
        fresh.createObjectStore('scans');
      },
    });
    return new IndexedDbStorage(db);
  } catch {
    return new MemoryStorage();
  }
};
