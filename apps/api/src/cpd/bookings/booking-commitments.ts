import { commitmentClashWords, findCommitmentClashes, type Promised, type WantedTime } from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';
import type { CpdSessionEntity } from '../planning/cpd-session.entity';
import { placeView } from '../planning/cpd-session.mapper';
import { CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { bookingClash } from './bookings.errors';
import { BookingsReader } from './bookings-reader';

type Who = WantedTime['people'][number];

/** What stands in the way of somebody who would book: their own bookings, and sessions that they offer to give. */
@Injectable()
export class BookingCommitments {
  constructor(
    private readonly database: Database,
    private readonly reader: BookingsReader,
    private readonly sessions: CpdSessionsRepository,
  ) {}

  /** Refuses sessions that somebody could not come to, naming what stands in the way. */
  async refuseClashes(wanted: readonly CpdSessionEntity[], people: readonly Who[]): Promise<void> {
    const ids = wanted.map(({ id }) => id);
    // The sessions of one booking are planned by the host, who knows that they follow each other.
    const promised = (await this.promisedOf(people)).filter(({ sessionId }) => !ids.includes(sessionId));
    const clashes = wanted.flatMap((session) =>
      findCommitmentClashes(
        {
          id: session.id,
          startsAt: session.startsAt.toISOString(),
          endsAt: session.endsAt.toISOString(),
          place: placeView(session),
          people,
        },
        { promised, placementDays: [], takenPlaces: [] },
      ),
    );
    if (clashes.length === 0) return;
    throw bookingClash(
      clashes.map((clash) => commitmentClashWords(clash, '')),
      [...new Set(clashes.map((clash) => clash.with))],
    );
  }

  private async promisedOf(people: readonly Who[]): Promise<readonly Promised[]> {
    const kept: {
      readonly accountId: string;
      readonly sessionId: string;
      readonly kind: Promised['kind'];
    }[] = [];
    for (const { accountId } of people) {
      for (const { sessionId } of await this.reader.ofAccount(accountId))
        kept.push({ accountId, sessionId, kind: 'booking' });
      for (const sessionId of await this.offeredBy(accountId))
        kept.push({ accountId, sessionId, kind: 'offer' });
    }
    const rows = await this.sessions.findAll(kept.map(({ sessionId }) => sessionId));
    return kept.flatMap(({ accountId, sessionId, kind }) => {
      const session = rows.find(({ id }) => id === sessionId);
      return session
        ? [
            {
              kind,
              sessionId,
              accountId,
              title: session.title,
              startsAt: session.startsAt.toISOString(),
              endsAt: session.endsAt.toISOString(),
              place: placeView(session),
              isCancelled: session.status === 'cancelled',
            },
          ]
        : [];
    });
  }

  private async offeredBy(accountId: string): Promise<string[]> {
    const rows = await this.database.select<{ session_id: string }>(
      'SELECT o.session_id AS session_id FROM cpd_offer_presenters p JOIN cpd_offers o ON o.id = p.offer_id' +
        " WHERE p.account_id = ? AND o.status IN ('offered', 'standby', 'changes-requested', 'approved')",
      [accountId],
    );
    return rows.map(({ session_id }) => session_id);
  }
}
