import type { PlaceKind, Promised, TakenPlace } from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';
import { toDate } from '../../persistence/dialect';
import { marks } from '../../persistence/sql';

interface SessionColumns {
  readonly id: string;
  readonly title: string;
  readonly starts_at: Date | string;
  readonly ends_at: Date | string;
  readonly place_kind: string;
  readonly place_name: string;
  readonly place_site: string | null;
  readonly session_status: string;
}

interface PromiseColumns extends SessionColumns {
  readonly account_id: string;
  readonly status: string;
}

export interface Stretch {
  readonly from: Date;
  readonly to: Date;
}

const SESSION =
  's.id, s.title, s.starts_at, s.ends_at, s.place_kind, s.place_name, s.place_site, s.status AS session_status';

const facts = (row: SessionColumns) => ({
  sessionId: row.id,
  title: row.title,
  startsAt: toDate(row.starts_at).toISOString(),
  endsAt: toDate(row.ends_at).toISOString(),
  place: {
    kind: row.place_kind as PlaceKind,
    name: row.place_name,
    ...(row.place_site === null ? {} : { site: row.place_site }),
  },
});

/** An offer that is over, a booking that was given back. */
const OVER = ['withdrawn', 'declined', 'cancelled'];

/** What people have promised to be at, and which places are taken, within a stretch of time. */
@Injectable()
export class CommitmentsRepository {
  constructor(private readonly database: Database) {}

  offers(accountIds: readonly string[], within: Stretch): Promise<Promised[]> {
    return this.promised(
      'offer',
      `SELECT p.account_id, o.status, ${SESSION} FROM cpd_offer_presenters p` +
        ' JOIN cpd_offers o ON o.id = p.offer_id JOIN cpd_sessions s ON s.id = o.session_id' +
        ` WHERE p.account_id IN (${marks(accountIds)})`,
      accountIds,
      within,
    );
  }

  bookings(accountIds: readonly string[], within: Stretch): Promise<Promised[]> {
    return this.promised(
      'booking',
      `SELECT p.account_id, b.status, ${SESSION} FROM cpd_booked_people p` +
        ' JOIN cpd_bookings b ON b.id = p.booking_id JOIN cpd_booking_sessions x ON x.booking_id = b.id' +
        ` JOIN cpd_sessions s ON s.id = x.session_id WHERE p.left_at IS NULL AND p.account_id IN (${marks(accountIds)})`,
      accountIds,
      within,
    );
  }

  /** Sessions of these statuses, wherever they are. */
  async places(statuses: readonly string[], { from, to }: Stretch): Promise<TakenPlace[]> {
    const rows = await this.database.select<SessionColumns>(
      `SELECT ${SESSION} FROM cpd_sessions s WHERE s.status IN (${marks(statuses)})` +
        ' AND s.starts_at < ? AND s.ends_at > ? ORDER BY s.starts_at, s.id',
      [...statuses, to, from],
    );
    return rows.map((row) => ({ ...facts(row), isCancelled: false }));
  }

  private async promised(
    kind: Promised['kind'],
    select: string,
    accountIds: readonly string[],
    { from, to }: Stretch,
  ): Promise<Promised[]> {
    if (accountIds.length === 0) return [];
    const rows = await this.database.select<PromiseColumns>(
      `${select} AND s.starts_at < ? AND s.ends_at > ? ORDER BY s.starts_at, s.id`,
      [...accountIds, to, from],
    );
    return rows.map((row) => ({
      kind,
      accountId: row.account_id,
      ...facts(row),
      isCancelled: OVER.includes(row.status) || row.session_status === 'cancelled',
    }));
  }
}
