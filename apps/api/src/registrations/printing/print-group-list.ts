import type { Readable } from 'node:stream';
import {
  drawListFoot,
  drawListHeading,
  drawListRows,
  LIST_SIZE,
  listColumn,
  listPages,
  ROWS_A_PAGE,
  yearOrAdult,
} from './list-sheet';
import { PrintedDocument } from '../../platform/printing/printed-document';
import { whoComes } from './printed-pieces';
import type { PrintedTickets } from './printing.contract';

export { ROWS_A_PAGE } from './list-sheet';

const COLUMNS = [
  listColumn('Here', 0, 12),
  listColumn('Last name', 13, 48, (person) => person.familyName),
  listColumn('First name', 63, 46, (person) => person.givenName),
  listColumn('Year', 111, 16, yearOrAdult),
  listColumn('Photos', 129, 18, (person) => (person.noPhoto ? 'No' : 'Yes')),
  listColumn('Code', 149, 31, (person) => person.shortCode),
];

/** The visit leader's list: everyone with a box to tick; heading and page number on every page, school by school. */
export const printGroupList = (tickets: PrintedTickets, printedAt: string | Date): Readable =>
  new PrintedDocument({
    title: `Group list: ${tickets.whose}, ${tickets.conference.title}`,
    size: LIST_SIZE,
  }).drawEach(listPages(tickets.groups), (document, { group, page, pages }) => {
    document.addPage();
    drawListHeading(document, tickets.conference, group, whoComes(group.people));
    drawListRows(document, COLUMNS, group.people.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE));
    drawListFoot(document, printedAt, `Page ${page} of ${pages}`);
  });
