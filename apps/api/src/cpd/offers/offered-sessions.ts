import { type Clock, newId } from '@lectern/core';
import { keepsPlaces, type PresenterOfferStatus, publicPresenters, SUITABILITY_YEARS } from '@lectern/cpd';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { CLOCK } from '../../platform/tokens';
import type { CpdSessionEntity } from '../planning/cpd-session.entity';
import {
  CpdSessionLifecycle,
  type CpdSessionRevision,
  type CpdSessionTransitionMade,
} from '../planning/cpd-session-lifecycle';
import { placeView } from '../planning/cpd-session.mapper';
import { PlanSources, type SessionStaffing } from '../planning/plan-sources';
import { CommitmentsService } from './commitments.service';
import { OfferPost, sessionTold } from './offer-post';
import { OfferViews } from './offer-views';
import { offeredSessionCancelledLetter, offeredSessionChangedLetter } from './offer.letters';
import { clashes } from './offers.errors';
import { type Offer, PresenterOffersRepository } from './presenter-offers.repository';
import { StandbyPromotion } from './standby-promotion';

const isLive = ({ status }: Offer): boolean =>
  status === 'standby' || keepsPlaces(status as PresenterOfferStatus);
const isSettled = ({ status }: Offer): boolean => status === 'delivered' || status === 'no-show';
const isDelivering = ({ status }: Offer): boolean => status === 'approved' || status === 'delivered';

const TOO_LATE = 'The session took place before this offer was decided on.';

const ASK = 'Withdraw that offer first, or choose another time.';

/** What becomes of offers when their session moves or changes, and who gives a session, for the plan. */
@Injectable()
export class OfferedSessions implements OnModuleInit {
  constructor(
    private readonly lifecycle: CpdSessionLifecycle,
    private readonly sources: PlanSources,
    private readonly offers: PresenterOffersRepository,
    private readonly views: OfferViews,
    private readonly commitments: CommitmentsService,
    private readonly promotion: StandbyPromotion,
    private readonly post: OfferPost,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sources.provideStaffing((sessionIds) => this.staffing(sessionIds));
    this.lifecycle.whenMoved((transition) => this.moved(transition));
    this.lifecycle.beforeRevised((revision) => this.refuseClashes(revision));
    this.lifecycle.whenRevised((revision) => this.revised(revision));
  }

  /** Only those whose suitability is confirmed are named; all who are approved are counted. */
  async staffing(sessionIds: readonly string[]): Promise<ReadonlyMap<string, SessionStaffing>> {
    const delivering = (await this.offers.ofSessions(sessionIds)).filter(isDelivering);
    const teams = await this.views.teamsOf(delivering);
    const now = this.clock.now();
    const found = new Map<string, SessionStaffing>();
    for (const { id, sessionId, status } of delivering) {
      const team = teams.get(id) ?? [];
      const before = found.get(sessionId) ?? { presenters: [], approved: 0 };
      const named = publicPresenters({ status, team }, now, SUITABILITY_YEARS);
      found.set(sessionId, {
        presenters: [...before.presenters, ...named.map(({ name }) => ({ name }))],
        approved: before.approved + team.length,
      });
    }
    return found;
  }

  /** Nobody keeps an offer for a session that is off, and nothing waits for a decision that comes too late. */
  private async moved({ session, from, to, reason }: CpdSessionTransitionMade): Promise<void> {
    if (to !== 'cancelled' && to !== 'delivered') return;
    const live = (await this.offers.ofSessions([session.id])).filter(
      (offer) => isLive(offer) && !isSettled(offer),
    );
    for (const offer of live) {
      if (to === 'cancelled') {
        const why = reason ?? 'The session was cancelled.';
        await this.end(offer, from === 'proposed' ? 'decline' : 'withdraw', why);
        await this.post.tellTeam(offer, session, 'cpd-offer.session-cancelled', (told) =>
          offeredSessionCancelledLetter(told, why),
        );
      } else if (offer.status !== 'approved') {
        await this.end(offer, 'decline', TOO_LATE);
      }
    }
  }

  private async end(offer: Offer, action: 'decline' | 'withdraw', text: string): Promise<void> {
    const at = this.clock.now();
    const from = offer.status as PresenterOfferStatus;
    const to = action === 'decline' ? 'declined' : 'withdrawn';
    await this.offers.step(offer.id, { from, to, staysLive: false, at });
    await this.offers.addEntry({
      id: newId(),
      offerId: offer.id,
      action,
      party: 'staff',
      writtenBy: null,
      text,
      writtenAt: at,
    });
    await this.audit.record({
      action: `cpd-offer.${action}`,
      objectKind: 'cpd-offer',
      objectId: offer.id,
      details: { from, to, because: 'session' },
    });
  }

  /** Staff do not move a session to where its approved presenters cannot be; the clash says who and why. */
  private async refuseClashes({ before, after }: CpdSessionRevision): Promise<void> {
    if (!hasMoved(before, after)) return;
    const approved = (await this.offers.ofSessions([after.id])).filter(({ status }) => status === 'approved');
    const teams = await this.views.teamsOf(approved);
    const people = approved.flatMap(({ id }) => teams.get(id) ?? []);
    if (people.length === 0) return;
    const found = await this.commitments.clashesOf({
      id: after.id,
      startsAt: after.startsAt,
      endsAt: after.endsAt,
      place: placeView(after),
      people,
      asksForRoom: false,
    });
    if (found.length > 0)
      throw clashes(found, after.placeName, { offer: ASK, booking: ASK, placement: ASK, room: ASK });
  }

  private async revised({ before, after }: CpdSessionRevision): Promise<void> {
    if (before.title !== after.title || hasMoved(before, after)) {
      const told = (await this.offers.ofSessions([after.id])).filter(
        (offer) => isLive(offer) && !isSettled(offer),
      );
      for (const offer of told) {
        await this.post.tellTeam(offer, after, 'cpd-offer.session-changed', (facts) =>
          offeredSessionChangedLetter(facts, sessionTold(before)),
        );
      }
    }
    await this.promotion.promote(after);
  }
}

const hasMoved = (before: CpdSessionEntity, after: CpdSessionEntity): boolean =>
  before.startsAt.getTime() !== after.startsAt.getTime() ||
  before.endsAt.getTime() !== after.endsAt.getTime() ||
  JSON.stringify(placeView(before)) !== JSON.stringify(placeView(after));
