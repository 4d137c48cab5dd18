import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { rankSchools, readSchoolQuery, type School, type SchoolImportReport } from '@lectern/schools';
import { fixedClock } from '@lectern/testing';
import { AuditService } from '../audit/audit.service';
import { testDatabase, type TestDatabase } from '../persistence/database.harness';
import { SchoolEntity } from './school.entity';
import { SchoolImport } from './school-import';
import { schoolView } from './school.mapper';
import { SchoolsRepository } from './schools.repository';
import { SchoolsService } from './schools.service';

const sample = (name: string): string => join(__dirname, 'samples', name);
// The register itself is not ours to ship: it is read where an operator put it.
const REGISTER = join(__dirname, '../../../../../shared/data');
const whereRegisterIs = existsSync(join(REGISTER, 'gias_open_schools_2025-07.csv'))
  ? describe
  : describe.skip;

const clock = fixedClock();
let test: TestDatabase;
let schools: SchoolsService;
let imports: SchoolImport;

beforeEach(async () => {
  test = await testDatabase();
  const repository = new SchoolsRepository(test.database);
  schools = new SchoolsService(repository);
  imports = new SchoolImport(test.database, repository, new AuditService(test.database, clock), clock);
});

afterEach(() => test.close());

const importText = (text: string | Buffer): Promise<SchoolImportReport> =>
  imports.run(Readable.from([Buffer.from(text)]));

const stored = (): Promise<SchoolEntity[]> =>
  test.database.reader.find(SchoolEntity, { order: { urn: 'ASC' } });

const found = async (q: string): Promise<string[]> =>
  (await schools.search(readSchoolQuery({ q, limit: '200' }))).items.map(({ urn }) => urn);

const HEADING = 'urn,name,open_date,town,postcode';

describe('importing the daily download', () => {
  it('takes the rows it can and names line and reason of the others', async () => {
    expect(await imports.importFile(sample('daily.csv'))).toEqual({
      added: 8,
      changed: 0,
      closed: 0,
      unchanged: 0,
      missing: { count: 0, closed: false },
      refused: [
        { line: 11, reason: 'The URN “90008” is not six digits.' },
        { line: 12, reason: 'This row has no name of a school.' },
        { line: 13, reason: 'The URN 900001 is already on line 2, which was taken.' },
        { line: 14, reason: 'The status “Sleeping” is not known.' },
        { line: 15, reason: 'The opening date “31-02-2020” is not a date such as 01-09-2024.' },
        { line: 16, reason: 'This row has 2 cells where the heading has 128.' },
      ],
    });
  });

  it('keeps accents, apostrophes, states and dates, a closed school beside its successor', async () => {
    await imports.importFile(sample('daily.csv'));
    const rows = await stored();
    expect(
      rows.map(({ urn, name, status, openDate, closeDate }) => [urn, name, status, openDate, closeDate]),
    ).toEqual([
      ['900001', 'Ashbrook Academy', 'open', '2012-09-01', null],
      ['900002', 'St Mary’s Catholic Primary School', 'open', null, null],
      ['900003', 'Brontë & Gaskell High School', 'proposed-to-close', null, null],
      ['900004', 'Old Mill School', 'closed', null, '2024-08-31'],
      ['900005', 'Old Mill Academy', 'open', '2024-09-01', null],
      ['900006', 'Meadow "Free" School', 'proposed-to-open', '2028-09-01', null],
      ['900007', 'Lakeside School', 'open', null, null],
      ['900013', 'Ormskirk Brook School', 'open', null, null],
    ]);
    expect(rows[5]).toMatchObject({ town: 'Wigan', postcode: 'WN1 9ZZ', importedAt: clock.now() });
  });

  it('keeps no head teacher anywhere', async () => {
    expect(readFileSync(sample('daily.csv'), 'latin1')).toContain('Neverkept');
    await imports.importFile(sample('daily.csv'));
    for (const { tableName } of test.sources.write.entityMetadatas) {
      expect(JSON.stringify(await test.database.select(`SELECT * FROM ${tableName}`))).not.toMatch(
        /Neverkept|Headteacher/,
      );
    }
  });

  it('writes the counts to the audit trail, and nothing else', async () => {
    await imports.importFile(sample('daily.csv'));
    const records = await test.database.select<{ action: string; details: string }>(
      'SELECT action, details FROM audit_records',
    );
    expect(records.map(({ action, details }) => [action, JSON.parse(details)])).toEqual([
      [
        'schools.imported',
        { added: 8, changed: 0, closed: 0, unchanged: 0, missing: 0, missingClosed: false, refused: 6 },
      ],
    ]);
  });

  it('reads the same file when it was saved anew as UTF-8 with a byte order mark', async () => {
    await imports.importFile(sample('daily.csv'));
    const before = await stored();
    const text = readFileSync(sample('daily.csv'), 'latin1').replace(/\u0092/g, '’');
    const report = await importText(`\uFEFF${text}`);
    expect(report).toMatchObject({ added: 0, changed: 0, unchanged: 8 });
    expect(await stored()).toEqual(before);
  });
});

