import type { Readable } from 'node:stream';
import { londonDate } from '@lectern/core';
import { fitText } from './fitted-text';
import { LINE, mm, PrintedDocument, QUIET_INK, REGULAR } from './printed-document';
import type { PrintedConference, PrintedGroup, PrintedPerson } from './printing.contract';
import { drawAdultMark, drawNoPhotoMark } from './printed-marks';
import { drawQr } from './qr-symbol';

const WIDTH = mm(105);
const HEIGHT = mm(148);
const MARGIN = mm(8);
const INNER = WIDTH - 2 * MARGIN;
const NAMES_TOP = mm(33);
const QR_SIDE = mm(58);
// The quiet zone reaches into the margin, where the paper is white too.
const QR_LEFT = mm(4);
const QR_TOP = HEIGHT - QR_SIDE - mm(4);
const SIDE_LEFT = QR_LEFT + QR_SIDE + mm(1);
const SIDE_WIDTH = WIDTH - MARGIN - SIDE_LEFT;
const SURVEY_TOP = HEIGHT - mm(23);

/** Badges of A6, one a page: the name to read across a table, the code to scan at a door. */
export const printBadges = ({ conference, schoolName, people }: PrintedGroup): Readable =>
  new PrintedDocument({
    title: `Badges: ${schoolName}, ${conference.title}`,
    size: [WIDTH, HEIGHT],
  }).drawEach(people, (document, person) => {
    document.addPage();
    drawConference(document, conference);
    drawNames(document, person, schoolName);
    drawQr(document, person.code, QR_LEFT, QR_TOP, QR_SIDE);
    drawSide(document, person);
  });

const drawConference = (document: PrintedDocument, conference: PrintedConference): void => {
  const box = { left: MARGIN, width: INNER };
  const title = fitText(document, conference.title, { ...box, top: MARGIN, size: 13, smallest: 9, lines: 2 });
  const when = `${londonDate(conference.startsAt)}, ${conference.venueName}`;
  const quiet = { font: REGULAR, colour: QUIET_INK, lines: 2 };
  fitText(document, when, { ...box, ...quiet, top: MARGIN + title + mm(0.5), size: 8.5, smallest: 7 });
  const rule = NAMES_TOP - mm(4);
  document
    .moveTo(MARGIN, rule)
    .lineTo(WIDTH - MARGIN, rule)
    .lineWidth(0.75)
    .stroke(LINE);
};

const drawNames = (document: PrintedDocument, person: PrintedPerson, schoolName: string): void => {
  const box = { left: MARGIN, width: INNER };
  let top = NAMES_TOP;
  top += fitText(document, person.givenName, {
    ...box,
    top,
    size: 46,
    wrapBelow: 27,
    smallest: 12,
    lines: 2,
  });
  top += fitText(document, person.familyName, {
    ...box,
    top,
    size: 22,
    wrapBelow: 15,
    smallest: 10,
    lines: 2,
  });
  fitText(document, schoolName, {
    ...box,
    top: top + mm(2),
    size: 12,
    smallest: 8,
    lines: 2,
    font: REGULAR,
  });
};

/** Beside the symbol: marks, the code for typing, and the space kept for the survey code. */
const drawSide = (document: PrintedDocument, person: PrintedPerson): void => {
  let top = QR_TOP + mm(5);
  if (person.kind === 'adult') top += drawAdultMark(document, SIDE_LEFT, top, SIDE_WIDTH) + mm(3);
  if (person.noPhoto) drawNoPhotoMark(document, SIDE_LEFT, top, SIDE_WIDTH);
  const label = {
    left: SIDE_LEFT,
    width: SIDE_WIDTH,
    size: 7.5,
    smallest: 6,
    font: REGULAR,
    colour: QUIET_INK,
  };
  const code = { left: SIDE_LEFT, width: SIDE_WIDTH, size: 15, smallest: 9 };
  const shortCodeTop = SURVEY_TOP - mm(13);
  const labelled = fitText(document, 'Code for typing', { ...label, top: shortCodeTop });
  fitText(document, person.shortCode, { ...code, top: shortCodeTop + labelled });
  if (person.surveyCode === undefined) return;
  const survey = fitText(document, 'Survey code', { ...label, top: SURVEY_TOP });
  fitText(document, person.surveyCode, { ...code, top: SURVEY_TOP + survey });
};
