import fc from 'fast-check';
import { DomainError } from '@lectern/core';
import { readRoster } from './read-roster.rules';

const facts = { yearGroups: [9, 10], places: 30 };
const list = (text: string) =>
  text
    .split('\n')
    .map((line, index) => ({ line: index + 1, values: line.split('|').map((cell) => cell.trim()) }));
const read = (text: string, given: Partial<typeof facts> = {}) =>
  readRoster(list(text), { ...facts, ...given });
const names = (text: string) => read(text).rows.map((row) => `${row.givenName} ${row.familyName}`);
const refusal = (work: () => unknown): DomainError => {
  try {
    work();
  } catch (error) {
    return error as DomainError;
  }
  throw new Error('nothing was refused');
};

describe('readRoster, a usual list', () => {
  const preview = read(`Forename | Surname | UPN | Year | DOB | Photo consent | Dietary | Set
Aisha | Khan | H801200001001 | 10 | 01/02/2012 | Y | Halal | 1
Łucja | Nowak | H801200001001 | Year 9 | 01/02/2013 | N | none | 2
Tom | Ash | | 99 | | | | 3`);

  it('reads each row into a person', () => {
    expect(preview.rows[0]).toEqual({
      line: 2,
      kind: 'pupil',
      givenName: 'Aisha',
      familyName: 'Khan',
      yearGroup: 10,
      photoConsent: 'yes',
      dayOnly: { dietary: 'Halal' },
      errors: [],
    });
    expect(preview.rows[1]).toMatchObject({ givenName: 'Łucja', yearGroup: 9, photoConsent: 'no' });
    expect(preview.rows[1]).not.toHaveProperty('dayOnly');
  });

  it('says what is wrong with a cell, and on which row', () => {
    expect(preview.rows[2]).toMatchObject({
      line: 4,
      yearGroup: null,
      yearGroupText: '99',
      photoConsent: 'not-known',
    });
    expect(preview.rows[2]?.errors).toEqual([
      { field: 'yearGroup', code: 'year-group', message: 'Year group must be 7 to 13. Row 4 says 99.' },
    ]);
  });

  it('leaves out what is not needed and says why', () => {
    expect(preview.droppedColumns.map(({ name }) => name)).toEqual(['UPN', 'DOB', 'Set']);
    expect(preview.droppedColumns[0]?.reason).toMatch(/^Unique pupil numbers/);
    expect(preview.droppedColumns[1]?.reason).toMatch(/^Dates of birth/);
  });
});

describe('readRoster, headings', () => {
  it('finds them below a title and blank rows, keeping the line numbers', () => {
    const { rows } = read(
      'Brook School trip list | |\n | | \nFirst name | Last name | Year\nAisha | Khan | 10',
    );
    expect(rows).toMatchObject([{ line: 4, givenName: 'Aisha', errors: [] }]);
  });

  it('reads headings that wrap over two rows', () => {
    expect(
      read('First | Last | Year | Photo\nname | name | group | consent\nAisha | Khan | 10 | n').rows,
    ).toMatchObject([{ givenName: 'Aisha', familyName: 'Khan', yearGroup: 10, photoConsent: 'no' }]);
  });

  it('passes a row of groups above the headings', () => {
    expect(
      names('Pupil | | Lunch |\nForename | Surname | Dietary | Year\nAisha | Khan | Halal | 10'),
    ).toEqual(['Aisha Khan']);
  });

  it('passes headings that are printed again on each page, blank rows and a total', () => {
    const preview = read('Name | Year\nAisha Khan | 10\n | \nname | YEAR\nTom Ash | 9\nTotal: | 2');
    expect(preview.rows.map((row) => row.line)).toEqual([2, 5]);
    expect(preview.notices).toContain('Row 6 was taken for a total and left out.');
  });

  it('splits names in one column', () => {
    expect(names('Surname, Forename | Year\nKhan, Aisha | 10\nBerg Anna | 9')).toEqual([
      'Aisha Khan',
      'Anna Berg',
    ]);
    expect(names('Pupil name | Year\nAisha Khan | 10')).toEqual(['Aisha Khan']);
  });

  it('takes Name beside Surname for the first name', () => {
    expect(names('Name | Surname | Year\nAisha | Khan | 10')).toEqual(['Aisha Khan']);
  });

  it('prefers the name a pupil goes by', () => {
    const text =
      'Legal Forename | Preferred Forename | Legal Surname | Year\nAlexandra | Alex | Khan | 10\nTom | | Ash | 9';
    expect(names(text)).toEqual(['Alex Khan', 'Tom Ash']);
  });

  it('reads the year from the form when there is no year column', () => {
    expect(read('Name | Reg\nAisha Khan | 10B\nTom Ash | 9A').rows.map((row) => row.yearGroup)).toEqual([
      10, 9,
    ]);
    expect(read('Name | Reg | Year\nAisha Khan | 7B | 10').droppedColumns).toMatchObject([{ name: 'Reg' }]);
  });

  it('knows a UPN column by its check letters, whatever its heading', () => {
    const preview = read(
      'Name | Year | Medical\nAisha Khan | 10 | H801200001001\nTom Ash | 9 | U80120000100A',
    );
    expect(preview.droppedColumns).toMatchObject([
      { name: 'Medical', reason: expect.stringContaining('UPN') },
    ]);
    expect(JSON.stringify(preview)).not.toContain('H8012');
  });

  it('puts together the parts of an emergency contact', () => {
    const text =
      'Name | Year | Emergency contact | Emergency phone\nAisha Khan | 10 | Ms Khan | 07700 900123';
    expect(read(text).rows[0]?.dayOnly).toEqual({ emergencyContact: 'Ms Khan, 07700 900123' });
  });

  it('takes a tick under "No photos" for a no, and a blank for not known', () => {
    const preview = read('Name | Year | No photos\nAisha Khan | 10 | Y\nTom Ash | 9 |');
    expect(preview.rows.map((row) => row.photoConsent)).toEqual(['no', 'not-known']);
  });
});

