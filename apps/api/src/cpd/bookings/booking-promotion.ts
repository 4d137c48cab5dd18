import { type Clock, newId } from '@lectern/core';
import { BOOKING_OFFER_HOURS, promoteBookings, type StandingBooking } from '@lectern/cpd';
import { offerEnds, type PlacesGrant } from '@lectern/places';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { hashToken, newToken } from '../../platform/secrets';
import { CLOCK } from '../../platform/tokens';
import { BookingLetters } from './booking-letters';
import { BookingOffersRepository } from './booking-offers.repository';
import { BookingPlaces } from './booking-places';
import { BookingQueue, type SessionsInHand } from './booking-queue';
import { BookingsRepository } from './bookings.repository';

/** When the first session begins that is still to come of those that a booking is of; null when none is. */
const nextStart = ({ sessions, bookable }: SessionsInHand, booking: StandingBooking): Date | null =>
  sessions.find(
    ({ id }) => booking.sessionIds.includes(id) && bookable.some((one) => one.id === id && one.isOpen),
  )?.startsAt ?? null;

/** When an offer made now to this booking would end; null when it is too late for one. */
const offerEnd = (inHand: SessionsInHand, booking: StandingBooking, now: Date): Date | null => {
  const startsAt = nextStart(inHand, booking);
  if (startsAt === null) return null;
  return offerEnds(now, BOOKING_OFFER_HOURS, {
    startsAt,
    registrationClosesAt: startsAt,
    finalNumbersAt: startsAt,
  });
};

/**
 * The bookings that places go to, and that stand in the way of somebody new. Shortly before a session begins nobody is
 * offered anything any more, so who waits without a place keeps no place empty either.
 */
export const withinReach = (inHand: SessionsInHand, now: Date): readonly StandingBooking[] =>
  inHand.bookings.filter(
    (booking) => booking.places + booking.held > 0 || offerEnd(inHand, booking, now) !== null,
  );

/** Hands freed places on to the waiting bookings, in their order, in the unit of work and under the locks that freed them. */
@Injectable()
export class BookingPromotion {
  constructor(
    private readonly queue: BookingQueue,
    private readonly bookings: BookingsRepository,
    private readonly offers: BookingOffersRepository,
    private readonly places: BookingPlaces,
    private readonly letters: BookingLetters,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Promotes whoever the rules say for these sessions and all that hang together with them. */
  async promote(sessionIds: readonly string[]): Promise<void> {
    const inHand = await this.queue.take(sessionIds);
    const now = this.clock.now();
    for (const grant of promoteBookings(inHand.bookable, withinReach(inHand, now))) {
      const booking = inHand.bookings.find(({ id }) => id === grant.id);
      if (booking) await this.hand(inHand, booking, grant, now);
    }
  }

  /** Lets an open offer hold fewer places than it did: its booking has fewer people. The caller gives them back. */
  async resizeOffer(bookingId: string, places: number): Promise<void> {
    const offer = await this.offers.openOf(bookingId);
    if (!offer) throw new Error('Only an open offer holds places.');
    await this.offers.resize(offer.id, places);
  }

  private async hand(
    inHand: SessionsInHand,
    booking: StandingBooking,
    grant: PlacesGrant,
    now: Date,
  ): Promise<void> {
    await this.queue.give(inHand, booking.sessionIds, grant.places);
    if (grant.kind === 'offered') await this.offer(inHand, booking, grant.places, now);
    else if (grant.kind === 'grown') await this.grow(booking, grant.places, now);
    else await this.more(booking, grant.places, now);
  }

  /** Offers places; the link goes out in the letter, and only its hash is kept. */
  private async offer(
    inHand: SessionsInHand,
    booking: StandingBooking,
    places: number,
    now: Date,
  ): Promise<void> {
    const expiresAt = offerEnd(inHand, booking, now);
    if (!expiresAt) throw new Error('Nobody is promoted whom nothing can be offered.');
    const token = newToken();
    await this.offers.insert({
      id: newId(),
      bookingId: booking.id,
      places,
      tokenHash: hashToken(token),
      status: 'open',
      openKey: booking.id,
      madeAt: now,
      expiresAt,
      settledAt: null,
      settledBy: null,
    });
    await this.bookings.update(booking.id, { held: places, updatedAt: now });
    await this.letters.offered(booking.id, { places, expiresAt, token });
    await this.note('cpd-booking.offered-places', booking.id, places);
  }

  /** Adds places to the open offer; the time to answer stays. */
  private async grow(booking: StandingBooking, more: number, now: Date): Promise<void> {
    const offer = await this.offers.openOf(booking.id);
    if (!offer) throw new Error('Only an open offer grows.');
    const places = offer.places + more;
    await this.offers.resize(offer.id, places);
    await this.bookings.update(booking.id, { held: places, updatedAt: now });
    await this.letters.grown(booking.id, { places, expiresAt: offer.expiresAt });
    await this.note('cpd-booking.offer-grown', booking.id, places);
  }

  /** A booking that has places gets those that it lacked at once: its people have said that they come. */
  private async more(booking: StandingBooking, more: number, now: Date): Promise<void> {
    const places = booking.places + more;
    await this.bookings.update(booking.id, { places, updatedAt: now });
    const placed = await this.places.hand(booking.id, places);
    await this.letters.placed(booking.id, placed);
    await this.note('cpd-booking.given-places', booking.id, more);
  }

  private note(action: string, objectId: string, places: number): Promise<void> {
    return this.audit.record({ action, objectKind: 'cpd-booking', objectId, details: { places } });
  }
}
