import { type Clock, DomainError, type FieldError, notFound, validationFailed } from '@lectern/core';
import {
  type AttendanceState,
  type CpdSessionStatus,
  type SessionAttendance,
  stayMinutes,
} from '@lectern/cpd';
import type { AttendanceCorrection, CorrectedPerson } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Database } from '../../persistence/database';
import { CLOCK } from '../../platform/tokens';
import type { CpdSessionEntity } from '../planning/cpd-session.entity';
import { placeView } from '../planning/cpd-session.mapper';
import { CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { AttendanceReader, type PersonStanding, type SessionStanding } from './attendance-reader';
import { AttendanceRepository } from './attendance.repository';
import { AttendanceSettlement } from './attendance-settlement';

/** Who came to a session: seeing it, and putting it right by hand. */
@Injectable()
export class SessionAttendanceService {
  constructor(
    private readonly database: Database,
    private readonly sessions: CpdSessionsRepository,
    private readonly settlement: AttendanceSettlement,
    private readonly reader: AttendanceReader,
    private readonly rows: AttendanceRepository,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Everybody on the list by name, so whoever reads it is on record. */
  async see(sessionId: string): Promise<SessionAttendance> {
    const standing = await this.standing(sessionId);
    await this.audit.recordReading({
      action: 'cpd-attendance.read',
      objectKind: 'cpd-session',
      objectId: sessionId,
    });
    return this.view(standing);
  }

  /** What staff say of people stands over what the door saw, with how they know it. */
  async correct(
    actor: Actor,
    sessionId: string,
    correction: AttendanceCorrection,
  ): Promise<SessionAttendance> {
    return this.database.transaction(async () => {
      const session = await this.begun(sessionId);
      const standing = await this.standing(sessionId);
      const listed = new Set(standing.people.map(({ person }) => person.personId));
      const now = this.clock.now();
      const errors = correction.people.flatMap((line, at) => checkLine(line, at, session, listed, now));
      if (errors.length > 0) throw validationFailed(errors);
      for (const { personId, attended, arrivedAt, leftAt } of correction.people) {
        const known = standing.people.find(({ person }) => person.personId === personId);
        const hand = { attended, arrivedAt: momentOf(arrivedAt), leftAt: momentOf(leftAt) };
        await this.rows.keep({
          sessionId,
          personId,
          part: known?.person.part ?? 'teacher',
          ...hand,
          minutes: attended ? stayMinutes(session, hand, now) : 0,
          source: 'staff',
          recordedAt: now,
          reason: correction.reason.trim(),
          recordedBy: actor.accountId,
        });
      }
      await this.note('cpd-attendance.corrected', sessionId, { people: correction.people.length });
      if (session.status === 'delivered') await this.settlement.settleOffers(sessionId, actor.accountId);
      return this.view(await this.standing(sessionId));
    });
  }

  /** The door’s word counts again for this person. */
  async takeBack(actor: Actor, sessionId: string, personId: string): Promise<SessionAttendance> {
    return this.database.transaction(async () => {
      const session = await this.begun(sessionId);
      if (!(await this.rows.forget(sessionId, personId))) throw notFound('correction');
      await this.note('cpd-attendance.correction-withdrawn', sessionId, { personId });
      if (session.status === 'delivered') await this.settlement.settle(sessionId, actor.accountId);
      return this.view(await this.standing(sessionId));
    });
  }

  private async begun(sessionId: string): Promise<CpdSessionEntity> {
    const [session] = await this.sessions.lock([sessionId]);
    if (!session) throw notFound('session');
    if (!['published', 'delivered'].includes(session.status)) {
      throw new DomainError(
        'conflict',
        'session-not-held',
        'Attendance is kept of sessions that are open for booking or delivered.',
      );
    }
    if (session.startsAt > this.clock.now()) {
      throw new DomainError(
        'conflict',
        'session-not-begun',
        'This session has not begun. Mark it once it has.',
      );
    }
    return session;
  }

  private async standing(sessionId: string): Promise<SessionStanding> {
    const [standing] = await this.reader.standings([sessionId]);
    if (!standing) throw notFound('session');
    return standing;
  }

  private view({ session, eventId, isDoorUsed, people }: SessionStanding): SessionAttendance {
    const count = (is: (one: PersonStanding) => boolean): number => people.filter(is).length;
    return {
      sessionId: session.id,
      seriesId: session.seriesId,
      title: session.title,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      place: placeView(session),
      status: session.status as CpdSessionStatus,
      eventId,
      isDoorUsed,
      expected: count(({ person }) => person.isExpected),
      attended: count(({ decision }) => CAME.includes(decision.state)),
      onSite: count(({ decision }) => decision.state === 'here'),
      noShows: count(({ person, decision }) => person.isExpected && decision.state === 'no-show'),
      people: people.map(({ person, decision, reason }) => ({
        personId: person.personId,
        part: person.part,
        name: person.name,
        school: person.school,
        isExpected: person.isExpected,
        state: decision.state,
        attended: decision.attended,
        arrivedAt: decision.arrivedAt?.toISOString() ?? null,
        leftAt: decision.leftAt?.toISOString() ?? null,
        minutes: decision.minutes,
        source: decision.source,
        reason,
      })),
      at: this.clock.now().toISOString(),
    };
  }

  private note(action: string, objectId: string, details: Readonly<Record<string, unknown>>): Promise<void> {
    return this.audit.record({ action, objectKind: 'cpd-session', objectId, details });
  }
}

const CAME: readonly AttendanceState[] = ['here', 'left', 'attended'];

const momentOf = (value: string | null | undefined): Date | null => (value == null ? null : new Date(value));

/** What of one person's line could not be, field by field. */
const checkLine = (
  { personId, attended, arrivedAt, leftAt }: CorrectedPerson,
  at: number,
  session: CpdSessionEntity,
  listed: ReadonlySet<string>,
  now: Date,
): FieldError[] => {
  const errors: FieldError[] = [];
  const refuse = (name: string, code: string, message: string): void =>
    void errors.push({ field: `people[${at}].${name}`, code, message });
  const came = momentOf(arrivedAt);
  const went = momentOf(leftAt);
  if (!listed.has(personId)) refuse('personId', 'unknown', 'Choose a person of this session’s list.');
  if (!attended && (came || went))
    refuse('attended', 'has-times', 'Leave the times out for somebody who did not come.');
  if (came && came > now) refuse('arrivedAt', 'to-come', 'Enter when they came: this time is still to come.');
  if (went && went > now) refuse('leftAt', 'to-come', 'Enter when they left: this time is still to come.');
  if (came && came >= session.endsAt)
    refuse('arrivedAt', 'after-end', 'Enter a time before the session ended.');
  if (went && went <= (came && came > session.startsAt ? came : session.startsAt))
    refuse('leftAt', 'before-arrival', 'Enter a time after they came and after the session began.');
  return errors;
};
