import type { Readable } from 'node:stream';
import { londonDateTime } from '@lectern/core';
import { fitText } from './fitted-text';
import { BOLD, INK, LINE, mm, PrintedDocument, QUIET_INK, REGULAR } from './printed-document';
import type { PrintedGroup, PrintedPerson } from './printing.contract';

const WIDTH = mm(210);
const HEIGHT = mm(297);
const MARGIN = mm(15);
const INNER = WIDTH - 2 * MARGIN;
const TABLE_TOP = mm(43);
const ROW = mm(8);
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

/** The visit leader's list: everyone with a box to tick, heading and page number on every page. */
export const printGroupList = (group: PrintedGroup, printedAt: string | Date): Readable => {
  const pages = Math.max(1, Math.ceil(group.people.length / ROWS_A_PAGE));
  const numbers = Array.from({ length: pages }, (_, index) => index);
  return new PrintedDocument({
    title: `Group list: ${group.schoolName}, ${group.conference.title}`,
    size: [WIDTH, HEIGHT],
  }).drawEach(numbers, (document, page) => {
    document.addPage();
    drawHeading(document, group);
    drawRow(document, TABLE_TOP, (column) => column.heading, BOLD);
    group.people.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE).forEach((person, index) => {
      drawPerson(document, person, TABLE_TOP + (index + 1) * ROW);
    });
    drawFoot(document, printedAt, page + 1, pages);
  });
};

const drawHeading = (document: PrintedDocument, { conference, schoolName, people }: PrintedGroup): void => {
  const box = { left: MARGIN, width: INNER };
  let top = MARGIN;
  top += fitText(document, schoolName, { ...box, top, size: 17, smallest: 10, lines: 1 });
  top += fitText(document, conference.title, { ...box, top: top + mm(0.5), size: 12, smallest: 8, lines: 1 });
  const when = `${londonDateTime(conference.startsAt)}, ${conference.venueName}`;
  const quiet = { font: REGULAR, colour: QUIET_INK, size: 10, smallest: 7, lines: 1 };
  top += fitText(document, when, { ...box, ...quiet, top: top + mm(1) });
  fitText(document, whoComes(people), { ...box, ...quiet, top: top + mm(2) });
};

const whoComes = (people: readonly PrintedPerson[]): string => {
  const adults = people.filter((person) => person.kind === 'adult').length;
  const count = (many: number, one: string) => `${many} ${many === 1 ? one : `${one}s`}`;
  return `${count(people.length - adults, 'pupil')} and ${count(adults, 'adult')}`;
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
      smallest: 6,
      lines: 1,
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
