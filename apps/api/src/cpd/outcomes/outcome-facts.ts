import { Injectable } from '@nestjs/common';
import { AttendanceReader, type PersonStanding } from '../attendance/attendance-reader';
import { type BookedTeacher, OutcomeFactsRepository, type Presenter } from './outcome-facts.repository';

/** Somebody who was at a session as a teacher. */
export interface Attended extends Omit<BookedTeacher, 'personId'> {
  /** Minutes of the session that they were there. */
  readonly minutes: number;
}

/** Somebody who delivered a session; their place in the team is the id of their evidence. */
export interface Delivered extends Presenter {
  /** 0 where nobody measured it. */
  readonly minutes: number;
}

type Standings = ReadonlyMap<string, PersonStanding>;

const keyOf = (sessionId: string, personId: string): string => `${sessionId}/${personId}`;

/**
 * What happened in sessions, by their attendance as it stands: who was there and who delivered. Whom the door or the
 * staff marked as absent has not delivered; where nobody kept attendance, an approved team has.
 */
@Injectable()
export class OutcomeFacts {
  constructor(
    private readonly rows: OutcomeFactsRepository,
    private readonly attendance: AttendanceReader,
  ) {}

  /** The teachers who were at these sessions. */
  async teachersAt(sessionIds: readonly string[]): Promise<Attended[]> {
    const standings = await this.standings(sessionIds);
    return (await this.rows.teachersOf(sessionIds)).flatMap(({ personId, ...teacher }) => {
      const decision = standings.get(keyOf(teacher.sessionId, personId))?.decision;
      return decision?.attended ? [{ ...teacher, minutes: decision.minutes }] : [];
    });
  }

  /** The sessions where somebody was as a teacher. */
  async attendedBy(accountId: string, emailKey: string): Promise<ReadonlySet<string>> {
    const there = await this.teachersAt(await this.rows.sessionsBookedFor(accountId, emailKey));
    const isTheirs = (one: Attended): boolean =>
      one.accountId === accountId || (one.accountId === null && one.emailKey === emailKey);
    return new Set(there.filter(isTheirs).map(({ sessionId }) => sessionId));
  }

  /** How many teachers were at each of these sessions. */
  async teachersCounted(sessionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const teachers = await this.teachersAt(sessionIds);
    const at = (id: string) => teachers.filter(({ sessionId }) => sessionId === id);
    return new Map(sessionIds.map((id) => [id, new Set(at(id).map(({ emailKey }) => emailKey)).size]));
  }

  async deliveredAt(sessionIds: readonly string[]): Promise<Delivered[]> {
    return this.delivered(await this.rows.presentersOf(sessionIds));
  }

  async deliveredBy(accountId: string): Promise<Delivered[]> {
    return this.delivered(await this.rows.presentersWith(accountId));
  }

  async deliveredAs(presenterId: string): Promise<Delivered | null> {
    const presenter = await this.rows.presenter(presenterId);
    const [found] = presenter ? await this.delivered([presenter]) : [];
    return found ?? null;
  }

  /** Every delivery of sessions that ended in this time. */
  async deliveredBetween(from: Date, until: Date): Promise<Delivered[]> {
    return this.delivered(await this.rows.presentersBetween(from, until));
  }

  /** Whether somebody presents a session, or has presented it. */
  presents(accountId: string, sessionId: string): Promise<boolean> {
    return this.rows.presents(accountId, sessionId);
  }

  private async delivered(presenters: readonly Presenter[]): Promise<Delivered[]> {
    const standings = await this.standings(presenters.map(({ sessionId }) => sessionId));
    return presenters.flatMap((presenter) => {
      const decision = standings.get(keyOf(presenter.sessionId, presenter.presenterId))?.decision;
      return decision?.state === 'no-show' ? [] : [{ ...presenter, minutes: decision?.minutes ?? 0 }];
    });
  }

  private async standings(sessionIds: readonly string[]): Promise<Standings> {
    const standings = await this.attendance.standings([...new Set(sessionIds)]);
    return new Map(
      standings.flatMap(({ people }) =>
        people.map((one) => [keyOf(one.person.sessionId, one.person.personId), one] as const),
      ),
    );
  }
}
