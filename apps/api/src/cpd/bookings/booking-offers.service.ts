import { type Clock, notFound } from '@lectern/core';
import type { BookingOffer, BookingOfferAnswerWord, BookingOfferStatus } from '@lectern/cpd';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';
import { hashToken } from '../../platform/secrets';
import { CLOCK } from '../../platform/tokens';
import { BookingOfferAnswers } from './booking-offer-answers';
import type { BookingOfferEntity } from './booking-offer.entity';
import { BookingOffersRepository } from './booking-offers.repository';
import { BookingThings } from './booking-things';

/** Offers of places as whoever holds their link sees and answers them. */
@Injectable()
export class BookingOffersService {
  constructor(
    private readonly database: Database,
    private readonly offers: BookingOffersRepository,
    private readonly answers: BookingOfferAnswers,
    private readonly things: BookingThings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the link of an offer tells, also once it is answered or over; reading it changes nothing. */
  async details(token: string): Promise<BookingOffer> {
    const offer = await this.byToken(token);
    const { booking, seriesTitle, sessions } = await this.things.find(offer.bookingId);
    return {
      status: this.statusOf(offer),
      places: offer.places,
      people: booking.people,
      expiresAt: offer.expiresAt.toISOString(),
      title: seriesTitle ?? sessions[0]?.title ?? '',
      sessions,
    };
  }

  async answer(token: string, answer: BookingOfferAnswerWord): Promise<BookingOffer> {
    const offer = await this.byToken(token);
    await this.database.transaction(() => this.answers.take(offer.id, offer.bookingId, answer, null));
    return this.details(token);
  }

  private async byToken(token: string): Promise<BookingOfferEntity> {
    const offer = await this.offers.findByToken(hashToken(token));
    if (!offer) throw notFound('offer');
    return offer;
  }

  /** An offer whose time is over is so before the job has come by. */
  private statusOf(offer: BookingOfferEntity): BookingOfferStatus {
    const isLate = offer.status === 'open' && offer.expiresAt <= this.clock.now();
    return isLate ? 'expired' : (offer.status as BookingOfferStatus);
  }
}
