import {
  decideScan,
  type FoldableScan,
  isCounted,
  letInBy,
  type NoTicketReason,
  type ScanResult,
  type ScanVerdict,
  settleScan,
} from '@lectern/check-in';
import { Injectable } from '@nestjs/common';
import { hashToken } from '../platform/secrets';
import type { DoorTicket } from '../registrations/door-tickets.service';
import { Overtaken, type ScanPlace } from './admission-book';
import { AdmissionKeeper } from './admission-keeper';
import { isOverridden } from './admissions.repository';
import { type GroupFacts, type ReadScan, ScanFactsReader, type SentScan, ticketOf } from './scan-facts';
import { resultOf } from './scan-result';
import { correctedTime, storableSkew } from './scan-times';
import { type CheckpointRow, type JudgedScan, type ScanRow, ScansRepository } from './scans.repository';

/** What one phone sent at once: scans that were read, and the refusals of those that could not be. */
export interface Upload extends Pick<SentScan, 'device' | 'receivedAt' | 'sentAt'> {
  /** Whether the desk makes the scans, for people who left without one. */
  readonly byDesk?: boolean | undefined;
  readonly scans: readonly (ReadScan | ScanResult)[];
}

/** A device tells late that it let somebody in by a scan that was judged before. */
interface LateTelling {
  readonly scan: JudgedScan;
  readonly shown: NonNullable<JudgedScan['shown']>;
}

interface Answered {
  readonly result: ScanResult;
  /** What the log keeps of it; null when the log holds it already. */
  readonly row: ScanRow | null;
  readonly late?: LateTelling;
}

/**
 * Judges a group of scans of one conference inside the caller's unit of work: reads all facts, decides scan by scan in
 * memory, then writes the log and the state: what is new in one statement each, however many scans there are.
 */
@Injectable()
export class ScanJudge {
  constructor(
    private readonly scans: ScansRepository,
    private readonly facts: ScanFactsReader,
    private readonly keeper: AdmissionKeeper,
  ) {}

  /**
   * Answers every upload in its order. `careful` looks for scans that were judged before and locks what it reads; it
   * is for the second try, since the keys of the tables tell when the first was not enough.
   */
  async judge(conferenceId: string, uploads: readonly Upload[], careful: boolean): Promise<ScanResult[][]> {
    const facts = await this.facts.read(conferenceId, uploads.flatMap(sentScans), careful);
    const results = new Map<string, ScanResult>();
    const rows: ScanRow[] = [];
    const late: LateTelling[] = [];
    const judgeOne = (scan: SentScan): ScanResult => {
      const twin = results.get(scan.request.id);
      if (twin) return { ...twin, duplicate: true };
      const known = facts.known.get(scan.request.id);
      const judged = known ? repeated(known, scan, facts) : judgeNew(scan, facts);
      if (judged.row) rows.push(judged.row);
      if (judged.late) late.push(judged.late);
      results.set(scan.request.id, judged.result);
      return judged.result;
    };
    const answers = uploads.map((upload) =>
      upload.scans.map((scan) => (isReadScan(scan) ? judgeOne(sentScan(scan, upload)) : scan)),
    );
    await this.scans.insert(rows);
    for (const { scan, shown } of late) {
      if (!(await this.scans.tell(scan.id, shown)))
        throw new Overtaken('A scan was told of twice at the same moment.');
    }
    await this.keeper.keep(conferenceId, facts.book);
    return answers;
  }

  /** Whether another conference holds a scan with this id. */
  isElsewhere(conferenceId: string, scanId: string): Promise<boolean> {
    return this.scans.isElsewhere(conferenceId, scanId);
  }
}

const isReadScan = (scan: ReadScan | ScanResult): scan is ReadScan => 'request' in scan;

const sentScan = (scan: ReadScan, { device, receivedAt, sentAt, byDesk }: Upload): SentScan => ({
  ...scan,
  device,
  receivedAt,
  sentAt,
  ...(byDesk ? { byDesk } : {}),
});

const sentScans = (upload: Upload): SentScan[] =>
  upload.scans.filter(isReadScan).map((scan) => sentScan(scan, upload));

/**
 * The answer that a scan got before. A device that never saw it may have let the person in by itself meanwhile: it
 * tells so once, and then that is what happened at the door.
 */
const repeated = (known: JudgedScan, scan: SentScan, facts: GroupFacts): Answered => {
  const ticket = facts.tickets.get(known.ticketId ?? '') ?? null;
  const checkpoint = facts.checkpoints.get(known.checkpointId) ?? null;
  const at = known.correctedAt.toISOString();
  const answer = resultOf(known, { ticket, at, checkpoint, duplicate: true });
  const { shown } = scan.request;
  const mayTell =
    known.shown === null && !known.letIn && !known.annulledAt && scan.device.deviceId === known.deviceId;
  const letIn = mayTell && letInBy(verdictOf(known), { direction: known.direction, shown: shown ?? null });
  if (!letIn || shown == null || !ticket || !checkpoint) return { row: null, result: answer };
  const overridden = isOverridden(known.overrideReason, scan.device.role);
  const { conferenceId } = scan.device;
  const setting = { conferenceId, schoolUrn: ticket.schoolUrn, door: checkpoint.name };
  facts.book.add(foldable(known, checkpoint, ticket, { letIn, at, overridden }), setting);
  return { row: null, result: answer, late: { scan: known, shown } };
};

