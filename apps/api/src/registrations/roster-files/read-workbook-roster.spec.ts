import { DomainError } from '@lectern/core';
import { readRoster } from '@lectern/registrations';
import fc from 'fast-check';
import writeXlsxFile from 'write-excel-file/node';
import { isWorkbook, readWorkbookRoster } from './read-workbook-roster';
import {
  type Cell,
  columnName,
  sheetOf,
  sheetXml,
  workbookOf,
  workbookParts,
  zipOf,
} from './workbook.harness';

const values = async (bytes: Uint8Array) => (await readWorkbookRoster(bytes)).cells.map((row) => row.values);

const refusal = async (bytes: Uint8Array): Promise<DomainError> => {
  try {
    await readWorkbookRoster(bytes);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

const xml = (text: string): Cell => ({ xml: text });
const styles = (codes: string, formats: string) => ({
  name: 'xl/styles.xml',
  content: `<styleSheet><numFmts>${codes}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats}</cellXfs></styleSheet>`,
});
const LIST: readonly (readonly Cell[])[] = [
  ['First name', 'Last name', 'Year'],
  ['Wren', 'Oakley', 10],
  ['Teal', 'Ashby', 9],
];

describe('readWorkbookRoster, cells', () => {
  it('reads a workbook that a spreadsheet library wrote, dates and numbers rightly', async () => {
    const file = await writeXlsxFile(
      [
        [{ value: 'Name' }, { value: 'Year' }, { value: 'DOB' }],
        [
          { value: 'O’Hara & <Sons>, Siân' },
          { value: 10, type: Number },
          { value: new Date('2011-05-03T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' },
        ],
      ],
      { sheet: 'Pupils' },
    ).toBuffer();
    expect(await values(file)).toEqual([
      ['Name', 'Year', 'DOB'],
      ['O’Hara & <Sons>, Siân', '10', '2011-05-03'],
    ]);
  });

  it.each<[string, Cell, string]>([
    ['a number', 10, '10'],
    ['a number that was worked out', 8.999999999999998, '9'],
    ['a text', 'Wren', 'Wren'],
    ['a formula by its number', xml('<c><f>9+1</f><v>10</v></c>'), '10'],
    ['a formula by its text', xml('<c t="str"><f>A1&amp;"x"</f><v>Wren</v></c>'), 'Wren'],
    ['a tick box', xml('<c t="b"><v>1</v></c>'), 'TRUE'],
    ['an error as nothing', xml('<c t="e"><v>#REF!</v></c>'), ''],
    ['a shared text', xml('<c t="s"><v>0</v></c>'), 'Rich & text'],
    ['a shared text that is not there as nothing', xml('<c t="s"><v>99</v></c>'), ''],
    ['an ISO date', xml('<c t="d"><v>2011-05-03T00:00:00</v></c>'), '2011-05-03'],
    ['a built-in date', xml('<c s="1"><v>40666</v></c>'), '2011-05-03'],
    ['a date with a time', xml('<c s="2"><v>40666.75</v></c>'), '2011-05-03'],
    ['a number with a format that says days in words', xml('<c s="3"><v>12</v></c>'), '12'],
    ['a line break', 'no nuts\nno fish', 'no nuts\nno fish'],
    ['a character that XML cannot hold', xml('<c t="inlineStr"><is><t>a_x000D_b</t></is></c>'), 'a\rb'],
    ['text in CDATA', xml('<c t="inlineStr"><is><t><![CDATA[<Wren>]]></t></is></c>'), '<Wren>'],
    ['entities', xml('<c t="str"><v>Zo&#235; &#x26; &apos;Bo&apos;</v></c>'), "Zoë & 'Bo'"],
  ])('reads %s', async (_, cell, text) => {
    const file = sheetOf(
      [
        ['Name', 'What'],
        ['Wren', cell],
        ['Teal', 'x'],
      ],
      [
        styles(
          '<numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/><numFmt numFmtId="165" formatCode="0 &quot;days&quot;"/>',
          '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>',
        ),
        {
          name: 'xl/sharedStrings.xml',
          content: '<sst><si><r><t>Rich </t></r><r><t>&amp; text</t></r><rPh><t>aid</t></rPh></si></sst>',
        },
      ],
    );
    expect((await values(file))[1]?.[1] ?? '').toBe(text);
  });

  it('counts dates from 1904 where the workbook does', async () => {
    const file = sheetOf(
      [
        ['Name', 'DOB'],
        ['Wren', xml('<c s="1"><v>39204</v></c>')],
      ],
      [
        styles('', '<xf/><xf numFmtId="14"/>'),
        {
          name: 'xl/workbook.xml',
          content:
            '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>',
        },
      ],
    );
    expect((await values(file))[1]).toEqual(['Wren', '2011-05-03']);
  });

  it('keeps the numbers of rows across blank rows and columns, and prefixed names', async () => {
    const sheet = sheetXml({ rows: [[null, 'Name', null, 'Year'], [], [null, 'Wren', null, 10]] });
    const prefixed = sheet
      .replace(/<(\/?)(\w)/g, '<$1x:$2')
      .replace('<x:xml', '<xml')
      .replace('xmlns=', 'xmlns:x=');
    for (const content of [sheet, prefixed]) {
      const { cells } = await readWorkbookRoster(
        sheetOf([], [{ name: 'xl/worksheets/sheet1.xml', content }]),
      );
      expect(cells).toEqual([
        { line: 1, values: ['', 'Name', '', 'Year'] },
        { line: 3, values: ['', 'Wren', '', '10'] },
      ]);
    }
  });
});

describe('readWorkbookRoster, sheets', () => {
  const instructions = { name: 'Read me', rows: [['Fill in the next sheet.'], ['Send it to us.']] };
  const list = { name: 'Year 10', rows: LIST };

  it('says nothing of the sheet when there is one', async () => {
    expect((await readWorkbookRoster(workbookOf([list]))).notices).toEqual([]);
  });

  it('reads the first sheet with a table, names it and the others that have rows', async () => {
    const other = { name: 'Staff', rows: [['Pat Lowe', 'Teacher']] };
    const { cells, notices } = await readWorkbookRoster(
      workbookOf([instructions, list, other, { name: 'Empty', rows: [] }]),
    );
    expect(cells).toHaveLength(3);
    expect(notices[0]).toBe('The list was read from the sheet “Year 10”.');
    expect(notices[1]).toMatch(/^Other sheets have rows too and were not read: “Read me”, “Staff”\./);
  });

  it('passes over hidden sheets, and says how many hidden rows it read', async () => {
    const hidden = { name: 'Lookup', rows: LIST, hidden: true };
    const { notices } = await readWorkbookRoster(workbookOf([hidden, { ...list, hiddenRows: [3] }]));
    expect(notices).toEqual([
      expect.stringMatching(/^One row is hidden in the sheet and was read as well\./),
    ]);
  });

  it('reads names in one column when no sheet has a table', async () => {
    expect(await values(workbookOf([{ name: 'S', rows: [['SMITH, Amira'], ['KHAN, Tom']] }]))).toHaveLength(
      2,
    );
  });

  it('tells of formulas whose results were not saved', async () => {
    const { notices } = await readWorkbookRoster(sheetOf([...LIST, ['Zoe', xml('<c><f>B2</f></c>'), 9]]));
    expect(notices).toEqual([expect.stringMatching(/^One cell holds a formula without a saved result\./)]);
  });

  it('reads a workbook with macros and runs none', async () => {
    expect(
      await values(sheetOf(LIST, [{ name: 'xl/vbaProject.bin', content: 'Sub Auto_Open' }])),
    ).toHaveLength(3);
  });

  it('reads two heading rows and a title above them', async () => {
    const { cells } = await readWorkbookRoster(
      sheetOf([
        ['Trip to campus'],
        [],
        ['First', 'Last', 'Year'],
        ['name', 'name', 'group'],
        ['Wren', 'Oakley', 10],
      ]),
    );
    expect(readRoster(cells, { yearGroups: [10], places: 5 }).rows).toMatchObject([
      { line: 5, givenName: 'Wren', familyName: 'Oakley', yearGroup: 10, errors: [] },
    ]);
  });
});

describe('readWorkbookRoster, refusals', () => {
  const big = (rows: number) => sheetOf(Array.from({ length: rows }, (_, n) => [`Given${n}`, 'Family', 9]));
  const xls = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
  ]);

  it.each<[string, () => Buffer, string, RegExp]>([
    ['the old kind of file', () => xls, 'old-workbook', /“Save as” and “Excel workbook \(\.xlsx\)”, or copy/],
    [
      'a file with a password',
      () => Buffer.concat([xls, Buffer.from('EncryptedPackage', 'utf16le')]),
      'password',
      /Save it without one/,
    ],
    [
      'an encrypted part',
      () => zipOf(workbookParts([{ name: 'S', rows: LIST }]).map((part) => ({ ...part, flags: 1 }))),
      'password',
      /password/,
    ],
    [
      'a binary workbook',
      () => zipOf([{ name: 'xl/workbook.bin', content: 'x' }]),
      'binary-workbook',
      /\.xlsb/,
    ],
    [
      'an OpenDocument file',
      () => zipOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }]),
      'open-document',
      /\.ods/,
    ],
    [
      'another zip file',
      () => zipOf([{ name: 'word/document.xml', content: '<w/>' }]),
      'not-a-workbook',
      /holds no workbook/,
    ],
    [
      'a workbook inside a zip file',
      () => zipOf([{ name: 'list.xlsx', content: sheetOf(LIST) }]),
      'not-a-workbook',
      /holds no workbook/,
    ],
    ['nothing in it', () => workbookOf([{ name: 'S', rows: [] }]), 'empty', /no rows/],
    ['no visible sheet', () => workbookOf([{ name: 'S', rows: LIST, hidden: true }]), 'empty', /no rows/],
    ['half a file', () => sheetOf(LIST).subarray(0, 400), 'damaged-workbook', /save it again/],
    ['more rows than are read', () => big(2_001), 'too-many-rows', /2,000 rows/],
    [
      'more columns than are read',
      () =>
        sheetOf([
          [...Array<null>(200).fill(null), 'x', 'y'],
          ['a', 'b'],
        ]),
      'too-many-columns',
      /Row 1 has more than 200 columns/,
    ],
    [
      'a row that is no person',
      () =>
        sheetOf([
          ['a', 'b'],
          ['x'.repeat(60_000), 'y'.repeat(60_000)],
          ['c', 'd'],
        ]),
      'row-too-long',
      /Row 2/,
    ],
    [
      'more than 100 sheets',
      () => workbookOf(Array.from({ length: 101 }, (_, n) => ({ name: `S${n}`, rows: [] }))),
      'too-many-sheets',
      /100 sheets/,
    ],
    [
      'a document type with entities',
      () =>
        sheetOf(
          [],
          [
            {
              name: 'xl/worksheets/sheet1.xml',
              content:
                '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>',
            },
          ],
        ),
      'damaged-workbook',
      /damaged/,
    ],
    [
      'tags that do not match',
      () =>
        sheetOf(
          [],
          [{ name: 'xl/worksheets/sheet1.xml', content: '<worksheet><sheetData></worksheet></sheetData>' }],
        ),
      'damaged-workbook',
      /damaged/,
    ],
    [
      'tags without end',
      () => sheetOf([], [{ name: 'xl/worksheets/sheet1.xml', content: '<a>'.repeat(1000) }]),
      'damaged-workbook',
      /damaged/,
    ],
    [
      'a text without end',
      () => sheetOf([], [{ name: 'xl/worksheets/sheet1.xml', content: `<worksheet>${'x'.repeat(300_000)}` }]),
      'damaged-workbook',
      /damaged/,
    ],
  ])('refuses %s in words that say what to do', async (_, file, code, words) => {
    const error = await refusal(file());
    expect(error).toMatchObject({ kind: 'invalid', errors: [{ field: 'file', code }] });
    expect(error.message).toMatch(words);
  });

  const rowsXml = (megabytes: number) =>
    '<row r="1"><c r="A1"/></row>'.repeat((megabytes * 1024 * 1024) / 28);
  const bomb = (megabytes: number, claimedSize?: number) =>
    zipOf(
      workbookParts(
        [{ name: 'S', rows: [] }],
        [
          {
            name: 'xl/worksheets/sheet1.xml',
            content: `<worksheet><sheetData>${rowsXml(megabytes)}</sheetData></worksheet>`,
            ...(claimedSize === undefined ? {} : { claimedSize }),
          },
        ],
      ),
    );

  it.each<[string, () => Buffer]>([
    ['claims more than 50 MB', () => bomb(52)],
    ['claims little and unpacks to much', () => bomb(20, 1000)],
    ['unpacks to hundreds of times its size', () => bomb(8)],
    ['claims 4 GB', () => bomb(1, 0xfffffffe)],
  ])('a bomb that %s is let go while it unpacks', async (_, file) => {
    const bytes = file();
    expect(bytes.length).toBeLessThan(500_000);
    const before = process.memoryUsage().rss;
    expect(await refusal(bytes)).toMatchObject({ errors: [{ code: 'unpacks-too-large' }] });
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
  });

  it('is not led astray by a cell in the last column and the last row', async () => {
    const far =
      '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"/></row><row r="1048576"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData></worksheet>';
    const { cells } = await readWorkbookRoster(
      sheetOf([], [{ name: 'xl/worksheets/sheet1.xml', content: far }]),
    );
    expect(cells).toEqual([{ line: 1048577, values: ['1', '2'] }]);
  });
});

