import type { Readable } from 'node:stream';
import {
  LABEL_INSET,
  LABEL_PAGE,
  labelCodeSide,
  type LabelSheet,
  labelPlace,
  labelsOnSheet,
} from '@lectern/registrations';
import { fitText } from '../../platform/printing/fitted-text';
import { mm, PrintedDocument, QUIET_INK, REGULAR } from '../../platform/printing/printed-document';
import { CAMERA_WIDTH, drawAdultMark, drawCrossedCamera, drawNoPhotoMark } from './printed-marks';
import { piecesOf, whoComes } from './printed-pieces';
import type { PrintedGroup, PrintedPerson, PrintedTickets } from './printing.contract';
import { drawQr } from '../../platform/printing/qr-symbol';

/** What a label's drawing depends on, in points. */
interface LabelShape {
  readonly width: number;
  readonly height: number;
  readonly codeSide: number;
  readonly textLeft: number;
  readonly textWidth: number;
  /** How much larger than on the narrowest sheet the names may be. */
  readonly scale: number;
}

const INSET = mm(LABEL_INSET);
const TEXT_TOP = mm(3.5);
const RIGHT_EDGE = mm(2.5);
const SCHOOL_SIZE = 7;
const CODE_HEIGHT = mm(7.5);
const MARK_HEIGHT = mm(8.5);
const MARK_WIDEST = mm(30);
const NARROW_TEXT = mm(26);
const LARGEST_SCALE = 1.5;

/**
 * Labels for the school's own lanyards, on sheets of A4 that are printed at full size. `from` is the first label of
 * the first sheet that is still there, from 1.
 */
export const printLabels = (tickets: PrintedTickets, sheet: LabelSheet, from = 1): Readable => {
  const shape = shapeOf(sheet);
  const onSheet = labelsOnSheet(sheet);
  let place = from - 1;
  let begun = false;
  return new PrintedDocument({
    title: `Labels: ${tickets.whose}, ${tickets.conference.title}`,
    size: [mm(LABEL_PAGE.width), mm(LABEL_PAGE.height)],
  }).drawEach(piecesOf(tickets), (document, piece) => {
    if (!begun || place === 0) document.addPage();
    begun = true;
    const { left, top } = labelPlace(sheet, place);
    document.save().translate(mm(left), mm(top));
    if (piece.divides) drawDivider(document, piece.group, shape);
    else drawLabel(document, piece.person, piece.group.schoolName, shape);
    document.restore();
    place = (place + 1) % onSheet;
  });
};

const shapeOf = (sheet: LabelSheet): LabelShape => {
  const codeSide = mm(labelCodeSide(sheet));
  const textLeft = INSET + codeSide;
  const textWidth = mm(sheet.labelWidth) - textLeft - RIGHT_EDGE;
  const scale = Math.min(LARGEST_SCALE, Math.max(1, textWidth / NARROW_TEXT));
  return { width: mm(sheet.labelWidth), height: mm(sheet.labelHeight), codeSide, textLeft, textWidth, scale };
};

const drawLabel = (
  document: PrintedDocument,
  person: PrintedPerson,
  schoolName: string,
  { height, codeSide, textLeft, textWidth, scale }: LabelShape,
): void => {
  drawQr(document, person.code, INSET, (height - codeSide) / 2, codeSide);
  const box = { left: textLeft, width: textWidth, lines: 2 };
  const codeTop = height - CODE_HEIGHT;
  const markTop = codeTop - MARK_HEIGHT;
  const bottom = person.kind === 'adult' || person.noPhoto ? markTop : codeTop;
  let top = TEXT_TOP;
  const given = { size: 15 * scale, wrapBelow: 11 * scale, smallest: 7, whole: (bottom - top) * 0.58 };
  top += fitText(document, person.givenName, { ...box, ...given, top });
  const family = { size: 10 * scale, wrapBelow: 8 * scale, smallest: 6.5, whole: bottom - top };
  top += fitText(document, person.familyName, { ...box, ...family, top });
  // The school gives way to long names: the lanyard's wearer knows it.
  const free = bottom - top - mm(0.4);
  if (free > SCHOOL_SIZE * 1.2) {
    const school = { font: REGULAR, colour: QUIET_INK, size: SCHOOL_SIZE, smallest: 6, whole: free };
    fitText(document, schoolName, { ...box, ...school, top: top + mm(0.4) });
  }
  drawMarks(document, person, textLeft, markTop, Math.min(textWidth, MARK_WIDEST));
  fitText(document, person.shortCode, {
    ...box,
    lines: 1,
    top: codeTop,
    size: 11 * Math.min(scale, 1.2),
    smallest: 7,
  });
};

/** The label before a school's: its name and how many follow. */
const drawDivider = (
  document: PrintedDocument,
  { schoolName, people }: PrintedGroup,
  { width, height }: LabelShape,
): void => {
  const box = { left: RIGHT_EDGE, width: width - 2 * RIGHT_EDGE };
  const name = { size: 16, smallest: 9, lines: 3, wrapBelow: 13, whole: height - TEXT_TOP - mm(10) };
  const taken = fitText(document, schoolName, { ...box, ...name, top: TEXT_TOP });
  const count = { size: 10, smallest: 7, font: REGULAR };
  fitText(document, whoComes(people), { ...box, ...count, top: TEXT_TOP + taken + mm(1) });
};

const drawMarks = (
  document: PrintedDocument,
  person: PrintedPerson,
  left: number,
  top: number,
  room: number,
): void => {
  if (person.kind === 'adult') {
    const width = room - (person.noPhoto ? CAMERA_WIDTH + mm(2) : 0);
    drawAdultMark(document, left, top, width);
    if (person.noPhoto) drawCrossedCamera(document, left + width + mm(1.5), top);
  } else if (person.noPhoto) {
    drawNoPhotoMark(document, left, top, room);
  }
};
