import { BOOKING_OFFERS_PATH, type BookingOffer } from '@lectern/cpd';
import { BookingOfferAnswer } from '@lectern/cpd/requests';
import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../platform/access';
import { Answers } from '../../platform/answers';
import { type Limit, Throttle } from '../../platform/throttle';
import { BookingOffersService } from './booking-offers.service';

const TRIES: Limit = { name: 'offer-address', tries: 100, seconds: 900 };

/** Offers of places at sessions, seen and answered by the link of the letter. */
@Controller(BOOKING_OFFERS_PATH)
export class BookingOffersController {
  constructor(
    private readonly offers: BookingOffersService,
    private readonly throttle: Throttle,
  ) {}

  @Public()
  @Get(':token')
  @Answers(200, 'BookingOffer')
  async details(@Param('token') token: string, @Req() raw: FastifyRequest): Promise<BookingOffer> {
    await this.throttle.take(TRIES, raw.ip);
    return this.offers.details(token);
  }

  @Public()
  @Post(':token/answer')
  @HttpCode(200)
  @Answers(200, 'BookingOffer')
  async answer(
    @Param('token') token: string,
    @Body() { answer }: BookingOfferAnswer,
    @Req() raw: FastifyRequest,
  ): Promise<BookingOffer> {
    await this.throttle.take(TRIES, raw.ip);
    return this.offers.answer(token, answer);
  }
}
