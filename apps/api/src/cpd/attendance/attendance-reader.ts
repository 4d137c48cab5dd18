import { type AttendanceDecision, type AttendancePart, decideAttendance, type Stay } from '@lectern/cpd';
import type { Clock } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { DoorRecordService } from '../../check-in/door-record.service';
import { CLOCK } from '../../platform/tokens';
import { type CpdSessionRow, CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import type { CpdAttendanceEntity } from './attendance.entity';
import { AttendanceRepository } from './attendance.repository';
import { DoorPeople, type DoorPerson } from './door-people';

/** Whether somebody was at a session, and for how many of its minutes. */
export interface AttendedPerson {
  readonly sessionId: string;
  /** The id of the booked person, or of the presenter on an offer. */
  readonly personId: string;
  readonly part: AttendancePart;
  readonly accountId: string | null;
  readonly name: string;
  readonly attended: boolean;
  readonly minutes: number;
}

/** A person of a session with where they stand. */
export interface PersonStanding {
  readonly person: DoorPerson;
  readonly decision: AttendanceDecision;
  readonly reason: string | null;
}

/** A session with everybody on its list. */
export interface SessionStanding {
  readonly session: CpdSessionRow;
  readonly eventId: string | null;
  readonly isDoorUsed: boolean;
  readonly people: readonly PersonStanding[];
}

/**
 * Who was at sessions: by the door, scans that came late among them, and over it by what staff said. What was settled
 * when a session was delivered stands where the door’s own record is gone.
 */
@Injectable()
export class AttendanceReader {
  constructor(
    private readonly sessions: CpdSessionsRepository,
    private readonly people: DoorPeople,
    private readonly rows: AttendanceRepository,
    private readonly record: DoorRecordService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Everybody on the list of a session. */
  async of(sessionId: string): Promise<readonly AttendedPerson[]> {
    const [standing] = await this.standings([sessionId]);
    return standing?.people.map(attendedPerson) ?? [];
  }

  /** Every session that an account has to do with, earliest first: of each whether they attended. */
  async ofAccount(accountId: string): Promise<readonly AttendedPerson[]> {
    const standings = await this.standings(await this.people.sessionsOf(accountId));
    return standings
      .flatMap(({ people }) => people)
      .filter(({ person }) => person.accountId === accountId)
      .map(attendedPerson);
  }

  /** Sessions with everybody on their lists, earliest first. */
  async standings(sessionIds: readonly string[]): Promise<readonly SessionStanding[]> {
    const sessions = await this.sessions.findAll(sessionIds);
    if (sessions.length === 0) return [];
    const ids = sessions.map(({ id }) => id);
    const doors = await this.rows.doors(ids);
    const [people, kept, tickets, stays] = await Promise.all([
      this.people.of(ids),
      this.rows.kept(ids),
      this.rows.tickets(ids),
      this.record.stays(doors.map(({ eventId }) => eventId)),
    ]);
    const now = this.clock.now();
    const stayOfTicket = new Map(stays.map(({ ticketId, ...stay }) => [ticketId, stay]));
    const seen = new Map<string, Stay>(
      tickets.flatMap(({ ticketId, sessionId, personId }) => {
        const stay = stayOfTicket.get(ticketId);
        return stay ? [[keyOf(sessionId, personId), stay] as const] : [];
      }),
    );
    const keptOf = new Map(kept.map((line) => [keyOf(line.sessionId, line.personId), line]));
    return sessions.map((session) => {
      const keys = [...seen.keys(), ...kept.filter(isOfDoor).map((l) => keyOf(l.sessionId, l.personId))];
      const isDoorUsed = keys.some((key) => key.startsWith(`${session.id}/`));
      const standing = (person: DoorPerson): PersonStanding => {
        const key = keyOf(session.id, person.personId);
        const line = keptOf.get(key);
        const hand = line && !isOfDoor(line) ? handOf(line) : null;
        const door = seen.get(key) ?? (line && isOfDoor(line) ? line : null);
        const decision = decideAttendance({ session, door, isDoorUsed, hand, now: momentOf(session, now) });
        return { person, decision, reason: hand ? (line?.reason ?? null) : null };
      };
      return {
        session,
        eventId: doors.find(({ sessionId }) => sessionId === session.id)?.eventId ?? null,
        isDoorUsed,
        people: people
          .filter(({ sessionId }) => sessionId === session.id)
          .map(standing)
          // Who gave the place back is on the list only if they came all the same.
          .filter(({ person, decision }) => !person.isGone || decision.attended),
      };
    });
  }
}

/** A session that is marked delivered is over, also when somebody marked it a few minutes before its end. */
const momentOf = ({ status, endsAt }: CpdSessionRow, now: Date): Date =>
  status === 'delivered' && now < endsAt ? endsAt : now;

const keyOf = (sessionId: string, personId: string): string => `${sessionId}/${personId}`;

const isOfDoor = ({ source }: CpdAttendanceEntity): boolean => source === 'door';

const handOf = ({ attended, arrivedAt, leftAt }: CpdAttendanceEntity) => ({
  attended: Boolean(attended),
  arrivedAt,
  leftAt,
});

const attendedPerson = ({ person, decision }: PersonStanding): AttendedPerson => ({
  sessionId: person.sessionId,
  personId: person.personId,
  part: person.part,
  accountId: person.accountId,
  name: person.name,
  attended: decision.attended,
  minutes: decision.minutes,
});
