import type { Clock } from '@lectern/core';
import { goesAt } from '@lectern/registrations';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { Database } from '../persistence/database';
import { Jobs } from '../platform/jobs';
import { CLOCK } from '../platform/tokens';
import { PeopleRepository } from './people.repository';
import { RosterPreviewsRepository } from './roster-previews.repository';
import { RosterSettingsService } from './roster-settings.service';

export const ROSTER_RETENTION = 'roster-retention';

/** What of one conference is due to be deleted: of how many people. */
export interface DueData {
  readonly conferenceId: string;
  readonly dayOnly: number;
  readonly birthDates: number;
}

/**
 * Deletes what rosters hold for a time only, on its date: day-only data, dates of birth, lists that nobody confirmed.
 * Running it again, in another process too, finds nothing left to do.
 */
@Injectable()
export class RosterRetention implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly previews: RosterPreviewsRepository,
    private readonly places: ConferencePlacesService,
    private readonly settings: RosterSettingsService,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.add({
      name: ROSTER_RETENTION,
      everySeconds: 3600,
      run: async () => {
        await this.run();
      },
    });
  }

  /** What would be deleted now, without deleting it. */
  async due(): Promise<readonly DueData[]> {
    const due: DueData[] = [];
    for (const held of await this.people.heldForATime()) {
      const { dayOnly, birthDates } = await this.isDue(held.conferenceId);
      const counts = {
        conferenceId: held.conferenceId,
        dayOnly: dayOnly ? held.dayOnly : 0,
        birthDates: birthDates ? held.birthDates : 0,
      };
      if (counts.dayOnly + counts.birthDates > 0) due.push(counts);
    }
    return due;
  }

  /** Deletes what is due, one conference a unit of work, and says what it deleted. */
  async run(): Promise<readonly DueData[]> {
    await this.database.transaction(() => this.previews.clearExpired(this.clock.now()));
    const deleted: DueData[] = [];
    for (const { conferenceId } of await this.due()) {
      const done = await this.database.transaction(() => this.delete(conferenceId));
      if (done.dayOnly + done.birthDates > 0) deleted.push(done);
    }
    return deleted;
  }

  private async delete(conferenceId: string): Promise<DueData> {
    // Under the lock a date that staff are just moving is the one they moved it to.
    await this.places.lock(conferenceId);
    const isDue = await this.isDue(conferenceId);
    const done = {
      conferenceId,
      dayOnly: isDue.dayOnly ? await this.people.forgetDayOnly(conferenceId, this.clock.now()) : 0,
      birthDates: isDue.birthDates ? await this.people.forgetBirthDates(conferenceId) : 0,
    };
    if (done.dayOnly + done.birthDates > 0) {
      const { dayOnly, birthDates } = done;
      await this.audit.record({
        action: 'roster.data-deleted',
        objectKind: 'conference',
        objectId: conferenceId,
        details: { dayOnly, birthDates },
      });
    }
    return done;
  }

  private async isDue(conferenceId: string): Promise<{ dayOnly: boolean; birthDates: boolean }> {
    const conference = await this.places.facts(conferenceId);
    if (!conference) return { dayOnly: false, birthDates: false };
    const { dayOnlyDays, trackingDays } = await this.settings.of(conferenceId);
    const now = this.clock.now();
    return {
      dayOnly: now >= goesAt(conference.endsAt, dayOnlyDays),
      birthDates: now >= goesAt(conference.endsAt, trackingDays),
    };
  }
}
