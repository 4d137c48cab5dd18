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
import type { PrintedGroup, PrintedPerson, PrintedTickets } from './printing.contract';

const marks = ({ noPhoto, accessNeed }: PrintedPerson): string =>
  [noPhoto ? 'No photos' : '', accessNeed ? 'Access need' : ''].filter(Boolean).join(', ');

const COLUMNS = [
  listColumn('In', 0, 9),
  listColumn('Out', 10, 9),
  listColumn('Name', 21, 70, ({ givenName, familyName }) => `${givenName} ${familyName}`.trim()),
  listColumn('Year', 93, 14, yearOrAdult),
  listColumn('To note', 109, 40, marks),
  listColumn('Code', 150, 30, (person) => person.shortCode),
];

const NOBODY: PrintedPerson = {
  givenName: '',
  familyName: '',
  kind: 'pupil',
  yearGroup: null,
  shortCode: '',
  code: '',
  noPhoto: false,
  surveyCode: null,
};

/** The last sheet: lines for people whom nobody has on a list, to be written by hand. */
const BLANK: PrintedGroup = {
  schoolName: 'Not on any list: write name and school',
  people: Array.from({ length: ROWS_A_PAGE }, () => NOBODY),
};

const who = ({ people, visitLeader }: PrintedGroup): string =>
  visitLeader ? `${whoComes(people)}. Visit leader: ${visitLeader.name}, ${visitLeader.phone}` : '';

async function* withBlanks({ groups }: PrintedTickets): AsyncGenerator<PrintedGroup> {
  yield* groups;
  yield BLANK;
}

/**
 * What the desk falls back on when phones fail: everybody who is expected, with a box for coming and one for going, and
 * the code to key in later. The sheets are numbered through, so that a lost one is noticed.
 */
export const printPaperList = (tickets: PrintedTickets, printedAt: string | Date): Readable =>
  new PrintedDocument({ title: `Paper list: ${tickets.conference.title}`, size: LIST_SIZE }).drawEach(
    listPages(withBlanks(tickets)),
    (document, { group, page, pages }, index) => {
      document.addPage();
      drawListHeading(document, tickets.conference, group, who(group));
      drawListRows(document, COLUMNS, group.people.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE));
      const ofSchool = pages > 1 ? `, ${page} of ${pages} of this school` : '';
      drawListFoot(document, printedAt, `Sheet ${index + 1}${ofSchool}`);
    },
  );