describe('readRoster, lists without headings', () => {
  it('reads a class list with the surname first and a comma', () => {
    expect(read('Khan, Aisha | 10B | 01/02/2012\nAsh, Tom | 10B | 03/04/2012')).toMatchObject({
      rows: [
        { line: 1, givenName: 'Aisha', familyName: 'Khan', yearGroup: 10 },
        { line: 2, givenName: 'Tom', familyName: 'Ash', yearGroup: 10 },
      ],
      droppedColumns: [{ name: 'Column 3', reason: expect.stringContaining('Dates of birth') }],
    });
  });

  it('reads one name on each line', () => {
    expect(names('Aisha Khan\nTom Ash')).toEqual(['Aisha Khan', 'Tom Ash']);
  });

  it('reads two columns as first and last name, and asks to check', () => {
    const preview = read('Aisha | Khan | 10\nTom | Ash | 9');
    expect(preview.rows[0]).toMatchObject({ givenName: 'Aisha', familyName: 'Khan', yearGroup: 10 });
    expect(preview.notices[0]).toMatch(/First names were taken from column 1/);
  });

  it('sees that the first column is the sorted one, or in capitals: family names', () => {
    expect(
      names('Ash | Tom | 9\nBell | Zoe | 9\nKhan | Aisha | 9\nNowak | Łucja | 9\nPugh | Eli | 9')[0],
    ).toBe('Tom Ash');
    expect(names('KHAN | Aisha | 9\nASH | Tom | 9')[0]).toBe('Aisha KHAN');
  });

  it('does not guess what yes and no mean', () => {
    const preview = read('Aisha Khan | 10 | Y\nTom Ash | 9 | N');
    expect(preview.rows.map((row) => row.photoConsent)).toEqual(['not-known', 'not-known']);
    expect(preview.droppedColumns).toMatchObject([{ name: 'Column 3' }]);
  });

  it('drops a UPN column by its check letters', () => {
    expect(read('H801200001001 | Aisha Khan | 10').droppedColumns).toMatchObject([
      { name: 'Column 1', reason: expect.stringContaining('UPN') },
    ]);
  });
});

describe('readRoster, cells to mend', () => {
  const errorsOf = (row: string) =>
    read(`First name | Last name | Year | Type | Photo | Diet\n${row}`).rows[0]?.errors.map(
      ({ field, code }) => [field, code],
    );

  it.each([
    [' | Khan | 10', [['givenName', 'missing']]],
    ['Aisha | | 10', [['familyName', 'missing']]],
    ['Aisha | Khan | ', [['yearGroup', 'missing']]],
    ['Aisha | Khan | 12', [['yearGroup', 'year-not-invited']]],
    ['Aisha | 123 | 10', [['familyName', 'not-a-name']]],
    [`${'a'.repeat(81)} | Khan | 10`, [['givenName', 'too-long']]],
    ['Ai\u0000sha | Khan | 10', [['givenName', 'control-characters']]],
    ['Aisha | Khan | 10 | Wizard', [['kind', 'not-a-kind']]],
    ['Aisha | Khan | 10 | Pupil | ask Mum', [['photoConsent', 'not-a-consent']]],
    [`Aisha | Khan | 10 | Pupil | Y | ${'x'.repeat(501)}`, [['dayOnly.dietary', 'too-long']]],
    ['Ms | Ash | | Teacher', []],
    ['Tom | Ash | Staff', []],
  ])('%p', (row, errors) => expect(errorsOf(row)).toEqual(errors));

  it('says which year groups the conference is for', () => {
    expect(read('Name | Year\nAisha Khan | 12').rows[0]).toMatchObject({
      yearGroup: 12,
      errors: [{ message: 'This conference is for years 9 and 10. Row 2 says year 12.' }],
    });
  });

  it('fills in the year group when the conference is for one alone and the list says none', () => {
    const preview = read('Name\nAisha Khan', { yearGroups: [10] });
    expect(preview.rows[0]).toMatchObject({ yearGroup: 10, errors: [] });
    expect(preview.notices[0]).toMatch(/Year 10 was filled in/);
  });
});

