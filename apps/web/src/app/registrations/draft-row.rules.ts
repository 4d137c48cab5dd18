import type { FieldError } from '@lectern/core';
import {
  type DayOnly,
  type Person,
  type PersonKind,
  type PhotoConsent,
  readRoster,
  type RosterFacts,
  type RosterPerson,
  type RosterRow,
} from '@lectern/registrations';

/** What is needed on the day only, in the order of the page. */
export const DAY_ONLY_FIELDS = [
  { field: 'dietary', path: 'dayOnly.dietary', label: 'Dietary needs' },
  { field: 'access', path: 'dayOnly.access', label: 'Access needs' },
  { field: 'medical', path: 'dayOnly.medical', label: 'Medical notes' },
  { field: 'emergencyContact', path: 'dayOnly.emergencyContact', label: 'Emergency contact' },
] as const satisfies readonly { field: keyof DayOnly; path: string; label: string }[];

/** The cells of one row as they stand in the boxes; an empty kind or consent is still to be chosen. */
export interface DraftCells {
  readonly givenName: string;
  readonly familyName: string;
  readonly yearGroup: string;
  readonly kind: PersonKind | '';
  readonly photoConsent: PhotoConsent | '';
  readonly dayOnly: Readonly<DayOnly>;
  /** As people write it, day first; only where the conference asks for it. */
  readonly birthDate: string;
}

/** One row of a list that is being mended: its cells, what they read as, and what is wrong with them. */
export interface DraftRow {
  /** Stays with the row while others come and go. */
  readonly key: number;
  /** The person on the saved roster, when it is one. */
  readonly id?: string;
  /** The number that the row is called by. */
  readonly line: number;
  readonly cells: DraftCells;
  readonly person: RosterPerson;
  readonly errors: readonly FieldError[];
}

export type CellField = Exclude<keyof DraftCells, 'dayOnly'> | `dayOnly.${keyof DayOnly}`;

const HEADINGS = ['First name', 'Last name', 'Year group', 'Type', 'Photo consent', 'Date of birth'];

const UNCHOSEN = {
  kind: { field: 'kind', code: 'not-a-kind', message: 'Say pupil or adult.' },
  photoConsent: { field: 'photoConsent', code: 'not-a-consent', message: 'Choose yes, no or not known.' },
} as const;

/** Reads the cells with the very rule that reads an uploaded list, so that the words are the same. */
const readCells = (line: number, cells: DraftCells, facts: RosterFacts): RosterRow | undefined => {
  const heading = { line: 0, values: [...HEADINGS, ...DAY_ONLY_FIELDS.map(({ label }) => label)] };
  const values = [
    cells.givenName,
    cells.familyName,
    cells.yearGroup,
    cells.kind || 'pupil',
    cells.photoConsent.replace('-', ' '),
    cells.birthDate,
    ...DAY_ONLY_FIELDS.map(({ field }) => cells.dayOnly[field] ?? ''),
  ];
  return readRoster([heading, { line, values }], facts).rows[0];
};

interface RowPlace {
  readonly key: number;
  readonly line: number;
  readonly id?: string;
}

/** A row of the list from its cells, read and checked. */
export const draftRow = ({ key, line, id }: RowPlace, cells: DraftCells, facts: RosterFacts): DraftRow => {
  const read = readCells(line, cells, facts);
  const kind = cells.kind || 'pupil';
  return {
    key,
    line,
    ...(id === undefined ? {} : { id }),
    cells,
    person: {
      ...(id === undefined ? {} : { id }),
      kind,
      givenName: read?.givenName ?? cells.givenName,
      familyName: read?.familyName ?? cells.familyName,
      ...(kind === 'pupil' && read?.yearGroup != null ? { yearGroup: read.yearGroup } : {}),
      photoConsent: cells.photoConsent || 'not-known',
      ...(read?.birthDate === undefined ? {} : { birthDate: read.birthDate }),
      // An empty object takes away what was there; somebody new has nothing to take away.
      ...(read?.dayOnly || id !== undefined ? { dayOnly: { ...read?.dayOnly } } : {}),
    },
    errors: [
      ...(read?.errors ?? []),
      ...(cells.kind === '' ? [UNCHOSEN.kind] : []),
      ...(cells.photoConsent === '' ? [UNCHOSEN.photoConsent] : []),
    ],
  };
};

/** The cells of somebody on the saved roster. */
export const cellsOfPerson = (person: Person): DraftCells => ({
  givenName: person.givenName,
  familyName: person.familyName,
  yearGroup: person.yearGroup === null ? '' : String(person.yearGroup),
  kind: person.kind,
  photoConsent: person.photoConsent,
  dayOnly: person.dayOnly ?? {},
  birthDate: dayFirst(person.birthDate),
});

/** `2011-05-03` as `03/05/2011`. */
const dayFirst = (date: string | undefined): string => (date ?? '').split('-').reverse().join('/');

/** The cells of a row that the server read; what it could not read is still to be chosen. */
export const cellsOfRow = (row: RosterRow): DraftCells => {
  const has = (field: string): boolean => row.errors.some((error) => error.field === field);
  return {
    givenName: row.givenName,
    familyName: row.familyName,
    yearGroup: row.yearGroupText ?? (row.yearGroup === null ? '' : String(row.yearGroup)),
    kind: has('kind') ? '' : row.kind,
    photoConsent: has('photoConsent') ? '' : row.photoConsent,
    dayOnly: row.dayOnly ?? {},
    birthDate: dayFirst(row.birthDate),
  };
};

/** The id of the box of a cell; `dayOnly.dietary` and its like are cells too. */
export const cellId = (key: number, field: string): string => `row-${key}-${field.replace('.', '-')}`;

/** The cells with one of them changed. */
export const withCell = (cells: DraftCells, field: CellField, value: string): DraftCells =>
  field.startsWith('dayOnly.')
    ? { ...cells, dayOnly: { ...cells.dayOnly, [field.slice('dayOnly.'.length)]: value } }
    : { ...cells, [field]: value };

export const EMPTY_CELLS: DraftCells = {
  givenName: '',
  familyName: '',
  yearGroup: '',
  kind: 'pupil',
  photoConsent: 'not-known',
  dayOnly: {},
  birthDate: '',
};
