import { LABEL_SHEETS } from '@lectern/registrations';
import {
  chosenSheet,
  NOTHING_CHOSEN,
  type PrintAnswers,
  printQuestion,
  whereItBegins,
  wrongWithPrint,
} from './print-choice.rules';

const answers = (change: Partial<PrintAnswers> = {}): PrintAnswers => ({ ...NOTHING_CHOSEN, ...change });
const measured = (change: Partial<PrintAnswers> = {}): PrintAnswers =>
  answers({
    layout: 'labels',
    sheet: 'custom',
    labelWidth: '70',
    labelHeight: '42,3',
    columns: '3',
    rows: '7',
    ...change,
  });

describe('a choice of print', () => {
  it('asks only what matters to the layout', () => {
    expect(printQuestion(answers({ sheet: 'custom', from: 'x' }))).toEqual({ layout: 'badges' });
    expect(printQuestion(answers({ layout: 'labels', from: ' 5 ', rows: '9' }))).toEqual({
      layout: 'labels',
      sheet: 'L7160',
      from: '5',
    });
    expect(printQuestion(answers({ school: '900001' }))).toEqual({ layout: 'badges', school: '900001' });
  });

  it('takes a comma in a measure for a point, and leaves out what is not given', () => {
    expect(printQuestion(measured())).toEqual({
      layout: 'labels',
      sheet: 'custom',
      from: '1',
      labelWidth: '70',
      labelHeight: '42.3',
      columns: '3',
      rows: '7',
    });
    expect(wrongWithPrint(measured())).toEqual([]);
  });

  it('is wrong by the rule that the server has, and a wrong answer to no question harms nothing', () => {
    expect(wrongWithPrint(measured({ columns: '4' })).map(({ field }) => field)).toEqual(['columns']);
    expect(wrongWithPrint(measured({ layout: 'list', columns: '4' }))).toEqual([]);
  });

  it('shows a sheet once all of it is known', () => {
    expect(chosenSheet(answers())).toBeNull();
    expect(chosenSheet(measured({ labelWidth: '' }))).toBeNull();
    expect(chosenSheet(answers({ layout: 'labels', from: '4' }))).toEqual({
      sheet: LABEL_SHEETS.L7160,
      from: 4,
    });
  });

  it.each([
    [1, 'Printing begins with the first of 21 labels.'],
    [4, 'Printing begins in row 2, with label 1 of that row.'],
    [21, 'Printing begins in row 7, with label 3 of that row.'],
  ])('says where label %i is', (from, words) => {
    expect(whereItBegins({ sheet: LABEL_SHEETS.L7160, from })).toBe(words);
  });
});
