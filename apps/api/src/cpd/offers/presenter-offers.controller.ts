import type { Page } from '@lectern/core';
import { PRESENTER_OFFER_STATUSES, PRESENTER_OFFERS_PATH, type PresenterOffer } from '@lectern/cpd';
import { OfferDecisionRequest, OfferNote, OfferRevision, OfferWithdrawal } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { RequirePermission } from '../../platform/access';
import { Answers } from '../../platform/answers';
import { limitOf } from '../../platform/paging';
import { choiceAsked, textAsked } from '../../platform/questions';
import { CurrentActor } from '../../platform/visitor.decorators';
import { type Asked, idAsked } from './offer-questions';
import { OfferStepsService } from './offer-steps.service';
import { OFFER_MOMENTS, OFFER_OWNERS, PresenterOffersService } from './presenter-offers.service';

/** Offers to deliver: what a team sees and does, and what a mentor decides. */
@Controller(PRESENTER_OFFERS_PATH)
export class PresenterOffersController {
  constructor(
    private readonly offers: PresenterOffersService,
    private readonly steps: OfferStepsService,
  ) {}

  @RequirePermission('offer.see')
  @Get()
  @Answers(200, 'Page<PresenterOffer>')
  list(@CurrentActor() actor: Actor, @Query() asked: Asked): Promise<Page<PresenterOffer>> {
    const cursor = textAsked(asked, 'cursor', 200);
    return this.offers.list(
      actor,
      {
        status: choiceAsked(asked, 'status', PRESENTER_OFFER_STATUSES),
        sessionId: idAsked(asked, 'sessionId'),
        when: choiceAsked(asked, 'when', OFFER_MOMENTS),
        whose: choiceAsked(asked, 'whose', OFFER_OWNERS),
      },
      limitOf(asked['limit']),
      cursor,
    );
  }

  @RequirePermission('offer.see')
  @Get(':id')
  @Answers(200, 'PresenterOffer')
  see(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PresenterOffer> {
    return this.offers.see(actor, id);
  }

  @RequirePermission('offer.make')
  @Post(':id/revision')
  @HttpCode(200)
  @Answers(200, 'PresenterOffer')
  revise(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { outline }: OfferRevision,
  ): Promise<PresenterOffer> {
    return this.steps.revise(actor, id, outline);
  }

  @RequirePermission('offer.see')
  @Post(':id/withdrawal')
  @HttpCode(200)
  @Answers(200, 'PresenterOffer')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: OfferWithdrawal,
  ): Promise<PresenterOffer> {
    return this.steps.withdraw(actor, id, reason);
  }

  @RequirePermission('offer.see')
  @Post(':id/notes')
  @Answers(201, 'PresenterOffer')
  note(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { text }: OfferNote,
  ): Promise<PresenterOffer> {
    return this.steps.note(actor, id, text);
  }

  @RequirePermission('offer.decide')
  @Post(':id/decisions')
  @HttpCode(200)
  @Answers(200, 'PresenterOffer')
  decide(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() decision: OfferDecisionRequest,
  ): Promise<PresenterOffer> {
    return this.steps.decide(actor, id, decision);
  }
}
