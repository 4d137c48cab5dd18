import type { Admits, FoldableScan } from '@lectern/check-in';
import type { Clock } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../platform/tokens';
import { AdmissionBook, Overtaken } from './admission-book';
import { type AdmissionRow, AdmissionsRepository } from './admissions.repository';
import { ConflictsRepository } from './conflicts.repository';

interface DoorCheckpoint {
  readonly id: string;
  readonly admits: Admits;
}

/** Writes what a group of scans left: conflicts first, states last, since others wait for those. */
@Injectable()
export class AdmissionKeeper {
  constructor(
    private readonly admissions: AdmissionsRepository,
    private readonly conflicts: ConflictsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The locked states of tickets at a checkpoint with every scan behind them; inside the caller's unit of work. */
  async open(checkpoint: DoorCheckpoint, ticketIds: readonly string[]): Promise<AdmissionBook> {
    const rows = await this.admissions.states(checkpoint.id, ticketIds, true);
    return new AdmissionBook(rows, await this.logs(checkpoint, rows));
  }

  /** Every scan that counts behind these states. */
  async logs(
    checkpoint: DoorCheckpoint,
    rows: readonly AdmissionRow[],
  ): Promise<ReadonlyMap<string, FoldableScan[]>> {
    const logs = new Map<string, FoldableScan[]>(rows.map(({ state }) => [AdmissionBook.keyOf(state), []]));
    if (rows.length === 0) return logs;
    const tickets = rows.map(({ state }) => state.ticketId);
    for (const scan of await this.admissions.counted(checkpoint, tickets))
      logs.get(AdmissionBook.keyOf(scan))?.push(scan);
    return logs;
  }

  /** Inside the caller's unit of work; throws `Overtaken` when another process was quicker. */
  async keep(conferenceId: string, book: AdmissionBook): Promise<void> {
    await this.conflicts.settleWith(conferenceId, book.conflicts());
    const changedAt = this.clock.now();
    const writes = book.writes();
    await this.admissions.begin(
      writes.filter(({ version }) => version === null).map((write) => ({ ...write, changedAt })),
    );
    for (const write of writes) {
      if (write.version === null) continue;
      if (!(await this.admissions.change(write.version, { ...write, changedAt }))) {
        throw new Overtaken('A ticket was scanned elsewhere at the same moment.');
      }
    }
  }
}
