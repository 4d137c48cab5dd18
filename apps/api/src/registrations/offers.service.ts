import { type Clock, notFound } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import type { Group, OfferAnswerWord, OfferDetails, OfferStatus } from '@lectern/registrations';
import { Inject, Injectable } from '@nestjs/common';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { Database } from '../persistence/database';
import { hashToken } from '../platform/secrets';
import { CLOCK } from '../platform/tokens';
import { SchoolsService } from '../schools/schools.service';
import { offerOver } from './groups.errors';
import { GroupsService } from './groups.service';
import { OfferAnswers } from './offer-answers';
import { OffersRepository } from './offers.repository';
import type { PlaceOfferEntity } from './place-offer.entity';

/** Offers of places as schools see and answer them: whoever holds the link, and the school's coordinators. */
@Injectable()
export class OffersService {
  constructor(
    private readonly database: Database,
    private readonly offers: OffersRepository,
    private readonly answers: OfferAnswers,
    private readonly groups: GroupsService,
    private readonly places: ConferencePlacesService,
    private readonly schools: SchoolsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the link of an offer tells, also once it is answered or over; reading it changes nothing. */
  async details(token: string): Promise<OfferDetails> {
    const offer = await this.byToken(token);
    const group = await this.groups.ofOffer(offer.groupId);
    const conference = await this.places.facts(offer.conferenceId);
    if (!group || !conference) throw notFound('offer');
    const school = await this.schools.find(group.schoolUrn);
    return {
      status: this.statusOf(offer),
      places: offer.places,
      expiresAt: offer.expiresAt.toISOString(),
      pupilsWanted: group.pupilsWanted,
      schoolName: school?.name ?? group.schoolUrn,
      conference: {
        slug: conference.slug,
        title: conference.title,
        startsAt: conference.startsAt.toISOString(),
        endsAt: conference.endsAt.toISOString(),
        venueName: conference.venueName,
        finalNumbersAt: conference.finalNumbersAt.toISOString(),
      },
    };
  }

  async answerByLink(token: string, answer: OfferAnswerWord): Promise<OfferDetails> {
    const offer = await this.byToken(token);
    await this.database.transaction(() => this.answers.take(offer, answer, null));
    return this.details(token);
  }

  /** Answers the open offer of a group that the actor may change. */
  async answer(actor: Actor, groupId: string, answer: OfferAnswerWord): Promise<Group> {
    await this.groups.own(actor, groupId, 'group.change');
    const offer = await this.offers.openNow(groupId);
    if (!offer) throw offerOver(undefined);
    await this.database.transaction(() => this.answers.take(offer, answer, actor.accountId));
    return this.groups.see(actor, groupId);
  }

  private async byToken(token: string): Promise<PlaceOfferEntity> {
    const offer = await this.offers.findByToken(hashToken(token));
    if (!offer) throw notFound('offer');
    return offer;
  }

  /** An offer whose time is over is so before the job has come by. */
  private statusOf(offer: PlaceOfferEntity): OfferStatus {
    const isLate = offer.status === 'open' && offer.expiresAt <= this.clock.now();
    return isLate ? 'expired' : (offer.status as OfferStatus);
  }
}