describe('readWorkbookRoster, anything at all', () => {
  const valid = sheetOf(LIST, [
    { name: 'xl/sharedStrings.xml', content: '<sst><si><t>Wren</t></si></sst>' },
    styles('', '<xf numFmtId="14"/>'),
  ]);
  const answers = async (bytes: Uint8Array): Promise<boolean> => {
    if (!isWorkbook(bytes)) return true;
    try {
      return Array.isArray((await readWorkbookRoster(bytes)).cells);
    } catch (error) {
      if (error instanceof DomainError) return error.kind === 'invalid';
      throw error;
    }
  };

  it('reads or refuses a workbook with bytes changed, cut off or put in', async () => {
    const change = fc.record({
      at: fc.integer({ min: 4, max: valid.length - 1 }),
      drop: fc.integer({ min: 0, max: 40 }),
      put: fc.uint8Array({ maxLength: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = changes.reduce(
          (file, { at, drop, put }) => Buffer.concat([file.subarray(0, at), put, file.subarray(at + drop)]),
          valid,
        );
        expect(await answers(bytes)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('reads or refuses a sheet, shared texts, formats or list of sheets of any text', async () => {
    const piece = fc.constantFrom(
      ...[
        '<row>',
        '<row r="2">',
        '</row>',
        '<c r="A1" t="s">',
        '<c t="inlineStr">',
        '<c s="9">',
        '</c>',
        '<v>',
        '</v>',
      ],
      ...[
        '<is>',
        '<t>',
        '</t>',
        '<si>',
        '<xf numFmtId="x"/>',
        '<sheet name="" r:id="rId1"/>',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
      ],
      ...[
        '&amp;',
        '&#0;',
        '&#x110000;',
        '"',
        "'",
        '<',
        '>',
        '/',
        '1e999',
        '-1',
        'NaN',
        '\u0000',
        '\ud800',
        ' ',
        columnName(16384),
      ],
    );
    const part = fc.constantFrom(
      'xl/worksheets/sheet1.xml',
      'xl/sharedStrings.xml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
    );
    await fc.assert(
      fc.asyncProperty(part, fc.array(piece, { maxLength: 40 }), async (name, pieces) => {
        const content = `<worksheet><sheetData>${pieces.join('')}</sheetData></worksheet>`;
        expect(await answers(sheetOf(LIST, [{ name, content }]))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('reads a list of any names as it was written', async () => {
    const name = fc
      .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
      .filter(
        (text) =>
          text.trim() !== '' && !/_x[0-9a-f]{4}_/i.test(text) && !/[\u0000-\u001f\ufffe\uffff]/.test(text),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, name), { minLength: 2, maxLength: 10 }), async (rows) => {
        expect(await values(sheetOf(rows))).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  });
});
