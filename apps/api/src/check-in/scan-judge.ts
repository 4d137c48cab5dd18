import {
  correctScanTime,
  decideScan,
  type NoTicketReason,
  type ScanResult,
  type ScanVerdict,
} from '@lectern/check-in';
import type { ScanRequest } from '@lectern/check-in/requests';
import { Injectable } from '@nestjs/common';
import { hashToken } from '../platform/secrets';
import type { DeviceVisitor } from '../platform/visitors';
import { type DoorTicket, DoorTicketsService } from '../registrations/door-tickets.service';
import { AdmissionBook } from './admission-book';
import type { ReadCode } from './code-reader';
import { DoorFacts } from './door-facts';
import { resultOf } from './scan-result';
import {
  type AdmissionChange,
  type AdmissionRow,
  type CheckpointRow,
  type JudgedScan,
  type ScanRow,
  ScansRepository,
} from './scans.repository';

/** A scan that can be judged: its fields are checked and its code, when it has one, is proven. */
export interface ReadScan {
  readonly request: ScanRequest;
  /** Null when the ticket was picked from a search. */
  readonly code: ReadCode | null;
}

/** What one phone sent at once: scans that were read, and the refusals of those that could not be. */
export interface Upload {
  readonly device: DeviceVisitor;
  readonly receivedAt: Date;
  readonly sentAt: string | undefined;
  readonly scans: readonly (ReadScan | ScanResult)[];
}

/** Another process changed what a verdict was decided on, between reading and writing. */
export class Overtaken extends Error {}

/** What the verdicts of one group of scans rest on. */
interface Facts {
  readonly known: ReadonlyMap<string, JudgedScan>;
  readonly tickets: ReadonlyMap<string, DoorTicket>;
  readonly byShortCode: ReadonlyMap<string, DoorTicket>;
  readonly checkpoints: ReadonlyMap<string, CheckpointRow>;
  readonly book: AdmissionBook;
}

/** SQLite's and MySQL's int column holds a skew of 24 days either way; a clock further off is simply wrong. */
const SKEW_MAX = 2_000_000_000;

/**
 * Judges a group of scans of one conference inside the caller's unit of work: reads all facts, decides scan by scan in
 * memory, then writes the log and the state: what is new in one statement each, however many scans there are.
 */
@Injectable()
export class ScanJudge {
  constructor(
    private readonly scans: ScansRepository,
    private readonly tickets: DoorTicketsService,
    private readonly doors: DoorFacts,
  ) {}

  /**
   * Answers every upload in its order. `careful` looks for scans that were judged before and locks what it reads; it
   * is for the second try, since the keys of the tables tell when the first was not enough.
   */
  async judge(conferenceId: string, uploads: readonly Upload[], careful: boolean): Promise<ScanResult[][]> {
    const read = uploads.flatMap(({ scans }) => scans.filter(isReadScan));
    const facts = await this.factsOf(conferenceId, read, careful);
    const results = new Map<string, ScanResult>();
    const rows: ScanRow[] = [];
    const judgeOne = (scan: ReadScan, upload: Upload): ScanResult => {
      const twin = results.get(scan.request.id);
      if (twin) return { ...twin, duplicate: true };
      const known = facts.known.get(scan.request.id);
      const judged = known ? repeated(known, facts) : judgeNew(scan, upload, facts);
      if (judged.row) rows.push(judged.row);
      results.set(scan.request.id, judged.result);
      return judged.result;
    };
    const answers = uploads.map((upload) =>
      upload.scans.map((scan) => (isReadScan(scan) ? judgeOne(scan, upload) : scan)),
    );
    await this.write(rows, facts.book);
    return answers;
  }

  /** Whether another conference holds a scan with this id. */
  isElsewhere(conferenceId: string, scanId: string): Promise<boolean> {
    return this.scans.isElsewhere(conferenceId, scanId);
  }

  private async factsOf(conferenceId: string, read: readonly ReadScan[], careful: boolean): Promise<Facts> {
    const ids = unique(read.map(({ request }) => request.id));
    const known = careful && ids.length > 0 ? await this.scans.judged(conferenceId, ids) : [];
    const wanted = [...read.map(ticketIdOf), ...known.map(({ ticketId }) => ticketId)];
    const tickets = await this.tickets.find(conferenceId, unique(wanted));
    const byShortCode = await this.tickets.findByShortCode(conferenceId, unique(read.map(shortCodeOf)));
    const checkpoints = new Map<string, CheckpointRow>();
    const stored: AdmissionRow[] = [];
    for (const id of unique(read.map(({ request }) => request.checkpointId))) {
      const checkpoint = await this.doors.checkpoint(conferenceId, id);
      if (!checkpoint) continue;
      checkpoints.set(id, checkpoint);
      const here = read.filter(({ request }) => request.checkpointId === id);
      const seen = unique(here.map((scan) => ticketOf(scan, { tickets, byShortCode })?.ticketId));
      if (seen.length > 0) stored.push(...(await this.scans.admissions(id, seen, careful)));
    }
    const book = new AdmissionBook(stored);
    return { known: new Map(known.map((scan) => [scan.id, scan])), tickets, byShortCode, checkpoints, book };
  }

  /** State last: what others wait for is locked shortest. */
  private async write(rows: readonly ScanRow[], book: AdmissionBook): Promise<void> {
    await this.scans.insert(rows);
    const writes = book.writes();
    await this.scans.begin(writes.filter(({ version }) => version === null));
    for (const { key, version, change } of writes) {
      if (version !== null && !(await this.scans.change(key, version, change))) {
        throw new Overtaken('A ticket was scanned elsewhere at the same moment.');
      }
    }
  }
}

