import type { Page } from '@lectern/core';

export const SCHOOLS_PATH = 'schools';

/** GIAS establishment status, in our words. */
export const SCHOOL_STATUSES = ['open', 'proposed-to-close', 'proposed-to-open', 'closed'] as const;
export type SchoolStatus = (typeof SCHOOL_STATUSES)[number];

/** A school and no more. The school number is its URN (six digits, from GIAS). */
export interface SchoolBrief {
  readonly urn: string;
  readonly name: string;
  readonly town: string;
  readonly postcode: string;
  readonly status: SchoolStatus;
}

/** A school as lists and searches show it. */
export interface School extends SchoolBrief {
  /** Of a closed school, the one that stands in its place today, where the register links them. */
  readonly successor?: SchoolBrief;
}

/** One row that an import refused: its line in the file (the heading is line 1) and why. */
export interface RefusedSchoolRow {
  readonly line: number;
  readonly reason: string;
}

/**
 * What an import did. Each row counts once: `closed` are known schools that the file says have closed since, `unchanged`
 * were already as the file says.
 */
export interface SchoolImportReport {
  readonly added: number;
  readonly changed: number;
  readonly closed: number;
  readonly unchanged: number;
  /** Open schools that the file does not name, and whether that closed them. */
  readonly missing: { readonly count: number; readonly closed: boolean };
  readonly refused: readonly RefusedSchoolRow[];
}

/** What an import of links did; `other` are links of other kinds, `unknown` name a school that the register here lacks. */
export interface SchoolLinksReport {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly other: number;
  readonly unknown: number;
  readonly refused: readonly RefusedSchoolRow[];
}

/** One page of a search for schools. */
export type SchoolPage = Page<School>;
