import type { Readable } from 'node:stream';
import { figure, londonDate, londonDateTime } from '@lectern/core';
import {
  type EvidenceRecord,
  FEEDBACK_LEAST,
  FEEDBACK_SCALE,
  type FeedbackFigure,
  hoursWords,
  TEACHER_STANDARD_NAMES,
} from '@lectern/cpd';
import {
  BOLD,
  INK,
  LINE,
  mm,
  PrintedDocument,
  QUIET_INK,
  REGULAR,
} from '../../platform/printing/printed-document';

const WIDTH = mm(210);
const HEIGHT = mm(297);
const MARGIN = mm(20);
const INNER = WIDTH - 2 * MARGIN;
/** What a heading wants below it, so that it does not stand alone at the foot of a page. */
const WITH_HEADING = mm(34);
const WITH_RECORD = mm(70);

interface Style {
  readonly font: string;
  readonly size: number;
  readonly colour?: string;
  readonly below?: number;
}

const TITLE: Style = { font: BOLD, size: 24, below: mm(1) };
const NAME: Style = { font: BOLD, size: 15, below: mm(1) };
const RECORD: Style = { font: BOLD, size: 15, below: mm(1.5) };
const HEADING: Style = { font: BOLD, size: 11, below: mm(0.8) };
const BODY: Style = { font: REGULAR, size: 10.5, below: mm(1.2) };
const QUIET: Style = { font: REGULAR, size: 9.5, colour: QUIET_INK, below: mm(1) };

/** Words with a mean, or why there is none: the same five answers that every page waits for. */
const figureWords = ({ words, answers, mean }: FeedbackFigure): string =>
  mean === null || answers === null
    ? `${words} Shown once ${FEEDBACK_LEAST} teachers have answered.`
    : `${words} ${mean.toFixed(1)} of ${FEEDBACK_SCALE.most}, from ${answers} answers.`;

const TOO_FEW = `Averages are shown once ${FEEDBACK_LEAST} teachers have answered, then in steps of ${FEEDBACK_LEAST}.`;

/** A trainee’s whole record of evidence, earliest first, on sheets of A4. */
export const printEvidence = (
  name: string,
  records: readonly EvidenceRecord[],
  printedAt: string | Date,
): Readable =>
  new PrintedDocument({
    title: `Evidence record: ${name}`,
    size: [WIDTH, HEIGHT],
    margin: MARGIN,
    isRead: true,
  }).drawEach([records], (document) => {
    document.addPage();
    drawCover(document, name, records);
    for (const record of records) drawRecord(document, record);
    drawFeet(document, name, printedAt);
  });

const write = (document: PrintedDocument, kind: string, text: string, style: Style): void => {
  document.part(kind, () => {
    document
      .font(style.font)
      .fontSize(style.size)
      .fillColor(style.colour ?? INK)
      .text(text, MARGIN, document.y, { width: INNER, lineGap: 1.5 });
  });
  document.y += style.below ?? 0;
};

const room = (document: PrintedDocument, height: number): void => {
  if (document.y + height > HEIGHT - MARGIN) document.addPage();
};

const heading = (document: PrintedDocument, text: string): void => {
  document.y += mm(1.5);
  room(document, WITH_HEADING);
  write(document, 'H3', text, HEADING);
};

const drawCover = (document: PrintedDocument, name: string, records: readonly EvidenceRecord[]): void => {
  const minutes = records.reduce((sum, record) => sum + record.minutes, 0);
  const teachers = records.reduce((sum, record) => sum + record.teachersAttended, 0);
  write(document, 'H1', 'Evidence record', TITLE);
  write(document, 'P', name, NAME);
  write(
    document,
    'P',
    records.length === 0
      ? 'No session has been delivered yet.'
      : `${figure(records.length, 'session')} delivered, ${hoursWords(minutes)} in all, ${figure(teachers, 'teacher')} attended.`,
    BODY,
  );
};

const drawRecord = (document: PrintedDocument, record: EvidenceRecord): void => {
  document.y += mm(4);
  room(document, WITH_RECORD);
  document.aside(() => {
    document
      .moveTo(MARGIN, document.y)
      .lineTo(WIDTH - MARGIN, document.y)
      .lineWidth(0.75)
      .stroke(LINE);
  });
  document.y += mm(4);
  write(document, 'H2', record.sessionTitle, RECORD);
  write(document, 'P', `Topic: ${record.topicTitle}`, BODY);
  write(
    document,
    'P',
    `${londonDateTime(record.deliveredAt)}, ${hoursWords(record.minutes)}, ${figure(record.teachersAttended, 'teacher')} attended`,
    BODY,
  );
  heading(document, 'Teachers’ Standards');
  for (const standard of record.standards) {
    write(document, 'P', `${standard}  ${TEACHER_STANDARD_NAMES[standard]}`, BODY);
  }
  heading(document, 'Reflection');
  write(document, 'P', record.reflection ?? 'None written.', record.reflection === null ? QUIET : BODY);
  if (record.mentorNote) {
    const { text, by, writtenAt } = record.mentorNote;
    heading(document, 'Mentor’s note');
    write(document, 'P', text, BODY);
    write(document, 'P', `${by}, ${londonDate(writtenAt)}`, QUIET);
  }
  heading(document, 'What teachers said');
  const { figures } = record.feedback;
  if (figures.every(({ suppressed }) => suppressed)) write(document, 'P', TOO_FEW, QUIET);
  else for (const shown of figures) write(document, 'P', figureWords(shown), BODY);
};

const drawFeet = (document: PrintedDocument, name: string, printedAt: string | Date): void => {
  const { start, count } = document.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    document.switchToPage(start + page);
    document.aside(() => {
      document.page.margins.bottom = 0;
      document.font(REGULAR).fontSize(8.5).fillColor(QUIET_INK);
      const top = HEIGHT - mm(13);
      const line = { lineBreak: false, width: INNER, ellipsis: true, height: 12 };
      document.text(`Evidence record of ${name}. Printed ${londonDateTime(printedAt)}`, MARGIN, top, {
        ...line,
        width: INNER - mm(30),
      });
      document.text(`Page ${page + 1} of ${count}`, MARGIN, top, { ...line, align: 'right' });
    });
  }
};
