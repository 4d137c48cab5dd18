import { computed, effect, inject, Injectable } from '@angular/core';
import { type RefusalReason, type ScanOutcome, type ScanResult, SCANS_MAX } from '@lectern/check-in';
import { newId } from '@lectern/core';
import { DeviceStore } from '../device/device-store';
import { Connection } from '../platform/connection';
import { letsThrough, type OwnAnnulment, type OwnRecord, type OwnScan } from '../platform/own-records';
import { NoConnection, PairingEnded, RequestRefused, StewardApi } from '../platform/steward-api';
import { admissionKey } from '../roster/admissions';
import { answered, isDone, mustBeSaidAgain, pairOf, saidAgain, unreadable } from './late-answers.rules';
import { isScan, OwnLog } from './own-log';

const RETRY_MS = [2_000, 4_000, 8_000, 15_000] as const;
/** Answered scans that stay on the phone, to be looked at and taken back. */
export const RECENT_MAX = 20;
/** How long this phone may take a scan back. */
export const UNDO_WITHIN_MS = 15 * 60_000;

/** What is known of a scan as it is made. */
export type NewScan = Pick<OwnScan, 'scan' | 'at' | 'ticketId' | 'ticket' | 'before' | 'told' | 'reason'>;

/** Whoever waits for the answer to one scan. */
export interface ScanListener {
  /** Takes the answer and says whether the steward saw it. */
  answered(result: ScanResult): boolean;
  /** The server could not be reached; the scan is kept and will be sent. */
  kept(): void;
}

/**
 * What this phone did, on its way to the server: scans, and scans taken back, in their order. Each is on the disk
 * before it is sent and stays there until answered; sending again is harmless, since the server answers one id once.
 * What the server refuses after the steward has moved on is parked in sight until settled, and never holds up the
 * others.
 */
@Injectable({ providedIn: 'root' })
export class ScanQueue {
  private readonly api = inject(StewardApi);
  private readonly devices = inject(DeviceStore);
  private readonly connection = inject(Connection);
  private readonly log = inject(OwnLog);
  private readonly listeners = new Map<string, ScanListener>();
  private readonly answeredListeners = new Set<() => void>();
  private sending = false;
  private failures = 0;
  private batchMax = SCANS_MAX;
  private nextOrder = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;

  readonly waiting = computed(() => this.log.all().filter((record) => !record.sent).length);
  readonly parked = computed(() =>
    this.log
      .all()
      .filter(isScan)
      .filter((scan) => scan.parked),
  );
  /** Annulments that the server refused. */
  readonly refusedAnnulments = computed(() =>
    this.log.all().flatMap((record) => (record.kind === 'annulment' && record.refused ? [record] : [])),
  );
  /** The last scans of this phone, the latest first. */
  readonly recent = computed(() => this.log.all().filter(isScan).slice(-RECENT_MAX).reverse());
  /** Whether the last attempt reached the server. */
  readonly connected = this.connection.online;

  constructor() {
    effect(() => {
      if (!this.devices.device()) this.forget();
    });
    globalThis.addEventListener('online', () => void this.send());
  }

  async load(): Promise<void> {
    await this.log.load();
    this.nextOrder = 1 + Math.max(-1, ...this.log.all().map((record) => record.order));
    void this.send();
  }

  /** This phone's scans of a ticket at a checkpoint that the server's list does not tell of. */
  aheadOf(ticketId: string, checkpointId: string): readonly OwnScan[] {
    return this.log.ahead().get(admissionKey(ticketId, checkpointId)) ?? [];
  }

  /** The keys of all tickets at all checkpoints where this phone is ahead of the server's list. */
  aheadKeys(): ReadonlyMap<string, readonly OwnScan[]> {
    return this.log.ahead();
  }

  isKnownToServer(id: string): boolean {
    return this.log.known().has(id);
  }

  /** Keeps a scan, then sends it. It resolves once the scan is kept. */
  async add(scan: NewScan, listener?: ScanListener): Promise<OwnScan> {
    if (listener) this.listeners.set(scan.scan.id, listener);
    const [kept] = await this.addAll([scan]);
    return kept as OwnScan;
  }

  /** Keeps several scans, all or none, then sends them. */
  async addAll(scans: readonly NewScan[]): Promise<readonly OwnScan[]> {
    const records = scans.map((scan): OwnScan => ({
      ...scan,
      kind: 'scan',
      id: scan.scan.id,
      order: this.nextOrder++,
      sent: false,
      parked: null,
      annulledBy: null,
      isFollowUp: false,
    }));
    await this.log.put(records);
    void this.send();
    return records;
  }

  /** Keeps what the steward is about to be told of a scan that the server has not answered. */
  async tell(id: string, told: ScanOutcome, reason: RefusalReason | null = null): Promise<void> {
    const scan = this.scanOf(id);
    if (!scan || scan.sent) return;
    await this.log.put([{ ...scan, told, reason, scan: { ...scan.scan, shown: told } }]);
    void this.send();
  }

  /** Whether this phone may take a scan back now. */
  mayAnnul(scan: OwnScan): boolean {
    const age = this.devices.now().getTime() - Date.parse(scan.at);
    return scan.annulledBy === null && letsThrough(scan.told) && age <= UNDO_WITHIN_MS;
  }

  /** Takes a scan back: here at once, at the server in its turn. */
  async annul(id: string, reason: string): Promise<void> {
    const scan = this.scanOf(id);
    if (!scan || !this.mayAnnul(scan)) return;
    const annulment: OwnAnnulment = {
      kind: 'annulment',
      id: newId(),
      order: this.nextOrder++,
      scanId: id,
      reason,
      annulledAt: new Date().toISOString(),
      sent: false,
      refused: null,
    };
    await this.log.put([{ ...scan, annulledBy: annulment.id }, annulment]);
    void this.send();
  }

