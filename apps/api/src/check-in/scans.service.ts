import { type ScanResult, type ScanResults, verdictMessage } from '@lectern/check-in';
import { type ScanBatch, ScanRequest } from '@lectern/check-in/requests';
import { type Clock, DomainError, isId, newId } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { isUnavailable, isUniqueViolation } from '../persistence/dialect';
import { Metrics } from '../platform/metrics';
import { RequestPipe } from '../platform/request.pipe';
import { CLOCK } from '../platform/tokens';
import type { DeviceVisitor } from '../platform/visitors';
import { AttendanceBoard } from './attendance-board';
import { type CodeKeys, CodeReader } from './code-reader';
import { DoorFacts } from './door-facts';
import { type Fared, Gathering } from './gathering';
import type { ReadScan } from './scan-facts';
import { ScanJudge, type Upload } from './scan-judge';
import { untilSettled } from './until-settled';

const pipe = new RequestPipe();
/** Scans in one commit: enough that it costs each of them next to nothing, few enough that nobody waits for it. */
const GROUP = 250;

/**
 * Takes scans from the doors: each is judged once, answered in order, and stored before it is answered. What arrives
 * together is committed together, and no scan can spoil it for another.
 */
@Injectable()
export class ScansService {
  private readonly gatherings = new Map<string, Gathering<Upload, ScanResult[]>>();

  constructor(
    private readonly database: Database,
    private readonly judge: ScanJudge,
    private readonly codes: CodeReader,
    private readonly doors: DoorFacts,
    private readonly board: AttendanceBoard,
    private readonly metrics: Metrics,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async take(device: DeviceVisitor, batch: ScanBatch): Promise<ScanResults> {
    const receivedAt = this.clock.now();
    const keys = await this.doors.keysOf(device.conferenceId);
    const scans = await Promise.all(batch.scans.map((raw) => this.read(raw, keys)));
    const upload: Upload = { device, receivedAt, sentAt: batch.sentAt ?? undefined, scans };
    const results = await this.add(upload);
    return { results, serverTime: receivedAt.toISOString() };
  }

  /** Scans that the server makes itself, of tickets that it looked up: a party's, or everybody's at the end of the day. */
  async make(
    device: DeviceVisitor,
    scans: readonly ScanRequest[],
    { sentAt, byDesk }: { readonly sentAt?: string; readonly byDesk?: boolean },
  ): Promise<readonly ScanResult[]> {
    const results: ScanResult[] = [];
    for (let from = 0; from < scans.length; from += GROUP) {
      const some = scans.slice(from, from + GROUP).map((request) => ({ request, code: null }));
      const upload: Upload = { device, receivedAt: this.clock.now(), sentAt, scans: some, byDesk };
      results.push(...(await this.add(upload)));
    }
    return results;
  }

  private async add(upload: Upload): Promise<readonly ScanResult[]> {
    const { conferenceId } = upload.device;
    const results = this.database.isWorking
      ? await this.within(conferenceId, upload)
      : await this.gatheringOf(conferenceId).add(upload);
    for (const result of results) if (!result.duplicate) this.metrics.scanned(result.outcome);
    this.board.touch(conferenceId);
    return results;
  }

  /** In the unit of work that the caller has begun: it locks what it decides on, since it cannot try again. */
  private async within(conferenceId: string, upload: Upload): Promise<readonly ScanResult[]> {
    return (await this.judge.judge(conferenceId, [upload], true)).flat();
  }

  private async read(raw: unknown, keys: CodeKeys): Promise<ReadScan | ScanResult> {
    const request = readScan(raw);
    if (!(request instanceof ScanRequest)) return request;
    return { request, code: request.code == null ? null : await this.codes.read(request.code, keys) };
  }

  private gatheringOf(conferenceId: string): Gathering<Upload, ScanResult[]> {
    const known = this.gatherings.get(conferenceId);
    if (known) return known;
    const made = new Gathering<Upload, ScanResult[]>((uploads) => this.together(conferenceId, uploads), {
      weigh: ({ scans }) => scans.length,
      full: GROUP,
    });
    this.gatherings.set(conferenceId, made);
    return made;
  }

  /** All uploads in one unit of work; when it fails, each in its own, so that none holds up another. */
  private async together(
    conferenceId: string,
    uploads: readonly Upload[],
  ): Promise<readonly Fared<ScanResult[]>[]> {
    if (uploads.length > 1) {
      try {
        return (await this.unit(conferenceId, uploads)).map((answer) => ({ answer }));
      } catch (error) {
        if (isUnavailable(error)) throw error;
      }
    }
    const fared: Fared<ScanResult[]>[] = [];
    for (const upload of uploads) {
      try {
        fared.push({ answer: await this.alone(conferenceId, upload) });
      } catch (error) {
        fared.push({ error });
      }
    }
    return fared;
  }

  /** One upload in a unit of work; when one of its scans cannot be stored, each scan in its own. */
  private async alone(conferenceId: string, upload: Upload): Promise<ScanResult[]> {
    try {
      return (await this.unit(conferenceId, [upload])).flat();
    } catch (error) {
      if (isUnavailable(error)) throw error;
      const [only, ...others] = upload.scans;
      if (only && others.length === 0) return [await this.settle(conferenceId, only, error)];
      const results: ScanResult[] = [];
      for (const scan of upload.scans) {
        results.push(...(await this.alone(conferenceId, { ...upload, scans: [scan] })));
      }
      return results;
    }
  }

  /** A scan whose id another event holds can never be stored: it is refused, so that the phone’s queue goes on. */
  private async settle(
    conferenceId: string,
    scan: ReadScan | ScanResult,
    error: unknown,
  ): Promise<ScanResult> {
    if (!('request' in scan) || !isUniqueViolation(error)) throw error;
    if (!(await this.judge.isElsewhere(conferenceId, scan.request.id))) throw error;
    return unreadable(scan.request, 'Another event has a scan with this id. Scan the ticket again.');
  }

  private unit(conferenceId: string, uploads: readonly Upload[]): Promise<ScanResult[][]> {
    return untilSettled(this.database, (careful) => this.judge.judge(conferenceId, uploads, careful));
  }
}

/** A scan that can be judged, or the refusal of one that cannot be read. */
const readScan = (raw: unknown): ScanRequest | ScanResult => {
  try {
    const scan = pipe.transform(raw, { type: 'body', metatype: ScanRequest }) as ScanRequest;
    const year = new Date(scan.scannedAt).getUTCFullYear();
    if (year < 2000 || year > 2100)
      return unreadable(raw, 'The time of the scan cannot be right. Set the phone’s clock.');
    return scan;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const first = error.errors[0];
    return unreadable(raw, first ? `${first.field}: ${first.message}` : error.message);
  }
};

const unreadable = (raw: unknown, why: string): ScanResult => {
  const id = (raw as { id?: unknown } | null)?.id;
  return {
    id: isId(id) ? id : newId(),
    outcome: 'refused',
    reason: 'bad-scan',
    message: `${verdictMessage({ outcome: 'refused', reason: 'bad-scan' })} ${why}`,
    duplicate: false,
  };
};
