import { foldText, validationFailed } from '@lectern/core';
import { findDuplicateRows } from './duplicate-rows.rules';
import { type RosterPreview, ROSTER_ROWS_MAX, type RosterRow } from './roster.contract';
import { layOutRoster } from './roster-layout.rules';
import type { RosterCells, RosterLayout } from './roster-list';
import { RosterRowReader } from './roster-row.rules';
import { tidyCell } from './roster-cells.rules';

/** What a list is read against. */
export interface RosterFacts {
  /** The conference's year groups. */
  readonly yearGroups: readonly number[];
  /** The group's pupil places. */
  readonly places: number;
  /** Whether the conference asks for dates of birth; without it they are dropped while reading. */
  readonly trackingData?: boolean;
}

/** What a list would become; the preview is this with an id and an end. */
export type RosterReading = Pick<RosterPreview, 'rows' | 'droppedColumns' | 'duplicates' | 'notices'>;

const NAMES: readonly string[] = [
  'givenName',
  'preferredGivenName',
  'familyName',
  'fullName',
  'familyNameFirst',
];
const TOTAL = /^(total|totals|grand total|count|number of (pupils|students|people))\b/;

/**
 * Reads a school's list, from any spreadsheet layout that it recognises, into people with an error per cell. Throws
 * validation-failed when there is nothing to read, no names are found or there are more rows than a roster may have.
 */
export const readRoster = (cells: readonly RosterCells[], facts: RosterFacts): RosterReading => {
  const layout = layOutRoster(cells, facts.trackingData ?? false);
  const rows = layout.rows.filter((row) => !isTotal(row));
  refuseUnreadable(layout, rows);

  const hasYears = layout.columns.some((column) => column.use === 'yearGroup');
  const onlyYear = facts.yearGroups.length === 1 && !hasYears ? (facts.yearGroups[0] ?? null) : null;
  const people = rows.map((row) =>
    new RosterRowReader(row, layout.columns, facts.yearGroups, onlyYear).read(),
  );
  return {
    rows: people,
    droppedColumns: layout.droppedColumns,
    duplicates: findDuplicateRows(people),
    notices: [
      ...layout.notices,
      ...layout.rows.filter(isTotal).map((row) => `Row ${row.line} was taken for a total and left out.`),
      ...yearNotices(onlyYear, hasYears),
      ...placesNotices(people, facts.places),
    ],
  };
};

/** Whether a row is the line under a list that counts it. */
const isTotal = (row: RosterCells): boolean => {
  const filled = row.values.map(tidyCell).filter((value) => value !== '');
  return filled.length <= 2 && TOTAL.test(foldText(filled[0] ?? ''));
};

const refuseUnreadable = (layout: RosterLayout, rows: readonly RosterCells[]): void => {
  const refuse = (code: string, message: string) => {
    throw validationFailed([{ field: 'rows', code, message }]);
  };
  if (rows.length === 0) {
    refuse('no-rows', 'The list names nobody. Copy the rows with the names as well as the headings.');
  }
  if (rows.length > ROSTER_ROWS_MAX) {
    const words = `A roster has ${ROSTER_ROWS_MAX} people at most and this list has ${rows.length}.`;
    refuse('too-many-rows', `${words} Keep only the rows of those who are coming.`);
  }
  if (!layout.columns.some((column) => NAMES.includes(column.use))) {
    const words = 'No names were found. Put First name and Last name above the columns that hold them.';
    refuse('no-names', words);
  }
};

const yearNotices = (onlyYear: number | null, hasYears: boolean): readonly string[] => {
  if (onlyYear !== null) {
    return [
      `The list has no year groups. Year ${onlyYear} was filled in, as the conference is for it alone.`,
    ];
  }
  return hasYears
    ? []
    : ['The list has no year groups. Enter one for each pupil, or add a column named Year.'];
};

const placesNotices = (people: readonly RosterRow[], places: number): readonly string[] => {
  const pupils = people.filter((person) => person.kind === 'pupil').length;
  if (pupils <= places) return [];
  return [
    `The list has ${pupils} ${pupils === 1 ? 'pupil' : 'pupils'} and the group has ${places} ${places === 1 ? 'place' : 'places'}. Take off ${pupils - places} before you save.`,
  ];
};
