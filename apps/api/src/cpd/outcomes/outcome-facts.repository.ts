import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';
import { marks } from '../../persistence/sql';

/** Somebody whom a booking names, in one of its sessions. */
export interface BookedTeacher {
  readonly sessionId: string;
  readonly personId: string;
  readonly accountId: string | null;
  readonly name: string;
  readonly email: string;
  readonly emailKey: string;
  readonly trn: string | null;
}

/** Somebody of a team that was to deliver a session. */
export interface Presenter {
  readonly presenterId: string;
  readonly sessionId: string;
  readonly accountId: string;
}

interface TeacherRow {
  readonly session_id: string;
  readonly id: string;
  readonly account_id: string | null;
  readonly name: string;
  readonly email: string;
  readonly email_key: string;
  readonly trn: string | null;
}

interface PresenterRow {
  readonly id: string;
  readonly session_id: string;
  readonly account_id: string;
}

/** Who booked and who was to deliver, read from bookings and offers. Nothing here is written. */
@Injectable()
export class OutcomeFactsRepository {
  constructor(private readonly database: Database) {}

  /** The people of the bookings of these sessions. */
  async teachersOf(sessionIds: readonly string[]): Promise<BookedTeacher[]> {
    if (sessionIds.length === 0) return [];
    const rows = await this.database.select<TeacherRow>(
      'SELECT bs.session_id, p.id, p.account_id, p.name, p.email, p.email_key, p.trn FROM cpd_booking_sessions bs' +
        ' JOIN cpd_booked_people p ON p.booking_id = bs.booking_id' +
        ` WHERE bs.session_id IN (${marks(sessionIds)}) ORDER BY bs.session_id, p.name, p.id`,
      sessionIds,
    );
    return rows.map((row) => ({
      sessionId: row.session_id,
      personId: row.id,
      accountId: row.account_id,
      name: row.name,
      email: row.email,
      emailKey: row.email_key,
      trn: row.trn,
    }));
  }

  /** The sessions that name somebody: under their account, or under their address before they had one. */
  async sessionsBookedFor(accountId: string, emailKey: string): Promise<string[]> {
    const rows = await this.database.select<{ session_id: string }>(
      'SELECT DISTINCT bs.session_id FROM cpd_booked_people p' +
        ' JOIN cpd_booking_sessions bs ON bs.booking_id = p.booking_id' +
        ' WHERE p.account_id = ? OR (p.account_id IS NULL AND p.email_key = ?)',
      [accountId, emailKey],
    );
    return rows.map((row) => row.session_id);
  }

  /** Who was to deliver these sessions, of those that are marked as delivered. */
  presentersOf(sessionIds: readonly string[]): Promise<Presenter[]> {
    if (sessionIds.length === 0) return Promise.resolve([]);
    return this.presenters(`o.session_id IN (${marks(sessionIds)})`, sessionIds);
  }

  presentersWith(accountId: string): Promise<Presenter[]> {
    return this.presenters('p.account_id = ?', [accountId]);
  }

  async presenter(presenterId: string): Promise<Presenter | null> {
    const [found] = await this.presenters('p.id = ?', [presenterId]);
    return found ?? null;
  }

  /** Of sessions that ended in this time. */
  presentersBetween(from: Date, until: Date): Promise<Presenter[]> {
    return this.presenters('s.ends_at >= ? AND s.ends_at < ?', [from, until]);
  }

  /** Whether somebody presents a session, or has presented it. */
  async presents(accountId: string, sessionId: string): Promise<boolean> {
    const rows = await this.database.select(
      'SELECT p.id FROM cpd_offer_presenters p JOIN cpd_offers o ON o.id = p.offer_id' +
        " WHERE p.account_id = ? AND o.session_id = ? AND o.status IN ('approved', 'delivered')",
      [accountId, sessionId],
    );
    return rows.length > 0;
  }

  private async presenters(words: string, values: readonly unknown[]): Promise<Presenter[]> {
    const rows = await this.database.select<PresenterRow>(
      'SELECT p.id, o.session_id, p.account_id FROM cpd_offer_presenters p' +
        ' JOIN cpd_offers o ON o.id = p.offer_id JOIN cpd_sessions s ON s.id = o.session_id' +
        ` WHERE s.status = 'delivered' AND o.status IN ('approved', 'delivered') AND ${words}` +
        ' ORDER BY s.starts_at, o.session_id, p.offer_id, p.place_in_list, p.id',
      values,
    );
    return rows.map((row) => ({
      presenterId: row.id,
      sessionId: row.session_id,
      accountId: row.account_id,
    }));
  }
}
