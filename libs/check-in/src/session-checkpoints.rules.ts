import type { Programme, ProgrammeSession } from '@lectern/conferences';
import { londonTime } from '@lectern/core';
import type { Checkpoint, CheckpointSession } from './check-in.contract';
import type { DoorPlacement } from './door.contract';

/** A session's door opens so many minutes before the session: who comes early is let in, who is lost is not. */
export const SESSION_DOOR_OPENS_BEFORE = 20;
/** As long as the name of a checkpoint may be. */
const NAME_MAX = 80;
const MINUTE = 60_000;

/** The checkpoint that a session of a programme has. */
export interface SessionCheckpoint {
  readonly sessionId: string;
  readonly name: string;
  readonly opensAt: string;
  readonly closesAt: string;
}

const roomOf = ({ rooms }: Programme, { roomId }: ProgrammeSession): string | null =>
  rooms.find(({ id }) => id === roomId)?.name ?? null;

/** `Bridges, Lab 2`, as a door and a supervisor say it. */
export const placeName = ({ title, room }: Pick<CheckpointSession, 'title' | 'room'>): string =>
  room === null ? title : `${title}, ${room}`;

/** What is told of the room is never cut off: the title gives way to it. */
const shortName = (title: string, rest: string): string => {
  const most = NAME_MAX - rest.length;
  return title.length <= most ? `${title}${rest}` : `${title.slice(0, most - 1).trimEnd()}…${rest}`;
};

/**
 * The checkpoints that the sessions of a programme have: one for each session that groups are placed in or choose, in
 * the order of the day. What everybody is in together has none, since the main door has let them in. A session that is
 * held twice in one room is told apart by its time.
 */
export const sessionCheckpointsOf = (programme: Programme): readonly SessionCheckpoint[] =>
  programme.slots
    .filter(({ grouping }) => grouping !== 'together')
    .flatMap((slot) =>
      programme.sessions
        .filter(({ slotId }) => slotId === slot.id)
        .map((session) => {
          const room = roomOf(programme, session);
          const again = programme.sessions.some(
            (other) =>
              other.id !== session.id && other.title === session.title && other.roomId === session.roomId,
          );
          const rest = `${room === null ? '' : `, ${room}`}${again ? `, ${londonTime(slot.startsAt)}` : ''}`;
          const opens = Date.parse(slot.startsAt) - SESSION_DOOR_OPENS_BEFORE * MINUTE;
          return {
            sessionId: session.id,
            name: shortName(session.title, rest),
            opensAt: new Date(opens).toISOString(),
            closesAt: slot.endsAt,
          };
        }),
    );

/** Where a group belongs while a session runs. */
export interface GroupAtDoor {
  /** Whether the group, or a part of it, is placed in this session. */
  readonly inSession: boolean;
  /** Where it is placed at that time instead; null when it is here, or nowhere. */
  readonly rightPlace: string | null;
}

/**
 * Where a group belongs at the time of a session: here, or in another session of the same slot, whose title and room
 * are named. A group in parts may belong in several. Both sides of the door ask this with the same facts.
 */
export const whereGroupBelongs = (
  session: CheckpointSession,
  others: readonly CheckpointSession[],
  placements: readonly DoorPlacement[],
  groupId: string,
): GroupAtDoor => {
  const own = new Set(
    placements.filter((placement) => placement.groupId === groupId).map(({ sessionId }) => sessionId),
  );
  if (own.has(session.sessionId)) return { inSession: true, rightPlace: null };
  const right = others.filter(({ slotId, sessionId }) => slotId === session.slotId && own.has(sessionId));
  return { inSession: false, rightPlace: right.length === 0 ? null : right.map(placeName).join(' or ') };
};

/** The sessions of those checkpoints that stand at one. */
export const sessionsAt = (checkpoints: readonly Pick<Checkpoint, 'session'>[]): CheckpointSession[] =>
  checkpoints.flatMap(({ session }) => session ?? []);
