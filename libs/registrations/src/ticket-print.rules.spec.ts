import type { DomainError } from '@lectern/core';
import { LABEL_SHEETS } from './label-sheet.rules';
import { readTicketPrint } from './ticket-print.rules';

const refused = (raw: Record<string, unknown>): string[] => {
  try {
    readTicketPrint(raw);
    return [];
  } catch (error) {
    return (error as DomainError).errors.map(({ field, code }) => `${field}: ${code}`);
  }
};

const custom = {
  layout: 'labels',
  sheet: 'custom',
  labelWidth: '70',
  labelHeight: '42.5',
  columns: '3',
  rows: '6',
};
const ticketId = '018f6f2c-0000-7000-8000-000000000001';

describe('what a print may ask', () => {
  it('is badges when nothing is said, and labels on L7160 from the first', () => {
    expect(readTicketPrint({})).toEqual({ layout: 'badges', sheet: LABEL_SHEETS.L7160, from: 1 });
    expect(readTicketPrint({ layout: 'labels' })).toEqual({
      layout: 'labels',
      sheet: LABEL_SHEETS.L7160,
      from: 1,
    });
  });

  it('is a sheet by its number, and where the first label still is', () => {
    expect(readTicketPrint({ layout: 'labels', sheet: 'L7163', from: '14' })).toEqual({
      layout: 'labels',
      sheet: LABEL_SHEETS.L7163,
      from: 14,
    });
  });

  it('is a sheet that somebody measured; margins and gaps that are not given are nothing', () => {
    expect(readTicketPrint({ ...custom, from: '18', marginTop: '12.25' })).toEqual({
      layout: 'labels',
      from: 18,
      sheet: {
        labelWidth: 70,
        labelHeight: 42.5,
        columns: 3,
        rows: 6,
        marginLeft: 0,
        marginTop: 12.25,
        gapAcross: 0,
        gapDown: 0,
      },
    });
  });

  it('is one ticket, or one school', () => {
    expect(readTicketPrint({ ticketId, school: '900001' })).toMatchObject({ ticketId, school: '900001' });
  });

  it.each([
    [{ layout: 'poster' }, ['layout: unknown-layout']],
    [{ layout: ['labels', 'list'] }, ['layout: unknown-layout']],
    [{ layout: '' }, ['layout: unknown-layout']],
    [{ sheet: 'L9999' }, ['sheet: unknown-sheet']],
    [{ sheet: '__proto__' }, ['sheet: unknown-sheet']],
    [{ from: '0' }, ['from: not-on-sheet']],
    [{ from: '22' }, ['from: not-on-sheet']],
    [{ from: '21' }, []],
    [{ sheet: 'L7163', from: '15' }, ['from: not-on-sheet']],
    [{ from: '1.5' }, ['from: not-on-sheet']],
    [{ from: ['1'] }, ['from: not-on-sheet']],
    [{ ...custom, from: '19' }, ['from: not-on-sheet']],
    [{ ticketId: 'x' }, ['ticketId: unknown-ticket']],
    [{ ticketId: [ticketId] }, ['ticketId: unknown-ticket']],
    [{ school: '12345' }, ['school: unknown-school']],
    [{ ...custom, labelWidth: undefined }, ['labelWidth: bad-measure']],
    [{ ...custom, labelWidth: 'wide', rows: '0' }, ['labelWidth: bad-measure', 'rows: bad-measure']],
    [{ ...custom, columns: '1.5' }, ['columns: bad-measure']],
    [{ ...custom, marginTop: '-1' }, ['marginTop: bad-measure']],
    [{ ...custom, gapDown: '1e1' }, ['gapDown: bad-measure']],
    [{ ...custom, labelHeight: '42.555' }, ['labelHeight: bad-measure']],
    [{ ...custom, columns: '4' }, ['columns: off-the-page']],
    [{ ...custom, rows: '7', marginLeft: '1' }, ['columns: off-the-page', 'rows: off-the-page']],
    [
      { layout: 'x', sheet: 'y', ticketId: 'z', school: '' },
      [
        'layout: unknown-layout',
        'sheet: unknown-sheet',
        'ticketId: unknown-ticket',
        'school: unknown-school',
      ],
    ],
  ])('refuses %j and names each field', (raw, errors) => {
    expect(refused(raw)).toEqual(errors);
  });

  it('says in words how to mend a measure', () => {
    expect(() => readTicketPrint({ ...custom, gapAcross: 'x' })).toThrow(
      'Give the gap between columns in millimetres, from 0 to 100 with two decimals at most.',
    );
  });
});
