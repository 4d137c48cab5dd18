import { type Clock, newId } from '@lectern/core';
import { decideOfferStep, type PresenterOfferStatus, promoteStandby } from '@lectern/cpd';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { CLOCK } from '../../platform/tokens';
import type { CpdSessionEntity } from '../planning/cpd-session.entity';
import { OfferPost } from './offer-post';
import { standing } from './offer-views';
import { offerPromotedLetter } from './offer.letters';
import { PresenterOffersRepository } from './presenter-offers.repository';

/** Moves offers up from standby, whole teams in order, when places among the presenters come free. */
@Injectable()
export class StandbyPromotion {
  constructor(
    private readonly offers: PresenterOffersRepository,
    private readonly post: OfferPost,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Inside the unit of work that freed the places, and under the session’s lock. */
  async promote(session: CpdSessionEntity): Promise<void> {
    if (session.status !== 'published' && session.status !== 'draft') return;
    const now = this.clock.now();
    const offers = await this.offers.ofSessions([session.id]);
    for (const id of promoteStandby(session.presentersWanted, offers.map(standing))) {
      const offer = offers.find((one) => one.id === id);
      const decision = decideOfferStep({
        status: offer?.status as PresenterOfferStatus,
        action: 'promote',
        by: 'nobody',
        isTeamSuitable: false,
        sessionStartsAt: session.startsAt,
        now,
      });
      if (!offer || decision.kind === 'refused') continue;
      await this.offers.step(id, { from: 'standby', to: decision.status, staysLive: true, at: now });
      await this.offers.addEntry({
        id: newId(),
        offerId: id,
        action: 'promote',
        party: 'nobody',
        writtenBy: null,
        text: null,
        writtenAt: now,
      });
      await this.audit.record({ action: 'cpd-offer.promoted', objectKind: 'cpd-offer', objectId: id });
      await this.post.tellTeam(offer, session, 'cpd-offer.promoted', offerPromotedLetter);
    }
  }
}
