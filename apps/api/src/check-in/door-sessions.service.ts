import {
  type CheckpointSession,
  type DoorPlacement,
  type SessionFacts,
  whereGroupBelongs,
} from '@lectern/check-in';
import type { Programme } from '@lectern/conferences';
import { Injectable } from '@nestjs/common';
import { ProgrammeService } from '../conferences/programme.service';
import { DoorPlacementsService, type SeatsInSession } from '../registrations/door-placements.service';

const FRESH = 1000;
const KEPT = 1000;

/** The sessions of a conference as doors know them, and which groups belong in them. */
export interface SessionDay {
  readonly sessions: ReadonlyMap<string, CheckpointSession>;
  readonly placements: readonly DoorPlacement[];
}

/** The session that a checkpoint stands at, as a verdict needs it. */
export interface SessionAtDoor extends SessionFacts {
  /** Whether a group is placed in it. */
  has(groupId: string): boolean;
  /** Where the group is placed at that time instead: the session and its room, in words. */
  placeOf(groupId: string): string | undefined;
}

/** What the doors of sessions know of the programme; it is read once a second at most, however many scans come. */
@Injectable()
export class DoorSessions {
  private readonly days = new Map<string, { readonly day: SessionDay; readonly readAt: number }>();

  constructor(
    private readonly programmes: ProgrammeService,
    private readonly seats: DoorPlacementsService,
  ) {}

  /** As it is now. */
  async read(conferenceId: string): Promise<SessionDay> {
    const programme = await this.programmes.facts(conferenceId);
    const seats = await this.seats.of(conferenceId);
    return {
      sessions: sessionsOf(programme, seats),
      placements: (seats ?? []).map(({ groupId, sessionId }) => ({ groupId, sessionId })),
    };
  }

  /** At most a second old. */
  async day(conferenceId: string): Promise<SessionDay> {
    const known = this.days.get(conferenceId);
    if (known && performance.now() - known.readAt < FRESH) return known.day;
    const day = await this.read(conferenceId);
    if (this.days.size >= KEPT) this.days.clear();
    this.days.set(conferenceId, { day, readAt: performance.now() });
    return day;
  }

  /** A session as its door judges by it; null when it is gone, and then no rule of sessions applies. */
  async at(conferenceId: string, sessionId: string): Promise<SessionAtDoor | null> {
    const { sessions, placements } = await this.day(conferenceId);
    const session = sessions.get(sessionId);
    if (!session) return null;
    const others = [...sessions.values()];
    const where = (groupId: string) => whereGroupBelongs(session, others, placements, groupId);
    return {
      isPlaced: session.isPlaced,
      pupilPlaces: session.pupilPlaces,
      has: (groupId) => where(groupId).inSession,
      placeOf: (groupId) => where(groupId).rightPlace ?? undefined,
    };
  }
}

/** A room holds pupils and adults; who is placed with them has a seat of theirs. */
const sessionsOf = (
  { slots, sessions, rooms }: Programme,
  seats: readonly SeatsInSession[] | null,
): ReadonlyMap<string, CheckpointSession> =>
  new Map(
    sessions.flatMap(({ id, title, slotId, roomId }) => {
      const slot = slots.find((one) => one.id === slotId);
      if (!slot) return [];
      const room = rooms.find((one) => one.id === roomId) ?? null;
      const adults = (seats ?? []).reduce((sum, seat) => sum + (seat.sessionId === id ? seat.adults : 0), 0);
      const session: CheckpointSession = {
        sessionId: id,
        slotId,
        title,
        room: room?.name ?? null,
        pupilPlaces: room === null ? null : Math.max(0, room.capacity - adults),
        isPlaced: slot.grouping !== 'together' && seats !== null,
      };
      return [[id, session] as const];
    }),
  );
