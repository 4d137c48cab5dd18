import type { Clock, Page } from '@lectern/core';
import {
  type CpdSession,
  keepsPlaces,
  presenterPlacesLeft,
  type PresenterOfferStatus,
  type PresentersWanted,
  TRAINEE_SEARCH_LEAST,
  type TraineeFound,
} from '@lectern/cpd';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AccountDirectoryService } from '../../identity/account-directory.service';
import { CLOCK } from '../../platform/tokens';
import { CpdSessionsService } from '../planning/cpd-sessions.service';
import { standing } from './offer-views';
import { type Offer, PresenterOffersRepository } from './presenter-offers.repository';

const FOUND_AT_ONCE = 10;

/** `mo…@go.example.ac.uk`: enough to tell two people of one name apart. */
const masked = (email: string): string => {
  const [name = '', domain = ''] = email.split('@');
  return `${name.slice(0, 2)}…@${domain}`;
};

const wantedOf = (session: CpdSession, offers: readonly Offer[], accountId: string): PresentersWanted => {
  const standings = offers.map(standing);
  const own = offers.find(
    ({ status, presenters }) =>
      (status === 'standby' || keepsPlaces(status as PresenterOfferStatus)) &&
      presenters.some((one) => one.accountId === accountId),
  );
  return {
    session,
    presenterPlacesLeft: Math.max(0, presenterPlacesLeft(session.presentersWanted, standings)),
    onStandby: standings.filter(({ status }) => status === 'standby').length,
    ownOfferId: own?.id ?? null,
  };
};

/** Where trainees could help, and with whom. */
@Injectable()
export class PresentersWantedService {
  constructor(
    private readonly planning: CpdSessionsService,
    private readonly offers: PresenterOffersRepository,
    private readonly directory: AccountDirectoryService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Published sessions to come that want presenters, earliest first; pages are as long as sessions are listed. */
  async list(actor: Actor, limit: number, cursor?: string): Promise<Page<PresentersWanted>> {
    const from = this.clock.now();
    const page = await this.planning.list(null, { status: 'published', from }, limit, cursor);
    const sessions = page.items.filter(({ presentersWanted }) => presentersWanted > 0);
    const offers = await this.offers.ofSessions(sessions.map(({ id }) => id));
    return {
      items: sessions.map((session) =>
        wantedOf(
          session,
          offers.filter(({ sessionId }) => sessionId === session.id),
          actor.accountId,
        ),
      ),
      nextCursor: page.nextCursor,
    };
  }

  /** How one session stands with its presenters. */
  async see(actor: Actor, sessionId: string): Promise<PresentersWanted> {
    const session = await this.planning.see(null, sessionId);
    return wantedOf(session, await this.offers.ofSessions([sessionId]), actor.accountId);
  }

  /** Trainees by part of a name or an address, without the one who asks; nobody for fewer than two letters. */
  async trainees(actor: Actor, text: string): Promise<Page<TraineeFound>> {
    if (text.length < TRAINEE_SEARCH_LEAST) return { items: [], nextCursor: null };
    const found = await this.directory.holding('trainee', text, FOUND_AT_ONCE + 1);
    const items = found
      .filter(({ id }) => id !== actor.accountId)
      .slice(0, FOUND_AT_ONCE)
      .map(({ id, name, email }) => ({ accountId: id, name, address: masked(email) }));
    return { items, nextCursor: null };
  }
}
