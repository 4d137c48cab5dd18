import { type Clock, notFound, type Page } from '@lectern/core';
import type { PresenterOffer, PresenterOfferStatus } from '@lectern/cpd';
import { type Actor, can } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { cursorOf, placeOf } from '../../platform/paging';
import { CLOCK } from '../../platform/tokens';
import { OfferStepsService } from './offer-steps.service';
import { OfferViews, partyOf } from './offer-views';
import { type OfferListing, PresenterOffersRepository } from './presenter-offers.repository';

/** One of those who give a session. */
export interface DeliveringPresenter {
  /** The id that attendance is kept under. */
  readonly presenterId: string;
  readonly accountId: string;
  readonly name: string;
}

/** Those who give a session together: an approved offer, or one that was delivered or missed since. */
export interface DeliveringTeam {
  readonly offerId: string;
  readonly sessionId: string;
  readonly status: PresenterOfferStatus;
  readonly people: readonly DeliveringPresenter[];
}

export const OFFER_MOMENTS = ['to-come', 'past'] as const;
export const OFFER_OWNERS = ['mine', 'all'] as const;

export interface OfferQuestions {
  readonly status?: PresenterOfferStatus | undefined;
  readonly sessionId?: string | undefined;
  /** Whether the session is still to begin. */
  readonly when?: (typeof OFFER_MOMENTS)[number] | undefined;
  /** Their own for whoever may see all of them too. */
  readonly whose?: (typeof OFFER_OWNERS)[number] | undefined;
}

const DELIVERING: readonly string[] = ['approved', 'delivered', 'no-show'];

/** Offers to deliver: who sees which, and what the door and the evidence need of them. */
@Injectable()
export class PresenterOffersService {
  constructor(
    private readonly offers: PresenterOffersRepository,
    private readonly views: OfferViews,
    private readonly steps: OfferStepsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of mentors and staff all, of trainees those of their own teams; in the order in which they were made. */
  async list(
    actor: Actor,
    asked: OfferQuestions,
    limit: number,
    cursor?: string,
  ): Promise<Page<PresenterOffer>> {
    const place = placeOf(cursor, 2);
    const seesAll = can(actor, 'offer.decide') && asked.whose !== 'mine';
    const listing: OfferListing = {
      ofAccount: seesAll ? undefined : actor.accountId,
      statuses: asked.status && [asked.status],
      sessionId: asked.sessionId,
      from: asked.when === 'to-come' ? this.clock.now() : undefined,
      to: asked.when === 'past' ? this.clock.now() : undefined,
      limit: limit + 1,
      after: place ? { offeredAt: new Date(Number(place[0])), id: String(place[1]) } : null,
    };
    const rows = await this.offers.list(listing);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.views.of(actor, shown),
      nextCursor: rows.length > limit && last ? cursorOf([last.offeredAt.getTime(), last.id]) : null,
    };
  }

  /** One offer; another team’s does not exist for a trainee. */
  async see(actor: Actor, id: string): Promise<PresenterOffer> {
    const offer = await this.offers.find(id);
    if (!offer || partyOf(actor, offer) === null) throw notFound('offer');
    const [view] = await this.views.of(actor, [offer]);
    if (!view) throw notFound('offer');
    return view;
  }

  /** Who gives a session: the teams whose offers are approved, or were delivered or missed since. */
  async teamOf(sessionId: string): Promise<readonly DeliveringTeam[]> {
    return this.teams(await this.offers.ofSessions([sessionId]));
  }

  /** The sessions that somebody gives or gave, with whom; for their evidence. */
  async deliveredBy(accountId: string): Promise<readonly DeliveringTeam[]> {
    const listing: OfferListing = { ofAccount: accountId, limit: 500, after: null };
    return this.teams(await this.offers.list(listing));
  }

  /** One team by its offer; null when it gives nothing. */
  async delivering(offerId: string): Promise<DeliveringTeam | null> {
    const offer = await this.offers.find(offerId);
    return offer ? ((await this.teams([offer]))[0] ?? null) : null;
  }

  /**
   * Whether the team was there: by the door (`nobody`), or by somebody of staff whose account is given. The same again
   * changes nothing; one is corrected into the other.
   */
  async settle(
    offerId: string,
    action: 'deliver' | 'miss',
    byStaff: string | null = null,
  ): Promise<PresenterOfferStatus> {
    const offer = await this.offers.find(offerId);
    const to: PresenterOfferStatus = action === 'deliver' ? 'delivered' : 'no-show';
    if (offer?.status === to) return to;
    return this.steps.settle(offerId, action, {
      party: byStaff === null ? 'nobody' : 'staff',
      accountId: byStaff,
    });
  }

  private async teams(
    offers: Awaited<ReturnType<PresenterOffersRepository['ofSessions']>>,
  ): Promise<DeliveringTeam[]> {
    const delivering = offers.filter(({ status }) => DELIVERING.includes(status));
    const teams = await this.views.teamsOf(delivering);
    return delivering.map(({ id, sessionId, status }) => ({
      offerId: id,
      sessionId,
      status: status as PresenterOfferStatus,
      people: (teams.get(id) ?? []).map(({ presenterId, accountId, name }) => ({
        presenterId,
        accountId,
        name,
      })),
    }));
  }
}
