import type { SessionFacts } from '@lectern/check-in';
import { Injectable } from '@nestjs/common';

/** The session that a checkpoint stands at, as a verdict needs it. */
export interface SessionAtDoor extends SessionFacts {
  /** Whether a group is placed in it. */
  has(groupId: string): boolean;
  /** Where the group is placed at that time instead: the session and its room, in words. */
  placeOf(groupId: string): string | undefined;
}

/**
 * What doors know of the programme. A checkpoint that belongs to no session has nothing here, and then no rule of
 * sessions applies to it.
 */
@Injectable()
export class DoorSessions {
  /** The session of a checkpoint; asked for each group of scans, so an answer may be a second old. */
  at(_conferenceId: string, _checkpointId: string): Promise<SessionAtDoor | null> {
    return Promise.resolve(null);
  }
}
