import type { Readable } from 'node:stream';
import { fitText } from './fitted-text';
import { mm, PrintedDocument, QUIET_INK, REGULAR } from './printed-document';
import type { PrintedGroup, PrintedPerson } from './printing.contract';
import { CAMERA_WIDTH, drawAdultMark, drawCrossedCamera, drawNoPhotoMark } from './printed-marks';
import { drawQr } from './qr-symbol';

/** A sheet of 21 labels, Avery L7160, in millimetres. */
const SHEET = { width: 210, height: 297, columns: 3, rows: 7, top: 15.15, left: 7.2, gutter: 2.5 } as const;
const LABEL = { width: mm(63.5), height: mm(38.1) } as const;
export const LABELS_A_SHEET = SHEET.columns * SHEET.rows;

const QR_SIDE = mm(34);
const QR_INSET = mm(1);
const SCHOOL_SIZE = 7;
const MARK_HEIGHT = mm(8.5);
const TEXT_LEFT = QR_INSET + QR_SIDE;
const TEXT_WIDTH = LABEL.width - TEXT_LEFT - mm(2.5);

/** Labels for the school's own lanyards: 21 on a sheet of A4, to be printed at full size. */
export const printLabels = ({ conference, schoolName, people }: PrintedGroup): Readable =>
  new PrintedDocument({
    title: `Labels: ${schoolName}, ${conference.title}`,
    size: [mm(SHEET.width), mm(SHEET.height)],
  }).drawEach(people, (document, person, index) => {
    const place = index % LABELS_A_SHEET;
    if (place === 0) document.addPage();
    const left =
      mm(SHEET.left + (place % SHEET.columns) * SHEET.gutter) + (place % SHEET.columns) * LABEL.width;
    const top = mm(SHEET.top) + Math.floor(place / SHEET.columns) * LABEL.height;
    drawLabel(document, person, schoolName, left, top);
  });

const drawLabel = (
  document: PrintedDocument,
  person: PrintedPerson,
  schoolName: string,
  left: number,
  labelTop: number,
): void => {
  drawQr(document, person.code, left + QR_INSET, labelTop + (LABEL.height - QR_SIDE) / 2, QR_SIDE);
  const box = { left: left + TEXT_LEFT, width: TEXT_WIDTH };
  const codeTop = labelTop + LABEL.height - mm(7.5);
  const markTop = codeTop - MARK_HEIGHT;
  const marked = person.kind === 'adult' || person.noPhoto;
  let top = labelTop + mm(3.5);
  top += fitText(document, person.givenName, { ...box, top, size: 15, wrapBelow: 11, smallest: 7, lines: 2 });
  top += fitText(document, person.familyName, {
    ...box,
    top,
    size: 10,
    wrapBelow: 8,
    smallest: 6.5,
    lines: 2,
  });
  const room = (marked ? markTop : codeTop) - top;
  const school = { font: REGULAR, colour: QUIET_INK, size: SCHOOL_SIZE, smallest: 6, top: top + mm(0.4) };
  // The school gives way to long names: the lanyard's wearer knows it.
  const lines = Math.min(2, Math.floor(room / (SCHOOL_SIZE * 1.2)));
  if (lines > 0) fitText(document, schoolName, { ...box, ...school, lines });
  drawMarks(document, person, box.left, markTop);
  fitText(document, person.shortCode, { ...box, top: codeTop, size: 11, smallest: 7 });
};

const drawMarks = (document: PrintedDocument, person: PrintedPerson, left: number, top: number): void => {
  if (person.kind === 'adult') {
    const width = TEXT_WIDTH - (person.noPhoto ? CAMERA_WIDTH + mm(2) : 0);
    drawAdultMark(document, left, top, width);
    if (person.noPhoto) drawCrossedCamera(document, left + width + mm(1.5), top);
  } else if (person.noPhoto) {
    drawNoPhotoMark(document, left, top, TEXT_WIDTH);
  }
};
