import type { Clock } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../platform/tokens';
import { BookingsRepository } from './bookings.repository';
import type { BookedPersonEntity } from './session-booking.entity';

/** Says who of a booking has its places: the first people of its list who are still on it. */
@Injectable()
export class BookingPlaces {
  constructor(
    private readonly bookings: BookingsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Gives the places of a booking to its people, in order; answers with those who have one only now. */
  async hand(bookingId: string, places: number): Promise<readonly BookedPersonEntity[]> {
    const now = this.clock.now();
    const people = await this.bookings.peopleOn(bookingId);
    const placed = people.slice(0, places).filter(({ hasPlace }) => !hasPlace);
    for (const { id } of placed) await this.bookings.updatePerson(id, { hasPlace: true, placedAt: now });
    return placed.map((person) => ({ ...person, hasPlace: true, placedAt: now }));
  }
}
