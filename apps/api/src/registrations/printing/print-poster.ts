import type { Readable } from 'node:stream';
import { fitText } from '../../platform/printing/fitted-text';
import { LINE, mm, PrintedDocument, QUIET_INK, REGULAR } from '../../platform/printing/printed-document';
import { addressSymbol, drawSymbol } from '../../platform/printing/qr-symbol';

/** What a poster says of a conference. */
export interface Poster {
  readonly title: string;
  readonly when: string;
  readonly venueName: string;
  readonly venueAddress: string;
  readonly years: string;
  /** The address of its page. */
  readonly address: string;
}

const WIDTH = mm(210);
const HEIGHT = mm(297);
const MARGIN = mm(20);
const INNER = WIDTH - 2 * MARGIN;
const QR_SIDE = mm(110);
const QR_TOP = HEIGHT - MARGIN - mm(24) - QR_SIDE;

/** A poster of A4: what, when and where to read across a corridor, and the code that leads to the page. */
export const printPoster = (poster: Poster): Readable =>
  new PrintedDocument({ title: `Poster: ${poster.title}`, size: [WIDTH, HEIGHT] }).drawEach(
    [poster],
    (document) => {
      document.addPage();
      drawWords(document, poster);
      drawSymbol(document, addressSymbol(poster.address), (WIDTH - QR_SIDE) / 2, QR_TOP, QR_SIDE);
      drawAddress(document, poster.address);
    },
  );

const drawWords = (document: PrintedDocument, poster: Poster): void => {
  const box = { left: MARGIN, width: INNER };
  let top = MARGIN;
  top += fitText(document, poster.title, { ...box, top, size: 50, wrapBelow: 44, smallest: 24, lines: 3 });
  top += mm(5);
  document
    .moveTo(MARGIN, top)
    .lineTo(MARGIN + mm(40), top)
    .lineWidth(2)
    .stroke(LINE);
  top += mm(6);
  top += fitText(document, poster.when, { ...box, top, size: 22, smallest: 14, lines: 2 }) + mm(2);
  top += fitText(document, poster.venueName, { ...box, top, size: 18, smallest: 12, font: REGULAR });
  const quiet = { font: REGULAR, colour: QUIET_INK, smallest: 10 };
  top += fitText(document, poster.venueAddress, { ...box, ...quiet, top, size: 14, lines: 2 }) + mm(2);
  fitText(document, poster.years, { ...box, ...quiet, top, size: 16 });
};

const drawAddress = (document: PrintedDocument, address: string): void => {
  const box = { left: MARGIN, width: INNER, align: 'center' as const };
  const top = QR_TOP + QR_SIDE;
  const said = fitText(document, 'Scan to find out more and register', {
    ...box,
    top,
    size: 18,
    smallest: 12,
  });
  const words = address.replace(/^https?:\/\//, '');
  const small = { top: top + said + mm(1), size: 13, smallest: 8, font: REGULAR, colour: QUIET_INK };
  fitText(document, words, { ...box, ...small, lines: 2 });
};
