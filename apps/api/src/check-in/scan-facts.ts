import type { FoldableScan } from '@lectern/check-in';
import type { ScanRequest } from '@lectern/check-in/requests';
import { Injectable } from '@nestjs/common';
import type { DeviceVisitor } from '../platform/visitors';
import { type DoorTicket, DoorTicketsService } from '../registrations/door-tickets.service';
import { AdmissionBook } from './admission-book';
import { AdmissionKeeper } from './admission-keeper';
import { type AdmissionRow, AdmissionsRepository } from './admissions.repository';
import type { ReadCode } from './code-reader';
import { DoorFacts } from './door-facts';
import { DoorSessions, type SessionAtDoor } from './door-sessions.service';
import { type CheckpointRow, type JudgedScan, ScansRepository } from './scans.repository';
import { correctedTime } from './scan-times';

/** A scan that can be judged: its fields are checked and its code, when it has one, is proven. */
export interface ReadScan {
  readonly request: ScanRequest;
  /** Null when the ticket was picked from a search. */
  readonly code: ReadCode | null;
}

/** A scan with the call that brought it. */
export interface SentScan extends ReadScan {
  readonly device: DeviceVisitor;
  readonly receivedAt: Date;
  readonly sentAt: string | undefined;
  /** Whether the desk makes it for people who left without being scanned. */
  readonly byDesk?: boolean;
}

/** A session with the pupils inside it, kept up to date while a group of scans is judged. */
export interface SessionCount {
  readonly session: SessionAtDoor;
  pupilsInside: number;
}

/** What the verdicts of one group of scans rest on. */
export interface GroupFacts {
  readonly known: ReadonlyMap<string, JudgedScan>;
  readonly tickets: ReadonlyMap<string, DoorTicket>;
  readonly byShortCode: ReadonlyMap<string, DoorTicket>;
  readonly checkpoints: ReadonlyMap<string, CheckpointRow>;
  readonly sessions: ReadonlyMap<string, SessionCount>;
  readonly book: AdmissionBook;
}

export const unique = (values: readonly (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value != null)),
];

const ticketIdOf = ({ request, code }: ReadScan): string | null | undefined =>
  code === null ? request.ticketId : code.kind === 'ticket' ? code.ticketId : null;

const shortCodeOf = ({ code }: ReadScan): string | null => (code?.kind === 'short' ? code.shortCode : null);

/** The ticket behind a scan; null when the conference knows none. */
export const ticketOf = (
  scan: ReadScan,
  { tickets, byShortCode }: Pick<GroupFacts, 'tickets' | 'byShortCode'>,
): DoorTicket | null =>
  tickets.get(ticketIdOf(scan) ?? '') ?? byShortCode.get(shortCodeOf(scan) ?? '') ?? null;

/** Reads everything that a group of scans is decided on: so many statements for a group, however many scans it has. */
@Injectable()
export class ScanFactsReader {
  constructor(
    private readonly scans: ScansRepository,
    private readonly admissions: AdmissionsRepository,
    private readonly keeper: AdmissionKeeper,
    private readonly tickets: DoorTicketsService,
    private readonly doors: DoorFacts,
    private readonly sessions: DoorSessions,
  ) {}

  /**
   * `careful` looks for scans that were judged before, locks the states and reads every scan behind them; it is for the
   * second try.
   */
  async read(conferenceId: string, sent: readonly SentScan[], careful: boolean): Promise<GroupFacts> {
    const ids = unique(sent.map(({ request }) => request.id));
    const judged = careful && ids.length > 0 ? await this.scans.judged(conferenceId, ids) : [];
    const known = new Map(judged.map((scan) => [scan.id, scan]));
    const wanted = [...sent.map(ticketIdOf), ...judged.map(({ ticketId }) => ticketId)];
    const tickets = await this.tickets.find(conferenceId, unique(wanted));
    const byShortCode = await this.tickets.findByShortCode(conferenceId, unique(sent.map(shortCodeOf)));
    const checkpoints = new Map<string, CheckpointRow>();
    const sessions = new Map<string, SessionCount>();
    const stored: AdmissionRow[] = [];
    const logs = new Map<string, FoldableScan[]>();
    const standing = [...sent.map(({ request }) => request), ...judged];
    for (const id of unique(standing.map(({ checkpointId }) => checkpointId))) {
      const checkpoint = await this.doors.checkpoint(conferenceId, id);
      if (!checkpoint) continue;
      checkpoints.set(id, checkpoint);
      const here = sent.filter(({ request }) => request.checkpointId === id);
      const ticketOfScan = (scan: ReadScan) => ticketOf(scan, { tickets, byShortCode })?.ticketId;
      const before = judged.filter(({ checkpointId }) => checkpointId === id);
      const seen = unique([...here.map(ticketOfScan), ...before.map(({ ticketId }) => ticketId)]);
      if (seen.length === 0) continue;
      const rows = await this.admissions.states(id, seen, careful);
      stored.push(...rows);
      const late = rows.filter(
        (row) =>
          careful ||
          mayBeLate(
            row,
            here.filter((scan) => ticketOfScan(scan) === row.state.ticketId),
          ),
      );
      for (const [key, log] of await this.keeper.logs(checkpoint, late)) logs.set(key, log);
      const session = await this.sessionAt(conferenceId, checkpoint);
      if (session) sessions.set(id, session);
    }
    return { known, tickets, byShortCode, checkpoints, sessions, book: new AdmissionBook(stored, logs) };
  }

  private async sessionAt(
    conferenceId: string,
    { id, sessionId }: CheckpointRow,
  ): Promise<SessionCount | null> {
    const session = sessionId === null ? null : await this.sessions.at(conferenceId, sessionId);
    if (!session) return null;
    const isCounted = session.pupilPlaces !== null;
    return { session, pupilsInside: isCounted ? await this.admissions.pupilsInside(id) : 0 };
  }
}

/** Whether the scans behind a state may be needed: an older scan, a device's own verdict, or several scans at once. */
const mayBeLate = ({ state }: AdmissionRow, scans: readonly SentScan[]): boolean =>
  scans.length > 1 ||
  scans.some(
    (scan) =>
      correctedTime(scan).at <= state.lastAt ||
      (state.inside && scan.request.shown != null && scan.request.direction === 'in'),
  );