describe('importing again', () => {
  it('changes nothing when the file says nothing new', async () => {
    await imports.importFile(sample('daily.csv'));
    const before = await stored();
    clock.advance(86_400_000);
    expect(await imports.importFile(sample('daily.csv'))).toMatchObject({
      added: 0,
      changed: 0,
      closed: 0,
      unchanged: 8,
    });
    expect(await stored()).toEqual(before);
  });

  it('tells schools that closed from schools that changed', async () => {
    await imports.importFile(sample('daily.csv'));
    const later = readFileSync(sample('daily.csv'), 'latin1')
      .replace('"Open, but proposed to close"', '"Closed"')
      .replace('"Ashbrook Academy"', '"Ashbrook High School"');
    expect(await importText(Buffer.from(later, 'latin1'))).toMatchObject({
      added: 0,
      changed: 1,
      closed: 1,
      unchanged: 6,
    });
    expect(await schools.find('900003')).toMatchObject({ status: 'closed' });
    expect(await schools.find('900001')).toMatchObject({ name: 'Ashbrook High School' });
  });

  it('leaves what the narrow list does not tell: other schools, and the state of those it names', async () => {
    await imports.importFile(sample('daily.csv'));
    expect(await imports.importFile(sample('narrow.csv'))).toEqual({
      added: 1,
      changed: 1,
      closed: 0,
      unchanged: 2,
      missing: { count: 3, closed: false },
      refused: [{ line: 6, reason: 'The URN “nine” is not six digits.' }],
    });
    expect(await schools.find('900003')).toMatchObject({ status: 'proposed-to-close' });
    expect(await schools.find('900004')).toMatchObject({ status: 'closed' });
    expect(await schools.find('900014')).toEqual({
      urn: '900014',
      name: 'Élodie Park School, Lower Site',
      town: 'Preston',
      postcode: 'PR1 9ZZ',
      status: 'open',
    });
    expect(await found('burscough')).toEqual(['900002']);
    expect(await found('skelmersdale')).toEqual([]);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['empty', ''],
    ['something else', 'UPN,Surname,Forename\nX123,Example,Pupil\n'],
    ['not text at all', Buffer.from([0x50, 0x4b, 3, 4, 0, 0x22, 0x0a, 0xff, 0xfe])],
    ['one long line', '"'.padEnd(600_000, 'x')],
  ])('is refused as a whole when it is %s', async (_, text) => {
    await expect(importText(text)).rejects.toMatchObject({ kind: 'invalid', code: 'not-a-school-list' });
    expect(await stored()).toEqual([]);
    expect(await test.database.select('SELECT id FROM audit_records')).toEqual([]);
  });

  it('is refused when it is not there', async () => {
    await expect(imports.importFile(sample('missing.csv'))).rejects.toMatchObject({ code: 'no-such-file' });
    await expect(imports.importFile(__dirname)).rejects.toMatchObject({ code: 'no-such-file' });
  });

  it('is taken up to a quotation mark that never ends, which is named', async () => {
    const text = `${HEADING}\n900001,Ashbrook Academy,,Ormskirk,L39 9ZZ\n900002,"Birch School,,Wigan,WN1 9ZZ\n900003,Cedar School,,Wigan,WN1 9ZZ\n`;
    const report = await importText(text);
    expect(report).toMatchObject({
      added: 1,
      refused: [{ line: 3, reason: expect.stringContaining('quotation mark') }],
    });
  });

  it('takes a quotation mark inside a name as it is', async () => {
    await importText(`${HEADING}\n900001,The "Ash" School,,Ormskirk,L39 9ZZ\n`);
    expect(await schools.find('900001')).toMatchObject({ name: 'The "Ash" School' });
  });
});

