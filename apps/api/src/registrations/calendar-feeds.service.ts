import { type Clock, notFound } from '@lectern/core';
import { type Actor, can } from '@lectern/identity';
import type { CalendarFeed } from '@lectern/registrations';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { ConferenceFeedService } from '../conferences/conference-feed.service';
import { Database } from '../persistence/database';
import { isUniqueViolation } from '../persistence/dialect';
import type { Config } from '../platform/config';
import { Seal } from '../platform/seal';
import { hashToken, newToken } from '../platform/secrets';
import { CLOCK, CONFIG } from '../platform/tokens';
import type { CalendarFeedEntity } from './calendar-feed.entity';
import { CalendarFeedsRepository } from './calendar-feeds.repository';
import { GroupsRepository } from './groups.repository';

const PURPOSE = 'calendar-feed';
const NO_FEED: CalendarFeed = { address: null, renewedAt: null };

/** A school's calendar of the conferences that it comes to, behind a link that nobody can guess. */
@Injectable()
export class CalendarFeedsService {
  constructor(
    private readonly database: Database,
    private readonly feeds: CalendarFeedsRepository,
    private readonly groups: GroupsRepository,
    private readonly calendars: ConferenceFeedService,
    private readonly audit: AuditService,
    private readonly seal: Seal,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async see(actor: Actor): Promise<CalendarFeed> {
    const row = await this.feeds.find(this.schoolOf(actor));
    return row ? this.view(row) : NO_FEED;
  }

  /** Makes the school's link, or a new one in place of it: the old one stops at once. */
  async renew(actor: Actor): Promise<CalendarFeed> {
    const schoolUrn = this.schoolOf(actor);
    try {
      return await this.store(actor, schoolUrn);
    } catch (error) {
      // A colleague made the school's first link at the same moment: this one takes its place.
      if (!isUniqueViolation(error)) throw error;
      return this.store(actor, schoolUrn);
    }
  }

  /**
   * The calendar behind a link: the conferences that this school has places at; those called off, or given up by the
   * school, are marked so, since a calendar that has them would keep them as they were.
   */
  async read(token: string): Promise<string> {
    const feed = await this.feeds.findByHash(hashToken(token));
    if (!feed) throw notFound('calendar');
    const coming = await this.groups.confirmedConferences(feed.schoolUrn);
    return this.calendars.of(coming, await this.groups.conferencesGivenUp(feed.schoolUrn));
  }

  private store(actor: Actor, schoolUrn: string): Promise<CalendarFeed> {
    const token = newToken();
    return this.database.transaction(async () => {
      const row: CalendarFeedEntity = {
        schoolUrn,
        tokenHash: hashToken(token),
        sealedToken: this.seal.close(PURPOSE, schoolUrn, token),
        renewedBy: actor.accountId,
        renewedAt: this.clock.now(),
      };
      await this.feeds.put(row);
      await this.audit.record({
        action: 'calendar-feed.renewed',
        objectKind: 'school',
        objectId: schoolUrn,
      });
      return this.view(row);
    });
  }

  private schoolOf(actor: Actor): string {
    const { schoolUrn } = actor;
    if (schoolUrn === undefined || !can(actor, 'calendar.manage', { schoolUrn })) throw notFound('calendar');
    return schoolUrn;
  }

  private view(row: CalendarFeedEntity): CalendarFeed {
    const token = this.seal.open(PURPOSE, row.schoolUrn, row.sealedToken);
    return {
      address: `${this.config.url}/api/calendar-feeds/${token}.ics`,
      renewedAt: row.renewedAt.toISOString(),
    };
  }
}