const isReadScan = (scan: ReadScan | ScanResult): scan is ReadScan => 'request' in scan;

const unique = (values: readonly (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value != null)),
];

const ticketIdOf = ({ request, code }: ReadScan): string | null | undefined =>
  code === null ? request.ticketId : code.kind === 'ticket' ? code.ticketId : null;

const shortCodeOf = ({ code }: ReadScan): string | null => (code?.kind === 'short' ? code.shortCode : null);

const ticketOf = (
  scan: ReadScan,
  { tickets, byShortCode }: Pick<Facts, 'tickets' | 'byShortCode'>,
): DoorTicket | null =>
  tickets.get(ticketIdOf(scan) ?? '') ?? byShortCode.get(shortCodeOf(scan) ?? '') ?? null;

interface Answered {
  readonly result: ScanResult;
  /** What the log keeps of it; null when the log holds it already. */
  readonly row: ScanRow | null;
}

/** The answer that a scan got before. */
const repeated = (known: JudgedScan, { tickets }: Facts): Answered => ({
  row: null,
  result: resultOf(known, {
    ticket: tickets.get(known.ticketId ?? '') ?? null,
    at: known.correctedAt.toISOString(),
    checkpoint: null,
    duplicate: true,
  }),
});

const judgeNew = (scan: ReadScan, upload: Upload, facts: Facts): Answered => {
  const { request, code } = scan;
  const { at, skewMs } = correctScanTime({
    scannedAt: request.scannedAt,
    sentAt: upload.sentAt,
    receivedAt: upload.receivedAt.toISOString(),
  });
  const ticket = ticketOf(scan, facts);
  const checkpoint = facts.checkpoints.get(request.checkpointId) ?? null;
  const reason: NoTicketReason = code?.kind === 'refused' ? code.reason : 'unknown-code';
  const { verdict, firstAdmittedAt, firstDoor } = decide(
    scan,
    upload,
    ticket ?? reason,
    checkpoint,
    at,
    facts.book,
  );
  const row: ScanRow = {
    id: request.id,
    conferenceId: upload.device.conferenceId,
    checkpointId: request.checkpointId,
    deviceId: upload.device.deviceId,
    ticketId: ticket?.ticketId ?? null,
    codeHash: request.code == null ? null : hashToken(request.code),
    direction: request.direction,
    outcome: verdict.outcome,
    reason: verdict.outcome === 'refused' ? verdict.reason : null,
    scannedAt: new Date(request.scannedAt),
    correctedAt: new Date(at),
    receivedAt: upload.receivedAt,
    skewMs: Math.max(-SKEW_MAX, Math.min(SKEW_MAX, skewMs ?? 0)),
    overrideReason: request.override?.reason ?? null,
    overrideNeeded: verdict.outcome === 'admitted' && request.override ? !verdict.overrideNotNeeded : null,
    firstAdmittedAt,
    firstDoor,
  };
  return { row, result: resultOf(row, { ticket, at, checkpoint, duplicate: false }) };
};

/** Asks the rule on what the scans before this one left, and notes what this one leaves. */
const decide = (
  { request }: ReadScan,
  { device }: Upload,
  ticket: DoorTicket | NoTicketReason,
  checkpoint: CheckpointRow | null,
  at: string,
  book: AdmissionBook,
): { verdict: ScanVerdict; firstAdmittedAt: Date | null; firstDoor: string | null } => {
  const known = typeof ticket === 'string' ? null : ticket;
  const key = checkpoint && known ? { ticketId: known.ticketId, checkpointId: checkpoint.id } : null;
  const before = key ? book.stateOf(key) : null;
  const verdict = decideScan({
    ticket: typeof ticket === 'string' ? ticket : { status: ticket.status, kind: ticket.kind },
    admission: before && {
      firstAdmittedAt: before.firstAdmittedAt?.toISOString() ?? null,
      firstDoor: before.firstDoor,
      inside: before.inside,
    },
    checkpoint,
    direction: request.direction,
    at,
    role: device.role,
    override: request.override != null,
  });
  const admits = verdict.outcome === 'admitted';
  if (!key || !known || !(admits || verdict.outcome === 'left')) {
    return {
      verdict,
      firstAdmittedAt: before?.firstAdmittedAt ?? null,
      firstDoor: before?.firstDoor ?? null,
    };
  }
  // The time of the scan, not of its upload, decides the order.
  const when = new Date(at);
  const isFirst = admits && (before?.firstAdmittedAt == null || when < before.firstAdmittedAt);
  const isLatest = before === null || when >= before.lastAt;
  const after: AdmissionChange = {
    conferenceId: device.conferenceId,
    schoolUrn: known.schoolUrn,
    first: isFirst ? { scanId: request.id, deviceId: device.deviceId } : null,
    firstAdmittedAt: isFirst ? when : (before?.firstAdmittedAt ?? null),
    firstDoor: isFirst ? (checkpoint?.name ?? null) : (before?.firstDoor ?? null),
    inside: isLatest ? admits : before.inside,
    lastAt: isLatest ? when : before.lastAt,
  };
  book.move(key, after);
  return { verdict, firstAdmittedAt: after.firstAdmittedAt, firstDoor: after.firstDoor };
};
