import { londonDateTime } from '@lectern/core';
import { fitText } from '../../platform/printing/fitted-text';
import {
  BOLD,
  INK,
  LINE,
  mm,
  type PrintedDocument,
  QUIET_INK,
  REGULAR,
} from '../../platform/printing/printed-document';
import type { PrintedConference, PrintedGroup, PrintedPerson } from './printing.contract';
import { drawQr } from '../../platform/printing/qr-symbol';

export const LIST_SIZE = [mm(210), mm(297)] as const;
const [WIDTH, HEIGHT] = LIST_SIZE;
const MARGIN = mm(15);
const INNER = WIDTH - 2 * MARGIN;
const TABLE_TOP = mm(43);
const ROW = mm(8);
/** The coach's code, top right: large enough for a phone that looks over an arm. */
const COACH = { side: mm(29), top: mm(9), left: WIDTH - MARGIN - mm(29) } as const;
export const ROWS_A_PAGE = 28;

/** One column of a list: what it says of a person, or a box to tick. */
export interface ListColumn {
  readonly heading: string;
  readonly left: number;
  readonly width: number;
  readonly text: (person: PrintedPerson) => string;
  readonly isBox: boolean;
}

/** A column by its left edge and width, in millimetres from the margin; without a text it is a box to tick. */
export const listColumn = (
  heading: string,
  left: number,
  width: number,
  text?: (person: PrintedPerson) => string,
): ListColumn => ({
  heading,
  left: MARGIN + mm(left),
  width: mm(width),
  text: text ?? (() => ''),
  isBox: text === undefined,
});

export const yearOrAdult = ({ kind, yearGroup }: PrintedPerson): string =>
  kind === 'adult' ? 'Adult' : `${yearGroup ?? ''}`;

/** One sheet of a group's list. */
export interface ListPage {
  readonly group: PrintedGroup;
  readonly page: number;
  readonly pages: number;
}

/** The sheets of group after group; nobody on a list makes one sheet all the same. */
export async function* listPages(
  groups: Iterable<PrintedGroup> | AsyncIterable<PrintedGroup>,
): AsyncGenerator<ListPage> {
  for await (const group of groups) {
    const pages = Math.max(1, Math.ceil(group.people.length / ROWS_A_PAGE));
    for (let page = 1; page <= pages; page += 1) yield { group, page, pages };
  }
}

/** School, conference, time and place, who comes, and the coach's code where there is one. */
export const drawListHeading = (
  document: PrintedDocument,
  conference: PrintedConference,
  { schoolName, partyCode }: PrintedGroup,
  who: string,
): void => {
  const width = partyCode === undefined ? INNER : INNER - COACH.side - mm(2);
  const box = { left: MARGIN, width };
  let top = MARGIN;
  top += fitText(document, schoolName, { ...box, top, size: 17, smallest: 10, lines: 1 });
  top += fitText(document, conference.title, { ...box, top: top + mm(0.5), size: 12, smallest: 8, lines: 1 });
  const when = `${londonDateTime(conference.startsAt)}, ${conference.venueName}`;
  const quiet = { font: REGULAR, colour: QUIET_INK, size: 10, smallest: 7, lines: 1 };
  top += fitText(document, when, { ...box, ...quiet, top: top + mm(1) });
  fitText(document, who, { ...box, ...quiet, top: top + mm(2) });
  if (partyCode !== undefined) drawCoachCode(document, partyCode);
};

/** One scan of it opens the whole group at the door. */
const drawCoachCode = (document: PrintedDocument, partyCode: string): void => {
  drawQr(document, partyCode, COACH.left, COACH.top, COACH.side);
  fitText(document, 'Coach code: one scan, whole group', {
    left: WIDTH - MARGIN - mm(60),
    width: mm(60),
    top: COACH.top + COACH.side + mm(0.5),
    size: 8.5,
    smallest: 7,
    font: REGULAR,
    align: 'right',
  });
};

const drawCells = (
  document: PrintedDocument,
  top: number,
  columns: readonly ListColumn[],
  text: (column: ListColumn) => string,
  font: string,
): void => {
  for (const column of columns) {
    const box = {
      left: column.left,
      width: column.width,
      top: top + mm(1.9),
      size: 10.5,
      smallest: 7.5,
      // Two lines of the smallest type still stand within the row.
      lines: 2,
      wrapBelow: 8,
      whole: ROW - mm(2),
    };
    fitText(document, text(column), { ...box, font });
  }
  document
    .moveTo(MARGIN, top + ROW)
    .lineTo(WIDTH - MARGIN, top + ROW)
    .lineWidth(font === BOLD ? 1 : 0.4)
    .stroke(font === BOLD ? INK : LINE);
};

/** The head of the table and a row for each of the people. */
export const drawListRows = (
  document: PrintedDocument,
  columns: readonly ListColumn[],
  people: readonly PrintedPerson[],
): void => {
  drawCells(document, TABLE_TOP, columns, ({ heading }) => heading, BOLD);
  people.forEach((person, index) => {
    const top = TABLE_TOP + (index + 1) * ROW;
    drawCells(document, top, columns, ({ text }) => text(person), REGULAR);
    for (const { left } of columns.filter(({ isBox }) => isBox)) {
      document
        .rect(left + mm(1.5), top + mm(1.8), mm(4.4), mm(4.4))
        .lineWidth(0.9)
        .stroke(INK);
    }
  });
};

/** When it was printed, and which sheet it is. */
export const drawListFoot = (document: PrintedDocument, printedAt: string | Date, sheet: string): void => {
  const box = { left: MARGIN, width: INNER, top: HEIGHT - mm(13), size: 8.5, smallest: 7, font: REGULAR };
  fitText(document, `Printed ${londonDateTime(printedAt)}`, { ...box, colour: QUIET_INK });
  fitText(document, sheet, { ...box, colour: QUIET_INK, align: 'right' });
};
