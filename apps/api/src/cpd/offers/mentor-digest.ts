import type { Clock } from '@lectern/core';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../persistence/database';
import { Jobs } from '../../platform/jobs';
import { CLOCK } from '../../platform/tokens';
import { CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { OfferPost } from './offer-post';
import { PresenterOffersRepository } from './presenter-offers.repository';

export const MENTOR_DIGEST_JOB = 'cpd-offers.mentor-digest';

const MINUTE = 60_000;
/** An offer waits so long for others to be named with it in one letter. */
const GATHER = 10 * MINUTE;

/** Tells mentors of the offers that have come in, many in one letter, each once: a class that signs up sends no hail. */
@Injectable()
export class MentorDigest implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly offers: PresenterOffersRepository,
    private readonly sessions: CpdSessionsRepository,
    private readonly post: OfferPost,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: MENTOR_DIGEST_JOB, everySeconds: 300, run: () => this.run() });
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const untold = await this.offers.untold(new Date(now.getTime() - GATHER));
    if (untold.length === 0) return;
    await this.database.transaction(async () => {
      const sessions = new Map(
        (await this.sessions.findAll(untold.map(({ sessionId }) => sessionId))).map((row) => [row.id, row]),
      );
      const told = [];
      for (const offer of untold) {
        const session = sessions.get(offer.sessionId);
        if (!session || !(await this.offers.markTold(offer.id, now))) continue;
        if (session.startsAt > now) told.push({ offer, session });
      }
      await this.post.tellOfWaiting(told);
    });
  }
}
