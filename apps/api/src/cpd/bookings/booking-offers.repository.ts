import type { BookingOfferStatus } from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../persistence/database';
import { BookingOfferEntity } from './booking-offer.entity';

/** The stored offers of places. */
@Injectable()
export class BookingOffersRepository {
  constructor(private readonly database: Database) {}

  findByToken(tokenHash: string): Promise<BookingOfferEntity | null> {
    return this.database.reader.findOneBy(BookingOfferEntity, { tokenHash });
  }

  find(id: string): Promise<BookingOfferEntity | null> {
    return this.database.reader.findOneBy(BookingOfferEntity, { id });
  }

  /** The open offer of a booking. */
  openOf(bookingId: string): Promise<BookingOfferEntity | null> {
    return this.database.reader.findOneBy(BookingOfferEntity, { openKey: bookingId });
  }

  /** The open offers of these bookings, by booking. */
  async openOfAll(bookingIds: readonly string[]): Promise<ReadonlyMap<string, BookingOfferEntity>> {
    if (bookingIds.length === 0) return new Map();
    const rows = await this.database.reader.findBy(BookingOfferEntity, { openKey: In([...bookingIds]) });
    return new Map(rows.map((row) => [row.bookingId, row]));
  }

  /** Open offers whose time is over, the first to end first. */
  overdue(now: Date): Promise<BookingOfferEntity[]> {
    return this.database.reader
      .createQueryBuilder(BookingOfferEntity, 'offer')
      .where("offer.status = 'open'")
      .andWhere('offer.expiresAt <= :now', { now })
      .orderBy('offer.expiresAt')
      .addOrderBy('offer.id')
      .getMany();
  }

  async insert(offer: BookingOfferEntity): Promise<void> {
    await this.database.writer.insert(BookingOfferEntity, offer);
  }

  /** Changes how many places an open offer holds. */
  resize(id: string, places: number): Promise<number> {
    return this.database.execute("UPDATE cpd_place_offers SET places = ? WHERE id = ? AND status = 'open'", [
      places,
      id,
    ]);
  }

  /** Ends an open offer; of two that try, one finds nothing left to end. */
  settle(id: string, status: BookingOfferStatus, now: Date, by: string | null): Promise<number> {
    return this.database.execute(
      'UPDATE cpd_place_offers SET status = ?, open_key = NULL, settled_at = ?, settled_by = ?' +
        " WHERE id = ? AND status = 'open'",
      [status, now, by, id],
    );
  }
}
