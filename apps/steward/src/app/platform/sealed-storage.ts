import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { canCheckSignatures } from './abilities';
import { type ChangeKind, DoorStorage, type KeptPage, type KeptSingles, MemoryStorage } from './door-storage';
import { type FormerScan, recordOfFormerScan } from './former-scans';
import type { OwnRecord } from './own-records';
import { newSealKey, Seal, type Sealed } from './seal';

/** A sealed value, or one that the former version left open and that is sealed as soon as the phone is opened. */
type Kept = Sealed | { readonly open: unknown };

interface DoorSchema extends DBSchema {
  keys: { key: 'seal'; value: CryptoKey };
  singles: { key: string; value: Kept };
  records: { key: string; value: Kept };
  roster: { key: number; value: Kept };
  admissions: { key: number; value: Kept };
}

type SealedStore = 'singles' | 'records' | ChangeKind;
const STORES: readonly SealedStore[] = ['singles', 'records', 'roster', 'admissions'];

type Upgrade = IDBPTransaction<DoorSchema, StoreNames<DoorSchema>[], 'versionchange'>;

interface FormerSchema extends DBSchema {
  phone: { key: 'device' | 'settings'; value: unknown };
  scans: { key: string; value: FormerScan };
}

/** Carries over what the first version kept: the pairing, the settings, and each scan that still waits. */
const carryOver = async (db: IDBPDatabase<DoorSchema>, change: Upgrade): Promise<void> => {
  const former = change as unknown as IDBPTransaction<FormerSchema, ('phone' | 'scans')[], 'versionchange'>;
  for (const name of ['device', 'settings'] as const) {
    const value = await former.objectStore('phone').get(name);
    if (value !== undefined) await change.objectStore('singles').put({ open: value }, name);
  }
  let order = 0;
  for (const scan of await former.objectStore('scans').getAll()) {
    const record = recordOfFormerScan(scan, order++);
    await change.objectStore('records').put({ open: record }, record.id);
  }
  const formerDb = db as unknown as IDBPDatabase<FormerSchema>;
  formerDb.deleteObjectStore('phone');
  formerDb.deleteObjectStore('scans');
};

/** IndexedDB with everything in it sealed; the key lies beside it, usable in this browser and by no other hand. */
class SealedStorage extends DoorStorage {
  readonly durable = true;

  constructor(
    private readonly db: IDBPDatabase<DoorSchema>,
    private seal: Seal,
  ) {
    super();
  }

  async read<K extends keyof KeptSingles>(name: K) {
    const kept = await this.db.get('singles', name);
    return kept ? await this.open<KeptSingles[K]>(kept) : null;
  }
  async save<K extends keyof KeptSingles>(name: K, value: KeptSingles[K]) {
    await this.db.put('singles', await this.seal.close(value), name);
  }
  async records() {
    const records = await this.openAll<OwnRecord>('records');
    return records.sort((a, b) => a.order - b.order);
  }
  async putRecords(records: readonly OwnRecord[]) {
    const sealed = await Promise.all(records.map((record) => this.seal.close(record)));
    // Acknowledged only when on the disk: the phone's battery may be out a moment later.
    const change = this.db.transaction('records', 'readwrite', { durability: 'strict' });
    await Promise.all([
      ...records.map((record, at) => change.store.put(sealed[at] as Sealed, record.id)),
      change.done,
    ]);
  }
  async removeRecords(ids: readonly string[]) {
    const change = this.db.transaction('records', 'readwrite');
    await Promise.all([...ids.map((id) => change.store.delete(id)), change.done]);
  }
  pages<K extends ChangeKind>(kind: K) {
    // In the order of their keys, which is the order in which they came.
    return this.openAll<KeptPage<K>>(kind);
  }
  async addPage<K extends ChangeKind>(kind: K, page: KeptPage<K>) {
    await this.db.add(kind, await this.seal.close(page));
  }
  async replacePages<K extends ChangeKind>(kind: K, pages: readonly KeptPage<K>[]) {
    const sealed = await Promise.all(pages.map((page) => this.seal.close(page)));
    const change = this.db.transaction(kind, 'readwrite');
    await Promise.all([change.store.clear(), ...sealed.map((one) => change.store.add(one)), change.done]);
  }
  async wipe() {
    const fresh = await newSealKey();
    const change = this.db.transaction([...STORES, 'keys'], 'readwrite', { durability: 'strict' });
    const emptied = STORES.map((store) => change.objectStore(store).clear());
    // Without its key, whatever a disk still holds of the old data is noise.
    await Promise.all([...emptied, change.objectStore('keys').put(fresh, 'seal'), change.done]);
    this.seal = new Seal(fresh);
  }

  /** Seals what a former version left open. */
  async sealAll(): Promise<void> {
    for (const store of ['singles', 'records'] as const) {
      for (const key of await this.db.getAllKeys(store)) {
        const kept = await this.db.get(store, key);
        if (kept && 'open' in kept) await this.db.put(store, await this.seal.close(kept.open), key);
      }
    }
  }

  private open<T>(kept: Kept): Promise<T> {
    return 'open' in kept ? Promise.resolve(kept.open as T) : this.seal.open<T>(kept);
  }

  private async openAll<T>(store: SealedStore): Promise<T[]> {
    const kept = await this.db.getAll(store);
    return Promise.all(kept.map((one) => this.open<T>(one)));
  }
}

const keyOf = async (db: IDBPDatabase<DoorSchema>): Promise<CryptoKey> => {
  const kept = await db.get('keys', 'seal');
  if (kept) return kept;
  const fresh = await newSealKey();
  await db.put('keys', fresh, 'seal');
  return fresh;
};

/** The phone's storage: IndexedDB, sealed, where the browser has both; else what lasts as long as the page. */
export const openDoorStorage = async (): Promise<DoorStorage> => {
  try {
    if (!canCheckSignatures()) return new MemoryStorage();
    const db = await openDB<DoorSchema>('lectern-steward', 2, {
      upgrade: (fresh, before, _to, change) => {
        fresh.createObjectStore('keys');
        fresh.createObjectStore('singles');
        fresh.createObjectStore('records');
        fresh.createObjectStore('roster', { autoIncrement: true });
        fresh.createObjectStore('admissions', { autoIncrement: true });
        // When it fails the whole change is undone, and the former data stays as it was.
        if (before === 1) void carryOver(fresh, change).catch(() => change.abort());
      },
      // A newer version of this app in another tab must not wait for this one.
      blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    });
    const storage = new SealedStorage(db, new Seal(await keyOf(db)));
    await storage.sealAll();
    return storage;
  } catch {
    return new MemoryStorage();
  }
};
