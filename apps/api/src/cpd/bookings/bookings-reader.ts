import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';

/** Somebody on a booking of a session: with a place, or waiting for one. */
export interface Booked {
  readonly id: string;
  readonly bookingId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  /** Their account, where they have one. */
  readonly accountId: string | null;
  readonly schoolUrn: string;
  readonly trn: string | null;
  readonly hasPlace: boolean;
}

interface Row {
  readonly id: string;
  readonly booking_id: string;
  readonly session_id: string;
  readonly name: string;
  readonly email: string;
  readonly account_id: string | null;
  readonly school_urn: string;
  readonly trn: string | null;
  readonly has_place: number | boolean;
}

/**
 * Who is on a session: of live bookings everybody, and of what was cancelled later those who had a place when the
 * session began, for whoever was there stays there.
 */
const ON_THE_SESSION =
  'SELECT p.id AS id, p.booking_id AS booking_id, s.id AS session_id, p.name AS name, p.email AS email,' +
  ' p.account_id AS account_id, b.school_urn AS school_urn, p.trn AS trn, p.has_place AS has_place' +
  ' FROM cpd_booked_people p JOIN cpd_bookings b ON b.id = p.booking_id' +
  ' JOIN cpd_booking_sessions bs ON bs.booking_id = b.id JOIN cpd_sessions s ON s.id = bs.session_id' +
  ' WHERE (p.left_at IS NULL OR (p.has_place AND s.starts_at <= p.left_at))';
const IN_ORDER = ' ORDER BY b.sequence, p.place_in_list, p.id, s.starts_at';

/** Who booked, for those who take attendance, ask for feedback and write certificates. */
@Injectable()
export class BookingsReader {
  constructor(private readonly database: Database) {}

  /** Everybody with a place in a session or waiting for one, in the order in which places are given. */
  async booked(sessionId: string): Promise<readonly Booked[]> {
    return (
      await this.database.select<Row>(`${ON_THE_SESSION} AND bs.session_id = ?${IN_ORDER}`, [sessionId])
    ).map(bookedOf);
  }

  /** Every session that somebody with an account is booked on, by themselves or by a colleague: one entry for each. */
  async ofAccount(accountId: string): Promise<readonly Booked[]> {
    return (
      await this.database.select<Row>(`${ON_THE_SESSION} AND p.account_id = ?${IN_ORDER}`, [accountId])
    ).map(bookedOf);
  }
}

const bookedOf = (row: Row): Booked => ({
  id: row.id,
  bookingId: row.booking_id,
  sessionId: row.session_id,
  name: row.name,
  email: row.email,
  accountId: row.account_id,
  schoolUrn: row.school_urn,
  trn: row.trn,
  hasPlace: Boolean(row.has_place),
});
