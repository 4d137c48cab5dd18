import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';

/** Somebody who was at a session as a teacher, from a booking. */
export interface Attended {
  readonly sessionId: string;
  readonly accountId: string | null;
  readonly name: string;
  readonly email: string;
  readonly emailKey: string;
  readonly trn: string | null;
  /** Minutes of the stay; 0 where nobody measured it. */
  readonly minutes: number;
}

/** Somebody who delivered a session. */
export interface Delivered {
  /** Their place in the team, which is the id of their evidence. */
  readonly presenterId: string;
  readonly sessionId: string;
  readonly accountId: string;
  readonly minutes: number;
}

type Where = readonly [words: string, values: readonly unknown[]];

const among = (column: string, values: readonly unknown[]): Where => [
  `${column} IN (${values.map(() => '?').join(', ')})`,
  values,
];

const IS_DELIVERED = "s.status = 'delivered'";

/**
 * What happened in sessions, read from bookings, offers and attendance: who was there and who delivered. Nothing here
 * is written.
 */
@Injectable()
export class OutcomeFactsRepository {
  constructor(private readonly database: Database) {}

  /** The teachers who were at these sessions. */
  teachersAt(sessionIds: readonly string[]): Promise<Attended[]> {
    return sessionIds.length === 0 ? Promise.resolve([]) : this.attended(among('a.session_id', sessionIds));
  }

  /** Where somebody was as a teacher: under their account, or under their address before they had one. */
  attendedBy(accountId: string, emailKey: string): Promise<Attended[]> {
    return this.attended([
      '(p.account_id = ? OR (p.account_id IS NULL AND p.email_key = ?))',
      [accountId, emailKey],
    ]);
  }

  /** Who delivered these sessions, in the order of their teams. */
  deliveredAt(sessionIds: readonly string[]): Promise<Delivered[]> {
    return sessionIds.length === 0 ? Promise.resolve([]) : this.delivered(among('o.session_id', sessionIds));
  }

  deliveredBy(accountId: string): Promise<Delivered[]> {
    return this.delivered(['p.account_id = ?', [accountId]]);
  }

  async deliveredAs(presenterId: string): Promise<Delivered | null> {
    const [found] = await this.delivered(['p.id = ?', [presenterId]]);
    return found ?? null;
  }

  /** Every delivery of sessions that ended in this time. */
  deliveredBetween(from: Date, until: Date): Promise<Delivered[]> {
    return this.delivered(['s.ends_at >= ? AND s.ends_at < ?', [from, until]]);
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

  /** How many teachers were at each of these sessions. */
  async teachersCounted(sessionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const teachers = await this.teachersAt(sessionIds);
    return new Map(
      sessionIds.map((id) => [
        id,
        new Set(teachers.filter(({ sessionId }) => sessionId === id).map(({ emailKey }) => emailKey)).size,
      ]),
    );
  }

  private async attended([words, values]: Where): Promise<Attended[]> {
    const rows = await this.database.select<{
      session_id: string;
      account_id: string | null;
      name: string;
      email: string;
      email_key: string;
      trn: string | null;
      minutes: number;
    }>(
      'SELECT a.session_id, p.account_id, p.name, p.email, p.email_key, p.trn, a.minutes FROM cpd_attendances a' +
        ' JOIN cpd_booked_people p ON p.id = a.person_id' +
        ` WHERE a.part = 'teacher' AND a.attended = 1 AND ${words} ORDER BY a.session_id, p.name, p.id`,
      values,
    );
    return rows.map((row) => ({
      sessionId: row.session_id,
      accountId: row.account_id,
      name: row.name,
      email: row.email,
      emailKey: row.email_key,
      trn: row.trn,
      minutes: Number(row.minutes),
    }));
  }

  /** Whom the door or the staff marked as absent has not delivered; whom nobody marked has, with their approved offer. */
  private async delivered([words, values]: Where): Promise<Delivered[]> {
    const rows = await this.database.select<{
      id: string;
      session_id: string;
      account_id: string;
      minutes: number | null;
    }>(
      'SELECT p.id, o.session_id, p.account_id, a.minutes FROM cpd_offer_presenters p' +
        ' JOIN cpd_offers o ON o.id = p.offer_id JOIN cpd_sessions s ON s.id = o.session_id' +
        " LEFT JOIN cpd_attendances a ON a.session_id = o.session_id AND a.person_id = p.id AND a.part = 'presenter'" +
        ` WHERE ${IS_DELIVERED} AND o.status IN ('approved', 'delivered') AND (a.attended IS NULL OR a.attended = 1)` +
        ` AND ${words} ORDER BY s.starts_at, o.session_id, p.offer_id, p.place_in_list, p.id`,
      values,
    );
    return rows.map((row) => ({
      presenterId: row.id,
      sessionId: row.session_id,
      accountId: row.account_id,
      minutes: Number(row.minutes ?? 0),
    }));
  }
}
