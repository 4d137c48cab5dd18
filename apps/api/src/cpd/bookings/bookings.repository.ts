import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../persistence/database';
import { OF_ACCOUNT } from './bookings-reader';
import { BookedPersonEntity, BookingSessionEntity, SessionBookingEntity } from './session-booking.entity';

/** Whose bookings a list is of; every one of them for staff. */
export type BookingScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'school'; readonly schoolUrn: string }
  | { readonly kind: 'account'; readonly accountId: string };

/** The stored bookings and the people on them. */
@Injectable()
export class BookingsRepository {
  constructor(private readonly database: Database) {}

  async insert(
    booking: SessionBookingEntity,
    sessionIds: readonly string[],
    people: readonly BookedPersonEntity[],
  ): Promise<void> {
    await this.database.writer.insert(SessionBookingEntity, booking);
    const sessions = sessionIds.map((sessionId) => ({ bookingId: booking.id, sessionId }));
    await this.database.writer.insert(BookingSessionEntity, sessions);
    await this.database.writer.insert(BookedPersonEntity, [...people]);
  }

  find(id: string): Promise<SessionBookingEntity | null> {
    return this.database.reader.findOneBy(SessionBookingEntity, { id });
  }

  async update(id: string, change: Partial<SessionBookingEntity>): Promise<void> {
    await this.database.writer.update(SessionBookingEntity, { id }, change);
  }

  async sessionIdsOf(bookingId: string): Promise<string[]> {
    const rows = await this.database.select<{ session_id: string }>(
      'SELECT session_id FROM cpd_booking_sessions WHERE booking_id = ?',
      [bookingId],
    );
    return rows.map(({ session_id }) => session_id);
  }

  /** The ids of the sessions of several bookings, by booking. */
  async sessionsOf(bookingIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    if (bookingIds.length === 0) return new Map();
    const rows = await this.database.reader.findBy(BookingSessionEntity, { bookingId: In([...bookingIds]) });
    const found = new Map<string, string[]>();
    for (const { bookingId, sessionId } of rows) {
      found.set(bookingId, [...(found.get(bookingId) ?? []), sessionId]);
    }
    return found;
  }

  async insertPerson(person: BookedPersonEntity): Promise<void> {
    await this.database.writer.insert(BookedPersonEntity, person);
  }

  async updatePerson(id: string, change: Partial<BookedPersonEntity>): Promise<void> {
    await this.database.writer.update(BookedPersonEntity, { id }, change);
  }

  /** Everybody who was ever on these bookings, in their order. */
  everybodyOn(bookingIds: readonly string[]): Promise<BookedPersonEntity[]> {
    if (bookingIds.length === 0) return Promise.resolve([]);
    return this.database.reader.find(BookedPersonEntity, {
      where: { bookingId: In([...bookingIds]) },
      order: { placeInList: 'ASC', id: 'ASC' },
    });
  }

  /** Those who are on a booking now, in the order in which they get places. */
  async peopleOn(bookingId: string): Promise<BookedPersonEntity[]> {
    return (await this.everybodyOn([bookingId])).filter(({ leftAt }) => leftAt === null);
  }

  /** Live bookings of any of these sessions, first booked first; under the locks of the sessions. */
  async liveOn(sessionIds: readonly string[]): Promise<SessionBookingEntity[]> {
    if (sessionIds.length === 0) return [];
    return this.database.reader
      .createQueryBuilder(SessionBookingEntity, 'b')
      .where("b.status <> 'cancelled'")
      .andWhere(
        `EXISTS (SELECT 1 FROM cpd_booking_sessions bs WHERE bs.booking_id = b.id AND bs.session_id IN (:...sessionIds))`,
        { sessionIds },
      )
      .orderBy('b.sequence')
      .addOrderBy('b.id')
      .getMany();
  }

  /** Bookings, the latest first; of an account those that it made and those that it is on. */
  async list(
    scope: BookingScope,
    limit: number,
    after: { readonly sequence: number; readonly id: string } | null,
  ): Promise<SessionBookingEntity[]> {
    const query = this.database.reader
      .createQueryBuilder(SessionBookingEntity, 'b')
      .orderBy('b.sequence', 'DESC')
      .addOrderBy('b.id', 'DESC')
      .take(limit);
    if (scope.kind === 'school') query.andWhere('b.schoolUrn = :schoolUrn', scope);
    if (scope.kind === 'account') query.andWhere('b.id IN (:...ids)', { ids: await this.idsOf(scope) });
    if (after) {
      query.andWhere('(b.sequence < :sequence OR (b.sequence = :sequence AND b.id < :id))', after);
    }
    return query.getMany();
  }

  /** Whether an account is on a booking, or was. */
  async isOn(bookingId: string, accountId: string): Promise<boolean> {
    const rows = await this.database.select(
      'SELECT p.id FROM cpd_booked_people p JOIN cpd_bookings b ON b.id = p.booking_id' +
        ` WHERE b.id = ? AND ${OF_ACCOUNT} LIMIT 1`,
      [bookingId, accountId, accountId],
    );
    return rows.length > 0;
  }

  private async idsOf({ accountId }: { readonly accountId: string }): Promise<string[]> {
    const rows = await this.database.select<{ id: string }>(
      'SELECT id FROM cpd_bookings WHERE booked_by = ?' +
        ' UNION SELECT b.id FROM cpd_booked_people p JOIN cpd_bookings b ON b.id = p.booking_id' +
        ` WHERE ${OF_ACCOUNT}`,
      [accountId, accountId, accountId],
    );
    // No list is of nothing: an id that no booking has stands for none.
    return rows.length > 0 ? rows.map(({ id }) => id) : [''];
  }
}
