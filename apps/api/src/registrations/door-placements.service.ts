import { Injectable } from '@nestjs/common';
import { GroupSessionsRepository } from './group-sessions.repository';

/** A group, or part of one, in a session, as its door knows it. */
export interface SeatsInSession {
  readonly groupId: string;
  readonly sessionId: string;
  readonly adults: number;
}

/** The face of registrations towards the doors of sessions: which group belongs in which. */
@Injectable()
export class DoorPlacementsService {
  constructor(private readonly rows: GroupSessionsRepository) {}

  /** Null while the sessions of the groups are not published: nobody can be in the wrong one before. */
  async of(conferenceId: string): Promise<readonly SeatsInSession[] | null> {
    if ((await this.rows.publishedAt(conferenceId, false)) === null) return null;
    return this.rows.placements(conferenceId, false);
  }
}
