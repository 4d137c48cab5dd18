import { describeSchoolImport, describeSchoolLinks } from './describe-school-import.rules';

const counts = { added: 0, changed: 0, closed: 0, unchanged: 0, missing: { count: 0, closed: false } };

describe('the report of an import', () => {
  it('says the counts and that every row was taken', () => {
    expect(describeSchoolImport({ ...counts, added: 22_010, refused: [] })).toBe(
      'Schools: 22,010 added, 0 changed, 0 closed, 0 unchanged.\nEvery row could be read.',
    );
  });

  it('names the line and the reason of each row that was left out', () => {
    const refused = [{ line: 7, reason: 'This row has no URN.' }];
    expect(describeSchoolImport({ ...counts, refused })).toContain(
      '1 row was left out:\n  line 7: This row has no URN.',
    );
  });

  it('stays readable when very many rows were left out', () => {
    const refused = Array.from({ length: 1_234 }, (_, at) => ({
      line: at + 2,
      reason: 'This row has no URN.',
    }));
    const lines = describeSchoolImport({ ...counts, refused }).split('\n');
    expect(lines).toHaveLength(103);
    expect(lines.at(-1)).toBe('  and 1,134 more.');
  });

  it('says which schools the file lacks, and what became of them', () => {
    const closed = describeSchoolImport({ ...counts, missing: { count: 1, closed: true }, refused: [] });
    expect(closed).toContain('1 open school is not in this file, and closed now.');
    const left = describeSchoolImport({ ...counts, missing: { count: 20_628, closed: false }, refused: [] });
    expect(left).toContain('20,628 open schools are not in this file, which is more than a tenth of them');
    expect(left).toContain('import it again with --closing.');
  });

  it('says the same of links', () => {
    const report = { added: 1_200, changed: 0, unchanged: 3, other: 40, unknown: 2, refused: [] };
    expect(describeSchoolLinks(report)).toBe(
      'Links: 1,200 added, 0 changed, 3 unchanged.\n' +
        'Passed over: 40 of other kinds, 2 with a school that is not in the register here.\n' +
        'Every row could be read.',
    );
  });
});
