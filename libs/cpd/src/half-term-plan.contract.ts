import type { HalfTerm } from '@lectern/core';

/** A session that still lacks presenters. */
export interface UnstaffedSession {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly lacks: number;
}

/** What is counted of a half-term. */
export interface PlanCounts {
  /** Sessions to come and delivered ones; drafts count, cancelled and proposed ones do not. */
  readonly planned: number;
  /** Planned sessions that have all the presenters they want; delivered ones had theirs. */
  readonly staffed: number;
  readonly delivered: number;
  readonly unstaffed: readonly UnstaffedSession[];
  /** Visits to open-door lessons that took place. */
  readonly visits: number;
  /** Visits that are confirmed and still to come. */
  readonly visitsToCome: number;
}

export interface HalfTermPlan extends PlanCounts {
  readonly halfTerm: HalfTerm;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly expected: number;
  /** Sessions that are expected and not planned. */
  readonly missing: number;
}

/** The joint CPD of an academic year, half-term by half-term. */
export interface YearPlan {
  readonly year: string;
  readonly halfTerms: readonly HalfTermPlan[];
  /** What lies in the holidays or in another year: nothing planned is hidden by the calendar. */
  readonly outside: PlanCounts;
}
