import { DomainError } from '@lectern/core';
import { type CpdPlace, commitmentClashWords, findCommitmentClashes, type TakenPlace } from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import { CpdProgrammesRepository } from './cpd-programmes.repository';
import { placeView } from './cpd-session.mapper';
import { CpdSessionsRepository } from './cpd-sessions.repository';

/** When and where a session would be. */
export interface WantedRoom {
  /** Nothing clashes with itself. */
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: CpdPlace;
}

/** Sees to it that no two planned sessions have one room at once. */
@Injectable()
export class SessionRooms {
  constructor(
    private readonly programmes: CpdProgrammesRepository,
    private readonly sessions: CpdSessionsRepository,
  ) {}

  /** Planned and delivered sessions that share a minute with this stretch, wherever they are; cancelled ones have left. */
  async taken(startsAt: Date, endsAt: Date): Promise<readonly TakenPlace[]> {
    const rows = await this.sessions.during(startsAt, endsAt, ['draft', 'published', 'delivered']);
    return rows.map((row) => ({
      sessionId: row.id,
      title: row.title,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      place: placeView(row),
      isCancelled: false,
    }));
  }

  /** Gives a session its room, or refuses and says who has it: in a unit of work, before the session is stored. */
  async claim({ id, startsAt, endsAt, place }: WantedRoom): Promise<void> {
    await this.programmes.lockAll();
    const stretch = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
    const [clash] = findCommitmentClashes(
      { id, place, people: [], ...stretch },
      { promised: [], placementDays: [], takenPlaces: await this.taken(startsAt, endsAt) },
    );
    if (!clash) return;
    const words = `${commitmentClashWords(clash, place.name)} Choose another room or another time.`;
    throw new DomainError('conflict', 'room-taken', words, {
      details: { sessionId: clash.with },
      errors: [{ field: 'place.name', code: 'room-taken', message: words }],
    });
  }
}
