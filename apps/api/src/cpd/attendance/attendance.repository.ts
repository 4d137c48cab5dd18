import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../persistence/database';
import { CpdAttendanceEntity } from './attendance.entity';
import { SessionDoorEntity, SessionTicketEntity } from './session-door.entity';

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
}
