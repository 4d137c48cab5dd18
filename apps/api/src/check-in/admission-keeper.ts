import type { Clock } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../platform/tokens';
import { type AdmissionBook, Overtaken } from './admission-book';
import { AdmissionsRepository } from './admissions.repository';
import { ConflictsRepository } from './conflicts.repository';

/** Writes what a group of scans left: conflicts first, states last, since others wait for those. */
@Injectable()
export class AdmissionKeeper {
  constructor(
    private readonly admissions: AdmissionsRepository,
    private readonly conflicts: ConflictsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

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
