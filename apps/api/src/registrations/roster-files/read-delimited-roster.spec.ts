import { DomainError } from '@lectern/core';
import { readRoster } from '@lectern/registrations';
import { readDelimitedRoster, ROSTER_FILE_BYTES_MAX } from './read-delimited-roster';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const values = (source: Uint8Array | string) => readDelimitedRoster(source).map((row) => row.values);
const lines = (source: Uint8Array | string) => readDelimitedRoster(source).map((row) => row.line);
const refusal = (source: Uint8Array | string): DomainError => {
  try {
    readDelimitedRoster(source);
  } catch (error) {
    return error as DomainError;
  }
  throw new Error('nothing was refused');
};

describe('readDelimitedRoster, encodings', () => {
  const cells = [
    ['Name', 'Year'],
    ['Siân', '10'],
  ];
  it.each([
    ['UTF-8', utf8('Name,Year\nSiân,10')],
    ['UTF-8 with its mark', utf8('\ufeffName,Year\nSiân,10')],
    ['Windows-1252', latin1('Name,Year\nSi\u00e2n,10')],
    ['UTF-16 with its mark', new Uint8Array(Buffer.from('\ufeffName\tYear\nSiân\t10', 'utf16le'))],
    ['pasted text', 'Name\tYear\nSiân\t10'],
    ['pasted text with a mark', '\ufeffName\tYear\nSiân\t10'],
  ])('reads %s', (_, source) => expect(values(source)).toEqual(cells));

  it('reads the curly apostrophe of Windows-1252', () => {
    expect(values(latin1('O\u0092Hara,10'))).toEqual([['O’Hara', '10']]);
  });
});

describe('readDelimitedRoster, delimiters', () => {
  it.each([
    ['commas', 'a,b,c\n1,2,3'],
    ['semicolons', 'a;b;c\n1;2;3'],
    ['tabs', 'a\tb\tc\n1\t2\t3'],
    ['a delimiter named on the first line', 'sep=;\na;b;c\n1;2;3'],
  ])('finds %s', (_, text) =>
    expect(values(text)).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ]),
  );

  it('is not misled by commas inside names or quotation marks', () => {
    expect(values('Name;Year\nKhan, Aisha;10')[1]).toEqual(['Khan, Aisha', '10']);
    expect(values('Name\tYear\nKhan, Aisha\t10')[1]).toEqual(['Khan, Aisha', '10']);
    expect(values('Name,Diet\n"Khan; Aisha;","a;b;c"')[1]).toEqual(['Khan; Aisha;', 'a;b;c']);
  });

  it('takes one column as it is', () => {
    expect(values('Aisha Khan\nTom Ash')).toEqual([['Aisha Khan'], ['Tom Ash']]);
  });
});

describe('readDelimitedRoster, lines', () => {
  it.each(['\n', '\r\n', '\r'])('counts lines that end in %j', (end) => {
    expect(lines(['Name,Year', 'Aisha,10', '', 'Tom,9', ''].join(end))).toEqual([1, 2, 4]);
  });

  it('counts the lines inside quoted cells', () => {
    const text = 'Name,Diet\r\nAisha,"no nuts\r\nno fish"\r\nTom,\r\n';
    expect(readDelimitedRoster(text)).toEqual([
      { line: 1, values: ['Name', 'Diet'] },
      { line: 2, values: ['Aisha', 'no nuts\nno fish'] },
      { line: 4, values: ['Tom', ''] },
    ]);
  });

  it('counts a first line that names the delimiter', () => expect(lines('sep=;\na;b\n1;2')).toEqual([2, 3]));

  it('leaves out rows of nothing but delimiters and spaces', () => {
    expect(lines('a,b\n,\n , \nc,d')).toEqual([1, 4]);
  });

  it('takes ragged rows', () => {
    expect(values('a,b,c\n1\n1,2,3,4')).toEqual([['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']]);
  });

  it('takes quotation marks inside a cell for what they are', () => {
    expect(values('Name,Year\nAl "Bo" Ash,10\n"Aisha ""Ash"" Khan",9')).toEqual([
      ['Name', 'Year'],
      ['Al "Bo" Ash', '10'],
      ['Aisha "Ash" Khan', '9'],
    ]);
  });

  it('reads 500 rows', () => {
    const text = `Name,Year\r\n${'Aisha Khan,10\r\n'.repeat(500)}`;
    expect(lines(text).at(-1)).toBe(501);
  });
});

describe('readDelimitedRoster, refusals', () => {
  it.each([
    ['a quotation mark never closed', 'Name,Year\nAisha,10\n"Tom,9\nZoe,9', 'quote-not-closed', 'line 3'],
    ['a NUL', 'Name,Year\nAi\u0000sha,10', 'not-text', 'Line 2'],
    ['nothing', ' \r\n ', 'empty', 'empty'],
    ['a row without end', `Name\n${'x'.repeat(100_001)}`, 'row-too-long', 'line 2'],
    ['too many columns', `a,b\n${','.repeat(200)}`, 'too-many-columns', 'Line 2 has 201 columns'],
    ['too many lines', '\n'.repeat(20_000) + 'x', 'too-many-lines', '20001 lines'],
  ])('refuses %s and says where', (_, text, code, words) => {
    const error = refusal(text);
    expect(error).toBeInstanceOf(DomainError);
    expect(error.errors).toMatchObject([{ field: 'file', code, message: expect.stringContaining(words) }]);
  });

  it.each([
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ['an older workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ])('refuses %s and says what to do', (_, bytes) => {
    expect(refusal(Uint8Array.from(bytes)).message).toBe(
      'Save the sheet as an Excel workbook (.xlsx) or as CSV, or copy the cells and paste them.',
    );
  });

  it('refuses more than 5 MB', () => {
    expect(refusal(new Uint8Array(ROSTER_FILE_BYTES_MAX + 1))).toMatchObject({ kind: 'too-large' });
  });
});

describe('readDelimitedRoster with readRoster', () => {
  it('turns an upload into people whose lines are those of the file', () => {
    const file = utf8(
      '\ufeffSurname;Forename;UPN;Year\r\nNowak;Łucja;H801200001001;9\r\n"Ash\r\nBell";Tom;;99\r\n',
    );
    const { rows, droppedColumns } = readRoster(readDelimitedRoster(file), { yearGroups: [9], places: 2 });
    expect(rows).toMatchObject([
      { line: 2, givenName: 'Łucja', familyName: 'Nowak', errors: [] },
      {
        line: 3,
        familyName: 'Ash Bell',
        errors: [{ message: 'Year group must be 7 to 13. Row 3 says 99.' }],
      },
    ]);
    expect(droppedColumns).toMatchObject([{ name: 'UPN' }]);
  });

  it('reads names typed one on each line, surname first', () => {
    const { rows } = readRoster(readDelimitedRoster('Khan, Aisha\nAsh, Tom'), { yearGroups: [9], places: 2 });
    expect(rows).toMatchObject([
      { givenName: 'Aisha', familyName: 'Khan' },
      { givenName: 'Tom', familyName: 'Ash' },
    ]);
  });
});
