import { type Clock, DomainError, newId, notFound } from '@lectern/core';
import {
  decideOfferStep,
  keepsPlaces,
  notSuitable,
  type OfferAction,
  type OfferParty,
  type PresenterOffer,
  type PresenterOfferStatus,
  SUITABILITY_YEARS,
} from '@lectern/cpd';
import type { OfferDecisionRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Database } from '../../persistence/database';
import { CLOCK } from '../../platform/tokens';
import type { CpdSessionEntity } from '../planning/cpd-session.entity';
import { placeView } from '../planning/cpd-session.mapper';
import { CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { CpdSessionsService } from '../planning/cpd-sessions.service';
import { CommitmentsService } from './commitments.service';
import { OfferNews } from './offer-news';
import { OfferViews, partyOf, type Team } from './offer-views';
import { clashes, notSuitableYet, stepRefused } from './offers.errors';
import { type Offer, PresenterOffersRepository } from './presenter-offers.repository';
import { StandbyPromotion } from './standby-promotion';

/** An offer and its session under the session’s lock. */
export interface LockedOffer {
  readonly offer: Offer;
  readonly session: CpdSessionEntity;
}

/** Who acts; null for what happens by itself. */
export interface By {
  readonly party: OfferParty;
  readonly accountId: string | null;
}

interface Step {
  readonly action: OfferAction;
  readonly by: By;
  readonly text: string | null;
  /** The field that a missing reason is reported on. */
  readonly field: string;
}

const PLACES_FREED: readonly OfferAction[] = ['decline', 'withdraw'];

const trimmed = (text: string | undefined): string | null => (text?.trim() ? text.trim() : null);

/** Takes an offer from step to step, each decided under the lock of its session. */
@Injectable()
export class OfferStepsService {
  constructor(
    private readonly database: Database,
    private readonly offers: PresenterOffersRepository,
    private readonly sessions: CpdSessionsRepository,
    private readonly planning: CpdSessionsService,
    private readonly commitments: CommitmentsService,
    private readonly views: OfferViews,
    private readonly promotion: StandbyPromotion,
    private readonly news: OfferNews,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What a mentor decides. */
  decide(actor: Actor, id: string, { decision, note }: OfferDecisionRequest): Promise<PresenterOffer> {
    return this.act(actor, id, async (locked, by) => {
      const text = trimmed(note);
      const decided = await this.take(locked, { action: decision, by, text, field: 'note' });
      await this.news.decided(decided, decision, text, locked.session.status === 'proposed');
    });
  }

  /** The team changes what it would do, as a mentor asked. */
  revise(actor: Actor, id: string, outline: string): Promise<PresenterOffer> {
    return this.act(actor, id, async (locked, by) => {
      await this.take(locked, { action: 'revise', by, text: outline.trim(), field: 'outline' });
      await this.offers.rewrite(id, outline.trim(), this.clock.now());
    });
  }

  /** The whole team’s offer is taken back. */
  withdraw(actor: Actor, id: string, reason: string): Promise<PresenterOffer> {
    return this.act(actor, id, async (locked, by) => {
      const withdrawn = await this.take(locked, {
        action: 'withdraw',
        by,
        text: trimmed(reason),
        field: 'reason',
      });
      await this.news.withdrawn(withdrawn, actor.accountId, reason.trim());
    });
  }

  /** A line on the thread. */
  note(actor: Actor, id: string, text: string): Promise<PresenterOffer> {
    return this.act(actor, id, async (locked, by) => {
      await this.enter(id, 'note', by, text.trim());
      await this.audit.record({ action: 'cpd-offer.noted', objectKind: 'cpd-offer', objectId: id });
      await this.news.noted(locked, by.party, actor.accountId, text.trim());
    });
  }

  /** Whether the team was there, as the door or staff say. Inside a unit of work or in its own. */
  async settle(offerId: string, action: 'deliver' | 'miss', by: By): Promise<PresenterOfferStatus> {
    return this.database.transaction(async () => {
      const locked = await this.lock(offerId);
      const { offer } = await this.take(locked, { action, by, text: null, field: 'status' });
      return offer.status as PresenterOfferStatus;
    });
  }

  private act(
    actor: Actor,
    id: string,
    work: (locked: LockedOffer, by: By) => Promise<void>,
  ): Promise<PresenterOffer> {
    return this.database.transaction(async () => {
      const locked = await this.lock(id);
      const party = partyOf(actor, locked.offer);
      if (party === null) throw notFound('offer');
      await work(locked, { party, accountId: actor.accountId });
      const after = await this.offers.find(id);
      const [view] = after ? await this.views.of(actor, [after]) : [];
      if (!view) throw notFound('offer');
      return view;
    });
  }

  private async lock(offerId: string): Promise<LockedOffer> {
    const known = await this.offers.find(offerId);
    if (!known) throw notFound('offer');
    const [session] = await this.sessions.lock([known.sessionId]);
    // What was read before the lock may have changed while others held it.
    const offer = await this.offers.find(offerId);
    if (!session || !offer) throw notFound('offer');
    return { offer, session };
  }

  private async take({ offer, session }: LockedOffer, step: Step): Promise<LockedOffer> {
    const { action, by, text, field } = step;
    const from = offer.status as PresenterOfferStatus;
    const now = this.clock.now();
    const team = (await this.views.teamsOf([offer])).get(offer.id) ?? [];
    const lacking = notSuitable(team, { now, sessionEndsAt: session.endsAt }, SUITABILITY_YEARS);
    const decision = decideOfferStep({
      status: from,
      action,
      by: by.party,
      reason: text,
      isTeamSuitable: lacking.length === 0,
      sessionStartsAt: session.startsAt,
      now,
    });
    if (decision.kind === 'refused') {
      if (decision.code === 'suitability-not-confirmed') throw notSuitableYet(lacking);
      throw stepRefused(decision.code, decision.words, field);
    }
    if (action === 'approve') await this.refuseClashes(session, team);
    const to = decision.status;
    const staysLive = to === 'standby' || keepsPlaces(to);
    if (!(await this.offers.step(offer.id, { from, to, staysLive, at: now }))) {
      throw new DomainError(
        'conflict',
        'offer-step-not-allowed',
        'Somebody else has just changed this offer. Open it again.',
      );
    }
    await this.enter(offer.id, action, by, text);
    await this.audit.record({
      action: `cpd-offer.${action}`,
      objectKind: 'cpd-offer',
      objectId: offer.id,
      details: { from, to },
    });
    await this.carryOn(action, session, text);
    return { offer: { ...offer, status: to }, session };
  }

  /** What a step does to the session: a proposal lives and dies with its offer, and freed places are given on. */
  private async carryOn(action: OfferAction, session: CpdSessionEntity, text: string | null): Promise<void> {
    const isFreed = PLACES_FREED.includes(action);
    if (session.status === 'proposed') {
      if (action === 'approve') await this.planning.move(session.id, { to: 'draft' });
      if (isFreed)
        await this.planning.move(session.id, { to: 'cancelled', reason: (text ?? '').slice(0, 500) });
    } else if (isFreed) {
      await this.promotion.promote(session);
    }
  }

  private async refuseClashes(session: CpdSessionEntity, team: Team): Promise<void> {
    const found = await this.commitments.clashesOf({
      id: session.id,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      place: placeView(session),
      people: team,
      asksForRoom: session.status === 'proposed',
    });
    if (found.length === 0) return;
    const ask = 'Ask them to settle that first, or ask for changes.';
    throw clashes(found, session.placeName, {
      offer: ask,
      booking: ask,
      placement: ask,
      room: 'Ask the university to find another room or time first.',
    });
  }

  private enter(offerId: string, action: OfferAction | 'note', by: By, text: string | null): Promise<void> {
    return this.offers.addEntry({
      id: newId(),
      offerId,
      action,
      party: by.party,
      writtenBy: by.accountId,
      text,
      writtenAt: this.clock.now(),
    });
  }
}
