import type { FieldError } from '@lectern/core';

/** A sheet of labels on A4, in millimetres: the first label's corner, and how the rest follow. */
export interface LabelSheet {
  readonly labelWidth: number;
  readonly labelHeight: number;
  readonly columns: number;
  readonly rows: number;
  readonly marginLeft: number;
  readonly marginTop: number;
  /** White between two columns, and between two rows. */
  readonly gapAcross: number;
  readonly gapDown: number;
}

/** To a hundredth of a millimetre, finer than any printer feeds paper. */
const rounded = (millimetres: number): number => Math.round(millimetres * 100) / 100;

/** A4, in millimetres. */
export const LABEL_PAGE = { width: 210, height: 297 } as const;

/**
 * The sheets that can be bought, by the number on their box. Both stand in the middle of the page, with the maker's
 * pitch from column to column: 66.04 mm (L7160) and 101.6 mm (L7163); rows touch.
 */
export const LABEL_SHEETS = {
  L7160: {
    labelWidth: 63.5,
    labelHeight: 38.1,
    columns: 3,
    rows: 7,
    marginLeft: 7.21,
    marginTop: 15.15,
    gapAcross: 2.54,
    gapDown: 0,
  },
  L7163: {
    labelWidth: 99.1,
    labelHeight: 38.1,
    columns: 2,
    rows: 7,
    marginLeft: 4.65,
    marginTop: 15.15,
    gapAcross: 2.5,
    gapDown: 0,
  },
} as const satisfies Record<string, LabelSheet>;
export const LABEL_SHEET_NAMES = ['L7160', 'L7163', 'custom'] as const;
/** A sheet by its number, or one that was measured by hand. */
export type LabelSheetName = (typeof LABEL_SHEET_NAMES)[number];

/** A ticket's QR code with the white that it needs around it: 41 modules and 4 on each side. */
export const TICKET_CODE_MODULES = 49;
/**
 * The smallest module, in millimetres, that a phone reads at arm's length. Its camera shows 1,280 points across 67
 * degrees, which at 30 cm is 3.2 points a millimetre, and a decoder wants nearly two points a module.
 */
export const SMALLEST_MODULE = 0.6;
/** White between a label's edge and what is on it. */
export const LABEL_INSET = 1;
/** A code larger than this is no easier to read. */
const LARGEST_CODE = 58;
/** What the names need beside the code, and what they have where there is room. */
const NARROWEST_TEXT = 20;
const TEXT_BESIDE = 26;
const RIGHT_EDGE = 2.5;

const SMALLEST_CODE = TICKET_CODE_MODULES * SMALLEST_MODULE;
const LOWEST_LABEL = rounded(SMALLEST_CODE + 2 * LABEL_INSET);
const NARROWEST_LABEL = rounded(LABEL_INSET + SMALLEST_CODE + NARROWEST_TEXT + RIGHT_EDGE);

/** How many labels one sheet has. */
export const labelsOnSheet = ({ columns, rows }: LabelSheet): number => columns * rows;

/** Where a label's upper left corner lies, in millimetres; labels count from 0, along the rows. */
export const labelPlace = (sheet: LabelSheet, place: number): { left: number; top: number } => ({
  left: sheet.marginLeft + (place % sheet.columns) * (sheet.labelWidth + sheet.gapAcross),
  top: sheet.marginTop + Math.floor(place / sheet.columns) * (sheet.labelHeight + sheet.gapDown),
});

/** The side of a label's code, white included, in millimetres: as large as the label's height and its text allow. */
export const labelCodeSide = ({ labelWidth, labelHeight }: LabelSheet): number =>
  Math.min(
    labelHeight - 2 * LABEL_INSET,
    Math.max(SMALLEST_CODE, labelWidth - LABEL_INSET - RIGHT_EDGE - TEXT_BESIDE),
    LARGEST_CODE,
  );

/** Whether a measured sheet fits its page and its labels hold a readable code; each refusal says by how much not. */
export const checkLabelSheet = (sheet: LabelSheet): readonly FieldError[] => {
  const { labelWidth, labelHeight, columns, rows, marginLeft, marginTop, gapAcross, gapDown } = sheet;
  const errors: FieldError[] = [];
  if (labelWidth < NARROWEST_LABEL) {
    errors.push(tooSmall('labelWidth', 'wide', 'the code and a name', NARROWEST_LABEL, labelWidth));
  }
  if (labelHeight < LOWEST_LABEL) {
    errors.push(
      tooSmall('labelHeight', 'high', 'a code that phones read at arm’s length', LOWEST_LABEL, labelHeight),
    );
  }
  const across = rounded(marginLeft + columns * labelWidth + (columns - 1) * gapAcross - LABEL_PAGE.width);
  if (across > 0) {
    errors.push({
      field: 'columns',
      code: 'off-the-page',
      message: `${counted(columns, 'column')} of ${labelWidth} mm and the left margin are ${across} mm wider than A4 (${LABEL_PAGE.width} mm). Use fewer columns or smaller measures.`,
    });
  }
  const down = rounded(marginTop + rows * labelHeight + (rows - 1) * gapDown - LABEL_PAGE.height);
  if (down > 0) {
    errors.push({
      field: 'rows',
      code: 'off-the-page',
      message: `${counted(rows, 'row')} of ${labelHeight} mm and the top margin are ${down} mm longer than A4 (${LABEL_PAGE.height} mm). Use fewer rows or smaller measures.`,
    });
  }
  return errors;
};

const tooSmall = (
  field: string,
  way: string,
  holds: string,
  least: number,
  measured: number,
): FieldError => ({
  field,
  code: 'label-too-small',
  message: `A label must be at least ${least} mm ${way} for ${holds}. Yours is ${rounded(least - measured)} mm short.`,
});

const counted = (many: number, one: string): string => `${many} ${many === 1 ? one : `${one}s`}`;
