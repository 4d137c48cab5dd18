import { inject, Injectable } from '@angular/core';
import type { RosterEntry } from '@lectern/check-in';
import { DoorStorage } from '../platform/door-storage';
import { SyncedList } from './synced-list';

/** Everybody who may come, as this phone knows them. A person is found by ticket or short code in one step. */
@Injectable({ providedIn: 'root' })
export class Roster extends SyncedList<'roster', RosterEntry> {
  private shortCodes: { readonly version: number; readonly ids: ReadonlyMap<string, string> } | null = null;

  constructor() {
    super('roster', inject(DoorStorage));
  }

  person(ticketId: string): RosterEntry | null {
    return this.entries.get(ticketId) ?? null;
  }

  ticketOfShortCode(shortCode: string): string | null {
    const version = this.version();
    if (this.shortCodes?.version !== version) {
      // The list writes codes as they are printed, with the gap in their middle.
      const ids = new Map(
        Array.from(this.entries.values(), (one) => [one.shortCode.replace('-', ''), one.ticketId]),
      );
      this.shortCodes = { version, ids };
    }
    return this.shortCodes.ids.get(shortCode) ?? null;
  }

  protected keyOf(entry: RosterEntry): string {
    return entry.ticketId;
  }

  protected pageOf(upserts: RosterEntry[], cursor: string, more: boolean) {
    return { upserts, removals: [], cursor, full: false, more };
  }
}
