import { type Annulment, correctScanTime, isCounted, mayUndo } from '@lectern/check-in';
import type { AnnulmentRequest } from '@lectern/check-in/requests';
import { type Clock, isId } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import type { DeviceVisitor } from '../platform/visitors';
import { Overtaken } from './admission-book';
import { AdmissionKeeper } from './admission-keeper';
import { type AnnulmentRefusal, annulmentRefused } from './annulments.errors';
import { AttendanceBoard } from './attendance-board';
import { DoorFacts } from './door-facts';
import { type JudgedScan, ScansRepository } from './scans.repository';
import { untilSettled } from './until-settled';

interface Undo {
  readonly at: string;
  readonly reason: string;
}

/** Scans taken back: the row stays, and who is inside is worked out without it. What is refused is logged. */
@Injectable()
export class AnnulmentsService {
  constructor(
    private readonly database: Database,
    private readonly scans: ScansRepository,
    private readonly keeper: AdmissionKeeper,
    private readonly doors: DoorFacts,
    private readonly audit: AuditService,
    private readonly board: AttendanceBoard,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Takes a scan back; the same again gets the same answer. */
  async annul(device: DeviceVisitor, scanId: string, request: AnnulmentRequest): Promise<Annulment> {
    const receivedAt = this.clock.now().toISOString();
    const { annulledAt, sentAt } = request;
    const at = correctScanTime({
      scannedAt: annulledAt ?? receivedAt,
      sentAt: sentAt ?? undefined,
      receivedAt,
    }).at;
    const undo: Undo = { at, reason: request.reason.trim() };
    const answer = await untilSettled(this.database, () => this.decide(device, scanId, undo));
    if (typeof answer !== 'string') {
      this.board.touch(device.conferenceId);
      return answer;
    }
    await this.database.transaction(() =>
      this.audit.record({
        action: 'scan.annulment-refused',
        objectKind: 'scan',
        objectId: isId(scanId) ? scanId : null,
        details: { conferenceId: device.conferenceId, why: answer },
      }),
    );
    throw annulmentRefused(answer);
  }

  private async decide(
    device: DeviceVisitor,
    scanId: string,
    undo: Undo,
  ): Promise<Annulment | AnnulmentRefusal> {
    const [scan] = isId(scanId) ? await this.scans.judged(device.conferenceId, [scanId]) : [];
    if (!scan) return 'unknown-scan';
    if (device.role !== 'supervisor' && scan.deviceId !== device.deviceId) return 'not-your-scan';
    if (scan.annulledAt) return annulmentOf(scan, scan.annulledAt.toISOString(), scan.annulledReason ?? '');
    // Letting in counts, and leaving; a repeat that was turned away does not, nor any refusal.
    if (scan.ticketId === null || !isCounted(scan) || scan.outcome === 'refused') return 'scan-not-counted';
    if (device.role !== 'supervisor' && !mayUndo(scan.correctedAt.toISOString(), undo.at))
      return 'undo-window-passed';
    await this.take(device, { ...scan, ticketId: scan.ticketId }, undo);
    return annulmentOf(scan, undo.at, undo.reason);
  }

  private async take(
    { conferenceId, deviceId }: DeviceVisitor,
    scan: JudgedScan & { readonly ticketId: string },
    { at, reason }: Undo,
  ): Promise<void> {
    const checkpoint = await this.doors.checkpoint(conferenceId, scan.checkpointId);
    if (!checkpoint) throw new Error('A checkpoint with scans stays.');
    const book = await this.keeper.open(checkpoint, [scan.ticketId]);
    if (!(await this.scans.annul(scan.id, { at: new Date(at), by: deviceId, reason })))
      throw new Overtaken('A scan was taken back twice at the same moment.');
    book.remove(
      { id: scan.id, ticketId: scan.ticketId, checkpointId: checkpoint.id },
      // The row is there, with its school in it.
      { conferenceId, schoolUrn: '', door: checkpoint.name },
    );
    await this.keeper.keep(conferenceId, book);
  }
}

const annulmentOf = (scan: JudgedScan, annulledAt: string, reason: string): Annulment => ({
  id: scan.id,
  ticketId: scan.ticketId,
  annulledAt,
  reason,
});
