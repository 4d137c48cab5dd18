import type { AcademicCalendar, HalfTerm } from '@lectern/core';
import type { CpdSession } from './cpd-session.contract';

/** Calendars of academic years, each under its slug: `academic-years/2026-27/calendar`. */
export const ACADEMIC_YEARS_PATH = 'academic-years';
export const CPD_PROGRAMMES_PATH = 'cpd/programmes';
export const CPD_SERIES_PATH = 'cpd/series';

/** What a programme is called when the host does not say. */
export const PROGRAMME_LABEL = 'Work Group';

export const CPD_PROGRAMME_STATUSES = ['draft', 'open', 'closed'] as const;
export type CpdProgrammeStatus = (typeof CPD_PROGRAMME_STATUSES)[number];

export const CPD_PROGRAMME_STATUS_NAMES: Readonly<Record<CpdProgrammeStatus, string>> = {
  draft: 'Draft',
  open: 'Open',
  closed: 'Closed',
};

/** From each status of a programme, those that may follow: a closed one takes no more sessions until it is opened again. */
export const CPD_PROGRAMME_TRANSITIONS: Readonly<Record<CpdProgrammeStatus, readonly CpdProgrammeStatus[]>> =
  {
    draft: ['open'],
    open: ['closed'],
    closed: ['open'],
  };

/** An academic year’s half-terms, and whether they are the host’s own or those that are usual. */
export interface YearCalendar extends AcademicCalendar {
  /** Whether the host has set none, so that the usual dates stand in. */
  readonly isUsual: boolean;
}

/** How many sessions each half-term should have. */
export type ExpectedSessions = Readonly<Record<HalfTerm, number>>;

/** The CPD of one academic year. */
export interface CpdProgramme {
  readonly id: string;
  /** `2026/27` */
  readonly academicYear: string;
  readonly title: string;
  /** What the people of this programme are called: “Work Group”, “TIME team”. */
  readonly label: string;
  readonly summary: string | null;
  readonly status: CpdProgrammeStatus;
  readonly expected: ExpectedSessions;
}

/** Something to try in class between two sessions. */
export interface GapTask {
  readonly id: string;
  /** The session that sets it; its answer is looked at in the next. */
  readonly afterSessionId: string;
  readonly title: string;
  readonly text: string;
}

/** Sessions over several half-terms with the same people. */
export interface Series {
  readonly id: string;
  readonly programmeId: string;
  readonly title: string;
  readonly summary: string | null;
  /** Sessions that somebody must attend to have attended the series; null means all of them. */
  readonly sessionsExpected: number | null;
  readonly gapTasks: readonly GapTask[];
}

/** A series with its sessions, earliest first; of drafts and cancelled ones only those who plan learn. */
export interface SeriesWithSessions extends Series {
  readonly programmeLabel: string;
  readonly sessions: readonly CpdSession[];
}
