import * as fc from 'fast-check';
import {
  checkLabelSheet,
  LABEL_PAGE,
  LABEL_SHEETS,
  labelCodeSide,
  type LabelSheet,
  labelPlace,
  labelsOnSheet,
  SMALLEST_MODULE,
  TICKET_CODE_MODULES,
} from './label-sheet.rules';

const { L7160, L7163 } = LABEL_SHEETS;
const aSheet = (change: Partial<LabelSheet> = {}): LabelSheet => ({ ...L7160, ...change });
const fieldsOf = (sheet: LabelSheet): string[] => checkLabelSheet(sheet).map(({ field }) => field);

describe('where labels are', () => {
  it('L7160: three across and seven down, 66.04 mm and 38.1 mm apart', () => {
    expect(labelsOnSheet(L7160)).toBe(21);
    expect(labelPlace(L7160, 0)).toEqual({ left: 7.21, top: 15.15 });
    expect(labelPlace(L7160, 2).left).toBeCloseTo(139.29, 6);
    expect(labelPlace(L7160, 20).top).toBeCloseTo(243.75, 6);
  });

  it('L7163: two across and seven down, 101.6 mm and 38.1 mm apart', () => {
    expect(labelsOnSheet(L7163)).toBe(14);
    expect(labelPlace(L7163, 0)).toEqual({ left: 4.65, top: 15.15 });
    expect(labelPlace(L7163, 1).left).toBeCloseTo(106.25, 6);
    expect(labelPlace(L7163, 13).top).toBeCloseTo(243.75, 6);
  });

  it.each([
    ['L7160', L7160],
    ['L7163', L7163],
  ])('%s stands in the middle of the page, and passes the check of measured sheets', (_, sheet) => {
    const last = labelPlace(sheet, labelsOnSheet(sheet) - 1);
    expect(LABEL_PAGE.width - last.left - sheet.labelWidth).toBeCloseTo(sheet.marginLeft, 1);
    expect(LABEL_PAGE.height - last.top - sheet.labelHeight).toBeCloseTo(sheet.marginTop, 1);
    expect(checkLabelSheet(sheet)).toEqual([]);
  });
});

describe('a measured sheet', () => {
  it('that is wider than the page is refused, saying by how much', () => {
    expect(checkLabelSheet(aSheet({ columns: 3, labelWidth: 70, gapAcross: 0, marginLeft: 6.4 }))).toEqual([
      {
        field: 'columns',
        code: 'off-the-page',
        message:
          '3 columns of 70 mm and the left margin are 6.4 mm wider than A4 (210 mm). Use fewer columns or smaller measures.',
      },
    ]);
  });

  it('that is longer than the page is refused, saying by how much', () => {
    expect(checkLabelSheet(aSheet({ rows: 8 }))[0]).toMatchObject({
      field: 'rows',
      message: expect.stringContaining('22.95 mm longer than A4'),
    });
  });

  it('that fits to the last hundredth is taken', () => {
    const exact = aSheet({ columns: 2, labelWidth: 100, gapAcross: 3.5, marginLeft: 6.5, marginTop: 30.3 });
    expect(checkLabelSheet(exact)).toEqual([]);
    expect(fieldsOf({ ...exact, marginLeft: 6.51 })).toEqual(['columns']);
    expect(fieldsOf({ ...exact, marginTop: 30.31 })).toEqual(['rows']);
  });

  it('whose labels hold no readable code and name is refused, saying by how much', () => {
    const messages = checkLabelSheet(aSheet({ labelWidth: 45.7, labelHeight: 25.4 })).map(
      ({ message }) => message,
    );
    expect(messages).toEqual([
      'A label must be at least 52.9 mm wide for the code and a name. Yours is 7.2 mm short.',
      'A label must be at least 31.4 mm high for a code that phones read at arm’s length. Yours is 6 mm short.',
    ]);
  });

  it('that passes keeps every label on the page, apart from the others, with a readable code and room for a name', () => {
    const sheets = fc.record({
      labelWidth: fc.double({ min: 10, max: 210, noNaN: true }),
      labelHeight: fc.double({ min: 10, max: 297, noNaN: true }),
      columns: fc.integer({ min: 1, max: 4 }),
      rows: fc.integer({ min: 1, max: 9 }),
      marginLeft: fc.double({ min: 0, max: 40, noNaN: true }),
      marginTop: fc.double({ min: 0, max: 40, noNaN: true }),
      gapAcross: fc.double({ min: 0, max: 10, noNaN: true }),
      gapDown: fc.double({ min: 0, max: 10, noNaN: true }),
    });
    let passed = 0;
    fc.assert(
      fc.property(sheets, (sheet) => {
        if (checkLabelSheet(sheet).length > 0) return;
        passed += 1;
        const last = labelPlace(sheet, labelsOnSheet(sheet) - 1);
        expect(last.left + sheet.labelWidth).toBeLessThanOrEqual(LABEL_PAGE.width + 0.01);
        expect(last.top + sheet.labelHeight).toBeLessThanOrEqual(LABEL_PAGE.height + 0.01);
        const side = labelCodeSide(sheet);
        expect(side / TICKET_CODE_MODULES).toBeGreaterThanOrEqual(SMALLEST_MODULE - 1e-9);
        expect(side).toBeLessThanOrEqual(sheet.labelHeight - 2 + 1e-9);
        expect(sheet.labelWidth - side).toBeGreaterThanOrEqual(23.5 - 1e-9);
      }),
      { numRuns: 2000 },
    );
    expect(passed).toBeGreaterThan(50);
  });
});
