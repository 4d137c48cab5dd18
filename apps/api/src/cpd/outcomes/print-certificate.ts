import type { Readable } from 'node:stream';
import { londonDate, londonTime } from '@lectern/core';
import { type Certificate, type CertificateKind, hoursWords } from '@lectern/cpd';
import { fitText, type TextBox } from '../../platform/printing/fitted-text';
import {
  BOLD,
  INK,
  LINE,
  mm,
  PrintedDocument,
  QUIET_INK,
  REGULAR,
} from '../../platform/printing/printed-document';
import { addressSymbol, drawSymbol } from '../../platform/printing/qr-symbol';

const WIDTH = mm(297);
const HEIGHT = mm(210);
const EDGE = mm(9);
const MARGIN = mm(24);
const INNER = WIDTH - 2 * MARGIN;
const QR_SIDE = mm(42);
const QR_LEFT = WIDTH - MARGIN - QR_SIDE;
const FOOT_TOP = HEIGHT - mm(22) - QR_SIDE;

interface KindWords {
  readonly heading: string;
  readonly did: string;
}

const WORDS: Readonly<Record<CertificateKind, KindWords>> = {
  'attended-session': {
    heading: 'Certificate of attendance',
    did: 'attended the professional development session',
  },
  'attended-series': {
    heading: 'Certificate of completion',
    did: 'completed the professional development series',
  },
  'delivered-session': {
    heading: 'Certificate of delivery',
    did: 'prepared and delivered the professional development session',
  },
};

const whenWords = ({ heldFrom, heldUntil, sessions }: Certificate): string =>
  sessions > 1
    ? `${londonDate(heldFrom)} to ${londonDate(heldUntil)}`
    : `${londonDate(heldFrom)}, ${londonTime(heldFrom)} to ${londonTime(heldUntil)}`;

const factsOf = (certificate: Certificate): readonly (readonly [string, string])[] => [
  ...(certificate.topicTitle === null ? [] : [['Topic', certificate.topicTitle] as const]),
  [certificate.sessions > 1 ? 'Held' : 'Date', whenWords(certificate)],
  [
    'Time',
    certificate.kind === 'attended-series'
      ? `${hoursWords(certificate.minutes)} over ${certificate.sessions} ${certificate.sessions === 1 ? 'session' : 'sessions'}`
      : hoursWords(certificate.minutes),
  ],
  ...(certificate.trn === null ? [] : [['Teacher reference number', certificate.trn] as const]),
];

/** A certificate on a sheet of A4, with a code that leads to `address`, where anybody can check it. */
export const printCertificate = (certificate: Certificate, address: string): Readable => {
  const { heading } = WORDS[certificate.kind];
  const title = `${heading}: ${certificate.title}`;
  return new PrintedDocument({ title, size: [WIDTH, HEIGHT], isRead: true }).drawEach(
    [certificate],
    (document) => {
      document.addPage();
      drawFrame(document);
      drawBody(document, certificate);
      drawFacts(document, certificate);
      drawFoot(document, certificate, address);
    },
  );
};

const drawFrame = (document: PrintedDocument): void =>
  document.aside(() => {
    document
      .rect(EDGE, EDGE, WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE)
      .lineWidth(1.5)
      .stroke(INK);
    document
      .rect(EDGE + mm(1.6), EDGE + mm(1.6), WIDTH - 2 * EDGE - mm(3.2), HEIGHT - 2 * EDGE - mm(3.2))
      .lineWidth(0.5)
      .stroke(LINE);
  });

/** Writes one part in the middle of the sheet and answers where the next may begin. */
const centred = (
  document: PrintedDocument,
  kind: string,
  text: string,
  top: number,
  box: Pick<TextBox, 'size' | 'smallest'> & Partial<TextBox>,
): number => {
  let height = 0;
  document.part(kind, () => {
    height = fitText(document, text, { left: MARGIN, width: INNER, align: 'center', top, ...box });
  });
  return top + height;
};

const drawBody = (document: PrintedDocument, certificate: Certificate): void => {
  const { heading, did } = WORDS[certificate.kind];
  const quiet = { font: REGULAR, colour: QUIET_INK };
  let top = centred(document, 'P', 'Challenging Topics', mm(21), { ...quiet, size: 12, smallest: 10 });
  top = centred(document, 'H1', heading, top + mm(2), { size: 32, smallest: 20 });
  top = centred(document, 'P', 'This is to certify that', top + mm(9), { ...quiet, size: 13, smallest: 10 });
  top = centred(document, 'P', certificate.name, top + mm(4), {
    size: 32,
    wrapBelow: 24,
    smallest: 13,
    lines: 2,
    whole: mm(24),
  });
  top = centred(document, 'P', did, top + mm(5), { ...quiet, size: 13, smallest: 10 });
  centred(document, 'P', certificate.title, top + mm(4), {
    size: 22,
    wrapBelow: 18,
    smallest: 11,
    lines: 3,
    whole: mm(24),
  });
};

const LABEL_WIDTH = mm(46);

const drawFacts = (document: PrintedDocument, certificate: Certificate): void => {
  // Beside the code, whose quiet zone is white.
  let top = FOOT_TOP + mm(4);
  for (const [label, value] of factsOf(certificate)) {
    document.part('P', () => {
      const named = { top, size: 11, smallest: 9, left: MARGIN, width: LABEL_WIDTH - mm(2) };
      fitText(document, label, { ...named, font: REGULAR, colour: QUIET_INK });
      const left = MARGIN + LABEL_WIDTH;
      const box = { left, width: QR_LEFT - mm(6) - left, top, size: 11.5, smallest: 8, lines: 2, font: BOLD };
      top += Math.max(fitText(document, value, box), mm(5)) + mm(2.2);
    });
  }
};

const drawFoot = (document: PrintedDocument, certificate: Certificate, address: string): void => {
  const symbol = addressSymbol(address);
  document.part(
    'Figure',
    () => drawSymbol(document, symbol, QR_LEFT, FOOT_TOP, QR_SIDE),
    `A code that leads to ${address}`,
  );
  const under = { left: QR_LEFT - mm(10), width: QR_SIDE + mm(20), align: 'center' as const };
  document.part('P', () => {
    fitText(document, certificate.code, { ...under, top: FOOT_TOP + QR_SIDE - mm(1), size: 12, smallest: 9 });
  });
  const checkAt = address.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, '');
  const words = `Issued on ${londonDate(certificate.issuedAt)}. Check this certificate at ${checkAt} with the code ${certificate.code}.`;
  document.part('P', () => {
    fitText(document, words, {
      left: MARGIN,
      width: QR_LEFT - mm(6) - MARGIN,
      top: FOOT_TOP + QR_SIDE - mm(1),
      size: 9,
      smallest: 7,
      lines: 2,
      font: REGULAR,
      colour: QUIET_INK,
    });
  });
};
