import {
  correctScanTime,
  decideScan,
  type NoTicketReason,
  type ScanResult,
  type ScanVerdict,
  verdictMessage,
} from '@lectern/check-in';
import type { ScanRequest } from '@lectern/check-in/requests';
import { Injectable } from '@nestjs/common';
import type { DeviceVisitor } from '../platform/visitors';
import { hashToken } from '../platform/secrets';
import { type DoorTicket, DoorTicketsService } from '../registrations/door-tickets.service';
import { type CodeKeys, CodeReader } from './code-reader';
import {
  type AdmissionChange,
  type AdmissionKey,
  type AdmissionRow,
  type CheckpointRow,
  type ScanRow,
  ScansRepository,
} from './scans.repository';

/** What every scan of one upload shares. */
export interface Upload {
  readonly device: DeviceVisitor;
  readonly keys: CodeKeys;
  readonly receivedAt: Date;
  readonly sentAt: string | undefined;
}

/** SQLite's and MySQL's int column holds a skew of 24 days either way; a clock further off is simply wrong. */
const SKEW_MAX = 2_000_000_000;

const ROUNDS = 4;

/** Judges one scan inside the caller's unit of work: reads the facts, asks the rule, writes the log and the state. */
@Injectable()
export class ScanJudge {
  constructor(
    private readonly scans: ScansRepository,
    private readonly tickets: DoorTicketsService,
    private readonly codes: CodeReader,
  ) {}

  async judge(scan: ScanRequest, upload: Upload): Promise<ScanResult> {
    const known = await this.scans.judged(upload.keys.conferenceId, scan.id);
    if (known) {
      const ticket =
        known.ticketId === null ? null : await this.tickets.find(upload.keys.conferenceId, known.ticketId);
      return resultOf(scan.id, known, ticket, known.correctedAt.toISOString(), null, true);
    }
    const { at, skewMs } = correctScanTime({
      scannedAt: scan.scannedAt,
      sentAt: upload.sentAt,
      receivedAt: upload.receivedAt.toISOString(),
    });
    const checkpoint = await this.scans.checkpoint(upload.keys.conferenceId, scan.checkpointId);
    const ticket = await this.ticketOf(scan, upload.keys);
    const decided = await this.decide(scan, upload, checkpoint, ticket, at);
    const verdict = decided.verdict;
    const row: ScanRow = {
      id: scan.id,
      conferenceId: upload.keys.conferenceId,
      checkpointId: scan.checkpointId,
      deviceId: upload.device.deviceId,
      ticketId: typeof ticket === 'string' ? null : ticket.ticketId,
      codeHash: scan.code === undefined ? null : hashToken(scan.code),
      direction: scan.direction,
      outcome: verdict.outcome,
      reason: verdict.outcome === 'refused' ? verdict.reason : null,
      scannedAt: new Date(scan.scannedAt),
      correctedAt: new Date(at),
      receivedAt: upload.receivedAt,
      skewMs: Math.max(-SKEW_MAX, Math.min(SKEW_MAX, skewMs ?? 0)),
      overrideReason: scan.override?.reason ?? null,
      overrideNeeded: verdict.outcome === 'admitted' && scan.override ? !verdict.overrideNotNeeded : null,
      firstAdmittedAt: decided.firstAdmittedAt,
      firstDoor: decided.firstDoor,
    };
    await this.scans.insert(row);
    return resultOf(scan.id, row, typeof ticket === 'string' ? null : ticket, at, checkpoint, false);
  }

  private async ticketOf(scan: ScanRequest, keys: CodeKeys): Promise<DoorTicket | NoTicketReason> {
    if (scan.code == null) {
      const picked = scan.ticketId == null ? null : await this.tickets.find(keys.conferenceId, scan.ticketId);
      return picked ?? 'unknown-code';
    }
    const code = this.codes.read(scan.code, keys);
    if (code.kind === 'refused') return code.reason;
    const found =
      code.kind === 'ticket'
        ? await this.tickets.find(keys.conferenceId, code.ticketId)
        : await this.tickets.findByShortCode(keys.conferenceId, code.shortCode);
    return found ?? 'unknown-code';
  }

