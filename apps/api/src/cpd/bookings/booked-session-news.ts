import { validationFailed } from '@lectern/core';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../persistence/database';
import type { CpdSessionEntity } from '../planning/cpd-session.entity';
import {
  CpdSessionLifecycle,
  type CpdSessionRevision,
  type CpdSessionTransitionMade,
} from '../planning/cpd-session-lifecycle';
import { placeView } from '../planning/cpd-session.mapper';
import { BookingEnding } from './booking-ending';
import { BookingLetters } from './booking-letters';
import { BookingPromotion } from './booking-promotion';
import { BookingQueue } from './booking-queue';
import { BookingsRepository } from './bookings.repository';
import type { SessionInLetter } from './booking.letters';

const inLetter = (session: CpdSessionEntity): SessionInLetter => ({
  id: session.id,
  title: session.title,
  startsAt: session.startsAt.toISOString(),
  endsAt: session.endsAt.toISOString(),
  place: placeView(session),
});

/** What a calendar holds of a session: whoever is booked is told when it changes. */
const toldOf = ({ endsAt, place, startsAt, title }: SessionInLetter): string =>
  JSON.stringify([title, startsAt, endsAt, place.kind, place.name, place.site ?? null]);

/** Carries what happens to a session to its bookings, in the same unit of work and under its lock. */
@Injectable()
export class BookedSessionNews implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly lifecycle: CpdSessionLifecycle,
    private readonly queue: BookingQueue,
    private readonly bookings: BookingsRepository,
    private readonly ending: BookingEnding,
    private readonly promotion: BookingPromotion,
    private readonly letters: BookingLetters,
  ) {}

  onModuleInit(): void {
    this.lifecycle.beforeRevised((revision) => this.refuseTooFew(revision));
    this.lifecycle.whenRevised((revision) => this.revised(revision));
    this.lifecycle.whenMoved((transition) => this.moved(transition));
  }

  /** A session keeps at least the places that are given or held. */
  private async refuseTooFew({ after }: CpdSessionRevision): Promise<void> {
    await this.queue.take([after.id]);
    const [row] = await this.database.select<{ n: number }>(
      'SELECT places_given AS n FROM cpd_sessions WHERE id = ?',
      [after.id],
    );
    const given = Number(row?.n ?? 0);
    if (after.teacherPlaces >= given) return;
    const message = `${given} places are given already, or are offered to somebody. Enter at least that many.`;
    throw validationFailed([{ field: 'teacherPlaces', code: 'places-given', message }]);
  }

  private async revised({ after, before }: CpdSessionRevision): Promise<void> {
    const [was, now] = [inLetter(before), inLetter(after)];
    if (toldOf(was) !== toldOf(now)) {
      const told = await this.peopleOf(after.id);
      if (told.length > 0) await this.letters.sessionChanged(now, was, told);
    }
    if (was.startsAt !== now.startsAt) {
      // A reminder of the old day is none of the new one.
      await this.database.execute('DELETE FROM cpd_booking_reminders WHERE session_id = ?', [after.id]);
    }
    await this.promotion.promote([after.id]);
  }

  private async moved({ reason, session, to }: CpdSessionTransitionMade): Promise<void> {
    if (to !== 'cancelled') return;
    const inHand = await this.queue.take([session.id]);
    const told = await this.peopleOf(session.id);
    const live = await this.bookings.liveOn([session.id]);
    for (const booking of live) {
      const ids = await this.bookings.sessionIdsOf(booking.id);
      const goesOn = inHand.sessions.some(
        (one) => ids.includes(one.id) && one.id !== session.id && one.status !== 'cancelled',
      );
      if (!goesOn) await this.ending.end(booking, 'session-cancelled', reason, null);
    }
    await this.database.execute('UPDATE cpd_sessions SET places_given = 0 WHERE id = ?', [session.id]);
    if (told.length > 0) await this.letters.sessionCancelled(inLetter(session), told, reason);
    // A series that this session held up may be possible without it.
    await this.promotion.promote(inHand.sessions.map(({ id }) => id));
  }

  private async peopleOf(sessionId: string) {
    const live = await this.bookings.liveOn([sessionId]);
    const told = [];
    for (const { id } of live) told.push({ bookingId: id, people: await this.bookings.peopleOn(id) });
    return told;
  }
}
