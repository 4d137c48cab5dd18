import { isStorableText } from '@lectern/core';
import type { SchoolStatus } from './school.contract';
import type { SchoolColumns, SchoolField } from './school-columns.rules';

/** A school as one row of a file tells it. What the file has no column for is undefined: nobody said anything. */
export interface SchoolRow {
  readonly urn: string;
  readonly name: string;
  readonly town: string;
  readonly postcode: string;
  readonly status: SchoolStatus | undefined;
  /** YYYY-MM-DD; null when the register has none. */
  readonly openDate: string | null | undefined;
  readonly closeDate: string | null | undefined;
  /** Where it is on the national grid, in metres; null when the register does not say. */
  readonly easting: number | null | undefined;
  readonly northing: number | null | undefined;
}

export type ReadSchoolRow =
  | { readonly school: SchoolRow }
  /** Why the row cannot be taken, in words for whoever runs the import. */
  | { readonly refused: string };

const STATUSES: ReadonlyMap<string, SchoolStatus> = new Map([
  ['open', 'open'],
  ['open, but proposed to close', 'proposed-to-close'],
  ['proposed to open', 'proposed-to-open'],
  ['closed', 'closed'],
]);

const LENGTHS = { name: 200, town: 100, postcode: 10 } as const;

/** `L392AT`, `l39  2at` → `L39 2AT`; what is no postcode stays as it is. */
const tidyPostcode = (text: string): string => {
  const code = text.toUpperCase().replace(/\s+/g, '');
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(code) ? `${code.slice(0, -3)} ${code.slice(-3)}` : text;
};

/** `01-09-2024` and `2024-09-01` → `2024-09-01`; undefined for a day that is in no calendar. */
export const readDate = (text: string): string | undefined => {
  const iso = /^\d{2}[-/]\d{2}[-/]\d{4}$/.test(text)
    ? `${text.slice(6)}-${text.slice(3, 5)}-${text.slice(0, 2)}`
    : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  // 31 February would be 3 March, and a thirteenth month no date at all.
  return new Date(`${iso}T00:00:00Z`).getUTCDate() === Number(iso.slice(8)) ? iso : undefined;
};

/** `340562` → 340562; a school is not refused for a bad grid reference. */
const metres = (text: string | undefined): number | null | undefined =>
  text === undefined ? undefined : /^\d{1,7}$/.test(text) ? Number(text) : null;

// Most cells are tidy already, and looking is cheaper than replacing.
const tidy = (text: string): string => (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const refuseTexts = (texts: Readonly<Record<keyof typeof LENGTHS, string>>): string | null => {
  if (texts.name === '') return 'This row has no name of a school.';
  for (const field of ['name', 'town', 'postcode'] as const) {
    if (!isStorableText(texts[field])) return `The ${field} holds control characters.`;
    if (texts[field].length > LENGTHS[field]) {
      return `The ${field} has ${texts[field].length} characters; ${LENGTHS[field]} fit.`;
    }
  }
  return null;
};

/** Reads one row by the columns of its heading; only the named fields are looked at. */
export const readSchoolRow = ({ width, at }: SchoolColumns, cells: readonly string[]): ReadSchoolRow => {
  const cell = (field: SchoolField): string | undefined => {
    const position = at[field];
    return position === undefined ? undefined : tidy(cells[position] ?? '');
  };
  if (cells.length !== width) {
    return { refused: `This row has ${cells.length} cells where the heading has ${width}.` };
  }
  const urn = cell('urn') ?? '';
  if (!/^\d{6}$/.test(urn)) {
    return { refused: urn === '' ? 'This row has no URN.' : `The URN “${shown(urn)}” is not six digits.` };
  }
  const texts = {
    name: cell('name') ?? '',
    town: cell('town') ?? '',
    postcode: tidyPostcode(cell('postcode') ?? ''),
  };
  const refused = refuseTexts(texts);
  if (refused !== null) return { refused };

  const statusText = cell('status');
  const status = statusText === undefined ? undefined : STATUSES.get(statusText.toLowerCase());
  if (statusText !== undefined && status === undefined) {
    return {
      refused:
        statusText === '' ? 'This row has no status.' : `The status “${shown(statusText)}” is not known.`,
    };
  }
  const dates: Partial<Record<'openDate' | 'closeDate', string | null>> = {};
  for (const field of ['openDate', 'closeDate'] as const) {
    const text = cell(field);
    if (text === undefined) continue;
    const date = text === '' ? null : readDate(text);
    if (date === undefined) {
      return {
        refused: `The ${field === 'openDate' ? 'opening' : 'closing'} date “${shown(text)}” is not a date such as 01-09-2024.`,
      };
    }
    dates[field] = date;
  }
  return {
    school: {
      urn,
      ...texts,
      status,
      openDate: dates.openDate,
      closeDate: dates.closeDate,
      easting: metres(cell('easting')),
      northing: metres(cell('northing')),
    },
  };
};
