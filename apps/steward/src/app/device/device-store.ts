import { computed, inject, Injectable, signal } from '@angular/core';
import type { Checkpoint, DoorState } from '@lectern/check-in';
import { DoorStorage } from '../platform/door-storage';
import { StewardApi } from '../platform/steward-api';
import type { DoorSettings, StewardDevice } from './steward-device';

export type { DoorSettings, StewardDevice };

/** Why a pairing is over, and how many scans went with it. */
export interface PairingOver {
  readonly why: 'withdrawn' | 'unpaired' | 'expired';
  readonly unsent: number;
}

const FIRST_SETTINGS: DoorSettings = { checkpointId: null, direction: 'in', sound: true };

/** What looks like a wrong clock below this is only the network's delay; the server allows as much. */
const NETWORK_DELAY_MS = 5_000;
/** People's data goes from the phone this long after the event, in touch or not. */
const KEPT_AFTER_EVENT_MS = 24 * 3_600_000;

/** Whether this phone is paired, with what, and how it is set; kept over a reload, gone when the pairing ends. */
@Injectable({ providedIn: 'root' })
export class DeviceStore {
  private readonly storage = inject(DoorStorage);
  private readonly api = inject(StewardApi);
  private readonly paired = signal<StewardDevice | null>(null);
  private readonly chosen = signal<DoorSettings>(FIRST_SETTINGS);
  private readonly told = signal<DoorState | null>(null);

  readonly device = this.paired.asReadonly();
  readonly settings = this.chosen.asReadonly();
  /** What the server said at the last contact; null before the first. */
  readonly state = this.told.asReadonly();
  readonly over = signal<PairingOver | null>(null);

  /** The chosen checkpoint, else the main door, else the first there is. */
  readonly checkpoint = computed<Checkpoint | null>(() => {
    const all = this.paired()?.checkpoints ?? [];
    return all.find((one) => one.id === this.chosen().checkpointId) ?? this.mainDoor() ?? all[0] ?? null;
  });

  readonly mainDoor = computed<Checkpoint | null>(
    () => this.paired()?.checkpoints.find((one) => one.isMainDoor) ?? null,
  );

  async load(): Promise<void> {
    this.paired.set(await this.storage.read('device').catch(() => null));
    this.chosen.set((await this.storage.read('settings').catch(() => null)) ?? FIRST_SETTINGS);
    this.told.set(await this.storage.read('state').catch(() => null));
  }

  /** Pairs this phone anew; a former pairing is wiped only once the new one stands. */
  async pair(pairingCode: string, stewardName: string): Promise<void> {
    const answer = await this.api.pair({ pairingCode, name: stewardName });
    await this.storage.wipe();
    const device = { ...answer, stewardName, skewMs: Date.parse(answer.serverTime) - Date.now() };
    await this.storage.save('device', device).catch(() => undefined);
    this.chosen.set(FIRST_SETTINGS);
    this.told.set(null);
    this.over.set(null);
    this.paired.set(device);
  }

  /** Takes over what the server says at a contact: checkpoints, role and times may have changed since the pairing. */
  async learn(state: DoorState): Promise<void> {
    const before = this.paired();
    if (!before) return;
    const { role, conference, publicKey, checkpoints, serverTime, skewMs } = state;
    const device = { ...before, role, conference, publicKey, checkpoints, serverTime, skewMs };
    this.paired.set(device);
    this.told.set(state);
    await this.storage.save('device', device).catch(() => undefined);
    await this.storage.save('state', state).catch(() => undefined);
  }

  choose(changes: Partial<DoorSettings>): void {
    this.chosen.update((settings) => ({ ...settings, ...changes }));
    void this.storage.save('settings', this.chosen()).catch(() => undefined);
  }

  /** The time by the server's clock, as far as this phone knows. */
  now(): Date {
    const skewMs = this.paired()?.skewMs ?? 0;
    return new Date(Date.now() + (Math.abs(skewMs) > NETWORK_DELAY_MS ? skewMs : 0));
  }

  /** Whether the event is over for so long that nothing about it may stay on this phone. */
  isExpired(): boolean {
    const device = this.paired();
    return (
      device !== null && this.now().getTime() > Date.parse(device.conference.endsAt) + KEPT_AFTER_EVENT_MS
    );
  }

  /** Ends the pairing and wipes the phone, whoever ended it. */
  async end(why: PairingOver['why']): Promise<void> {
    if (!this.paired()) return;
    this.paired.set(null);
    this.told.set(null);
    const records = await this.storage.records().catch(() => []);
    const unsent = records.filter((record) => !record.sent).length;
    await this.storage.wipe();
    this.chosen.set(FIRST_SETTINGS);
    this.over.set({ why, unsent });
  }
}
