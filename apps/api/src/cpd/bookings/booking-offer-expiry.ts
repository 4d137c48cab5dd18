import type { Clock } from '@lectern/core';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../persistence/database';
import { Jobs } from '../../platform/jobs';
import { CLOCK } from '../../platform/tokens';
import { BookingEnding } from './booking-ending';
import { BookingOffersRepository } from './booking-offers.repository';
import { BookingPromotion } from './booking-promotion';
import { BookingQueue } from './booking-queue';
import { BookingsRepository } from './bookings.repository';

export const BOOKING_LIST_JOB = 'cpd.waiting-lists';

/**
 * Ends offers that nobody answered and hands their places on in the same run. A series that waited for a session which
 * has begun by now may have become possible, so those are looked at too.
 */
@Injectable()
export class BookingOfferExpiry implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly queue: BookingQueue,
    private readonly bookings: BookingsRepository,
    private readonly offers: BookingOffersRepository,
    private readonly ending: BookingEnding,
    private readonly promotion: BookingPromotion,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: BOOKING_LIST_JOB, everySeconds: 60, run: () => this.run() });
  }

  /** One unit of work an offer and a series, so that one that fails holds up no other. */
  async run(): Promise<void> {
    for (const { bookingId, id } of await this.offers.overdue(this.clock.now())) {
      await this.database.transaction(() => this.expire(id, bookingId));
    }
    for (const sessionIds of await this.waitingSeries()) {
      await this.database.transaction(() => this.promotion.promote(sessionIds));
    }
  }

  private async expire(offerId: string, bookingId: string): Promise<void> {
    await this.queue.take(await this.bookings.sessionIdsOf(bookingId));
    const offer = await this.offers.find(offerId);
    const booking = await this.bookings.find(bookingId);
    // Somebody may have answered while this waited for the locks.
    if (booking && offer?.status === 'open') await this.ending.end(booking, 'expired', null, null);
  }

  /** The sessions of every series that somebody waits for, of which one has begun and another is still to come. */
  private async waitingSeries(): Promise<readonly (readonly string[])[]> {
    const now = this.clock.now();
    const rows = await this.database.select<{ id: string }>(
      "SELECT MIN(b.id) AS id FROM cpd_bookings b WHERE b.kind = 'series' AND b.status = 'waiting'" +
        ' AND b.people > b.places + b.held' +
        ' AND EXISTS (SELECT 1 FROM cpd_booking_sessions bs JOIN cpd_sessions s ON s.id = bs.session_id' +
        ' WHERE bs.booking_id = b.id AND s.starts_at <= ?)' +
        ' AND EXISTS (SELECT 1 FROM cpd_booking_sessions bs JOIN cpd_sessions s ON s.id = bs.session_id' +
        " WHERE bs.booking_id = b.id AND s.starts_at > ? AND s.status = 'published')" +
        ' GROUP BY b.series_id',
      [now, now],
    );
    return Promise.all(rows.map(({ id }) => this.bookings.sessionIdsOf(id)));
  }
}
