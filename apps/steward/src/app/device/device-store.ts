import { computed, inject, Injectable, signal } from '@angular/core';
import type { Checkpoint } from '@lectern/check-in';
import type { DoorSettings, StewardDevice } from './steward-device';
import { DoorStorage } from '../platform/door-storage';
import { StewardApi } from '../platform/steward-api';

export type { DoorSettings, StewardDevice };

/** Why a pairing is over, and how many scans went with it. */
export interface PairingOver {
  readonly why: 'withdrawn' | 'unpaired';
  readonly unsent: number;
}

const FIRST_SETTINGS: DoorSettings = { checkpointId: null, direction: 'in', sound: true };

/** Whether this phone is paired, with what, and how it is set; kept over a reload, gone when the pairing ends. */
@Injectable({ providedIn: 'root' })
export class DeviceStore {
  private readonly storage = inject(DoorStorage);
  private readonly api = inject(StewardApi);
  private readonly paired = signal<StewardDevice | null>(null);
  private readonly chosen = signal<DoorSettings>(FIRST_SETTINGS);

  readonly device = this.paired.asReadonly();
  readonly settings = this.chosen.asReadonly();
  readonly over = signal<PairingOver | null>(null);

  /** The chosen checkpoint, else the main door, else the first there is. */
  readonly checkpoint = computed<Checkpoint | null>(() => {
    const all = this.paired()?.checkpoints ?? [];
    return (
      all.find((one) => one.id === this.chosen().checkpointId) ??
      all.find((one) => one.isMainDoor) ??
      all[0] ??
      null
    );
  });

  async load(): Promise<void> {
    this.paired.set(await this.storage.device().catch(() => null));
    this.chosen.set((await this.storage.settings().catch(() => null)) ?? FIRST_SETTINGS);
  }

  /** Pairs this phone anew; a former pairing is wiped only once the new one stands. */
  async pair(pairingCode: string, stewardName: string): Promise<void> {
    const answer = await this.api.pair({ pairingCode, name: stewardName });
    await this.storage.wipe();
    const device = { ...answer, stewardName };
    await this.storage.saveDevice(device).catch(() => undefined);
    this.chosen.set(FIRST_SETTINGS);
    this.over.set(null);
    this.paired.set(device);
  }

  choose(changes: Partial<DoorSettings>): void {
    this.chosen.update((settings) => ({ ...settings, ...changes }));
    void this.storage.saveSettings(this.chosen()).catch(() => undefined);
  }

  /** Ends the pairing and wipes the phone, whoever ended it. */
  async end(why: PairingOver['why']): Promise<void> {
    if (!this.paired()) return;
    this.paired.set(null);
    const unsent = (await this.storage.scans()).filter((scan) => !scan.parked).length;
    await this.storage.wipe();
    this.chosen.set(FIRST_SETTINGS);
    this.over.set({ why, unsent });
  }
}
