import type { AuditRecord } from '@lectern/identity';
import { auditCsv, csvCell } from './audit-csv';

const record: AuditRecord = {
  id: 'r1',
  at: '2027-01-12T09:00:00.000Z',
  actor: { kind: 'account', id: 'a1', name: '=HYPERLINK("x")' },
  action: 'group.changed',
  objectKind: 'group',
  objectId: 'g1',
  details: { places: 30 },
  correlationId: null,
};

describe('the audit trail as a file', () => {
  it.each(['=1+1', '+44', '-2', '@SUM(A1)', '  =1', '\t=1', '\rx'])(
    'keeps %j from being a formula',
    (text) => {
      expect(csvCell(text)).toBe(`"'${text}"`);
    },
  );

  it('doubles quotation marks and keeps commas and line ends inside their cell', () => {
    expect(csvCell('a "b", c\nd')).toBe('"a ""b"", c\nd"');
  });

  it('says who did what to what, in words and by id', () => {
    const [heading, row, end] = auditCsv([record], false).split('\r\n');
    expect(heading).toMatch(/^\uFEFF"When","UTC","Who"/);
    expect(row).toBe(
      `"Tuesday 12 January 2027, 9am","2027-01-12T09:00:00.000Z","'=HYPERLINK(""x"")","a1",` +
        '"Changed a group","group.changed","Group","g1","places: 30",""',
    );
    expect(end).toBe('');
  });

  it('says when there are more records than it holds', () => {
    expect(auditCsv([record], true)).toContain('There are more records.');
  });
});
