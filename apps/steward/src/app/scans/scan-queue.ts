import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { type ScanRequest, type ScanResult, SCANS_MAX, verdictMessage } from '@lectern/check-in';
import { DeviceStore } from '../device/device-store';
import { DoorStorage, type QueuedScan } from '../platform/door-storage';
import { NoConnection, PairingEnded, StewardApi } from '../platform/steward-api';

const RETRY_MS = [2_000, 4_000, 8_000, 15_000] as const;

/** Whoever waits for the answer to one scan. */
export interface ScanListener {
  /** Takes the answer and says whether the steward saw it. */
  answered(result: ScanResult): boolean;
  /** The server could not be reached; the scan is kept and will be sent. */
  kept(): void;
}

/**
 * Scans on their way to the server. A scan is on the disk before it is sent and leaves it only when answered;
 * sending again is harmless, since the server answers one id once. What the server refuses after the steward has
 * moved on is parked in sight until settled, and never holds up the others.
 */
@Injectable({ providedIn: 'root' })
export class ScanQueue {
  private readonly api = inject(StewardApi);
  private readonly storage = inject(DoorStorage);
  private readonly devices = inject(DeviceStore);
  private readonly records = signal<readonly QueuedScan[]>([]);
  private readonly listeners = new Map<string, ScanListener>();
  private sending = false;
  private failures = 0;
  private batchMax = SCANS_MAX;
  private retry: ReturnType<typeof setTimeout> | undefined;

  readonly waiting = computed(() => this.records().filter((record) => !record.parked).length);
  readonly parked = computed(() => this.records().filter((record) => record.parked));
  /** Whether the last attempt reached the server. */
  readonly connected = signal(true);

  constructor() {
    effect(() => {
      if (!this.devices.device()) this.forget();
    });
    globalThis.addEventListener('online', () => void this.send());
  }

  async load(): Promise<void> {
    this.records.set(await this.storage.scans().catch(() => []));
    void this.send();
  }

  /** Keeps a scan, then sends it. It resolves once the scan is kept. */
  async add(scan: ScanRequest, refusedHere: boolean, listener: ScanListener): Promise<void> {
    const record: QueuedScan = { scan, refusedHere };
    // A full or broken disk must not stop the door: the scan then lives as long as the page.
    await this.storage.putScan(record).catch(() => undefined);
    this.records.update((records) => [...records, record]);
    this.listeners.set(scan.id, listener);
    void this.send();
  }

  /** Takes a parked refusal out of sight: somebody has dealt with it. */
  settle(id: string): void {
    void this.remove(id);
  }

  /** Sends whatever waits, batch by batch, until nothing is left or the server cannot be reached. */
  async send(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.retry);
    try {
      for (;;) {
        const device = this.devices.device();
        const batch = this.records()
          .filter((record) => !record.parked)
          .slice(0, this.batchMax);
        if (!device || batch.length === 0) return;
        if (!(await this.sendBatch(device.token, batch))) return;
      }
    } finally {
      this.sending = false;
    }
  }

  /** Whether to go on with the next batch at once. */
  private async sendBatch(token: string, batch: readonly QueuedScan[]): Promise<boolean> {
    try {
      const { results } = await this.api.sendScans(
        token,
        batch.map((record) => record.scan),
        new Date().toISOString(),
      );
      this.connected.set(true);
      this.failures = 0;
      this.batchMax = SCANS_MAX;
      const answers = new Map(results.map((result) => [result.id, result]));
      for (const record of batch) {
        const result = answers.get(record.scan.id);
        if (result) await this.answer(record, result);
      }
      if (answers.size > 0) return true;
      this.tryLater();
      return false;
    } catch (error) {
      return this.failed(error, batch);
    }
  }

  private async failed(error: unknown, batch: readonly QueuedScan[]): Promise<boolean> {
    if (error instanceof PairingEnded) {
      await this.devices.end('withdrawn');
      return false;
    }
    const [first] = batch;
    if (error instanceof NoConnection || !first) {
      this.connected.set(false);
      for (const record of batch) this.listeners.get(record.scan.id)?.kept();
      this.tryLater();
      return false;
    }
    // The server took offence at the batch. One by one, the others get through and the culprit is parked.
    if (batch.length > 1) this.batchMax = 1;
    else await this.answer(first, this.unreadable(first.scan.id));
    return true;
  }

  private unreadable(id: string): ScanResult {
    const told = { outcome: 'refused', reason: 'bad-scan' } as const;
    return { id, ...told, message: verdictMessage(told), duplicate: false };
  }

  private async answer(record: QueuedScan, result: ScanResult): Promise<void> {
    const id = record.scan.id;
    // The pairing may have ended meanwhile, and its scans with it.
    if (!this.records().some((one) => one.scan.id === id)) return;
    const seen = this.listeners.get(id)?.answered(result) ?? false;
    const good = result.outcome === 'admitted' || result.outcome === 'left';
    if (good || seen || record.refusedHere) return this.remove(id);
    const parked: QueuedScan = { ...record, parked: result };
    this.listeners.delete(id);
    this.records.update((records) => records.map((one) => (one.scan.id === id ? parked : one)));
    await this.storage.putScan(parked).catch(() => undefined);
  }

  private async remove(id: string): Promise<void> {
    this.listeners.delete(id);
    this.records.update((records) => records.filter((one) => one.scan.id !== id));
    await this.storage.removeScan(id).catch(() => undefined);
  }

  private tryLater(): void {
    const wait = RETRY_MS[Math.min(this.failures++, RETRY_MS.length - 1)];
    this.retry = setTimeout(() => void this.send(), wait);
  }

  private forget(): void {
    clearTimeout(this.retry);
    this.listeners.clear();
    this.records.set([]);
    this.failures = 0;
    this.connected.set(true);
  }
}
