import { type FieldError, validationFailed } from '@lectern/core';
import {
  checkLabelSheet,
  LABEL_SHEET_NAMES,
  LABEL_SHEETS,
  type LabelSheet,
  type LabelSheetName,
  labelsOnSheet,
} from './label-sheet.rules';
import { TICKET_LAYOUTS, type TicketLayout } from './ticket.contract';

/** A print of tickets as it was asked for. */
export interface TicketPrint {
  readonly layout: TicketLayout;
  readonly sheet: LabelSheet;
  /** The first label to print on, from 1: those before it were peeled off already. */
  readonly from: number;
  /** The one ticket to print; all when left out. */
  readonly ticketId?: string;
  /** The one school to print, of a conference; all when left out. */
  readonly school?: string;
}

type Raw = Readonly<Record<string, unknown>>;

interface Measure {
  readonly words: string;
  readonly least: number;
  readonly most: number;
  readonly whole?: true;
}

/** What a sheet of one's own is measured by; the names are those of the question. */
const MEASURES: Readonly<Record<keyof LabelSheet, Measure>> = {
  labelWidth: { words: 'the width of a label', least: 1, most: 210 },
  labelHeight: { words: 'the height of a label', least: 1, most: 297 },
  columns: { words: 'the number of columns', least: 1, most: 10, whole: true },
  rows: { words: 'the number of rows', least: 1, most: 20, whole: true },
  marginLeft: { words: 'the left margin', least: 0, most: 200 },
  marginTop: { words: 'the top margin', least: 0, most: 290 },
  gapAcross: { words: 'the gap between columns', least: 0, most: 100 },
  gapDown: { words: 'the gap between rows', least: 0, most: 100 },
};
export const LABEL_MEASURES = Object.keys(MEASURES) as readonly (keyof LabelSheet)[];
/** Measures that are nothing when they are not given. */
const OPTIONAL: readonly string[] = ['marginLeft', 'marginTop', 'gapAcross', 'gapDown'];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads what is to be printed, and how, from a question's values; throws with an error for each that is wrong.
 * Badges, when nothing is said; labels on Avery L7160, from the first.
 */
export const readTicketPrint = (raw: Raw): TicketPrint => {
  const errors: FieldError[] = [];
  const layout = oneOf(raw, 'layout', TICKET_LAYOUTS, 'badges', errors);
  const name = oneOf(raw, 'sheet', LABEL_SHEET_NAMES, 'L7160', errors);
  const sheet = name === undefined ? undefined : sheetOf(raw, name, errors);
  const from = sheet === undefined ? 1 : firstLabel(raw, sheet, errors);
  const ticketId = matching(
    raw,
    'ticketId',
    UUID,
    'Give the id of one ticket, as the list shows it.',
    errors,
  );
  const school = matching(raw, 'school', /^\d{6}$/, 'Give one school number, six digits.', errors);
  if (errors.length > 0 || layout === undefined || sheet === undefined) throw validationFailed(errors);
  return {
    layout,
    sheet,
    from,
    ...(ticketId === undefined ? {} : { ticketId }),
    ...(school === undefined ? {} : { school }),
  };
};

const oneOf = <T extends string>(
  raw: Raw,
  field: 'layout' | 'sheet',
  known: readonly T[],
  otherwise: T,
  errors: FieldError[],
): T | undefined => {
  const { [field]: asked = otherwise } = raw;
  const found = known.find((one) => one === asked);
  if (found === undefined) {
    const message = `Choose one of these ${field}s: ${known.join(', ')}.`;
    errors.push({ field, code: `unknown-${field}`, message });
  }
  return found;
};

const sheetOf = (raw: Raw, name: LabelSheetName, errors: FieldError[]): LabelSheet | undefined => {
  if (name !== 'custom') return LABEL_SHEETS[name];
  const before = errors.length;
  const measured = Object.fromEntries(
    LABEL_MEASURES.map((field) => [field, measure(raw, field, errors)]),
  ) as unknown as LabelSheet;
  if (errors.length === before) errors.push(...checkLabelSheet(measured));
  return errors.length === before ? measured : undefined;
};

const measure = (raw: Raw, field: keyof LabelSheet, errors: FieldError[]): number => {
  const { words, least, most, whole } = MEASURES[field];
  const { [field]: given = OPTIONAL.includes(field) ? '0' : undefined } = raw;
  const shape = whole ? /^\d{1,2}$/ : /^\d{1,3}(\.\d{1,2})?$/;
  const value = typeof given === 'string' && shape.test(given) ? Number(given) : Number.NaN;
  if (value >= least && value <= most) return value;
  const message = whole
    ? `Give ${words} as a whole number from ${least} to ${most}.`
    : `Give ${words} in millimetres, from ${least} to ${most} with two decimals at most.`;
  errors.push({ field, code: 'bad-measure', message });
  return Number.NaN;
};

const firstLabel = (raw: Raw, sheet: LabelSheet, errors: FieldError[]): number => {
  const { from: given = '1' } = raw;
  const most = labelsOnSheet(sheet);
  const from = typeof given === 'string' && /^\d{1,3}$/.test(given) ? Number(given) : 0;
  if (from >= 1 && from <= most) return from;
  const message = `This sheet has ${most} labels. Start at one of 1 to ${most}.`;
  errors.push({ field: 'from', code: 'not-on-sheet', message });
  return 1;
};

const matching = (
  raw: Raw,
  field: 'ticketId' | 'school',
  shape: RegExp,
  message: string,
  errors: FieldError[],
): string | undefined => {
  const { [field]: given } = raw;
  if (given === undefined) return undefined;
  if (typeof given === 'string' && shape.test(given)) return given;
  errors.push({ field, code: `unknown-${field === 'school' ? 'school' : 'ticket'}`, message });
  return undefined;
};
