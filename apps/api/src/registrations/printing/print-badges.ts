import type { Readable } from 'node:stream';
import { BADGE, drawBadge } from './badge';
import { LINE, mm, PrintedDocument } from '../../platform/printing/printed-document';
import { piecesOf } from './printed-pieces';
import type { PrintedTickets } from './printing.contract';

const A4 = { width: mm(210), height: mm(297) } as const;
const ON_A4 = 4;
/** The badges stand together in the middle, so that one cut each way parts them all. */
const TOP = (A4.height - 2 * BADGE.height) / 2;
/** Printers leave a white edge, so a mark begins within it. */
const MARK = { from: mm(4), length: mm(6) } as const;

/** Badges of A6, one a page. */
export const printBadges = (tickets: PrintedTickets): Readable =>
  new PrintedDocument({
    title: `Badges: ${tickets.whose}, ${tickets.conference.title}`,
    size: [BADGE.width, BADGE.height],
  }).drawEach(piecesOf(tickets), (document, piece) => {
    document.addPage();
    drawBadge(document, tickets.conference, piece);
  });

/** The same badges, four on a sheet of A4 with marks where to cut; each school begins a new sheet. */
export const printBadgesOnA4 = (tickets: PrintedTickets): Readable => {
  let place = 0;
  return new PrintedDocument({
    title: `Badges: ${tickets.whose}, ${tickets.conference.title}`,
    size: [A4.width, A4.height],
  }).drawEach(piecesOf(tickets), (document, piece) => {
    if (piece.divides) place = 0;
    if (place === 0) {
      document.addPage();
      drawCutMarks(document);
    }
    const left = (place % 2) * BADGE.width;
    const top = TOP + Math.floor(place / 2) * BADGE.height;
    document.save().translate(left, top);
    drawBadge(document, tickets.conference, piece);
    document.restore();
    place = (place + 1) % ON_A4;
  });
};

/** A mark at each end of both cuts, and a cross where they meet. */
const drawCutMarks = (document: PrintedDocument): void => {
  const { from, length } = MARK;
  const [across, down] = [A4.width / 2, A4.height / 2];
  const line = (x1: number, y1: number, x2: number, y2: number) => document.moveTo(x1, y1).lineTo(x2, y2);
  line(across, from, across, from + length);
  line(across, A4.height - from - length, across, A4.height - from);
  line(from, down, from + length, down);
  line(A4.width - from - length, down, A4.width - from, down);
  line(across, down - length / 2, across, down + length / 2);
  line(across - length / 2, down, across + length / 2, down);
  document.lineWidth(0.5).stroke(LINE);
};