describe('letters and batches', () => {
  it('reads each line in its own encoding, wherever the stream is cut', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEADING}\n900001,Zoë Park,,Ormskirk,L39 9ZZ\n`),
      Buffer.from('900002,Zo\xeb Hill,,Ormskirk,L39 9ZZ\n', 'latin1'),
    ]);
    const single = Array.from(bytes, (byte) => Buffer.from([byte]));
    expect(await imports.run(Readable.from(single))).toMatchObject({ added: 2, refused: [] });
    expect((await stored()).map(({ name }) => name)).toEqual(['Zoë Park', 'Zoë Hill']);
  });

  it('takes more rows than one statement can bind', async () => {
    const rows = Array.from({ length: 2_500 }, (_, at) => `${900_000 + at},School ${at},,Ormskirk,L39 9ZZ`);
    const file = [HEADING, ...rows, rows[0]].join('\n');
    expect(await importText(file)).toMatchObject({
      added: 2_500,
      refused: [{ line: 2_502, reason: 'The URN 900000 is already on line 2, which was taken.' }],
    });
    expect(await importText(file)).toMatchObject({ added: 0, unchanged: 2_500 });
  });
});

const SEARCHES = [
  ...[
    '',
    's',
    'school',
    'ormskirk',
    'ormskirk st',
    'st marys',
    "St Mary's",
    'ST MARY’S',
    'bronte',
    'L39 9ZZ',
  ],
  ...[
    'l399zz',
    'l39',
    '900005',
    'mill southport',
    'mill',
    'old mill academy',
    'gaskell and bronte',
    'a e i o',
  ],
  ...['%', '_', '\\', 'zzzz', "' OR '1'='1", 'mead_w', '🙂', 'ő', 'İ'],
];

describe('searching', () => {
  it.each(SEARCHES)('finds for %j what the rule says, in its order', async (q) => {
    await imports.importFile(sample('daily.csv'));
    const all = (await stored()).map((row) => schoolView(row));
    expect(await found(q)).toEqual(rankSchools(all, q).map(({ urn }) => urn));
  });

  it('gives the pages of a list one after the other, each school once', async () => {
    await imports.importFile(sample('daily.csv'));
    const pages: School[][] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query = readSchoolQuery({ q: 'school', limit: '2', ...(cursor ? { cursor } : {}) });
      const page = await schools.search(query);
      pages.push([...page.items]);
      cursor = page.nextCursor;
    }
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 2]);
    expect(pages.flat().map(({ urn }) => urn)).toEqual(await found('school'));
  });

  it('finds several by number at once, and leaves out what nobody knows', async () => {
    await imports.importFile(sample('daily.csv'));
    expect([...(await schools.findAll(['900001', '900004', '999999'])).keys()]).toEqual(['900001', '900004']);
    expect(await schools.findAll([])).toEqual(new Map());
  });

  it.each(['900001 ', '90000', '９００００１', '', "900001' --"])(
    'knows no school numbered %j',
    async (urn) => {
      await imports.importFile(sample('daily.csv'));
      expect(await schools.find(urn)).toBeNull();
    },
  );
});

const REAL_SEARCHES = [
  's',
  'ormskirk st',
  'st annes liverpool',
  'thomas a becket',
  'l4 5',
  '104418',
  'L28 1RX',
  'l281rx park',
  '%',
];

whereRegisterIs('the register itself', () => {
  it('is taken whole, is found by any part, and changes nothing a second time', async () => {
    const open = join(REGISTER, 'gias_open_schools_2025-07.csv');
    const missing = { count: 0, closed: false };
    const none = { added: 0, changed: 0, closed: 0, unchanged: 0, missing, refused: [] };
    // The daily sample holds one region: it must not close the other twenty thousand.
    const region = { count: 20_628, closed: false };
    expect(await imports.importFile(open)).toEqual({ ...none, added: 22_010 });
    const before = await stored();
    expect(await imports.importFile(open)).toEqual({ ...none, unchanged: 22_010 });
    expect(await stored()).toEqual(before);
    // Two names hold a Cyrillic letter, for which Windows-1252 has a question mark; every other row is the same.
    const daily = join(REGISTER, 'gias_daily_shape.csv');
    expect(await imports.importFile(daily)).toEqual({
      ...none,
      changed: 2,
      unchanged: 1_380,
      missing: region,
    });
    expect(await imports.importFile(daily)).toEqual({ ...none, unchanged: 1_382, missing: region });

    const all = (await stored()).map((row) => schoolView(row));
    for (const q of REAL_SEARCHES) {
      const ranked = rankSchools(all, q).slice(0, 200);
      expect([q, await found(q)]).toEqual([q, ranked.map(({ urn }) => urn)]);
    }
  }, 60_000);
});
