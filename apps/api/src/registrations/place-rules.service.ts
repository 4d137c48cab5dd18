import { type Clock, notFound, validationFailed } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import {
  type AllocationMethod,
  checkCriteria,
  criteriaWords,
  type Criterion,
  OFFER_HOURS,
  type PlaceRules,
  USUAL_CRITERIA,
  WAITING_LIST_ORDER,
} from '@lectern/registrations';
import type { AllocationTrialRequest, PlaceRulesChange } from '@lectern/registrations/requests';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { ConferenceLifecycle } from '../conferences/conference-lifecycle';
import { type ConferenceFacts, ConferencePlacesService } from '../conferences/conference-places.service';
import { ConferencesService } from '../conferences/conferences.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import { allocationNotDue } from './groups.errors';
import { PlaceRulesRepository } from './place-rules.repository';

/** How a conference gives its places: for anyone to read, for staff to set until the places are shared out. */
@Injectable()
export class PlaceRulesService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly rules: PlaceRulesRepository,
    private readonly conferences: ConferencesService,
    private readonly places: ConferencePlacesService,
    private readonly lifecycle: ConferenceLifecycle,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.lifecycle.whenCopied(async ({ from, to }) => {
      const row = await this.rules.find(from);
      if (!row) return;
      const { offerHours, method, criteria, changedBy } = row;
      const changedAt = this.clock.now();
      await this.rules.save({ conferenceId: to, offerHours, method, criteria, changedBy, changedAt });
    });
  }

  /** A conference that the reader may not see has no rules either. */
  async see(actor: Actor | null, idOrSlug: string): Promise<PlaceRules> {
    const { id } = await this.conferences.see(actor, idOrSlug);
    const conference = await this.places.facts(id);
    if (!conference) throw notFound('conference');
    return this.of(conference);
  }

  async of(conference: ConferenceFacts): Promise<PlaceRules> {
    const row = await this.rules.find(conference.id);
    const method = (row?.method ?? 'weights') as AllocationMethod;
    const criteria = row ? (JSON.parse(row.criteria) as Criterion[]) : USUAL_CRITERIA;
    const isFair = conference.allocation === 'fair';
    return {
      allocation: conference.allocation,
      offerHours: row?.offerHours ?? OFFER_HOURS,
      method,
      criteria,
      words: isFair ? criteriaWords(method, criteria) : [WAITING_LIST_ORDER],
      allocatedAt: row?.allocatedAt?.toISOString() ?? null,
    };
  }

  async change(actor: Actor, conferenceId: string, change: PlaceRulesChange): Promise<PlaceRules> {
    const criteria = criteriaOf(change);
    return this.database.transaction(async () => {
      const conference = await this.places.lock(conferenceId);
      const before = await this.rules.find(conferenceId);
      // What was published went by these criteria; only the hours of later offers may still change.
      const isDone = before !== null && before.allocatedAt !== null;
      if (isDone && before.criteria !== JSON.stringify(criteria)) throw allocationNotDue(true);
      await this.rules.save({
        conferenceId,
        offerHours: change.offerHours,
        method: isDone ? before.method : change.method,
        criteria: JSON.stringify(criteria),
        changedBy: actor.accountId,
        changedAt: this.clock.now(),
      });
      await this.audit.record({
        action: 'conference.place-rules-changed',
        objectKind: 'conference',
        objectId: conferenceId,
        details: { offerHours: change.offerHours, method: change.method, criteria },
      });
      return this.of(conference);
    });
  }
}

/** The criteria of a request as they are stored: checked together, and without fields that do not belong to them. */
export const criteriaOf = ({ criteria }: Pick<AllocationTrialRequest, 'criteria'>): readonly Criterion[] => {
  const plain = criteria.map(({ kind, weight, favours, bandsKm, easting, northing }): Criterion => {
    if (kind !== 'distance') return { kind, weight };
    return {
      kind,
      weight,
      ...(favours == null ? {} : { favours }),
      ...(bandsKm == null ? {} : { bandsKm }),
      ...(easting == null ? {} : { easting }),
      ...(northing == null ? {} : { northing }),
    };
  });
  const errors = checkCriteria(plain);
  if (errors.length > 0) throw validationFailed(errors);
  return plain;
};
