import type { Clock } from '@lectern/core';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { Database } from '../persistence/database';
import { Jobs } from '../platform/jobs';
import { CLOCK } from '../platform/tokens';
import { GroupLetters } from './group-letters';
import { GroupLettersRepository } from './group-letters.repository';
import { GroupsRepository } from './groups.repository';

const AHEAD = 7 * 24 * 3_600_000;
const HOUR = 3600;

/** Reminds schools, once each, that numbers become final within seven days and pupils are not named. */
@Injectable()
export class NamesReminder implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly places: ConferencePlacesService,
    private readonly groups: GroupsRepository,
    private readonly candidates: GroupLettersRepository,
    private readonly letters: GroupLetters,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: 'registrations.names-reminder', everySeconds: HOUR, run: () => this.remind() });
  }

  async remind(): Promise<void> {
    const now = this.clock.now();
    for (const { id } of await this.places.finalNumbersWithin(now, new Date(now.getTime() + AHEAD))) {
      for (const group of await this.candidates.unnamed(id)) await this.one(group.id, group.pupilsNamed);
    }
  }

  private async one(groupId: string, pupilsNamed: number): Promise<void> {
    await this.database.transaction(async () => {
      // The mark decides: of two processes that remind at once, one finds nothing left to mark.
      if (!(await this.candidates.markReminded(groupId, this.clock.now()))) return;
      const group = await this.groups.find(groupId);
      if (!group) return;
      await this.letters.namesDue(group, pupilsNamed);
      await this.audit.record({
        action: 'group.names-reminded',
        objectKind: 'group',
        objectId: groupId,
        details: { named: pupilsNamed, places: group.places },
      });
    });
  }
}