  /** Takes a parked refusal out of sight: somebody has dealt with it. */
  settle(id: string): void {
    const record = this.log.all().find((one) => one.id === id);
    if (record?.kind === 'scan') void this.log.put([{ ...record, parked: null }]);
    else if (record) void this.log.remove([id]);
  }

  /** Whatever is answered up to now the server's next list of admissions tells of; call it before asking for that. */
  answeredSoFar(): ReadonlySet<string> {
    return new Set(this.log.all().flatMap((record) => (record.sent ? [record.id] : [])));
  }

  /** The server's list of admissions has come and tells of these: nothing is added to it any more. */
  async absorb(ids: ReadonlySet<string>): Promise<void> {
    this.log.learn(ids);
    const recent = new Set(this.recent().map((scan) => scan.id));
    const done = this.log.all().filter((record) => isDone(record, recent, this.log.known()));
    if (done.length > 0) await this.log.remove(done.map((record) => record.id));
  }

  /** Calls back whenever the server has answered something. */
  onAnswered(listener: () => void): void {
    this.answeredListeners.add(listener);
  }

  /** Sends whatever waits, in its order, until nothing is left or the server cannot be reached. */
  async send(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.retry);
    let answered = false;
    try {
      for (;;) {
        const device = this.devices.device();
        const waiting = this.log.all().filter((record) => !record.sent);
        const [first] = waiting;
        if (!device || !first) return;
        const goOn =
          first.kind === 'annulment'
            ? await this.sendAnnulment(device.token, first)
            : await this.sendScans(device.token, this.batchOf(waiting));
        if (!goOn) return;
        answered = true;
      }
    } finally {
      this.sending = false;
      if (answered) for (const tell of this.answeredListeners) tell();
    }
  }

  /** The scans at the head of the queue, up to the first annulment. */
  private batchOf(waiting: readonly OwnRecord[]): OwnScan[] {
    const end = waiting.findIndex((record) => record.kind === 'annulment');
    return waiting.slice(0, Math.min(this.batchMax, end < 0 ? waiting.length : end)).filter(isScan);
  }

  /** Whether to go on with the next batch at once. */
  private async sendScans(token: string, batch: readonly OwnScan[]): Promise<boolean> {
    try {
      const { results } = await this.api.sendScans(
        token,
        batch.map((record) => record.scan),
        new Date().toISOString(),
      );
      this.reached();
      this.batchMax = SCANS_MAX;
      const answers = new Map(results.map((result) => [result.id, result]));
      await this.answer(batch.flatMap((sent) => pairOf(sent, answers.get(sent.id))));
      if (answers.size > 0) return true;
      this.tryLater();
      return false;
    } catch (error) {
      return this.failed(error, batch);
    }
  }

  private async sendAnnulment(token: string, annulment: OwnAnnulment): Promise<boolean> {
    const { scanId, reason, annulledAt } = annulment;
    try {
      await this.api.annul(token, scanId, { reason, annulledAt, sentAt: new Date().toISOString() });
      this.reached();
      await this.log.put([{ ...annulment, sent: true }]);
      return true;
    } catch (error) {
      if (!(error instanceof RequestRefused)) return this.failed(error, []);
      const scan = this.scanOf(scanId);
      await this.log.put([
        { ...annulment, sent: true, refused: error.message },
        ...(scan ? [{ ...scan, annulledBy: null }] : []),
      ]);
      return true;
    }
  }

  private async failed(error: unknown, batch: readonly OwnScan[]): Promise<boolean> {
    if (error instanceof PairingEnded) {
      await this.devices.end('withdrawn');
      return false;
    }
    const [first] = batch;
    if (error instanceof NoConnection || !first) {
      this.connection.lost();
      for (const record of batch) this.listeners.get(record.id)?.kept();
      this.tryLater();
      return false;
    }
    // The server took offence at the batch. One by one, the others get through and the culprit is parked.
    if (batch.length > 1) this.batchMax = 1;
    else await this.answer([{ sent: first, result: unreadable(first.id) }]);
    return true;
  }

  /** Takes the answers to a batch, and keeps what came of them in one go. */
  private async answer(answers: readonly { sent: OwnScan; result: ScanResult }[]): Promise<void> {
    const changed: OwnScan[] = [];
    for (const { sent, result } of answers) {
      const record = this.scanOf(sent.id);
      // The pairing may have ended meanwhile, and its scans with it.
      if (!record) continue;
      if (mustBeSaidAgain(record, sent, result)) {
        changed.push({ ...record, sent: true, told: result.outcome }, saidAgain(record, this.nextOrder++));
      } else {
        const seen = this.listeners.get(record.id)?.answered(result) ?? false;
        changed.push(answered(record, result, seen));
      }
      this.listeners.delete(record.id);
    }
    if (changed.length > 0) await this.log.put(changed);
  }

  private scanOf(id: string): OwnScan | undefined {
    const record = this.log.all().find((one) => one.id === id);
    return record?.kind === 'scan' ? record : undefined;
  }

  private reached(): void {
    this.failures = 0;
    this.connection.reached();
  }

  private tryLater(): void {
    const wait = RETRY_MS[Math.min(this.failures++, RETRY_MS.length - 1)];
    this.retry = setTimeout(() => void this.send(), wait);
  }

  private forget(): void {
    clearTimeout(this.retry);
    this.listeners.clear();
    this.log.forget();
    this.failures = 0;
  }
}
