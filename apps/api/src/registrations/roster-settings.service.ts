import { type Clock, notFound, validationFailed } from '@lectern/core';
import { ROSTER_SETTINGS, type RosterSettings } from '@lectern/registrations';
import type { RosterSettingsChange } from '@lectern/registrations/requests';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { ConferenceLifecycle } from '../conferences/conference-lifecycle';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import { PeopleRepository } from './people.repository';
import { RosterSettingsRepository } from './roster-settings.repository';
import { TicketsRepository } from './tickets.repository';

/** What each conference asks of its rosters and for how long it keeps that; staff set it. */
@Injectable()
export class RosterSettingsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly settings: RosterSettingsRepository,
    private readonly places: ConferencePlacesService,
    private readonly lifecycle: ConferenceLifecycle,
    private readonly people: PeopleRepository,
    private readonly tickets: TicketsRepository,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.lifecycle.whenCopied(async ({ from, to }) => {
      const row = await this.settings.find(from);
      if (!row) return;
      // Dates of birth are asked for anew, with a reason of the year, or not at all.
      const untracked = { trackingData: false, trackingReason: null };
      await this.settings.save({ ...row, ...untracked, conferenceId: to, updatedAt: this.clock.now() });
    });
  }

  /** What holds for a conference that is known to exist. */
  async of(conferenceId: string): Promise<RosterSettings> {
    const row = await this.settings.find(conferenceId);
    if (!row) return { conferenceId, ...ROSTER_SETTINGS };
    return {
      conferenceId,
      swapsAfterFinalNumbers: row.swapsAfterFinalNumbers,
      trackingData: row.trackingData,
      trackingReason: row.trackingReason,
      trackingDays: row.trackingDays,
      dayOnlyDays: row.dayOnlyDays,
      photoConsentMonths: row.photoConsentMonths,
    };
  }

  async see(conferenceId: string): Promise<RosterSettings> {
    if (!(await this.places.facts(conferenceId))) throw notFound('conference');
    return this.of(conferenceId);
  }

  async change(conferenceId: string, change: RosterSettingsChange): Promise<RosterSettings> {
    return this.database.transaction(async () => {
      await this.places.lock(conferenceId);
      const before = await this.of(conferenceId);
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value != null));
      const reason =
        change.trackingReason === undefined ? before.trackingReason : change.trackingReason?.trim() || null;
      const after: RosterSettings = { ...before, ...given, trackingReason: reason };
      if (after.trackingData && after.trackingReason === null) {
        const message = 'Say why dates of birth are asked for. Schools are shown this.';
        throw validationFailed([{ field: 'trackingReason', code: 'missing', message }]);
      }
      await this.settings.save({ ...after, updatedAt: this.clock.now() });
      const forgotten = after.trackingData ? 0 : await this.people.forgetBirthDates(conferenceId);
      if (after.photoConsentMonths !== before.photoConsentMonths) {
        // Who may be photographed is told to the doors with each ticket.
        await this.tickets.touchAll(conferenceId, await this.places.nextRosterVersion(conferenceId));
      }
      await this.audit.record({
        action: 'roster-settings.changed',
        objectKind: 'conference',
        objectId: conferenceId,
        details: { fields: Object.keys(change), ...(forgotten > 0 ? { birthDatesDeleted: forgotten } : {}) },
      });
      return after;
    });
  }
}
