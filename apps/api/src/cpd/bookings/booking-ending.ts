import type { Clock } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { CLOCK } from '../../platform/tokens';
import type { BookingOfferEntity } from './booking-offer.entity';
import { BookingLetters } from './booking-letters';
import { BookingOffersRepository } from './booking-offers.repository';
import { BookingPromotion } from './booking-promotion';
import { BookingQueue } from './booking-queue';
import { BookingsRepository } from './bookings.repository';
import type { SessionBookingEntity } from './session-booking.entity';

/** Why a booking ends. */
export type BookingEnd = 'cancelled' | 'declined' | 'expired' | 'session-cancelled';

const OFFER_ENDS = {
  cancelled: 'withdrawn',
  declined: 'declined',
  expired: 'expired',
  'session-cancelled': 'withdrawn',
} as const satisfies Readonly<Record<BookingEnd, BookingOfferEntity['status']>>;

/**
 * Ends bookings, under the locks of their sessions: what they had of the sessions to come is free again and goes to the
 * next in the same unit of work. Whoever had a place in a session that has begun keeps it.
 */
@Injectable()
export class BookingEnding {
  constructor(
    private readonly queue: BookingQueue,
    private readonly bookings: BookingsRepository,
    private readonly offers: BookingOffersRepository,
    private readonly promotion: BookingPromotion,
    private readonly letters: BookingLetters,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Ends one booking and promotes whoever can use its places. `by` is the account that ended it. */
  async end(
    booking: SessionBookingEntity,
    how: BookingEnd,
    reason: string | null,
    by: string | null,
  ): Promise<void> {
    const now = this.clock.now();
    const sessionIds = await this.bookings.sessionIdsOf(booking.id);
    const inHand = await this.queue.take(sessionIds);
    const offer = await this.offers.openOf(booking.id);
    if (offer) await this.offers.settle(offer.id, OFFER_ENDS[how], now, by);
    await this.queue.give(inHand, sessionIds, -(booking.places + booking.held));
    const people = await this.bookings.peopleOn(booking.id);
    for (const { id } of people) await this.bookings.updatePerson(id, { leftAt: now });
    await this.bookings.update(booking.id, {
      status: 'cancelled',
      liveKey: null,
      places: 0,
      held: 0,
      cancelledAt: now,
      cancellationReason: reason,
      updatedAt: now,
    });
    if (how !== 'session-cancelled') await this.letters.ended(booking, people, how, reason);
    await this.audit.record({
      action: `cpd-booking.${how}`,
      objectKind: 'cpd-booking',
      objectId: booking.id,
      details: { places: booking.places, held: booking.held },
    });
    await this.promotion.promote(sessionIds);
  }
}
