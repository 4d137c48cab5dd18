import { fitText } from '../../platform/printing/fitted-text';
import { INK, mm, type PrintedDocument } from '../../platform/printing/printed-document';

const PAPER = '#ffffff';

/** A black band that says Adult: word and shape, so that it reads in black and white. Returns its height. */
export const drawAdultMark = (
  document: PrintedDocument,
  left: number,
  top: number,
  width: number,
): number => {
  const height = mm(6.5);
  document.roundedRect(left, top, width, height, mm(1)).fill(INK);
  fitText(document, 'Adult', {
    left,
    top: top + mm(0.9),
    width,
    size: 11.5,
    smallest: 8,
    colour: PAPER,
    align: 'center',
  });
  return height;
};

/** A camera crossed out beside the words "No photos". Returns its height. */
export const drawNoPhotoMark = (
  document: PrintedDocument,
  left: number,
  top: number,
  width: number,
): number => {
  drawCrossedCamera(document, left, top);
  const words = left + CAMERA.width + mm(1.5);
  fitText(document, 'No photos', {
    left: words,
    width: left + width - words,
    top: top + mm(1.2),
    size: 9.5,
    smallest: 6,
  });
  return CAMERA.height + mm(2);
};

const CAMERA = { width: mm(6), height: mm(4.2) } as const;
export const CAMERA_WIDTH = CAMERA.width;

/** The camera alone, where there is no room for the words. */
export const drawCrossedCamera = (document: PrintedDocument, left: number, top: number): void => {
  const body = top + mm(1);
  document.lineWidth(0.9);
  document.roundedRect(left, body, CAMERA.width, CAMERA.height, mm(0.6)).stroke(INK);
  document.rect(left + mm(2), body - mm(0.8), mm(2), mm(0.8)).fill(INK);
  document.circle(left + CAMERA.width / 2, body + CAMERA.height / 2, mm(1.2)).stroke(INK);
  document
    .moveTo(left - mm(0.3), body + CAMERA.height + mm(0.5))
    .lineTo(left + CAMERA.width + mm(0.3), body - mm(0.8))
    .lineWidth(1.4)
    .stroke(INK);
};
