import { type Clock, DomainError, londonDateTime, newId, notFound, validationFailed } from '@lectern/core';
import { type Actor, can } from '@lectern/identity';
import {
  decideRosterStep,
  goesAt,
  isRosterLocked,
  type RosterLockFacts,
  type RosterOverride,
  type RosterStep,
  type RosterTerms,
} from '@lectern/registrations';
import type { RosterOpening } from '@lectern/registrations/requests';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import type { ConferenceFacts } from '../conferences/conference-places.service';
import { AccountsService } from '../identity/accounts.service';
import { CLOCK } from '../platform/tokens';
import type { GroupEntity } from './group.entity';
import { NOTICE_VERSION } from './notice-version';
import type { RosterOverrideEntity } from './roster-override.entity';
import { RosterSettingsRepository } from './roster-settings.repository';
import { RosterSettingsService } from './roster-settings.service';

const OPEN_FOR = 24 * 3_600_000;

/** One step that somebody wants to take with a group's roster. */
export interface WantedStep {
  readonly actor: Actor;
  readonly group: GroupEntity;
  readonly conference: ConferenceFacts;
  readonly step: RosterStep;
  readonly reason?: string | null | undefined;
}

/** Holds a roster still from the date for final numbers on, and keeps what staff allowed and why. */
@Injectable()
export class RosterLock {
  constructor(
    private readonly settings: RosterSettingsService,
    private readonly overrides: RosterSettingsRepository,
    private readonly accounts: AccountsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses the step, or lets it be; staff's reason is kept. Under the event's lock, in the step's unit of work. */
  async pass({ actor, group, conference, step, reason }: WantedStep): Promise<void> {
    const said = reason?.trim() || null;
    const facts = await this.factsFor(actor, group, conference, said);
    const decision = decideRosterStep(step, facts);
    if (decision === 'refused') throw await this.refusal(step, facts, conference);
    if (decision === 'with-reason' && said !== null) await this.keep(actor, group, step, said, null);
  }

  /** Opens the list to its school until a moment; what that moment is. Under the event's lock. */
  async open(
    actor: Actor,
    group: GroupEntity,
    conference: ConferenceFacts,
    { reason, until }: RosterOpening,
  ): Promise<Date> {
    const now = this.clock.now();
    const wanted = until === undefined ? new Date(now.getTime() + OPEN_FOR) : new Date(until);
    const openUntil = until === undefined && wanted > conference.endsAt ? conference.endsAt : wanted;
    if (openUntil <= now || openUntil > conference.endsAt) {
      const message = `Enter a time between now and the end of the conference, ${londonDateTime(conference.endsAt)}.`;
      throw validationFailed([{ field: 'until', code: 'out-of-range', message }]);
    }
    await this.keep(actor, group, 'change-list', reason.trim(), openUntil);
    return openUntil;
  }

  async terms(actor: Actor, group: GroupEntity, conference: ConferenceFacts): Promise<RosterTerms> {
    const facts = await this.factsFor(actor, group, conference, null);
    const settings = await this.settings.of(conference.id);
    const { trackingData } = settings;
    return {
      groupId: group.id,
      finalNumbersAt: conference.finalNumbersAt.toISOString(),
      isLocked: isRosterLocked(facts),
      openUntil: facts.openUntil?.toISOString() ?? null,
      maySwap: decideRosterStep('swap', facts) === 'free',
      mayTakeOff: decideRosterStep('take-off', facts) === 'free',
      askWhom: await this.askWhom(conference),
      overrides: await this.kept(group.id),
      trackingData,
      trackingReason: trackingData ? settings.trackingReason : null,
      trackingGoesAt: trackingData ? goesAt(conference.endsAt, settings.trackingDays).toISOString() : null,
      dayOnlyGoesAt: goesAt(conference.endsAt, settings.dayOnlyDays).toISOString(),
      photoConsentMonths: settings.photoConsentMonths,
      noticeVersion: NOTICE_VERSION,
    };
  }

  private async factsFor(
    actor: Actor,
    group: GroupEntity,
    conference: ConferenceFacts,
    reason: string | null,
  ): Promise<RosterLockFacts> {
    const now = this.clock.now();
    const opening = await this.overrides.openingAt(group.id, now);
    const { swapsAfterFinalNumbers } = await this.settings.of(conference.id);
    return {
      now,
      finalNumbersAt: conference.finalNumbersAt,
      openUntil: opening?.openUntil ?? null,
      swapsAfterFinalNumbers,
      isStaff: can(actor, 'roster.override', { schoolUrn: group.schoolUrn }),
      reason,
    };
  }

  private async refusal(
    step: RosterStep,
    facts: RosterLockFacts,
    conference: ConferenceFacts,
  ): Promise<DomainError> {
    const due = `Final numbers were due by ${londonDateTime(conference.finalNumbersAt)}, so`;
    const what =
      step === 'change-numbers'
        ? 'the numbers of this group are fixed'
        : step === 'swap'
          ? 'nobody can be swapped any more'
          : 'the list is locked';
    const still =
      step === 'swap' || !facts.swapsAfterFinalNumbers
        ? 'You can still take somebody off and tell us about their needs.'
        : 'You can still swap one person for another, take somebody off and tell us about their needs.';
    const whom = await this.askWhom(conference);
    const next = facts.isStaff
      ? 'Open the list again on the page of the group, or send a reason with the change. Give a reason either way: it is shown with the group.'
      : `${still} For anything else ask ${whom ? `${whom.name} (${whom.email})` : 'the university'}.`;
    return new DomainError('conflict', 'final-numbers-passed', `${due} ${what}. ${next}`, {
      details: { finalNumbersAt: conference.finalNumbersAt.toISOString() },
    });
  }

  private async askWhom({ createdBy }: ConferenceFacts): Promise<RosterTerms['askWhom']> {
    const account = await this.accounts.find(createdBy);
    return account ? { name: account.name, email: account.email } : null;
  }

  private async keep(
    actor: Actor,
    group: GroupEntity,
    step: RosterStep,
    reason: string,
    openUntil: Date | null,
  ): Promise<void> {
    const row: RosterOverrideEntity = {
      id: newId(),
      groupId: group.id,
      reason,
      givenBy: actor.accountId,
      givenAt: this.clock.now(),
      openUntil,
    };
    await this.overrides.addOverride(row);
    await this.audit.record({
      action: openUntil === null ? 'roster.overridden' : 'roster.opened',
      objectKind: 'group',
      objectId: group.id,
      details: { overrideId: row.id, step, ...(openUntil === null ? {} : { openUntil }) },
    });
  }

  private async kept(groupId: string): Promise<readonly RosterOverride[]> {
    const rows = await this.overrides.overrides(groupId);
    const names = new Map<string, string>();
    for (const accountId of new Set(rows.map(({ givenBy }) => givenBy))) {
      names.set(accountId, (await this.accounts.find(accountId))?.name ?? 'University staff');
    }
    const atDoor = await this.overrides.doorChanges(groupId);
    return [
      ...rows.map((row) => ({
        at: row.givenAt.toISOString(),
        reason: row.reason,
        by: names.get(row.givenBy) ?? '',
        openUntil: row.openUntil?.toISOString() ?? null,
      })),
      ...atDoor.map((row) => ({
        at: row.madeAt.toISOString(),
        reason: row.reason,
        by: row.madeBy,
        openUntil: null,
        atDoor: {
          kind: row.kind === 'walk-in' ? ('walk-in' as const) : ('substitution' as const),
          overPlaces: Boolean(row.overPlaces),
        },
      })),
    ].sort((a, b) => b.at.localeCompare(a.at));
  }
}

/** The facts of a conference that a group says it belongs to. */
export const known = (conference: ConferenceFacts | null): ConferenceFacts => {
  if (!conference) throw notFound('conference');
  return conference;
};