  /** Decides and writes the state; when another scan was quicker, decides again on what it left. */
  private async decide(
    scan: ScanRequest,
    upload: Upload,
    checkpoint: CheckpointRow | null,
    ticket: DoorTicket | NoTicketReason,
    at: string,
  ): Promise<{ verdict: ScanVerdict; firstAdmittedAt: Date | null; firstDoor: string | null }> {
    for (let round = 0; round < ROUNDS; round++) {
      const key: AdmissionKey | null =
        checkpoint && typeof ticket !== 'string'
          ? { conferenceId: upload.keys.conferenceId, ticketId: ticket.ticketId, checkpointId: checkpoint.id }
          : null;
      const before = key ? await this.scans.admission(key, round > 0) : null;
      const verdict = decideScan({
        ticket: typeof ticket === 'string' ? ticket : { status: ticket.status, kind: ticket.kind },
        admission: before && {
          firstAdmittedAt: before.firstAdmittedAt?.toISOString() ?? null,
          firstDoor: before.firstDoor,
          inside: before.inside,
        },
        checkpoint,
        direction: scan.direction,
        at,
        role: upload.device.role,
        override: scan.override !== undefined,
      });
      const firsts = {
        firstAdmittedAt: before?.firstAdmittedAt ?? null,
        firstDoor: before?.firstDoor ?? null,
      };
      const moves = verdict.outcome === 'admitted' || verdict.outcome === 'left';
      if (!moves || !key || typeof ticket === 'string') return { verdict, ...firsts };
      const change = changeOf(scan, upload, ticket, checkpoint, before, verdict, new Date(at));
      const isFirst = change.firstAdmittedAt !== null && change.firstAdmittedAt !== before?.firstAdmittedAt;
      const written = before
        ? await this.scans.change(key, before.version, change, isFirst)
        : await this.scans.begin(key, change);
      if (written) return { verdict, firstAdmittedAt: change.firstAdmittedAt, firstDoor: change.firstDoor };
    }
    throw new Error('A ticket was scanned so often at once that its state did not settle.');
  }
}

/** The state after the scan; the time of the scan, not of its upload, decides the order. */
const changeOf = (
  scan: ScanRequest,
  { device }: Upload,
  ticket: DoorTicket,
  checkpoint: CheckpointRow | null,
  before: AdmissionRow | null,
  verdict: ScanVerdict,
  at: Date,
): AdmissionChange => {
  const admits = verdict.outcome === 'admitted';
  const isFirst = admits && (before?.firstAdmittedAt == null || at < before.firstAdmittedAt);
  const isLatest = before === null || at >= before.lastAt;
  return {
    schoolUrn: ticket.schoolUrn,
    scanId: scan.id,
    deviceId: device.deviceId,
    firstAdmittedAt: isFirst ? at : (before?.firstAdmittedAt ?? null),
    firstDoor: isFirst ? (checkpoint?.name ?? null) : (before?.firstDoor ?? null),
    inside: isLatest ? admits : before.inside,
    lastAt: isLatest ? at : before.lastAt,
  };
};

type Judged = Pick<ScanRow, 'outcome' | 'reason' | 'firstAdmittedAt' | 'firstDoor'>;

const resultOf = (
  id: string,
  judged: Judged,
  ticket: DoorTicket | null,
  at: string,
  checkpoint: CheckpointRow | null,
  duplicate: boolean,
): ScanResult => {
  const firstAdmittedAt = judged.firstAdmittedAt?.toISOString();
  const firstDoor = judged.firstDoor ?? undefined;
  const reason = judged.reason ?? undefined;
  return {
    id,
    outcome: judged.outcome,
    ...(reason === undefined ? {} : { reason }),
    message: verdictMessage({
      outcome: judged.outcome,
      reason,
      at,
      firstAdmittedAt,
      firstDoor,
      opensAt: checkpoint?.opensAt,
      closesAt: checkpoint?.closesAt,
    }),
    duplicate,
    ...(firstAdmittedAt === undefined ? {} : { firstAdmittedAt }),
    ...(firstDoor === undefined ? {} : { firstDoor }),
    ...(ticket === null
      ? {}
      : {
          ticket: {
            ticketId: ticket.ticketId,
            displayName: ticket.displayName,
            school: ticket.school,
            groupId: ticket.groupId,
            kind: ticket.kind,
            flags: ticket.flags,
          },
        }),
  };
};
