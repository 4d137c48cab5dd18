import { inject, Injectable, signal } from '@angular/core';
import {
  type Direction,
  type RefusalReason,
  type RosterEntry,
  type ScanOutcome,
  type ScanRequest,
  type ScanResult,
  type ScanVerdict,
  verdictMessage,
} from '@lectern/check-in';
import { newId } from '@lectern/core';
import { DeviceStore } from '../device/device-store';
import { Connection } from '../platform/connection';
import { letsThrough } from '../platform/own-records';
import { DoorBook, scannedTicket } from '../roster/door-book';
import { Roster } from '../roster/roster';
import { checkCode, type CodeCheck } from './code-check';
import { type NewScan, ScanQueue } from './scan-queue';

/** Longer than this the server is not waited for: the phone decides by what it knows. */
export const ANSWER_WITHIN_MS = 1_200;
const CODE_MAX = 2_000;

/** What was held to the phone: a code, or a ticket picked from a search. */
export type Presented = { readonly code: string } | { readonly ticketId: string };

interface Shown {
  readonly scanId: string;
  readonly presented: Presented;
  readonly direction: Direction;
}

/** What the steward sees of the scan at hand. */
export type DoorVerdict = Shown &
  (
    | { readonly kind: 'checking' }
    /** Answered by the server, or by this phone while the scan waits to be sent. */
    | { readonly kind: 'answered'; readonly result: ScanResult; readonly isOwn: boolean }
    | { readonly kind: 'refused-here'; readonly reason: RefusalReason }
    /** A ticket that this phone's list does not hold: the steward decides where the badge proves itself. */
    | { readonly kind: 'unlisted'; readonly genuine: boolean }
    | { readonly kind: 'kept' }
  );

type TicketCheck = Exclude<CodeCheck, { readonly kind: 'party' }>;

/** One scan on its way to a verdict. */
interface Case {
  readonly shown: Shown;
  readonly check: TicketCheck;
  readonly at: string;
  readonly override: boolean;
}

/**
 * From a code to a verdict. What is no ticket of this event the phone refuses at once. Of everything else the server is
 * asked while there is a connection; without one, or when no answer comes in time, the phone decides by the server's
 * own rule on its own copy of the list. Each scan is on the disk before its verdict is on the screen, and each is sent,
 * the refused ones too, with what the steward was told.
 */
@Injectable({ providedIn: 'root' })
export class Verdicts {
  private readonly devices = inject(DeviceStore);
  private readonly queue = inject(ScanQueue);
  private readonly book = inject(DoorBook);
  private readonly roster = inject(Roster);
  private readonly connection = inject(Connection);
  private patience: ReturnType<typeof setTimeout> | undefined;

  /** The party whose coach's code was held to the camera; null when none was. */
  readonly party = signal<string | null>(null);
  /** The scan at hand; null while waiting for the next. */
  readonly shown = signal<DoorVerdict | null>(null);

  dismiss(): void {
    clearTimeout(this.patience);
    const shown = this.shown();
    this.shown.set(null);
    // Whoever is not on the list and was not let in was turned away, as far as this door knows.
    if (shown?.kind === 'unlisted') void this.queue.tell(shown.scanId, 'refused', 'unknown-code');
  }

  /** Lets in somebody whose badge is genuine although the list does not hold them yet. */
  async letInUnlisted(): Promise<void> {
    const shown = this.shown();
    if (shown?.kind !== 'unlisted' || !shown.genuine) return;
    await this.queue.tell(shown.scanId, 'admitted');
    this.show({ ...shown, kind: 'answered', isOwn: true, result: resultOf(shown.scanId, 'admitted') });
  }

  /** Judges what the camera read or the steward typed or picked; with a reason, as a supervisor's override. */
  async judge(presented: Presented, overrideReason?: string, towards?: Direction): Promise<void> {
    const device = this.devices.device();
    const checkpoint = this.devices.checkpoint();
    if (!device || !checkpoint) return;
    const what = 'code' in presented ? { code: presented.code.slice(0, CODE_MAX) } : presented;
    const scan: ScanRequest = {
      id: newId(),
      checkpointId: checkpoint.id,
      ...what,
      direction: towards ?? this.devices.settings().direction,
      scannedAt: new Date().toISOString(),
      ...(overrideReason ? { override: { reason: overrideReason } } : {}),
    };
    const at = this.devices.now().toISOString();
    const shown: Shown = { scanId: scan.id, presented: what, direction: scan.direction };
    this.dismiss();
    this.shown.set({ ...shown, kind: 'checking' });

    const check: CodeCheck =
      'code' in what
        ? await checkCode(what.code, device)
        : { kind: 'ticket', ticketId: what.ticketId, genuine: true };
    if (check.kind === 'party') {
      this.dismiss();
      return this.party.set(check.groupId);
    }
    const one: Case = { shown, check, at, override: overrideReason !== undefined };
    if (check.kind === 'refused') {
      await this.keep(scan, one, { outcome: 'refused', reason: check.reason });
      this.replace({ ...shown, kind: 'refused-here', reason: check.reason });
      return;
    }
    if (this.connection.online()) return this.ask(scan, one);
    const verdict = this.decide(one);
    await this.keep(scan, one, verdict);
    this.showOwn(one, verdict);
  }

