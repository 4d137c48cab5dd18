import { foldText } from '@lectern/core';
import type { DroppedColumn } from './roster.contract';
import { guessColumns } from './guess-columns.rules';
import { readYearGroup, tidyCell } from './roster-cells.rules';
import {
  BIRTH_DATES_LEFT_OUT,
  type ColumnMeaning,
  type ColumnUse,
  readHeading,
  UPN_REASON,
} from './roster-columns.rules';
import type { RosterCells, RosterLayout, UsedColumn } from './roster-list';
import { isUpn } from './upn.rules';

/** How many rows may stand above the heading: the school's name, a date, a title. */
const ROWS_ABOVE_HEADING = 10;

interface Heading {
  readonly names: readonly string[];
  /** The row after the heading. */
  readonly end: number;
  readonly score: number;
}

const isBlank = (row: RosterCells): boolean => row.values.every((value) => tidyCell(value) === '');

/** Finds the heading, or guesses without one, and says what each column is used for and what is left out. */
export const layOutRoster = (cells: readonly RosterCells[], trackingData = false): RosterLayout => {
  const filled = cells.filter((row) => !isBlank(row));
  const heading = findHeading(filled);
  if (!heading) return guessColumns(filled);

  const rows = filled.slice(heading.end).filter((row) => !repeats(row, heading.names));
  const width = Math.max(heading.names.length, ...rows.map((row) => row.values.length));
  const meanings = Array.from({ length: width }, (_, index) =>
    meaningOf(heading.names[index] ?? '', columnOf(rows, index)),
  );
  const kept = meanings.map((meaning) =>
    meaning.use === 'birthDate' && !trackingData ? BIRTH_DATES_LEFT_OUT : meaning,
  );
  return { rows, notices: [], ...settle(kept, heading.names, rows) };
};

const columnOf = (rows: readonly RosterCells[], index: number): string[] =>
  rows.map((row) => tidyCell(row.values[index] ?? '')).filter((value) => value !== '');

const mostAre = (values: readonly string[], test: (value: string) => boolean): boolean =>
  values.length > 0 && values.filter(test).length * 2 > values.length;

const meaningOf = (name: string, values: readonly string[]): ColumnMeaning => {
  if (mostAre(values, isUpn)) return { use: 'left-out', reason: UPN_REASON };
  return readHeading(name);
};

const findHeading = (rows: readonly RosterCells[]): Heading | undefined => {
  let best: Heading | undefined;
  rows.slice(0, ROWS_ABOVE_HEADING).forEach((row, index) => {
    const next = rows[index + 1];
    const heading =
      next && continues(next)
        ? headingOf(joined(row.values, next.values), index + 2)
        : headingOf(row.values, index + 1);
    if (heading && heading.score > (best?.score ?? 0)) best = heading;
  });
  return best;
};

const SECOND_WORD =
  /^(names?|gro?u?p|consent|needs|requirements|conditions|details|contact|number|no|status|birth|of birth)$/;

/** Whether a row is the second half of headings wrapped over two rows: "First" above "name". */
const continues = (row: RosterCells): boolean => {
  const words = row.values.map((value) => foldText(tidyCell(value))).filter((word) => word !== '');
  return words.length > 1 && words.every((word) => SECOND_WORD.test(word));
};

const joined = (above: readonly string[], below: readonly string[]): string[] =>
  Array.from({ length: Math.max(above.length, below.length) }, (_, index) =>
    `${above[index] ?? ''} ${below[index] ?? ''}`.trim(),
  );

const NAME_USES: readonly string[] = ['givenName', 'familyName', 'fullName', 'familyNameFirst'];

const headingOf = (values: readonly string[], end: number): Heading | undefined => {
  const names = values.map(tidyCell);
  const meanings = names.map(readHeading);
  const score = meanings.filter(({ use }) => use !== 'unknown').length;
  const alone = names.filter((name) => name !== '').length === 1;
  const hasName = meanings.some(({ use }) => NAME_USES.includes(use));
  return hasName && (score > 1 || alone) ? { names, end, score } : undefined;
};

/** Whether a row is the heading once more, as on every page of a printed list. */
const repeats = (row: RosterCells, names: readonly string[]): boolean =>
  row.values.every((value, index) => foldText(tidyCell(value)) === foldText(names[index] ?? ''));

const settle = (
  meanings: readonly ColumnMeaning[],
  names: readonly string[],
  rows: readonly RosterCells[],
): Pick<RosterLayout, 'columns' | 'droppedColumns'> => {
  const has = (use: ColumnUse) => meanings.some((meaning) => meaning.use === use);
  const columns: UsedColumn[] = [];
  const droppedColumns: DroppedColumn[] = [];
  meanings.forEach((meaning, index) => {
    const heading = names[index] ?? '';
    const use = useOf(meaning, has, columnOf(rows, index));
    const name = heading === '' ? `Column ${index + 1}` : heading;
    if (use === undefined) {
      if (heading === '' && columnOf(rows, index).length === 0) return;
      droppedColumns.push({ name, reason: reasonOf(meaning, heading) });
    } else if (!MANY.includes(use) && columns.some((column) => column.use === use)) {
      droppedColumns.push({ name, reason: 'Another column already gives this, so this one was left out.' });
    } else {
      columns.push({ index, heading, use });
    }
  });
  return { columns, droppedColumns };
};

/** Uses that several columns may share; their cells are put together. */
const MANY: readonly ColumnUse[] = ['dietary', 'access', 'medical', 'emergencyContact'];

const useOf = (
  meaning: ColumnMeaning,
  has: (use: ColumnUse) => boolean,
  values: readonly string[],
): ColumnUse | undefined => {
  if (meaning.use === 'left-out' || meaning.use === 'unknown') return undefined;
  if (meaning.use === 'formGroup') {
    const tellsYear = !has('yearGroup') && mostAre(values, (value) => readYearGroup(value).is === 'year');
    return tellsYear ? 'yearGroup' : undefined;
  }
  if (meaning.use === 'fullName' || meaning.use === 'familyNameFirst') {
    const [given, family] = [has('givenName') || has('preferredGivenName'), has('familyName')];
    if (given && family) return undefined;
    // "Name" beside "Surname" is the first name.
    if (family) return 'givenName';
  }
  return meaning.use;
};

const reasonOf = (meaning: ColumnMeaning, heading: string): string => {
  if (meaning.use === 'left-out') return meaning.reason;
  if (meaning.use === 'unknown') {
    return heading === ''
      ? 'It has no heading, so what it says is not known.'
      : 'Lectern does not need this column, so it was left out.';
  }
  return meaning.use === 'formGroup'
    ? 'Form groups are not needed, so this column was left out.'
    : 'The names were taken from other columns.';
};
