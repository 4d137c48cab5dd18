import type { Actor } from '@lectern/identity';
import { type Group, GROUPS_PATH, type OfferDetails, OFFERS_PATH } from '@lectern/registrations';
import { OfferAnswer } from '@lectern/registrations/requests';
import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Public, RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import { type Limit, Throttle } from '../platform/throttle';
import { CurrentActor } from '../platform/visitor.decorators';
import { OffersService } from './offers.service';
import { WaitingListPlace } from './waiting-list-place';

const TRIES: Limit = { name: 'offer-address', tries: 100, seconds: 900 };

/** Offers of places: seen and answered by the link of the letter, or on the page of the group. */
@Controller()
export class OffersController {
  constructor(
    private readonly offers: OffersService,
    private readonly list: WaitingListPlace,
    private readonly throttle: Throttle,
  ) {}

  @Public()
  @Get(`${OFFERS_PATH}/:token`)
  @Answers(200, 'OfferDetails')
  async details(@Param('token') token: string, @Req() raw: FastifyRequest): Promise<OfferDetails> {
    await this.throttle.take(TRIES, raw.ip);
    return this.offers.details(token);
  }

  @Public()
  @Post(`${OFFERS_PATH}/:token/answer`)
  @HttpCode(200)
  @Answers(200, 'OfferDetails')
  async answerByLink(
    @Param('token') token: string,
    @Body() { answer }: OfferAnswer,
    @Req() raw: FastifyRequest,
  ): Promise<OfferDetails> {
    await this.throttle.take(TRIES, raw.ip);
    return this.offers.answerByLink(token, answer);
  }

  @RequirePermission('group.change')
  @Post(`${GROUPS_PATH}/:id/offer-answer`)
  @HttpCode(200)
  @Answers(200, 'Group')
  answer(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { answer }: OfferAnswer,
  ): Promise<Group> {
    return this.offers.answer(actor, id, answer);
  }

  @RequirePermission('group.change')
  @Post(`${GROUPS_PATH}/:id/rejoining`)
  @HttpCode(200)
  @Answers(200, 'Group')
  rejoin(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Group> {
    return this.list.rejoin(actor, id);
  }
}