  /** Asks the server, and decides here when it does not answer in time. */
  private async ask(scan: ScanRequest, one: Case): Promise<void> {
    let isDecided = false;
    const decideHere = async (): Promise<void> => {
      if (isDecided) return;
      isDecided = true;
      const verdict = this.decide(one);
      if (verdict) await this.queue.tell(scan.id, verdict.outcome, reasonOf(verdict));
      if (this.isAtHand(scan.id)) this.showOwn(one, verdict);
    };
    this.patience = setTimeout(() => void decideHere(), ANSWER_WITHIN_MS);
    await this.keep(scan, one, null, {
      answered: (result) => {
        // What let somebody in stands: the queue sees to it that the server knows.
        const isSettled = isDecided && this.hasLetIn(scan.id);
        isDecided = true;
        return !isSettled && this.replace({ ...one.shown, kind: 'answered', result, isOwn: false });
      },
      kept: () => void decideHere(),
    });
  }

  /** The verdict by what this phone knows; null when its list does not hold the ticket. */
  private decide({ check, shown, at, override }: Case): ScanVerdict | null {
    const checkpoint = this.devices.checkpoint();
    const entry = this.entryOf(check);
    if (!checkpoint) return null;
    // Without its signature checked a code may be anybody's: only the server can tell.
    const isProven = check.kind !== 'ticket' || check.genuine;
    if (entry && isProven) {
      return this.book.decide({ entry, checkpoint, direction: shown.direction, at, override });
    }
    // A short code proves nothing by itself, but no rule keeps anybody in who has a badge and leaves.
    return shown.direction === 'out' && isProven && check.kind === 'ticket' ? { outcome: 'left' } : null;
  }

  private entryOf(check: TicketCheck): RosterEntry | null {
    if (check.kind === 'refused') return null;
    const ticketId =
      check.kind === 'ticket' ? check.ticketId : this.roster.ticketOfShortCode(check.shortCode);
    return ticketId === null ? null : this.book.person(ticketId);
  }

  private keep(
    scan: ScanRequest,
    one: Case,
    verdict: ScanVerdict | null,
    listener?: Parameters<ScanQueue['add']>[1],
  ): Promise<unknown> {
    const checkpoint = this.devices.checkpoint();
    const entry = this.entryOf(one.check);
    const ticketId = entry?.ticketId ?? (one.check.kind === 'ticket' ? one.check.ticketId : null);
    const record: NewScan = {
      scan: verdict ? { ...scan, shown: verdict.outcome } : scan,
      at: one.at,
      ticketId,
      ticket: entry && scannedTicket(entry),
      before: ticketId !== null && checkpoint ? this.book.admission(ticketId, checkpoint) : null,
      told: verdict?.outcome ?? null,
      reason: verdict ? reasonOf(verdict) : null,
    };
    return this.queue.add(record, listener ?? this.lateListener(one));
  }

  /** For a scan that this phone decided: the server's answer is only a comfort, if it comes while it is shown. */
  private lateListener(one: Case): Parameters<ScanQueue['add']>[1] {
    return {
      answered: (result) => {
        const shown = this.shown();
        if (shown?.scanId !== one.shown.scanId) return false;
        if (shown.kind === 'refused-here') return true;
        if (shown.kind === 'unlisted' || shown.kind === 'kept') {
          return this.replace({ ...one.shown, kind: 'answered', result, isOwn: false });
        }
        return false;
      },
      kept: () => undefined,
    };
  }

  private showOwn(one: Case, verdict: ScanVerdict | null): void {
    const { shown, check } = one;
    if (verdict) {
      const entry = this.entryOf(check);
      const result = { ...resultOf(shown.scanId, verdict.outcome), ...detailsOf(verdict) };
      this.replace({
        ...shown,
        kind: 'answered',
        isOwn: true,
        result: entry ? { ...result, ticket: scannedTicket(entry) } : result,
      });
      return;
    }
    const genuine = check.kind === 'ticket' && check.genuine;
    const canTell = check.kind === 'short' || genuine;
    this.replace(canTell ? { ...shown, kind: 'unlisted', genuine } : { ...shown, kind: 'kept' });
  }

  private isAtHand(scanId: string): boolean {
    return this.shown()?.scanId === scanId;
  }

  private hasLetIn(scanId: string): boolean {
    const scan = this.queue.recent().find((one) => one.id === scanId);
    return letsThrough(scan?.told ?? null);
  }

  /** Shows the verdict if its scan is still the one at hand, and says whether it is. */
  private replace(verdict: DoorVerdict): boolean {
    const shown = this.shown();
    if (shown?.scanId !== verdict.scanId) return false;
    clearTimeout(this.patience);
    // The phone's own refusal stands: the server can only agree, in words that the steward already reads.
    if (shown.kind !== 'refused-here') this.show(verdict);
    return true;
  }

  private show(verdict: DoorVerdict): void {
    this.shown.set(verdict);
  }
}

const reasonOf = (verdict: ScanVerdict): RefusalReason | null =>
  verdict.outcome === 'refused' ? verdict.reason : null;

const resultOf = (id: string, outcome: ScanOutcome): ScanResult => ({
  id,
  outcome,
  message: verdictMessage({ outcome }),
  duplicate: false,
});

/** What a verdict says beside its outcome, as the server's answer would. */
const detailsOf = (verdict: ScanVerdict): Partial<ScanResult> => {
  if (verdict.outcome === 'refused') {
    const { reason, rightPlace } = verdict as typeof verdict & { readonly rightPlace?: string };
    return { reason, ...(rightPlace ? { rightPlace } : {}) };
  }
  if (verdict.outcome === 'left') return {};
  const { firstAdmittedAt, firstDoor } = verdict;
  return { ...(firstAdmittedAt ? { firstAdmittedAt } : {}), ...(firstDoor ? { firstDoor } : {}) };
};
