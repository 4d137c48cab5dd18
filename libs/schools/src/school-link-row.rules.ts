import { readDate } from './school-row.rules';

/** Where each column of a file of links stands, counted from 0. */
export interface SchoolLinkColumns {
  readonly width: number;
  readonly urn: number;
  readonly linkUrn: number;
  readonly linkType: number;
  /** -1 where the file does not have it. */
  readonly establishedOn: number;
}

/** One school took the place of another. */
export interface SchoolLinkRow {
  readonly urn: string;
  readonly successorUrn: string;
  /** YYYY-MM-DD, or null. */
  readonly establishedOn: string | null;
}

export type ReadSchoolLinkRow =
  | { readonly link: SchoolLinkRow }
  /** A link of another kind, such as a shared sixth form: nothing follows from it. */
  | { readonly other: true }
  | { readonly refused: string };

/** Finds the columns of the GIAS file of links by their names; null when this is no such file. */
export const findSchoolLinkColumns = (heading: readonly string[]): SchoolLinkColumns | null => {
  const names = heading.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const columns = {
    width: heading.length,
    urn: names.indexOf('urn'),
    linkUrn: names.indexOf('linkurn'),
    linkType: names.indexOf('linktype'),
    establishedOn: names.indexOf('linkestablisheddate'),
  };
  return columns.urn !== -1 && columns.linkUrn !== -1 && columns.linkType !== -1 ? columns : null;
};

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/**
 * Reads one row. The register names what the linked school is to the first: "Successor" (also "Successor - merged" and
 * its like) leads from the first to the linked one, "Predecessor" the other way.
 */
export const readSchoolLinkRow = (
  columns: SchoolLinkColumns,
  cells: readonly string[],
): ReadSchoolLinkRow => {
  if (cells.length < columns.width) {
    return { refused: `This row has ${cells.length} cells where the heading has ${columns.width}.` };
  }
  const cell = (at: number): string => (cells[at] ?? '').trim();
  const type = cell(columns.linkType).toLowerCase();
  const kind = /^(successor|predecessor)\b/.exec(type)?.[1];
  const urn = cell(columns.urn);
  const linked = cell(columns.linkUrn);
  const wrong = [urn, linked].find((text) => !/^\d{6}$/.test(text));
  if (wrong !== undefined) return { refused: `The URN “${shown(wrong)}” is not six digits.` };
  if (type === '') return { refused: 'This row has no kind of link.' };
  if (!kind) return { other: true };
  if (urn === linked) return { refused: `The URN ${urn} is linked with itself.` };
  const day = cell(columns.establishedOn);
  const establishedOn = day === '' ? null : readDate(day);
  if (establishedOn === undefined) {
    return { refused: `The date of the link “${shown(day)}” is not a date such as 01-09-2024.` };
  }
  return {
    link:
      kind === 'successor'
        ? { urn, successorUrn: linked, establishedOn }
        : { urn: linked, successorUrn: urn, establishedOn },
  };
};
