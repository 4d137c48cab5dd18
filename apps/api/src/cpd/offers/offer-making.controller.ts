import type { Page } from '@lectern/core';
import {
  CPD_PROPOSALS_PATH,
  CPD_SESSIONS_PATH,
  type OfferMade,
  PRESENTERS_WANTED_PATH,
  type PresentersWanted,
  type TraineeFound,
  TRAINEES_PATH,
} from '@lectern/cpd';
import { PresenterOfferRequest, SessionProposalRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { RequirePermission } from '../../platform/access';
import { Answers } from '../../platform/answers';
import { limitOf } from '../../platform/paging';
import { textAsked } from '../../platform/questions';
import { CurrentActor } from '../../platform/visitor.decorators';
import { OfferMakingService } from './offer-making.service';
import type { Asked } from './offer-questions';
import { PresentersWantedService } from './presenters-wanted.service';

/** How a trainee comes to an offer: what is wanted, with whom, and the offer itself. */
@Controller()
export class OfferMakingController {
  constructor(
    private readonly making: OfferMakingService,
    private readonly wanted: PresentersWantedService,
  ) {}

  @RequirePermission('offer.make')
  @Post(`${CPD_SESSIONS_PATH}/:id/offers`)
  @Answers(201, 'OfferMade')
  offer(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: PresenterOfferRequest,
  ): Promise<OfferMade> {
    return this.making.make(actor, id, request);
  }

  @RequirePermission('offer.make')
  @Post(CPD_PROPOSALS_PATH)
  @Answers(201, 'OfferMade')
  propose(@CurrentActor() actor: Actor, @Body() request: SessionProposalRequest): Promise<OfferMade> {
    return this.making.propose(actor, request);
  }

  @RequirePermission('offer.make')
  @Get(PRESENTERS_WANTED_PATH)
  @Answers(200, 'Page<PresentersWanted>')
  presentersWanted(@CurrentActor() actor: Actor, @Query() asked: Asked): Promise<Page<PresentersWanted>> {
    return this.wanted.list(actor, limitOf(asked['limit']), textAsked(asked, 'cursor', 200));
  }

  @RequirePermission('offer.make')
  @Get(`${PRESENTERS_WANTED_PATH}/:id`)
  @Answers(200, 'PresentersWanted')
  presentersWantedOf(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PresentersWanted> {
    return this.wanted.see(actor, id);
  }

  @RequirePermission('offer.see')
  @Get(TRAINEES_PATH)
  @Answers(200, 'Page<TraineeFound>')
  trainees(@CurrentActor() actor: Actor, @Query() asked: Asked): Promise<Page<TraineeFound>> {
    return this.wanted.trainees(actor, textAsked(asked, 'q') ?? '');
  }
}
