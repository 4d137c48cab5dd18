import { DomainError, type FieldError } from '@lectern/core';
import { LABEL_MEASURES, type LabelSheet, readTicketPrint, type TicketLayout } from '@lectern/registrations';

/** What somebody chose to print, as the form holds it: texts, for a measure may be anything while it is typed. */
export type PrintAnswers = {
  readonly layout: TicketLayout;
  readonly sheet: string;
  readonly from: string;
  /** One school's number, or none for all. */
  readonly school: string;
} & { readonly [measure in keyof LabelSheet]: string };

export const NOTHING_CHOSEN: PrintAnswers = {
  layout: 'badges',
  sheet: 'L7160',
  from: '1',
  school: '',
  labelWidth: '',
  labelHeight: '',
  columns: '',
  rows: '',
  marginLeft: '',
  marginTop: '',
  gapAcross: '',
  gapDown: '',
};

/** The question to the API: only what matters to the layout; a comma in a measure means a point. */
export const printQuestion = (answers: PrintAnswers): Readonly<Record<string, string>> => {
  const question: Record<string, string> = { layout: answers.layout };
  if (answers.school !== '') question['school'] = answers.school;
  if (answers.layout !== 'labels') return question;
  question['sheet'] = answers.sheet;
  question['from'] = answers.from.trim();
  if (answers.sheet !== 'custom') return question;
  for (const measure of LABEL_MEASURES) {
    const text = answers[measure].trim().replace(',', '.');
    if (text !== '') question[measure] = text;
  }
  return question;
};

/** What is wrong with the choice, by the rule that the API decides by. */
export const wrongWithPrint = (answers: PrintAnswers): readonly FieldError[] => {
  try {
    readTicketPrint(printQuestion(answers));
    return [];
  } catch (error) {
    if (error instanceof DomainError) return error.errors;
    throw error;
  }
};

/** The sheet that is chosen, and the label that printing begins with; null while a measure is missing or wrong. */
export const chosenSheet = (answers: PrintAnswers): { sheet: LabelSheet; from: number } | null => {
  if (answers.layout !== 'labels' || wrongWithPrint(answers).length > 0) return null;
  const { sheet, from } = readTicketPrint(printQuestion(answers));
  return { sheet, from };
};

/** Where printing begins, in words: "Printing begins in row 2, with the first label." */
export const whereItBegins = ({ sheet, from }: { sheet: LabelSheet; from: number }): string => {
  if (from === 1) return `Printing begins with the first of ${sheet.columns * sheet.rows} labels.`;
  const row = Math.ceil(from / sheet.columns);
  return `Printing begins in row ${row}, with label ${((from - 1) % sheet.columns) + 1} of that row.`;
};

/** The words of each layout: its button, what comes out, and what the paper wants. */
export const LAYOUT_WORDS: Readonly<
  Record<TicketLayout, { name: string; out: string; button: string; paper: string }>
> = {
  badges: {
    name: 'Badges, one a page',
    out: 'A6 each, to hang round the neck',
    button: 'Badges PDF',
    paper:
      'Each badge is a page of A6 (105 × 148 mm). Load A6 card and print at 100%, not “fit to page”. With A4 paper, choose four to a sheet.',
  },
  'badges-a4': {
    name: 'Badges, four to a sheet',
    out: 'A4 with marks where to cut',
    button: 'Badges on A4 PDF',
    paper: 'Print on A4 at 100%, not “fit to page”. Then cut once across and once down, along the marks.',
  },
  labels: {
    name: 'Labels',
    out: 'Stickers for lanyards of your own',
    button: 'Labels PDF',
    paper:
      'Print at 100% (“actual size”), not “fit to page”, or the labels miss their places. Try plain paper first and hold it against the sheet.',
  },
  list: {
    name: 'Group list',
    out: 'Everybody’s name, for the visit leader',
    button: 'Group list PDF',
    paper: 'A4, with a box to tick for each person. It holds names: keep it with you on the day.',
  },
};
