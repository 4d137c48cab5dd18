import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { APP_VERSION } from '../platform/app-version';
import { Connection } from '../platform/connection';
import type { ChangeKind, KeptChanges } from '../platform/door-storage';
import { PairingEnded, RequestRefused, StewardApi } from '../platform/steward-api';
import { DeviceStore } from '../device/device-store';
import { ScanQueue } from '../scans/scan-queue';
import { Admissions } from './admissions';
import { Roster } from './roster';
import type { SyncedList } from './synced-list';

/** Between two contacts when nothing else calls for one. */
export const CONTACT_EVERY_MS = 20_000;
/** After the server answered a scan: soon, but one round for many. */
const SOON_MS = 1_500;

/** Keeps this phone in step with the server, in the background: nothing at the door ever waits for it. */
@Injectable({ providedIn: 'root' })
export class DoorSync {
  private readonly api = inject(StewardApi);
  private readonly devices = inject(DeviceStore);
  private readonly queue = inject(ScanQueue);
  private readonly roster = inject(Roster);
  private readonly admissions = inject(Admissions);
  private readonly connection = inject(Connection);
  private running: Promise<void> | null = null;
  private again = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** How many people have come of a list that is still being fetched; null when none is. */
  readonly fetching = signal<number | null>(null);

  constructor() {
    globalThis.addEventListener('online', () => void this.now());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.now();
    });
    this.queue.onAnswered(() => this.in(SOON_MS));
    const isPaired = computed(() => this.devices.device() !== null);
    effect(() => {
      const paired = isPaired();
      untracked(() => (paired ? void this.now() : this.forget()));
    });
  }

  /** What the phone holds, from its disk. */
  async load(): Promise<void> {
    await Promise.all([this.roster.load(), this.admissions.load()]);
  }

  /** Gets in touch now; when a round is under way, once more after it. */
  now(): Promise<void> {
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.round().finally(() => {
      this.running = null;
      const [soon, every] = [this.again ? 0 : CONTACT_EVERY_MS, CONTACT_EVERY_MS];
      this.again = false;
      this.in(Math.min(soon, every));
    });
    return this.running;
  }

  private in(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(), milliseconds);
  }

  private async round(): Promise<void> {
    if (!this.devices.device()) return;
    if (this.devices.isExpired()) return this.expire();
    try {
      const answered = this.queue.answeredSoFar();
      await this.contact();
      if (!(await this.fetch(this.roster, (token, cursor) => this.api.roster(token, cursor)))) return;
      if (await this.fetch(this.admissions, (token, cursor) => this.api.admissions(token, cursor))) {
        await this.queue.absorb(answered);
      }
      this.connection.reached();
      void this.queue.send();
    } catch (error) {
      if (error instanceof PairingEnded) await this.devices.end('withdrawn');
      // A refusal is an answer too.
      else if (error instanceof RequestRefused) this.connection.reached();
      else this.connection.lost();
    } finally {
      this.fetching.set(null);
    }
  }

  private async contact(): Promise<void> {
    const token = this.token();
    if (!token) return;
    const state = await this.api.contact(token, {
      sentAt: new Date().toISOString(),
      queued: this.queue.waiting(),
      parked: this.queue.parked().length,
      appVersion: APP_VERSION,
    });
    await this.devices.learn(state);
  }

  /** Fetches what is new, page by page; whether it got to the end. */
  private async fetch<K extends ChangeKind, Entry>(
    list: SyncedList<K, Entry>,
    page: (token: string, cursor: string | null) => Promise<KeptChanges[K]>,
  ): Promise<boolean> {
    for (;;) {
      const token = this.token();
      if (!token) return false;
      let changes: KeptChanges[K];
      try {
        changes = await page(token, list.cursor);
      } catch (error) {
        // A cursor that the server does not know any more: from the start, at the next round.
        if (error instanceof RequestRefused && list.cursor !== null) list.restart();
        throw error;
      }
      // The pairing may have ended meanwhile, and its data with it.
      if (!this.token()) return false;
      await list.apply(changes);
      if (!this.roster.complete) this.fetching.set(this.roster.entries.size);
      if (!changes.more) return true;
    }
  }

  private token(): string | null {
    return this.devices.device()?.token ?? null;
  }

  /** The event is long over: what waits is sent once more, and everything goes. */
  private async expire(): Promise<void> {
    await this.queue.send();
    await this.devices.end('expired');
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.roster.forget();
    this.admissions.forget();
    this.fetching.set(null);
  }
}
