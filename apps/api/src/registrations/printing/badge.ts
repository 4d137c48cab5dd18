import { londonDate } from '@lectern/core';
import { fitText } from '../../platform/printing/fitted-text';
import { LINE, mm, type PrintedDocument, QUIET_INK, REGULAR } from '../../platform/printing/printed-document';
import { drawAdultMark, drawNoPhotoMark } from './printed-marks';
import { type PrintedPiece, whoComes } from './printed-pieces';
import type { PrintedConference, PrintedGroup, PrintedPerson } from './printing.contract';
import { drawQr } from '../../platform/printing/qr-symbol';

/** A6, in points. */
export const BADGE = { width: mm(105), height: mm(148) } as const;

const MARGIN = mm(8);
const INNER = BADGE.width - 2 * MARGIN;
const NAMES_TOP = mm(33);
const QR_SIDE = mm(58);
// The quiet zone reaches into the margin, where the paper is white too.
const QR_LEFT = mm(4);
const QR_TOP = BADGE.height - QR_SIDE - mm(4);
const NAMES_HEIGHT = QR_TOP - NAMES_TOP - mm(14);
const SIDE_LEFT = QR_LEFT + QR_SIDE + mm(1);
const SIDE_WIDTH = BADGE.width - MARGIN - SIDE_LEFT;
const SURVEY = { top: BADGE.height - MARGIN - mm(15.5), height: mm(15.5), inset: mm(1.5) } as const;
const SHORT_CODE_TOP = SURVEY.top - mm(13);
const LABEL = { size: 7.5, smallest: 6, font: REGULAR, colour: QUIET_INK } as const;
const CODE = { size: 15, smallest: 9 } as const;

/** Draws one badge from the page's origin: the name to read across a table, the code to scan at a door. */
export const drawBadge = (
  document: PrintedDocument,
  conference: PrintedConference,
  piece: PrintedPiece,
): void => {
  drawConference(document, conference);
  if (piece.divides) return drawDivider(document, piece.group);
  const { person, group } = piece;
  drawNames(document, person, group.schoolName);
  drawQr(document, person.code, QR_LEFT, QR_TOP, QR_SIDE);
  drawSide(document, person);
};

const drawConference = (document: PrintedDocument, conference: PrintedConference): void => {
  const box = { left: MARGIN, width: INNER };
  const title = fitText(document, conference.title, { ...box, top: MARGIN, size: 13, smallest: 9, lines: 2 });
  const when = `${londonDate(conference.startsAt)}, ${conference.venueName}`;
  const quiet = { font: REGULAR, colour: QUIET_INK, lines: 2 };
  fitText(document, when, { ...box, ...quiet, top: MARGIN + title + mm(0.5), size: 8.5, smallest: 7 });
  const rule = NAMES_TOP - mm(4);
  document
    .moveTo(MARGIN, rule)
    .lineTo(BADGE.width - MARGIN, rule)
    .lineWidth(0.75)
    .stroke(LINE);
};

/** The card before a school's badges. */
const drawDivider = (document: PrintedDocument, { schoolName, people }: PrintedGroup): void => {
  const box = { left: MARGIN, width: INNER };
  const name = { size: 34, smallest: 14, lines: 4, wrapBelow: 26, whole: mm(70) };
  const height = fitText(document, schoolName, { ...box, ...name, top: NAMES_TOP });
  const count = { size: 14, smallest: 10, font: REGULAR };
  fitText(document, whoComes(people), { ...box, ...count, top: NAMES_TOP + height + mm(4) });
};

const drawNames = (document: PrintedDocument, person: PrintedPerson, schoolName: string): void => {
  const box = { left: MARGIN, width: INNER, lines: 2 };
  let top = NAMES_TOP;
  const given = { size: 46, wrapBelow: 27, smallest: 12, whole: NAMES_HEIGHT * 0.6 };
  top += fitText(document, person.givenName, { ...box, ...given, top });
  const family = { size: 22, wrapBelow: 15, smallest: 10, whole: NAMES_TOP + NAMES_HEIGHT - top };
  top += fitText(document, person.familyName, { ...box, ...family, top });
  fitText(document, schoolName, { ...box, top: top + mm(2), size: 12, smallest: 8, font: REGULAR });
};

/** Beside the symbol: marks, the code for typing, and the place of the survey code. */
const drawSide = (document: PrintedDocument, person: PrintedPerson): void => {
  const box = { left: SIDE_LEFT, width: SIDE_WIDTH };
  let top = QR_TOP + mm(5);
  if (person.kind === 'adult') top += drawAdultMark(document, SIDE_LEFT, top, SIDE_WIDTH) + mm(3);
  if (person.noPhoto) drawNoPhotoMark(document, SIDE_LEFT, top, SIDE_WIDTH);
  const labelled = fitText(document, 'Code for typing', { ...box, ...LABEL, top: SHORT_CODE_TOP });
  fitText(document, person.shortCode, { ...box, ...CODE, top: SHORT_CODE_TOP + labelled });
  // Surveys ask pupils: an adult's badge keeps no place for an answer that nobody wants.
  if (person.kind === 'pupil' || person.surveyCode !== null) drawSurveyCode(document, person.surveyCode);
};

/** The same place on every badge, framed and named, so that a code can also be written in by hand. */
const drawSurveyCode = (document: PrintedDocument, surveyCode: string | null): void => {
  const { top, height, inset } = SURVEY;
  document.roundedRect(SIDE_LEFT, top, SIDE_WIDTH, height, mm(1)).lineWidth(0.75).stroke(LINE);
  const box = { left: SIDE_LEFT + inset, width: SIDE_WIDTH - 2 * inset };
  const labelled = fitText(document, 'Survey code', { ...box, ...LABEL, top: top + mm(1) });
  const free = height - labelled - mm(2.5);
  fitText(document, surveyCode ?? '', { ...box, ...CODE, whole: free, top: top + mm(1.5) + labelled });
};
