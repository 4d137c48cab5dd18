import type { Clock } from '@lectern/core';
import type { BookingOfferAnswerWord } from '@lectern/cpd';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { CLOCK } from '../../platform/tokens';
import { BookingEnding } from './booking-ending';
import { BookingLetters } from './booking-letters';
import { BookingOffersRepository } from './booking-offers.repository';
import { BookingPlaces } from './booking-places';
import { BookingQueue } from './booking-queue';
import { bookingOfferOver } from './bookings.errors';
import { BookingsRepository } from './bookings.repository';

/** Takes what is said to an offer of places, by its link or signed in: once, in time, and under the locks. */
@Injectable()
export class BookingOfferAnswers {
  constructor(
    private readonly queue: BookingQueue,
    private readonly bookings: BookingsRepository,
    private readonly offers: BookingOffersRepository,
    private readonly places: BookingPlaces,
    private readonly ending: BookingEnding,
    private readonly letters: BookingLetters,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers the open offer of a booking. */
  async takeFor(bookingId: string, answer: BookingOfferAnswerWord, by: string): Promise<void> {
    const offer = await this.offers.openOf(bookingId);
    if (!offer) throw bookingOfferOver();
    await this.take(offer.id, bookingId, answer, by);
  }

  /** `by` is the account that answers; null when the link does. */
  async take(
    offerId: string,
    bookingId: string,
    answer: BookingOfferAnswerWord,
    by: string | null,
  ): Promise<void> {
    await this.queue.take(await this.bookings.sessionIdsOf(bookingId));
    const now = this.clock.now();
    const offer = await this.offers.find(offerId);
    const booking = await this.bookings.find(bookingId);
    if (!offer || !booking || offer.status !== 'open') throw bookingOfferOver(offer?.status);
    if (offer.expiresAt <= now) throw bookingOfferOver('expired');
    if (answer === 'decline') {
      await this.ending.end(booking, 'declined', null, by);
      return;
    }
    if ((await this.offers.settle(offerId, 'accepted', now, by)) === 0) throw bookingOfferOver();
    // They were counted while they were held, so nothing more is given.
    const places = booking.places + offer.places;
    await this.bookings.update(bookingId, { status: 'confirmed', places, held: 0, updatedAt: now });
    await this.letters.placed(bookingId, await this.places.hand(bookingId, places), 'accepted');
    await this.audit.record({
      action: 'cpd-booking.offer-accepted',
      objectKind: 'cpd-booking',
      objectId: bookingId,
      details: { places: offer.places, offerId },
    });
  }
}
