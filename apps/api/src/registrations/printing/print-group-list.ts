import type { Readable } from 'node:stream';
import { londonDateTime } from '@lectern/core';
import { fitText } from './fitted-text';
import { BOLD, INK, LINE, mm, PrintedDocument, QUIET_INK, REGULAR } from './printed-document';
import { whoComes } from './printed-pieces';
import type { PrintedConference, PrintedGroup, PrintedPerson, PrintedTickets } from './printing.contract';
import { drawQr } from './qr-symbol';

const WIDTH = mm(210);
const HEIGHT = mm(297);
const MARGIN = mm(15);
const INNER = WIDTH - 2 * MARGIN;
const TABLE_TOP = mm(43);
const ROW = mm(8);
/** The coach's code, top right: large enough for a phone that looks over an arm. */
const COACH = { side: mm(29), top: mm(9), left: WIDTH - MARGIN - mm(29) } as const;
export const ROWS_A_PAGE = 28;

interface Column {
  readonly heading: string;
  readonly left: number;
  readonly width: number;
  readonly text: (person: PrintedPerson) => string;
}

const column = (
  heading: string,
  left: number,
  width: number,
  text: (person: PrintedPerson) => string,
): Column => ({ heading, left: MARGIN + mm(left), width: mm(width), text });

const yearOrAdult = ({ kind, yearGroup }: PrintedPerson): string =>
  kind === 'adult' ? 'Adult' : `${yearGroup ?? ''}`;

/** Left edges and widths in millimetres from the margin. */
const COLUMNS: readonly Column[] = [
  column('Here', 0, 12, () => ''),
  column('Last name', 13, 48, (person) => person.familyName),
  column('First name', 63, 46, (person) => person.givenName),
  column('Year', 111, 16, yearOrAdult),
  column('Photos', 129, 18, (person) => (person.noPhoto ? 'No' : 'Yes')),
  column('Code', 149, 31, (person) => person.shortCode),
];

/** One sheet of a group's list. */
interface ListPage {
  readonly group: PrintedGroup;
  readonly page: number;
  readonly pages: number;
}

/** The visit leader's list: everyone with a box to tick; heading and page number on every page, school by school. */
export const printGroupList = (tickets: PrintedTickets, printedAt: string | Date): Readable =>
  new PrintedDocument({
    title: `Group list: ${tickets.whose}, ${tickets.conference.title}`,
    size: [WIDTH, HEIGHT],
  }).drawEach(pagesOf(tickets), (document, { group, page, pages }) => {
    document.addPage();
    drawHeading(document, tickets.conference, group);
    drawRow(document, TABLE_TOP, (column) => column.heading, BOLD);
    group.people.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE).forEach((person, index) => {
      drawPerson(document, person, TABLE_TOP + (index + 1) * ROW);
    });
    drawFoot(document, printedAt, page, pages);
  });

async function* pagesOf({ groups }: PrintedTickets): AsyncGenerator<ListPage> {
  for await (const group of groups) {
    const pages = Math.max(1, Math.ceil(group.people.length / ROWS_A_PAGE));
    for (let page = 1; page <= pages; page += 1) yield { group, page, pages };
  }
}

const drawHeading = (
  document: PrintedDocument,
  conference: PrintedConference,
  { schoolName, people, partyCode }: PrintedGroup,
): void => {
  const width = partyCode === undefined ? INNER : INNER - COACH.side - mm(2);
  const box = { left: MARGIN, width };
  let top = MARGIN;
  top += fitText(document, schoolName, { ...box, top, size: 17, smallest: 10, lines: 1 });
  top += fitText(document, conference.title, { ...box, top: top + mm(0.5), size: 12, smallest: 8, lines: 1 });
  const when = `${londonDateTime(conference.startsAt)}, ${conference.venueName}`;
  const quiet = { font: REGULAR, colour: QUIET_INK, size: 10, smallest: 7, lines: 1 };
  top += fitText(document, when, { ...box, ...quiet, top: top + mm(1) });
  fitText(document, whoComes(people), { ...box, ...quiet, top: top + mm(2) });
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

const drawRow = (
  document: PrintedDocument,
  top: number,
  text: (column: Column) => string,
  font: string,
): void => {
  for (const column of COLUMNS) {
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

const drawPerson = (document: PrintedDocument, person: PrintedPerson, top: number): void => {
  drawRow(document, top, ({ text }) => text(person), REGULAR);
  document
    .rect(MARGIN + mm(1.5), top + mm(1.8), mm(4.4), mm(4.4))
    .lineWidth(0.9)
    .stroke(INK);
};

const drawFoot = (document: PrintedDocument, printedAt: string | Date, page: number, pages: number): void => {
  const box = { left: MARGIN, width: INNER, top: HEIGHT - mm(13), size: 8.5, smallest: 7, font: REGULAR };
  fitText(document, `Printed ${londonDateTime(printedAt)}`, { ...box, colour: QUIET_INK });
  fitText(document, `Page ${page} of ${pages}`, { ...box, colour: QUIET_INK, align: 'right' });
};
