import { type BookableSession, type StandingBooking } from '@lectern/cpd';
import { type Clock } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';
import { CLOCK } from '../../platform/tokens';
import type { CpdSessionEntity } from '../planning/cpd-session.entity';
import { CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { BookingsRepository } from './bookings.repository';
import { marks } from '../../persistence/sql';

/** Sessions that share bookings, all under their locks, with how they and their bookings stand. */
export interface SessionsInHand {
  /** Earliest first. */
  readonly sessions: readonly CpdSessionEntity[];
  readonly bookable: readonly BookableSession[];
  readonly bookings: readonly StandingBooking[];
}

/** Whether a session takes bookings: it is published and has not begun. */
export const takesBookings = (session: Pick<CpdSessionEntity, 'status' | 'startsAt'>, now: Date): boolean =>
  session.status === 'published' && session.startsAt > now;

/**
 * The one place where places of sessions are counted and changed. Everything that gives or frees a place first takes the
 * locks of all sessions that hang together by series or by bookings, in the order of their ids.
 */
@Injectable()
export class BookingQueue {
  constructor(
    private readonly database: Database,
    private readonly sessions: CpdSessionsRepository,
    private readonly bookings: BookingsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Takes the sessions in hand, in the caller's unit of work: what is read of them is what others have committed. */
  async take(sessionIds: readonly string[]): Promise<SessionsInHand> {
    let ids = await this.together(sessionIds);
    let locked = await this.sessions.lock(ids);
    // Somebody may have booked a series in the meantime, which ties in further sessions.
    for (;;) {
      const more = (await this.together(ids)).filter((id) => !ids.includes(id));
      if (more.length === 0) break;
      ids = [...ids, ...more];
      locked = [...locked, ...(await this.sessions.lock(more))];
    }
    return this.asTheyStand(locked);
  }

  /** How sessions stand at the moment, without their locks: for showing only. */
  async look(sessionIds: readonly string[]): Promise<SessionsInHand> {
    return this.asTheyStand(await this.sessions.findAll(await this.together(sessionIds)));
  }

  /** The number of a booking that goes to the end of every list; under the locks. */
  async nextSequence(): Promise<number> {
    const [row] = await this.database.select<{ n: number | null }>(
      'SELECT MAX(sequence) AS n FROM cpd_bookings',
    );
    return Number(row?.n ?? 0) + 1;
  }

  /**
   * Counts places as given in each of these sessions, or as free again when there are fewer than none; only in those
   * that are still to come. More than a session has are never given: then nothing of the unit of work is kept.
   */
  async give(inHand: SessionsInHand, sessionIds: readonly string[], places: number): Promise<void> {
    if (places === 0) return;
    const open = inHand.bookable.filter(({ id, isOpen }) => isOpen && sessionIds.includes(id));
    for (const { id } of open) {
      const changed = await this.database.execute(
        'UPDATE cpd_sessions SET places_given = places_given + ? WHERE id = ?' +
          ' AND (? < 0 OR places_given + ? <= teacher_places)',
        [places, id, places, places],
      );
      if (changed !== 1) throw new Error('A session has no more places than it has.');
    }
  }

  /** Sessions of the same series, sessions that a live booking ties to them, and so on. */
  private async together(sessionIds: readonly string[]): Promise<string[]> {
    const found = new Set(sessionIds);
    let edge = [...found];
    while (edge.length > 0) {
      const rows = await this.database.select<{ id: string }>(
        'SELECT other.id AS id FROM cpd_sessions one JOIN cpd_sessions other ON other.series_id = one.series_id' +
          ` WHERE one.id IN (${marks(edge)})` +
          ' UNION SELECT there.session_id AS id FROM cpd_booking_sessions here' +
          " JOIN cpd_bookings b ON b.id = here.booking_id AND b.status <> 'cancelled' AND b.kind = 'series'" +
          ' JOIN cpd_booking_sessions there ON there.booking_id = b.id' +
          ` WHERE here.session_id IN (${marks(edge)})`,
        [...edge, ...edge],
      );
      edge = rows.map(({ id }) => id).filter((id) => !found.has(id));
      for (const id of edge) found.add(id);
    }
    return [...found];
  }

  private async asTheyStand(rows: readonly CpdSessionEntity[]): Promise<SessionsInHand> {
    const now = this.clock.now();
    const sessions = [...rows].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    const live = await this.bookings.liveOn(sessions.map(({ id }) => id));
    const of = await this.bookings.sessionsOf(live.map(({ id }) => id));
    return {
      sessions,
      bookable: sessions.map((session) => ({
        id: session.id,
        teacherPlaces: session.teacherPlaces,
        isOpen: takesBookings(session, now),
      })),
      bookings: live.map(({ id, people, fewest, places, held, sequence }) => ({
        id,
        sessionIds: of.get(id) ?? [],
        people,
        fewest,
        places,
        held,
        sequence,
      })),
    };
  }
}
