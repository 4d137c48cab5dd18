import { figure } from '@lectern/core';

/** A session of a series, or a single one, as attendance counts it. */
export interface AttendedSession {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly isCancelled: boolean;
}

/** Somebody who is expected at some of the sessions: a teacher who has a place, or a trainee who gives them. */
export interface Expected {
  readonly id: string;
  readonly name: string;
  readonly kind: 'teacher' | 'trainee';
  readonly sessionIds: readonly string[];
}

/** That somebody was there: an admission at the door, or a mentor’s word that a session was delivered. */
export interface WasThere {
  readonly personId: string;
  readonly sessionId: string;
  /** How long they stayed; absent where only that they came is known, and then it is the session as planned. */
  readonly minutes?: number;
}

export interface SeriesFacts {
  readonly sessions: readonly AttendedSession[];
  /** Sessions that somebody must attend; null means all of them. */
  readonly sessionsExpected: number | null;
  readonly people: readonly Expected[];
  readonly attendances: readonly WasThere[];
  readonly now: Date;
}

/** `met` the expectation, still `on-course` to it, or `short`: too few sessions are left. */
export type AttendanceStanding = 'met' | 'on-course' | 'short';

export interface PersonAttendance {
  readonly id: string;
  readonly name: string;
  readonly kind: Expected['kind'];
  readonly attended: number;
  /** Sessions they should attend in all. */
  readonly expected: number;
  /** Sessions to come. */
  readonly remaining: number;
  /** The sessions that are over and that they were expected at and missed, in order. */
  readonly missedSessionIds: readonly string[];
  readonly minutes: number;
  readonly standing: AttendanceStanding;
}

const MINUTE = 60_000;

const minutesOf = ({ startsAt, endsAt }: AttendedSession): number =>
  Math.max(0, Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE));

const standingOf = (attended: number, expected: number, remaining: number): AttendanceStanding => {
  if (expected > 0 && attended >= expected) return 'met';
  return attended + remaining >= expected ? 'on-course' : 'short';
};

/**
 * Attendance over a series with what is expected: for each person the sessions attended, those missed, the minutes of
 * the sessions attended, and whether the expectation is met. Minutes are those of the stay, or of the session as
 * planned where the stay is not known. A cancelled session is expected of nobody; a session is missed once it is over; twice through the door is once;
 * who came without a place has attended. Of a teacher the same is expected whenever they joined, so that one who joined
 * late is short of it; of a trainee, the sessions that they give.
 */
export const seriesAttendance = (facts: SeriesFacts): readonly PersonAttendance[] => {
  const held = facts.sessions
    .filter(({ isCancelled }) => !isCancelled)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  const isOver = ({ endsAt }: AttendedSession): boolean => Date.parse(endsAt) <= facts.now.getTime();
  return facts.people.map(({ id, name, kind, sessionIds }) => {
    const came = new Map(
      facts.attendances
        .filter(({ personId }) => personId === id)
        .map(({ sessionId, minutes }) => [sessionId, minutes] as const),
    );
    const attended = held.filter((session) => came.has(session.id));
    const due = held.filter((session) => sessionIds.includes(session.id));
    const expected =
      kind === 'trainee' ? due.length : Math.min(facts.sessionsExpected ?? held.length, held.length);
    const remaining = due.filter((session) => !isOver(session) && !came.has(session.id)).length;
    return {
      id,
      name,
      kind,
      attended: attended.length,
      expected,
      remaining,
      missedSessionIds: due
        .filter((session) => isOver(session) && !came.has(session.id))
        .map((session) => session.id),
      minutes: attended.reduce((sum, session) => sum + (came.get(session.id) ?? minutesOf(session)), 0),
      standing: standingOf(attended.length, expected, remaining),
    };
  });
};

/** `1 hour 30 minutes`, `45 minutes`, `2 hours`: minutes as a certificate says them. */
export const hoursWords = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const words = [hours > 0 ? figure(hours, 'hour') : '', rest > 0 ? figure(rest, 'minute') : ''];
  return words.filter(Boolean).join(' ') || '0 minutes';
};
