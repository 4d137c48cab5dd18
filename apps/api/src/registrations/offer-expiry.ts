import type { Clock } from '@lectern/core';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ConferenceLifecycle } from '../conferences/conference-lifecycle';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { Database } from '../persistence/database';
import { Jobs } from '../platform/jobs';
import { CLOCK } from '../platform/tokens';
import { OfferBook } from './offer-book';
import { WaitingListService } from './waiting-list.service';

export const WAITING_LIST_JOB = 'waiting-list';

/** Ends offers that nobody answered and hands their places on in the same run; ends all of them when the day begins. */
@Injectable()
export class OfferExpiry implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly lifecycle: ConferenceLifecycle,
    private readonly places: ConferencePlacesService,
    private readonly book: OfferBook,
    private readonly waitingList: WaitingListService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: WAITING_LIST_JOB, everySeconds: 60, run: () => this.run() });
    this.lifecycle.whenMoved(async ({ conferenceId, to }) => {
      if (to === 'live' || to === 'cancelled') await this.book.withdrawAll(conferenceId);
    });
  }

  /** One unit of work a conference, so that one that fails holds up no other’s answers for long. */
  async run(): Promise<void> {
    for (const { id } of await this.places.beforeTheirDay()) {
      await this.database.transaction(async () => {
        const conference = await this.places.lock(id);
        await this.book.expire(conference, this.clock.now());
        await this.waitingList.promote(id);
      });
    }
  }
}
