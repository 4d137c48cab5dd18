import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../persistence/database';
import { toDateOrNull } from '../../persistence/dialect';
import { CpdAttendanceEntity } from './attendance.entity';
import { SessionDoorEntity, SessionTicketEntity } from './session-door.entity';

/** The door of a delivered session, and when what it saw was last kept. */
export interface SettledDoor {
  readonly sessionId: string;
  readonly eventId: string;
  readonly keptAt: Date | null;
}

interface SettledAt {
  readonly recorded_at: Date | string | null;
}

/** What is kept of who came, and whose the tickets of sessions are. */
@Injectable()
export class AttendanceRepository {
  constructor(private readonly database: Database) {}

  kept(sessionIds: readonly string[]): Promise<CpdAttendanceEntity[]> {
    return this.database.reader.findBy(CpdAttendanceEntity, { sessionId: In([...sessionIds]) });
  }

  /** Keeps a line, in place of the one that is there. Under the session’s lock. */
  async keep(line: CpdAttendanceEntity): Promise<void> {
    await this.database.writer.delete(CpdAttendanceEntity, {
      sessionId: line.sessionId,
      personId: line.personId,
    });
    await this.database.writer.insert(CpdAttendanceEntity, line);
  }

  /** Takes back what staff said, so that the door counts again; false when they said nothing. */
  async forget(sessionId: string, personId: string): Promise<boolean> {
    const found = await this.database.reader.findOneBy(CpdAttendanceEntity, {
      sessionId,
      personId,
      source: 'staff',
    });
    if (!found) return false;
    await this.database.writer.delete(CpdAttendanceEntity, { sessionId, personId });
    return true;
  }

  doors(sessionIds: readonly string[]): Promise<SessionDoorEntity[]> {
    return this.database.reader.findBy(SessionDoorEntity, { sessionId: In([...sessionIds]) });
  }

  /** The session whose door an event is; null for a conference. */
  async sessionOf(eventId: string): Promise<string | null> {
    const door = await this.database.reader.findOneBy(SessionDoorEntity, { eventId });
    return door?.sessionId ?? null;
  }

  async openDoor(door: SessionDoorEntity): Promise<void> {
    await this.database.writer.insert(SessionDoorEntity, door);
  }

  tickets(sessionIds: readonly string[]): Promise<SessionTicketEntity[]> {
    return this.database.reader.findBy(SessionTicketEntity, { sessionId: In([...sessionIds]) });
  }

  async addTicket(ticket: SessionTicketEntity): Promise<void> {
    await this.database.writer.insert(SessionTicketEntity, ticket);
  }

  /** The doors of sessions that are delivered and ended since then, each with when the door’s word was last kept. */
  async settledDoors(since: Date): Promise<SettledDoor[]> {
    const rows = await this.database.select<Record<'session_id' | 'event_id', string> & SettledAt>(
      'SELECT d.session_id, d.event_id, MAX(a.recorded_at) AS recorded_at FROM cpd_session_doors d' +
        ' JOIN cpd_sessions s ON s.id = d.session_id' +
        " LEFT JOIN cpd_attendances a ON a.session_id = d.session_id AND a.source = 'door'" +
        " WHERE s.status = 'delivered' AND s.ends_at > ? GROUP BY d.session_id, d.event_id",
      [since],
    );
    return rows.map((row) => ({
      sessionId: row.session_id,
      eventId: row.event_id,
      keptAt: toDateOrNull(row.recorded_at),
    }));
  }
}
