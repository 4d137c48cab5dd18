import type { AttendancePart } from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';
import { toDate } from '../../persistence/dialect';
import { marks } from '../../persistence/sql';

/** Somebody who should be at a session, or who asked to be. */
export interface DoorPerson {
  readonly sessionId: string;
  /** A booked person, or a presenter of an offer. */
  readonly personId: string;
  readonly part: AttendancePart;
  readonly accountId: string | null;
  /** The same for one person in every session of theirs: the account, or the e-mail address of a booking. */
  readonly who: string;
  readonly name: string;
  readonly school: { readonly urn: string; readonly name: string } | null;
  /** Whether they have a place, or an approved offer to present. */
  readonly isExpected: boolean;
  /** Whether they took their place back, or never had one to take. */
  readonly isGone: boolean;
}

interface TeacherRow {
  readonly session_id: string;
  readonly id: string;
  readonly account_id: string | null;
  readonly known_id: string | null;
  readonly name: string;
  readonly email_key: string;
  readonly has_place: number | boolean;
  readonly status: string;
  readonly left_at: Date | string | null;
  readonly starts_at: Date | string;
  readonly school_urn: string;
  readonly school_name: string | null;
}

interface PresenterRow {
  readonly session_id: string;
  readonly id: string;
  readonly account_id: string;
  readonly name: string;
}

/** Offers whose team is to be in the room: approved, and then delivered or missed. */
const PRESENTING = "('approved', 'delivered', 'no-show')";

/**
 * Who belongs at a session: the people of its bookings, and the teams of its approved offers. A colleague who was
 * booked by e-mail and has an account by now is that account’s.
 */
@Injectable()
export class DoorPeople {
  constructor(private readonly database: Database) {}

  /** The people of these sessions: presenters first, then teachers, each by name. */
  async of(sessionIds: readonly string[]): Promise<DoorPerson[]> {
    if (sessionIds.length === 0) return [];
    const presenters = await this.database.select<PresenterRow>(
      'SELECT o.session_id, p.id, p.account_id, a.name FROM cpd_offers o' +
        ' JOIN cpd_offer_presenters p ON p.offer_id = o.id JOIN accounts a ON a.id = p.account_id' +
        ` WHERE o.session_id IN (${marks(sessionIds)}) AND o.status IN ${PRESENTING}`,
      sessionIds,
    );
    const teachers = await this.database.select<TeacherRow>(
      'SELECT bs.session_id, p.id, p.account_id, a.id AS known_id, p.name, p.email_key, p.has_place, p.left_at,' +
        ' cs.starts_at, b.status, b.school_urn, s.name AS school_name FROM cpd_booking_sessions bs' +
        ' JOIN cpd_sessions cs ON cs.id = bs.session_id JOIN cpd_bookings b ON b.id = bs.booking_id' +
        ' JOIN cpd_booked_people p ON p.booking_id = b.id LEFT JOIN accounts a ON a.email_key = p.email_key' +
        ` LEFT JOIN schools s ON s.urn = b.school_urn WHERE bs.session_id IN (${marks(sessionIds)})`,
      sessionIds,
    );
    return [...byName(presenters.map(presenter)), ...byName(teachers.map(teacher))];
  }

  /** The sessions that an account has to do with, as a teacher or as a presenter. */
  async sessionsOf(accountId: string): Promise<string[]> {
    const rows = await this.database.select<{ session_id: string }>(
      'SELECT bs.session_id FROM cpd_booked_people p JOIN cpd_booking_sessions bs ON bs.booking_id = p.booking_id' +
        ' WHERE p.account_id = ? OR (p.account_id IS NULL AND p.email_key =' +
        ' (SELECT email_key FROM accounts WHERE id = ?))' +
        ' UNION SELECT o.session_id FROM cpd_offer_presenters op JOIN cpd_offers o ON o.id = op.offer_id' +
        ` WHERE op.account_id = ? AND o.status IN ${PRESENTING}`,
      [accountId, accountId, accountId],
    );
    return rows.map((row) => row.session_id);
  }
}

const byName = (people: DoorPerson[]): DoorPerson[] =>
  people.sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.personId < b.personId ? -1 : 1));

const presenter = (row: PresenterRow): DoorPerson => ({
  sessionId: row.session_id,
  personId: row.id,
  part: 'presenter',
  accountId: row.account_id,
  who: row.account_id,
  name: row.name,
  school: null,
  isExpected: true,
  isGone: false,
});

/** Whether they took the place back before the session began; whoever was on it then stays on it. */
const isGone = (row: TeacherRow): boolean =>
  row.left_at === null ? row.status === 'cancelled' : toDate(row.left_at) < toDate(row.starts_at);

const teacher = (row: TeacherRow): DoorPerson => ({
  sessionId: row.session_id,
  personId: row.id,
  part: 'teacher',
  accountId: row.account_id ?? row.known_id,
  who: row.account_id ?? row.known_id ?? row.email_key,
  name: row.name,
  school: { urn: row.school_urn, name: row.school_name ?? row.school_urn },
  isExpected: !isGone(row) && Boolean(Number(row.has_place)),
  isGone: isGone(row),
});
