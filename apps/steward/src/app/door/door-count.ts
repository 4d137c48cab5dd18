import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { DoorCount } from '@lectern/check-in';
import { DeviceStore } from '../device/device-store';
import { PairingEnded, StewardApi } from '../platform/steward-api';

const EVERY_MS = 5_000;

/** How many came and how many are inside, asked of the server while the door is in view. */
@Injectable()
export class DoorCounter {
  private readonly api = inject(StewardApi);
  private readonly devices = inject(DeviceStore);
  private readonly known = signal<DoorCount | null>(null);
  private asking = false;

  /** Null until the server has said. */
  readonly count = computed(() => this.known());

  constructor() {
    const timer = setInterval(() => void this.ask(), EVERY_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
    void this.ask();
  }

  /** Counts a person at once; the server's figure follows. */
  add(change: Partial<DoorCount>): void {
    this.known.update(
      (count) =>
        count && {
          admitted: count.admitted + (change.admitted ?? 0),
          onSite: Math.max(0, count.onSite + (change.onSite ?? 0)),
        },
    );
  }

  private async ask(): Promise<void> {
    const token = this.devices.device()?.token;
    if (!token || this.asking || document.visibilityState === 'hidden') return;
    this.asking = true;
    try {
      this.known.set(await this.api.count(token));
    } catch (error) {
      // The count is a comfort: without a connection the last one stays, and the bar says what waits.
      if (error instanceof PairingEnded) await this.devices.end('withdrawn');
    } finally {
      this.asking = false;
    }
  }
}
