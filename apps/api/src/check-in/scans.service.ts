import { type ScanResult, type ScanResults, verdictMessage } from '@lectern/check-in';
import { type ScanBatch, ScanRequest } from '@lectern/check-in/requests';
import { type Clock, DomainError, isId, newId } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { Database } from '../persistence/database';
import { isUniqueViolation } from '../persistence/dialect';
import { Metrics } from '../platform/metrics';
import { RequestPipe } from '../platform/request.pipe';
import { CLOCK } from '../platform/tokens';
import type { DeviceVisitor } from '../platform/visitors';
import { AttendanceBoard } from './attendance-board';
import type { CodeKeys } from './code-reader';
import { ScanJudge, type Upload } from './scan-judge';

const pipe = new RequestPipe();
const TRIES = 4;

/** Takes scans from the doors: each is judged once, answered in order, and stored before it is answered. */
@Injectable()
export class ScansService {
  constructor(
    private readonly database: Database,
    private readonly judge: ScanJudge,
    private readonly places: ConferencePlacesService,
    private readonly board: AttendanceBoard,
    private readonly metrics: Metrics,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async take(device: DeviceVisitor, batch: ScanBatch): Promise<ScanResults> {
    const receivedAt = this.clock.now();
    const upload: Upload = {
      device,
      keys: await this.keysOf(device),
      receivedAt,
      sentAt: batch.sentAt ?? undefined,
    };
    const read = batch.scans.map(readScan);
    const results = await this.judgeAll(read, upload);
    for (const result of results) if (!result.duplicate) this.metrics.scanned(result.outcome);
    this.board.touch(device.conferenceId);
    return { results, serverTime: receivedAt.toISOString() };
  }

  /** All in one unit of work; when one of them cannot be stored, each in its own, so that it holds up no other. */
  private async judgeAll(read: readonly (ScanRequest | ScanResult)[], upload: Upload): Promise<ScanResult[]> {
    try {
      return await this.unit(read, upload);
    } catch (error) {
      if (read.length === 1) throw error;
      const results: ScanResult[] = [];
      for (const scan of read) results.push(...(await this.unit([scan], upload)));
      return results;
    }
  }

  private async unit(read: readonly (ScanRequest | ScanResult)[], upload: Upload): Promise<ScanResult[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.database.transaction(async () => {
          const results: ScanResult[] = [];
          for (const scan of read)
            results.push(scan instanceof ScanRequest ? await this.judge.judge(scan, upload) : scan);
          return results;
        });
      } catch (error) {
        // The same scan arrived twice at once and the twin was stored first: ask again and find its answer.
        if (attempt >= TRIES || !isUniqueViolation(error)) throw error;
      }
    }
  }

  private async keysOf(device: DeviceVisitor): Promise<CodeKeys> {
    const conference = await this.places.facts(device.conferenceId);
    if (!conference?.publicKey || !conference.codeTag)
      throw new Error('A device is paired only with a published conference.');
    return { conferenceId: conference.id, codeTag: conference.codeTag, publicKey: conference.publicKey };
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
