import type { Clock } from '@lectern/core';
import { isPackDue } from '@lectern/registrations';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type ConferenceFacts, ConferencePlacesService } from '../conferences/conference-places.service';
import { VisitPackService } from '../conferences/visit-pack.service';
import { LetterKinds } from '../notifications/letter-kinds';
import { Database } from '../persistence/database';
import type { Config } from '../platform/config';
import { Jobs } from '../platform/jobs';
import { CLOCK, CONFIG } from '../platform/tokens';
import type { GroupEntity } from './group.entity';
import { GroupPost } from './group-post';
import { GroupsRepository } from './groups.repository';
import { PackAcknowledgementsRepository } from './pack-acknowledgements.repository';
import { PACK_TO_READ, packToReadLetter } from './visit-pack.letters';

export const PACK_LETTERS_JOB = 'visit-pack-letters';

/** Staff put files in one after the other: a school is written to once the pack has stood still for so long. */
const SETTLED = 30 * 60_000;
const EVERY_SECONDS = 600;

/** Writes to the schools that have a version of the visit pack still to read: once for each version that settled. */
@Injectable()
export class PackLettersService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly packs: VisitPackService,
    private readonly places: ConferencePlacesService,
    private readonly groups: GroupsRepository,
    private readonly acknowledgements: PackAcknowledgementsRepository,
    private readonly post: GroupPost,
    private readonly kinds: LetterKinds,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.kinds.add({
      kind: PACK_TO_READ,
      title: 'A visit pack is ready to read, or has changed',
      example: () =>
        packToReadLetter({
          conference: {
            title: 'Maths in motion',
            startsAt: new Date('2027-03-09T09:30:00Z'),
            venueName: 'The Arden Building',
          },
          hasChanged: false,
          url: `${this.config.url}/groups/example/visit-pack`,
        }),
    });
    this.jobs.add({ name: PACK_LETTERS_JOB, everySeconds: EVERY_SECONDS, run: () => this.write() });
  }

  private async write(): Promise<void> {
    const settled = await this.packs.settled(new Date(this.clock.now().getTime() - SETTLED));
    for (const { conferenceId, version } of settled) {
      const conference = await this.places.facts(conferenceId);
      const groups = (await this.groups.live(conferenceId)).filter(({ status }) => status === 'confirmed');
      const latest = await this.acknowledgements.latest(groups.map(({ id }) => id));
      for (const group of groups) {
        const acknowledged = latest.get(group.id)?.packVersion ?? null;
        if (!conference || !isPackDue(version, acknowledged)) continue;
        await this.database.transaction(() => this.tell(group, conference, version, acknowledged !== null));
      }
    }
  }

  private async tell(
    group: GroupEntity,
    conference: ConferenceFacts,
    version: number,
    hasChanged: boolean,
  ): Promise<void> {
    if (!(await this.acknowledgements.claimLetter(group.id, version, this.clock.now()))) return;
    const url = `${this.config.url}/groups/${group.id}/visit-pack`;
    await this.post.tell(group, PACK_TO_READ, packToReadLetter({ conference, hasChanged, url }));
  }
}
