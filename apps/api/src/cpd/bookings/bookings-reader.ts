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
  readonly has_place: number | boolean | string;
}

/** Whether somebody had a place before the session began: of a series, who joined later was not there. */
const HAS_PLACE = '(p.has_place AND (p.placed_at IS NULL OR p.placed_at < s.starts_at))';

/**
 * Who is on a session: everybody who joined before it began and has not left; of those who left later, whoever had a
 * place when it began, for whoever was there stays there. Nobody is on a session that is cancelled.
 */
const ON_THE_SESSION =
  'SELECT p.id AS id, p.booking_id AS booking_id, s.id AS session_id, p.name AS name, p.email AS email,' +
  ' p.account_id AS account_id, b.school_urn AS school_urn, p.trn AS trn,' +
  ` CASE WHEN ${HAS_PLACE} THEN 1 ELSE 0 END AS has_place` +
  ' FROM cpd_booked_people p JOIN cpd_bookings b ON b.id = p.booking_id' +
  ' JOIN cpd_booking_sessions bs ON bs.booking_id = b.id JOIN cpd_sessions s ON s.id = bs.session_id' +
  " WHERE s.status <> 'cancelled' AND (p.joined_at IS NULL OR p.joined_at < s.starts_at)" +
  ` AND (p.left_at IS NULL OR (${HAS_PLACE} AND s.starts_at <= p.left_at))`;
const IN_ORDER = ' ORDER BY b.sequence, p.place_in_list, p.id, s.starts_at';

/** Theirs by their account, or by the address that they had before they got it, within their school. */
export const OF_ACCOUNT =
  '(p.account_id = ? OR (p.account_id IS NULL AND EXISTS (SELECT 1 FROM accounts a WHERE a.id = ?' +
  ' AND a.email_key = p.email_key AND a.school_urn = b.school_urn)))';

/** Who booked, for those who take attendance, ask for feedback and write certificates. */
@Injectable()
export class BookingsReader {
  constructor(private readonly database: Database) {}

  /** Everybody with a place in a session or waiting for one, in the order in which places are given. */
  booked(sessionId: string): Promise<readonly Booked[]> {
    return this.read('bs.session_id = ?', [sessionId]);
  }

  /** Every session that somebody with an account is booked on, by themselves or by a colleague: one entry for each. */
  ofAccount(accountId: string): Promise<readonly Booked[]> {
    return this.read(OF_ACCOUNT, [accountId, accountId]);
  }

  private async read(where: string, values: readonly unknown[]): Promise<readonly Booked[]> {
    const rows = await this.database.select<Row>(`${ON_THE_SESSION} AND ${where}${IN_ORDER}`, values);
    return rows.map(bookedOf);
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
  hasPlace: Number(row.has_place) === 1,
});
