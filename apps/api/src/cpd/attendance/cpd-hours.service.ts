import { type Clock, notFound } from '@lectern/core';
import {
  type AttendancePart,
  type CpdHours,
  type CpdSessionStatus,
  type Expected,
  type SeriesAttendance,
  seriesAttendance,
  type WasThere,
} from '@lectern/cpd';
import { type Actor, can } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { AccountsService } from '../../identity/accounts.service';
import { CLOCK } from '../../platform/tokens';
import { CpdProgrammesRepository } from '../planning/cpd-programmes.repository';
import { CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { AttendanceReader, type PersonStanding } from './attendance-reader';
import { DoorPeople } from './door-people';

/** Attendance added up: one person’s hours, and everybody’s across a series. */
@Injectable()
export class CpdHoursService {
  constructor(
    private readonly reader: AttendanceReader,
    private readonly people: DoorPeople,
    private readonly sessions: CpdSessionsRepository,
    private readonly programmes: CpdProgrammesRepository,
    private readonly accounts: AccountsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The hours of an account; those of somebody else exist only for who keeps attendance. */
  async hours(actor: Actor, accountId: string = actor.accountId): Promise<CpdHours> {
    if (accountId !== actor.accountId && !can(actor, 'cpd-attendance.see')) throw notFound('account');
    const account = await this.accounts.find(accountId);
    if (!account) throw notFound('account');
    if (accountId !== actor.accountId) {
      await this.audit.recordReading({
        action: 'cpd-hours.read',
        objectKind: 'account',
        objectId: accountId,
      });
    }
    const standings = await this.reader.standings(await this.people.sessionsOf(accountId));
    const now = this.clock.now();
    const sessions = standings.flatMap(({ session, people }) =>
      people
        .filter(
          ({ person, decision }) =>
            person.accountId === accountId && (person.isExpected || decision.attended),
        )
        .filter(() => session.startsAt <= now && session.status !== 'cancelled')
        .map(({ person, decision }) => ({
          sessionId: session.id,
          title: session.title,
          programmeLabel: session.programmeLabel,
          startsAt: session.startsAt.toISOString(),
          endsAt: session.endsAt.toISOString(),
          part: person.part,
          attended: decision.attended,
          minutes: decision.minutes,
        })),
    );
    const sum = (part: AttendancePart): number =>
      sessions.reduce((minutes, session) => minutes + (session.part === part ? session.minutes : 0), 0);
    return {
      accountId,
      name: account.name,
      teacherMinutes: sum('teacher'),
      presenterMinutes: sum('presenter'),
      sessions,
    };
  }

  /** Who came to how many sessions of a series, with what is expected of them. */
  async ofSeries(seriesId: string): Promise<SeriesAttendance> {
    const series = await this.programmes.findSeries(seriesId);
    if (!series) throw notFound('series');
    await this.audit.recordReading({
      action: 'cpd-attendance.read',
      objectKind: 'cpd-series',
      objectId: seriesId,
    });
    const told = (await this.sessions.ofSeries(seriesId)).filter(({ status }) =>
      ['published', 'delivered', 'cancelled'].includes(status),
    );
    const standings = await this.reader.standings(told.map(({ id }) => id));
    const known = new Map<string, Mutable>();
    const attendances: WasThere[] = [];
    for (const standing of standings.flatMap(({ people }) => people)) join(known, attendances, standing);
    const people = seriesAttendance({
      sessions: told.map(({ id, startsAt, endsAt, status }) => ({
        id,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        isCancelled: status === 'cancelled',
      })),
      sessionsExpected: series.sessionsExpected,
      people: [...known.values()],
      attendances,
      now: this.clock.now(),
    });
    return {
      seriesId,
      title: series.title,
      sessionsExpected: series.sessionsExpected,
      sessions: told.map(({ id, title, startsAt, endsAt, status }) => ({
        id,
        title,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        status: status as CpdSessionStatus,
      })),
      people: people.map((person) => ({
        ...person,
        school: known.get(person.id)?.school ?? null,
        attendedSessionIds: told
          .filter(({ id }) => attendances.some((one) => one.personId === person.id && one.sessionId === id))
          .map(({ id }) => id),
      })),
    };
  }
}

interface Mutable extends Expected {
  readonly school: string | null;
  readonly sessionIds: string[];
}

/** Adds where somebody stands at one session to what is known of them; who only waits for a place is not expected. */
const join = (
  known: Map<string, Mutable>,
  attendances: WasThere[],
  { person, decision }: PersonStanding,
): void => {
  if (!person.isExpected && !decision.attended) return;
  const kind = person.part === 'presenter' ? 'trainee' : 'teacher';
  const id = `${kind}:${person.who}`;
  const one = known.get(id) ?? {
    id,
    name: person.name,
    kind,
    school: person.school?.name ?? null,
    sessionIds: [],
  };
  known.set(id, one);
  if (person.isExpected) one.sessionIds.push(person.sessionId);
  if (decision.attended) {
    const { sessionId } = person;
    attendances.push({ personId: id, sessionId, minutes: decision.minutes });
  }
};