describe('readRoster, the whole list', () => {
  it('finds rows that name the same person', () => {
    const preview = read('Name | Year\nAisha Khan | 10\nTom Ash | 9\nAÏSHA  KHAN | 10\nAisha Khan | 9');
    expect(preview.duplicates).toEqual([{ lines: [2, 4], name: 'Aisha Khan' }]);
  });

  it('says when there are more pupils than places', () => {
    expect(read('Name | Year\nAisha Khan | 10\nTom Ash | 9', { places: 1 }).notices).toEqual([
      'The list has 2 pupils and the group has 1 place. Take off 1 before you save.',
    ]);
  });

  it('takes 500 rows and refuses 501', () => {
    const rows = (many: number) =>
      `Name | Year\n${Array.from({ length: many }, () => 'Aisha Khan | 10').join('\n')}`;
    expect(read(rows(500)).rows).toHaveLength(500);
    expect(refusal(() => read(rows(501))).message).toBe(
      'A roster has 500 people at most and this list has 501. Keep only the rows of those who are coming.',
    );
  });

  it.each([
    ['', 'no-rows'],
    ['First name | Last name', 'no-rows'],
    ['1 | 2\n3 | 4', 'no-names'],
  ])('refuses %p: %s', (text, code) =>
    expect(refusal(() => read(text)).errors).toMatchObject([{ field: 'rows', code }]),
  );

  it('is quick with cells that are long and odd', () => {
    const long = (text: string) => `${text}${'a'.repeat(50_000)}ж`;
    const preview = read(
      `Name | Year | Type | Photo\n${long('A ')} | ${long('10')} | ${long('')} | ${long('')}`,
    );
    expect(preview.rows[0]?.errors.length).toBeGreaterThan(1);
    expect(read(long('A ')).rows).toHaveLength(1);
    expect(read(`${long('full name ')} | ${long('1')}`).rows).toHaveLength(1);
  });

  it('reads or refuses anything at all, and keeps nothing that cannot be stored', () => {
    const cells = fc.array(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('Name', 'Year', '10'))),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(cells, (values) => {
        try {
          const preview = readRoster(
            values.map((row, index) => ({ line: index + 1, values: row })),
            facts,
          );
          expect(JSON.stringify(preview)).not.toMatch(/\\u00(0[0-8bcef]|1)|\\ud[89a-f]/);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      }),
    );
  });
});

describe('readRoster, dates of birth', () => {
  const text = `First name | Last name | Year | DOB
Aisha | Khan | 10 | 03/05/2011
Tom | Ash | 9 | soon
Zoe | Bell | 9 |`;
  const asked = readRoster(list(text), { ...facts, trackingData: true });

  it('are dropped with a message where nobody asked for them', () => {
    const dropped = read(text);
    expect(dropped.droppedColumns).toMatchObject([
      { name: 'DOB', reason: expect.stringMatching(/^Dates of birth/) },
    ]);
    expect(JSON.stringify(dropped.rows)).not.toMatch(/2011|birthDate/);
  });

  it('are read, day before month, where tracking data is asked for', () => {
    expect(asked.droppedColumns).toEqual([]);
    expect(asked.rows[0]).toMatchObject({ birthDate: '2011-05-03', errors: [] });
    expect(asked.rows[2]).not.toHaveProperty('birthDate');
  });

  it('say how to mend one that cannot be read', () => {
    expect(asked.rows[1]?.errors).toEqual([
      {
        field: 'birthDate',
        code: 'not-a-date',
        message: 'Enter a date of birth such as 3 May 2011, or leave it blank. Row 3 says soon.',
      },
    ]);
  });
});

describe('readRoster, emergency contacts', () => {
  const contact = (cell: string) =>
    read(`First name | Last name | Year | Emergency contact\nAisha | Khan | 10 | ${cell}`).rows[0]?.dayOnly
      ?.emergencyContact;

  it.each([
    ['7700900456', '07700900456'],
    ['1695550123', '01695550123'],
    ['07700 900456', '07700 900456'],
    ['Aunt 7700900456', 'Aunt 7700900456'],
    ['447700900456', '447700900456'],
  ])('%s is kept as %s: a spreadsheet loses the first zero of a number', (cell, kept) => {
    expect(contact(cell)).toBe(kept);
  });
});
