import { inject, Injectable, signal } from '@angular/core';
import {
  decideScan,
  type Direction,
  type RefusalReason,
  type ScanRequest,
  type ScanResult,
} from '@lectern/check-in';
import { newId } from '@lectern/core';
import { DeviceStore } from '../device/device-store';
import { checkCode } from './code-check';
import { ScanQueue } from './scan-queue';

/** Longer than this nobody is kept waiting at the door. */
const ANSWER_WITHIN_MS = 3_000;
const CODE_MAX = 2_000;

interface Shown {
  readonly scanId: string;
  readonly code: string;
  readonly direction: Direction;
}

/** What the steward sees of the scan at hand. */
export type DoorVerdict = Shown &
  (
    | { readonly kind: 'checking' }
    | { readonly kind: 'answered'; readonly result: ScanResult }
    | { readonly kind: 'refused-here'; readonly reason: RefusalReason }
    | { readonly kind: 'kept'; readonly genuine: boolean }
  );

/**
 * From a code to a verdict: what the phone can refuse by itself it refuses at once, by the server's own rule;
 * everything else the server decides. Each scan is kept and sent, the refused ones too.
 */
@Injectable({ providedIn: 'root' })
export class Verdicts {
  private readonly devices = inject(DeviceStore);
  private readonly queue = inject(ScanQueue);
  private patience: ReturnType<typeof setTimeout> | undefined;

  /** The scan at hand; null while waiting for the next. */
  readonly shown = signal<DoorVerdict | null>(null);

  dismiss(): void {
    clearTimeout(this.patience);
    this.shown.set(null);
  }

  /** Judges what the camera read or the steward typed; with a reason, a supervisor's override of the last verdict. */
  async judge(text: string, overrideReason?: string): Promise<void> {
    const device = this.devices.device();
    const checkpoint = this.devices.checkpoint();
    if (!device || !checkpoint) return;
    const code = text.slice(0, CODE_MAX);
    const scan: ScanRequest = {
      id: newId(),
      checkpointId: checkpoint.id,
      code,
      direction: this.devices.settings().direction,
      scannedAt: new Date().toISOString(),
      ...(overrideReason ? { override: { reason: overrideReason } } : {}),
    };
    const shown: Shown = { scanId: scan.id, code, direction: scan.direction };
    clearTimeout(this.patience);
    this.shown.set({ ...shown, kind: 'checking' });

    const { reason, genuine } = await checkCode(code, device);
    const verdict =
      reason &&
      decideScan({
        ticket: reason,
        admission: null,
        checkpoint,
        direction: scan.direction,
        at: scan.scannedAt,
        role: device.role,
        override: overrideReason !== undefined,
      });
    const refusal = verdict?.outcome === 'refused' ? verdict.reason : null;
    if (refusal) this.replace(scan.id, { ...shown, kind: 'refused-here', reason: refusal });

    const keep = (): void => {
      if (this.isWaitedFor(scan.id)) this.replace(scan.id, { ...shown, kind: 'kept', genuine });
    };
    if (!refusal) this.patience = setTimeout(keep, ANSWER_WITHIN_MS);
    await this.queue.add(scan, refusal !== null, {
      answered: (result) => this.replace(scan.id, { ...shown, kind: 'answered', result }),
      kept: keep,
    });
  }

  private isWaitedFor(scanId: string): boolean {
    const shown = this.shown();
    return shown?.scanId === scanId && shown.kind === 'checking';
  }

  /** Shows the verdict if its scan is still the one at hand, and says whether it is. */
  private replace(scanId: string, verdict: DoorVerdict): boolean {
    const shown = this.shown();
    if (shown?.scanId !== scanId) return false;
    // The phone's own refusal stands: the server can only agree, in words that the steward already reads.
    if (shown.kind !== 'refused-here') this.shown.set(verdict);
    return true;
  }
}