/** What the server said then, as far as it decides whether a device may have let the person in. */
const verdictOf = ({ outcome, reason }: JudgedScan): ScanVerdict =>
  outcome === 'refused' ? { outcome, reason: reason ?? 'bad-scan' } : { outcome: 'already-in' };

const foldable = (
  { id, deviceId, direction }: Pick<JudgedScan, 'id' | 'deviceId' | 'direction'>,
  checkpoint: CheckpointRow,
  { ticketId }: DoorTicket,
  known: Pick<FoldableScan, 'letIn' | 'at' | 'overridden'>,
): FoldableScan => ({
  id,
  ticketId,
  checkpointId: checkpoint.id,
  admits: checkpoint.admits,
  deviceId,
  direction,
  ...known,
});

const NOWHERE: ScanPlace = { inConflict: false, wasInside: false, other: null };

const judgeNew = (scan: SentScan, facts: GroupFacts): Answered => {
  const { request, code, device } = scan;
  const { at, skewMs } = correctedTime(scan);
  const ticket = ticketOf(scan, facts);
  const checkpoint = facts.checkpoints.get(request.checkpointId) ?? null;
  const refusal: NoTicketReason = code?.kind === 'refused' ? code.reason : 'unknown-code';
  const verdict = ask(scan, ticket ?? refusal, checkpoint, at, facts);
  const letIn = letInBy(verdict, request);
  let place = NOWHERE;
  if (ticket && checkpoint && isCounted({ direction: request.direction, letIn })) {
    const overridden = isOverridden(request.override?.reason ?? null, device.role);
    const made = { id: request.id, deviceId: device.deviceId, direction: request.direction };
    place = enter(foldable(made, checkpoint, ticket, { letIn, at, overridden }), ticket, scan, facts);
  }
  const row: ScanRow = {
    id: request.id,
    conferenceId: device.conferenceId,
    checkpointId: request.checkpointId,
    deviceId: device.deviceId,
    ticketId: ticket?.ticketId ?? null,
    codeHash: request.code == null ? null : hashToken(request.code),
    direction: request.direction,
    ...settleScan(verdict, { direction: request.direction, shown: request.shown, letIn }, place),
    scannedAt: new Date(request.scannedAt),
    correctedAt: new Date(at),
    receivedAt: scan.receivedAt,
    skewMs: storableSkew(skewMs),
    overrideReason: request.override?.reason ?? null,
    overrideNeeded: verdict.outcome === 'admitted' && request.override ? !verdict.overrideNotNeeded : null,
    ...firstOf(ticket, checkpoint, place, facts),
    letIn,
    shown: request.shown ?? null,
    rightPlace: (verdict.outcome === 'refused' && verdict.rightPlace) || null,
    byDesk: scan.byDesk ?? false,
  };
  return { row, result: resultOf(row, { ticket, at, checkpoint, duplicate: false }) };
};

/** Asks the rule on what the scans before this one left. */
const ask = (
  { request, device }: SentScan,
  ticket: DoorTicket | NoTicketReason,
  checkpoint: CheckpointRow | null,
  at: string,
  { book, sessions }: GroupFacts,
): ScanVerdict => {
  const known = typeof ticket === 'string' ? null : ticket;
  const key = checkpoint && known ? { ticketId: known.ticketId, checkpointId: checkpoint.id } : null;
  const state = key && book.stateOf(key);
  const session = checkpoint && sessions.get(checkpoint.id);
  return decideScan({
    ticket: typeof ticket === 'string' ? ticket : { status: ticket.status, kind: ticket.kind },
    admission: state && {
      firstAdmittedAt: state.firstAdmittedAt,
      firstDoor: book.firstDoorOf(state),
      inside: state.inside,
    },
    checkpoint: checkpoint && { ...checkpoint, session: session?.session ?? null },
    direction: request.direction,
    at,
    role: device.role,
    override: request.override != null,
    ...(session && known
      ? {
          inSession: session.session.has(known.groupId),
          rightPlace: session.session.placeOf(known.groupId),
          sessionCount: session.pupilsInside,
        }
      : {}),
  });
};

/** Notes who is inside now, and how many pupils a session has. */
const enter = (
  scan: FoldableScan,
  ticket: DoorTicket,
  { device }: SentScan,
  { book, checkpoints, sessions }: GroupFacts,
): ScanPlace => {
  const wasInside = book.stateOf(scan)?.inside ?? false;
  const place = book.add(scan, {
    conferenceId: device.conferenceId,
    schoolUrn: ticket.schoolUrn,
    door: checkpoints.get(scan.checkpointId)?.name ?? '',
  });
  const session = sessions.get(scan.checkpointId);
  if (session && ticket.kind === 'pupil')
    session.pupilsInside += Number(book.stateOf(scan)?.inside ?? false) - Number(wasInside);
  return place;
};

/** Who was first, as the answer tells it: of a conflict, the other side. */
const firstOf = (
  ticket: DoorTicket | null,
  checkpoint: CheckpointRow | null,
  { other }: ScanPlace,
  { book }: GroupFacts,
): Pick<ScanRow, 'firstAdmittedAt' | 'firstDoor'> => {
  if (!ticket || !checkpoint) return { firstAdmittedAt: null, firstDoor: null };
  if (other) return { firstAdmittedAt: new Date(other.at), firstDoor: checkpoint.name };
  const key = { ticketId: ticket.ticketId, checkpointId: checkpoint.id };
  const first = book.stateOf(key)?.firstAdmittedAt ?? null;
  return { firstAdmittedAt: first === null ? null : new Date(first), firstDoor: book.firstDoorOf(key) };
};
