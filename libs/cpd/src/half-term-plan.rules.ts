import { type AcademicCalendar, HALF_TERM_NAMES, type HalfTerm, halfTermOf } from '@lectern/core';
import type { CpdSessionStatus } from './cpd-session.contract';
import type { PlanCounts, UnstaffedSession, YearPlan } from './half-term-plan.contract';
import type { ExpectedSessions } from './programme.contract';
import type { VisitStatus } from './visit-lifecycle.rules';

/** A session as the planner counts it. */
export interface PlannedSession {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly status: CpdSessionStatus;
  readonly presentersWanted: number;
  /** People in approved or delivered offers. */
  readonly presentersApproved: number;
}

export interface PlanFacts {
  readonly calendar: AcademicCalendar;
  readonly expected: ExpectedSessions;
  readonly sessions: readonly PlannedSession[];
  readonly visits: readonly { readonly lessonStartsAt: string; readonly status: VisitStatus }[];
}

const PLANNED: readonly CpdSessionStatus[] = ['draft', 'published', 'delivered'];

const byTime = (a: UnstaffedSession, b: UnstaffedSession): number =>
  Date.parse(a.startsAt) - Date.parse(b.startsAt) || a.title.localeCompare(b.title, 'en-GB');

const countsOf = (sessions: readonly PlannedSession[], visits: PlanFacts['visits']): PlanCounts => {
  const planned = sessions.filter(({ status }) => PLANNED.includes(status));
  const unstaffed = planned
    .filter(({ status, presentersWanted, presentersApproved }) => {
      return status !== 'delivered' && presentersApproved < presentersWanted;
    })
    .map(({ id, title, startsAt, presentersWanted, presentersApproved }) => ({
      id,
      title,
      startsAt,
      lacks: presentersWanted - presentersApproved,
    }))
    .sort(byTime);
  return {
    planned: planned.length,
    staffed: planned.length - unstaffed.length,
    delivered: planned.filter(({ status }) => status === 'delivered').length,
    unstaffed,
    visits: visits.filter(({ status }) => status === 'visited').length,
    visitsToCome: visits.filter(({ status }) => status === 'confirmed').length,
  };
};

/**
 * Counts what each half-term should have, what is planned, staffed and delivered, and names what is still unstaffed, the
 * soonest first. A session belongs to the half-term in which it begins, in London.
 */
export const planHalfTerms = ({ calendar, expected, sessions, visits }: PlanFacts): YearPlan => {
  const within = (halfTerm: HalfTerm | null): PlanCounts =>
    countsOf(
      sessions.filter(({ startsAt }) => halfTermOf(startsAt, calendar) === halfTerm),
      visits.filter(({ lessonStartsAt }) => halfTermOf(lessonStartsAt, calendar) === halfTerm),
    );
  return {
    year: calendar.year,
    halfTerms: calendar.halfTerms.map(({ halfTerm, startsOn, endsOn }) => {
      const counts = within(halfTerm);
      return {
        halfTerm,
        name: HALF_TERM_NAMES[halfTerm],
        startsOn,
        endsOn,
        expected: expected[halfTerm],
        missing: Math.max(0, expected[halfTerm] - counts.planned),
        ...counts,
      };
    }),
    outside: within(null),
  };
};
