import type { DroppedColumn } from './roster.contract';
import { readKind, readPhotoConsent, readYearGroup, tidyCell } from './roster-cells.rules';
import { type ColumnUse, UPN_REASON } from './roster-columns.rules';
import type { RosterCells, RosterLayout, UsedColumn } from './roster-list';
import { isUpn } from './upn.rules';

const NO_HEADING = 'The list has no heading row, so what this column says is not known.';
const DATE = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/;
const PLAIN_NAME = /^\p{L}[\p{L}\p{M}'’ʼ.\- ]+$/u;

type Guess = ColumnUse | 'name' | { readonly dropped: string };

const share = (values: readonly string[], test: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(test).length / values.length;

const isPlainName = (value: string): boolean =>
  PLAIN_NAME.test(value) && readPhotoConsent(value) !== 'not-known';

/** Whether a cell is like "Khan, Aisha": one comma with letters on both sides. */
const isNameWithComma = (value: string): boolean => {
  const [family = '', given = '', ...more] = value.split(',');
  return more.length === 0 && /\p{L}/u.test(family) && /\p{L}/u.test(given);
};

/** Lays out a list that has no heading row by what its columns hold; everything not recognised is left out. */
export const guessColumns = (filled: readonly RosterCells[]): RosterLayout => {
  const rows = withoutTitles(filled);
  const width = Math.max(0, ...rows.map((row) => row.values.length));
  const raw = Array.from({ length: width }, (_, index) => rows.map((row) => row.values[index] ?? ''));
  const columns = raw.map((column) => column.map(tidyCell).filter((value) => value !== ''));
  const guesses = columns.map(guess);
  const uses = nameColumns(guesses, columns, raw);
  return {
    rows,
    columns: uses,
    droppedColumns: guesses.flatMap((found, index) => dropped(found, index, uses, columns[index] ?? [])),
    notices: noticesFor(uses),
  };
};

/** A row with one cell above rows with several is a title. */
const withoutTitles = (rows: readonly RosterCells[]): readonly RosterCells[] => {
  const count = (row: RosterCells) => row.values.filter((value) => tidyCell(value) !== '').length;
  const several = rows.filter((row) => count(row) > 1).length * 2 > rows.length;
  return several
    ? rows.slice(
        Math.max(
          0,
          rows.findIndex((row) => count(row) > 1),
        ),
      )
    : rows;
};

const guess = (values: readonly string[]): Guess => {
  if (share(values, isUpn) > 0.5) return { dropped: UPN_REASON };
  if (share(values, (value) => DATE.test(value)) > 0.5) {
    return { dropped: 'Dates of birth are not needed, so this column was left out.' };
  }
  if (share(values, (value) => value.includes('@')) > 0.5) {
    return { dropped: 'E-mail addresses are not needed, so this column was left out.' };
  }
  if (
    share(values, (value) => readKind(value) !== undefined) > 0.8 &&
    values.some((value) => value.length > 1)
  ) {
    return 'kind';
  }
  if (share(values, (value) => ['year', 'adult'].includes(readYearGroup(value).is)) > 0.6) return 'yearGroup';
  if (share(values, isNameWithComma) > 0.5) return 'fullName';
  if (share(values, (value) => readPhotoConsent(value) !== undefined) > 0.8) {
    return { dropped: 'The list has no heading row, so what yes and no mean here is not known.' };
  }
  return share(values, isPlainName) > 0.8 ? 'name' : { dropped: NO_HEADING };
};

const nameColumns = (
  guesses: readonly Guess[],
  columns: readonly (readonly string[])[],
  raw: readonly (readonly string[])[],
): readonly UsedColumn[] => {
  const used = (index: number, use: ColumnUse): UsedColumn => ({ index, heading: '', use });
  const first = (wanted: Guess) => guesses.indexOf(wanted);
  const others = (['yearGroup', 'kind'] as const)
    .filter((use) => first(use) >= 0)
    .map((use) => used(first(use), use));
  if (first('fullName') >= 0) return [used(first('fullName'), 'fullName'), ...others];

  const [one, two] = guesses.flatMap((found, index) => (found === 'name' ? [index] : []));
  if (one === undefined) return others;
  const wholeNames = share(columns[one] ?? [], (value) => value.includes(' ')) > 0.6;
  if (two === undefined || wholeNames) return [used(one, 'fullName'), ...others];
  const familyFirst = isFamilyFirst(columns[one] ?? [], columns[two] ?? [], raw[two] ?? []);
  return [
    used(one, familyFirst ? 'familyName' : 'givenName'),
    used(two, familyFirst ? 'givenName' : 'familyName'),
    ...others,
  ];
};

/** Whether of two name columns the first holds family names: "Khan, Aisha" cut at its comma, capitals, or sorted. */
const isFamilyFirst = (
  one: readonly string[],
  two: readonly string[],
  rawTwo: readonly string[],
): boolean => {
  if (share(rawTwo, (value) => value.startsWith(' ')) > 0.9) return true;
  const capitals = (values: readonly string[]) =>
    share(values, (value) => value === value.toUpperCase()) > 0.8;
  if (capitals(one) !== capitals(two)) return capitals(one);
  return one.length >= 5 && isSorted(one) && !isSorted(two);
};

const isSorted = (values: readonly string[]): boolean =>
  values.every((value, index) => index === 0 || (values[index - 1] ?? '').localeCompare(value, 'en-GB') <= 0);

const dropped = (
  found: Guess,
  index: number,
  uses: readonly UsedColumn[],
  values: readonly string[],
): readonly DroppedColumn[] => {
  if (values.length === 0 || uses.some((column) => column.index === index)) return [];
  return [{ name: `Column ${index + 1}`, reason: typeof found === 'object' ? found.dropped : NO_HEADING }];
};

const noticesFor = (uses: readonly UsedColumn[]): readonly string[] => {
  const at = (use: ColumnUse) => (uses.find((column) => column.use === use)?.index ?? -1) + 1;
  if (at('givenName') > 0) {
    return [
      `The list has no heading row. First names were taken from column ${at('givenName')} and last names from column ${at('familyName')}: check that they are the right way round.`,
    ];
  }
  return at('fullName') > 0
    ? [
        `The list has no heading row. Names were taken from column ${at('fullName')} and split: check first and last names.`,
      ]
    : [];
};
