import { describeSchoolImport } from './describe-school-import.rules';

const counts = { added: 0, changed: 0, closed: 0, unchanged: 0 };

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
});
