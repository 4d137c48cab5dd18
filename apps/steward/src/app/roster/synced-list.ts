import { signal } from '@angular/core';
import type { ChangeKind, DoorStorage, KeptChanges, KeptPage } from '../platform/door-storage';

/** Entries of one fetch from the start, and where it has got to. */
interface Fetched<Entry> {
  readonly generation: number;
  readonly entries: Map<string, Entry>;
  readonly cursor: string | null;
}

/** Entries in one sealed page: small enough to open without a stutter, large enough to be few. */
const PAGE_ENTRIES = 2_000;
/** After so many pages of changes the pages are made one list again. */
const PAGES_MAX = 60;

const empty = <Entry>(generation: number): Fetched<Entry> => ({
  generation,
  entries: new Map(),
  cursor: null,
});

/**
 * A list of the server's that this phone holds a copy of. Each page is on the disk, with the cursor that follows it,
 * before it counts: cut off anywhere, the fetch goes on where it stopped. A new fetch from the start replaces what is
 * held only once it is complete.
 */
export abstract class SyncedList<K extends ChangeKind, Entry> {
  /** The last complete fetch; empty before the first one is. */
  private whole: Fetched<Entry> = empty(0);
  private isWhole = false;
  /** A fetch from the start that is under way. */
  private partial: Fetched<Entry> | null = null;
  private pageCount = 0;
  private readonly changed = signal(0);

  /** Goes up with each change, for whoever works something out of the list. */
  readonly version = this.changed.asReadonly();

  protected constructor(
    private readonly kind: K,
    private readonly storage: DoorStorage,
  ) {}

  protected abstract keyOf(entry: Entry): string;
  protected abstract pageOf(entries: Entry[], cursor: string, more: boolean): KeptChanges[K];

  /** What is held: the last complete list, or as much of the first as has come. */
  get entries(): ReadonlyMap<string, Entry> {
    return this.isWhole ? this.whole.entries : (this.partial ?? this.whole).entries;
  }

  /** Whether the list was complete at least once. */
  get complete(): boolean {
    this.changed();
    return this.isWhole;
  }

  /** Where to go on; null to begin from the start. */
  get cursor(): string | null {
    return (this.partial ?? this.whole).cursor;
  }

  async load(): Promise<void> {
    this.forget();
    const pages = await this.storage.pages(this.kind).catch((): readonly KeptPage<K>[] => []);
    for (const page of pages) this.take(page);
    this.pageCount = pages.length;
  }

  /** Keeps a page that came. */
  async apply(changes: KeptChanges[K]): Promise<void> {
    const current = this.partial ?? this.whole;
    const page: KeptPage<K> = {
      generation: changes.full ? this.whole.generation + 1 : current.generation,
      changes,
    };
    // A full disk must not stop the door: the list then lives as long as the page.
    await this.storage.addPage(this.kind, page).catch(() => undefined);
    const became = this.take(page);
    this.pageCount++;
    if (became || this.pageCount > PAGES_MAX) await this.compact();
  }

  /** Begins from the start at the next fetch, since the server does not know the cursor any more. */
  restart(): void {
    this.partial = empty(this.whole.generation + 1);
  }

  forget(): void {
    this.whole = empty(0);
    this.isWhole = false;
    this.partial = null;
    this.pageCount = 0;
    this.changed.update((version) => version + 1);
  }

  /** Takes a page into the list, and says whether it completed a fetch from the start. */
  private take({ generation, changes }: KeptPage<K>): boolean {
    if (changes.full) this.partial = empty(generation);
    const target = this.partial ?? this.whole;
    for (const entry of changes.upserts as readonly Entry[]) target.entries.set(this.keyOf(entry), entry);
    for (const gone of 'removals' in changes ? changes.removals : []) target.entries.delete(gone);
    const now = { ...target, cursor: changes.cursor };
    const completes = this.partial !== null && !changes.more;
    if (this.partial === null) this.whole = now;
    else if (completes) [this.whole, this.partial, this.isWhole] = [now, null, true];
    else this.partial = now;
    this.changed.update((version) => version + 1);
    return completes;
  }

  /** Writes the list anew, so that pages of changes do not pile up. A fetch under way keeps its own pages. */
  private async compact(): Promise<void> {
    if (this.partial !== null || !this.isWhole) return;
    const { generation, entries, cursor } = this.whole;
    const all = [...entries.values()];
    const pages: KeptPage<K>[] = [];
    for (let at = 0; at === 0 || at < all.length; at += PAGE_ENTRIES) {
      const more = at + PAGE_ENTRIES < all.length;
      const changes = this.pageOf(all.slice(at, at + PAGE_ENTRIES), cursor ?? '', more);
      pages.push({ generation, changes: { ...changes, full: at === 0 } });
    }
    await this.storage.replacePages(this.kind, pages).catch(() => undefined);
    this.pageCount = pages.length;
  }
}
