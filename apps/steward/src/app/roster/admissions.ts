import { inject, Injectable } from '@angular/core';
import type { AdmissionEntry } from '@lectern/check-in';
import { DoorStorage } from '../platform/door-storage';
import { SyncedList } from './synced-list';

/** Names a ticket at a checkpoint. */
export const admissionKey = (ticketId: string, checkpointId: string): string => `${ticketId} ${checkpointId}`;

/** Who was let in where, as the server last said. */
@Injectable({ providedIn: 'root' })
export class Admissions extends SyncedList<'admissions', AdmissionEntry> {
  constructor() {
    super('admissions', inject(DoorStorage));
  }

  of(ticketId: string, checkpointId: string): AdmissionEntry | null {
    return this.entries.get(admissionKey(ticketId, checkpointId)) ?? null;
  }

  protected keyOf(entry: AdmissionEntry): string {
    return admissionKey(entry.ticketId, entry.checkpointId);
  }

  protected pageOf(upserts: AdmissionEntry[], cursor: string, more: boolean) {
    return { upserts, cursor, full: false, more };
  }
}
