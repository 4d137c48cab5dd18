import { academicYearOf, figure, type HalfTerm, halfTermOf, londonDay } from '@lectern/core';
import type { CpdProgramme, CpdSession, HalfTermPlan, YearPlan } from '@lectern/cpd';
import { halfTermDays, type Mark, sessionMark } from './planning-words.rules';

/** A session as a column of the board lists it. */
export interface BoardSession {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly mark: Mark;
  /** Presenters that it still lacks. */
  readonly lacks: number;
}

/** One half-term of the board. */
export interface BoardColumn {
  readonly halfTerm: HalfTerm | null;
  readonly name: string;
  readonly days: string;
  readonly time: 'past' | 'now' | 'to come';
  readonly counts: readonly { readonly name: string; readonly value: number }[];
  readonly verdict: Mark | null;
  readonly sessions: readonly BoardSession[];
  readonly visits: string;
}

type Counts = Pick<
  HalfTermPlan,
  'planned' | 'staffed' | 'delivered' | 'unstaffed' | 'visits' | 'visitsToCome'
>;

const timeOf = ({ startsOn, endsOn }: HalfTermPlan, today: string): BoardColumn['time'] => {
  if (endsOn < today) return 'past';
  return startsOn <= today ? 'now' : 'to come';
};

/** What a half-term still needs, the more pressing first; null when nothing was expected of it and nothing is planned. */
const verdictOf = (plan: HalfTermPlan, isPast: boolean): Mark | null => {
  const { expected, planned, delivered, missing, unstaffed } = plan;
  if (isPast) {
    if (expected + planned === 0) return null;
    return delivered >= expected
      ? { tone: 'go', words: 'All delivered' }
      : { tone: 'past', words: `${delivered} of ${expected} delivered` };
  }
  if (missing > 0) return { tone: 'needs', words: `${missing} still to plan` };
  if (unstaffed.length > 0) return { tone: 'needs', words: `${unstaffed.length} without enough presenters` };
  return planned === 0 ? null : { tone: 'go', words: 'Planned and staffed' };
};

const visitWords = ({ visits, visitsToCome }: Counts): string => {
  if (visits + visitsToCome === 0) return '';
  const made = visits > 0 ? figure(visits, 'open-door visit') : '';
  const toCome = visitsToCome > 0 ? `${figure(visitsToCome, 'visit')} to come` : '';
  return [made, toCome].filter(Boolean).join(', ');
};

const rowsOf = (sessions: readonly CpdSession[], { unstaffed }: Counts): readonly BoardSession[] =>
  sessions.map(({ id, title, startsAt, status }) => ({
    id,
    title,
    startsAt,
    mark: sessionMark(status),
    lacks: unstaffed.find((one) => one.id === id)?.lacks ?? 0,
  }));

/** The year’s plan as columns, one for each half-term; a last one only for what lies in the holidays or another year. */
export const boardOf = (
  plan: YearPlan,
  sessions: readonly CpdSession[],
  now: Date,
): readonly BoardColumn[] => {
  const today = londonDay(now);
  const of = (halfTerm: HalfTerm | null): readonly CpdSession[] =>
    sessions.filter(({ startsAt }) => halfTermOf(startsAt, plan) === halfTerm);
  const columns = plan.halfTerms.map((half): BoardColumn => {
    const time = timeOf(half, today);
    return {
      halfTerm: half.halfTerm,
      name: half.name,
      days: halfTermDays(half.startsOn, half.endsOn),
      time,
      counts: countsOf(half, half.expected),
      verdict: verdictOf(half, time === 'past'),
      sessions: rowsOf(of(half.halfTerm), half),
      visits: visitWords(half),
    };
  });
  const outside = of(null);
  if (outside.length === 0 && plan.outside.visits + plan.outside.visitsToCome === 0) return columns;
  return [
    ...columns,
    {
      halfTerm: null,
      name: 'Outside the half-terms',
      days: 'In the holidays, or in another year',
      time: 'to come',
      counts: countsOf(plan.outside, null),
      verdict: null,
      sessions: rowsOf(outside, plan.outside),
      visits: visitWords(plan.outside),
    },
  ];
};

const countsOf = (
  { planned, staffed, delivered }: Counts,
  expected: number | null,
): BoardColumn['counts'] => [
  ...(expected === null ? [] : [{ name: 'Expected', value: expected }]),
  { name: 'Planned', value: planned },
  { name: 'Staffed', value: staffed },
  { name: 'Delivered', value: delivered },
];

/** The programme to begin with: the one that was asked for, else this year’s, an open one first, else the latest. */
export const programmeInView = (
  programmes: readonly CpdProgramme[],
  askedFor: string | null | undefined,
  now: Date,
): CpdProgramme | null => {
  const asked = programmes.find(({ id }) => id === askedFor);
  const ofYear = programmes.filter(({ academicYear }) => academicYear === academicYearOf(now));
  return asked ?? ofYear.find(({ status }) => status === 'open') ?? ofYear[0] ?? programmes[0] ?? null;
};

/** Sessions that fit what was typed and chosen; the half-term is by the plan’s own dates. */
export const narrowSessions = (
  sessions: readonly CpdSession[],
  plan: YearPlan,
  { text, status, halfTerm }: { readonly text: string; readonly status: string; readonly halfTerm: string },
): readonly CpdSession[] => {
  const words = text.trim().toLowerCase();
  return sessions.filter(
    (session) =>
      `${session.title} ${session.topicTitle} ${session.place.name}`.toLowerCase().includes(words) &&
      (status === '' || session.status === status) &&
      (halfTerm === '' || halfTermOf(session.startsAt, plan) === halfTerm),
  );
};
