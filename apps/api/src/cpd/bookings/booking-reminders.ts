import type { Clock } from '@lectern/core';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../persistence/database';
import { isUniqueViolation } from '../../persistence/dialect';
import { Jobs } from '../../platform/jobs';
import { CLOCK } from '../../platform/tokens';
import { CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { BookingReminderEntity } from './booking-offer.entity';
import { BookingLetters } from './booking-letters';
import { bookedSession } from './booking-things';
import { BookingsRepository } from './bookings.repository';

export const BOOKING_REMINDERS_JOB = 'cpd.reminders';

const DAY = 24 * 3_600_000;
type Ahead = 'week' | 'day';

/** From how long before a session the reminder goes out, and until when it is worth sending. */
const WINDOWS: readonly { readonly ahead: Ahead; readonly from: number; readonly to: number }[] = [
  { ahead: 'week', from: 7 * DAY, to: 2 * DAY },
  { ahead: 'day', from: DAY, to: 0 },
];

/** Reminds everybody who has a place, once a week before the session and once a day before. */
@Injectable()
export class BookingReminders implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly sessions: CpdSessionsRepository,
    private readonly bookings: BookingsRepository,
    private readonly letters: BookingLetters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: BOOKING_REMINDERS_JOB, everySeconds: 900, run: () => this.run() });
  }

  async run(): Promise<void> {
    for (const { ahead, from, to } of WINDOWS) {
      for (const { bookingId, sessionId } of await this.due(ahead, from, to)) {
        await this.remind(bookingId, sessionId, ahead);
      }
    }
  }

  /** Who booked within the window knows the day without being reminded. */
  private async due(
    ahead: Ahead,
    from: number,
    to: number,
  ): Promise<{ readonly bookingId: string; readonly sessionId: string }[]> {
    const now = this.clock.now().getTime();
    const rows = await this.database.select<{ booking_id: string; session_id: string; starts_at: string }>(
      'SELECT DISTINCT b.id AS booking_id, s.id AS session_id, b.sequence AS sequence FROM cpd_bookings b' +
        ' JOIN cpd_booking_sessions bs ON bs.booking_id = b.id JOIN cpd_sessions s ON s.id = bs.session_id' +
        " WHERE b.status = 'confirmed' AND s.status = 'published' AND s.starts_at <= ? AND s.starts_at > ?" +
        ' AND NOT EXISTS (SELECT 1 FROM cpd_booking_reminders r WHERE r.booking_id = b.id' +
        ' AND r.session_id = s.id AND r.kind = ?) ORDER BY b.sequence, b.id, s.id',
      [new Date(now + from), new Date(now + to), ahead],
    );
    return rows.map((row) => ({ bookingId: row.booking_id, sessionId: row.session_id }));
  }

  private async remind(bookingId: string, sessionId: string, ahead: Ahead): Promise<void> {
    const now = this.clock.now();
    const [session] = await this.sessions.findAll([sessionId]);
    if (!session) return;
    const opens = session.startsAt.getTime() - (ahead === 'week' ? 7 * DAY : DAY);
    try {
      await this.database.transaction(async () => {
        // The key decides: of two processes that remind at once, one finds it taken.
        const sentAt = now;
        await this.database.writer.insert(BookingReminderEntity, {
          bookingId,
          sessionId,
          kind: ahead,
          sentAt,
        });
        const people = (await this.bookings.peopleOn(bookingId)).filter(
          ({ hasPlace, placedAt }) => hasPlace && (placedAt === null || placedAt.getTime() < opens),
        );
        await this.letters.reminder(bookedSession(session), bookingId, people, ahead);
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
}
