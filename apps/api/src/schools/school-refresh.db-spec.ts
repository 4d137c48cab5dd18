import { Readable } from 'node:stream';
import { readSchoolQuery, type School } from '@lectern/schools';
import { fixedClock } from '@lectern/testing';
import { AuditService } from '../audit/audit.service';
import { testDatabase, type TestDatabase } from '../persistence/database.harness';
import { SchoolEntity } from './school.entity';
import { SchoolImport } from './school-import';
import { SchoolLinkImport } from './school-link-import';
import { SchoolsRepository } from './schools.repository';
import { SchoolsService } from './schools.service';

const clock = fixedClock();
let test: TestDatabase;
let schools: SchoolsService;
let imports: SchoolImport;
let links: SchoolLinkImport;

beforeEach(async () => {
  test = await testDatabase();
  const repository = new SchoolsRepository(test.database);
  const audit = new AuditService(test.database, clock);
  schools = new SchoolsService(repository);
  imports = new SchoolImport(test.database, repository, audit, clock);
  links = new SchoolLinkImport(test.database, repository, audit, clock);
});

afterEach(() => test.close());

const FULL = 'URN,EstablishmentName,Town,Postcode,EstablishmentStatusName,OpenDate,CloseDate';
const NARROW = 'urn,name,open_date,town,postcode';
const LINKS = 'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate';

const stream = (...lines: (string | Buffer)[]): Readable =>
  Readable.from([Buffer.concat(lines.map((line) => Buffer.concat([Buffer.from(line), Buffer.from('\n')])))]);
const narrow = (...urns: number[]): Readable =>
  stream(NARROW, ...urns.map((urn) => `${urn},School ${urn},,Wigan,WN1 9ZZ`));
const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => 900_001 + at);

const stored = (): Promise<SchoolEntity[]> =>
  test.database.reader.find(SchoolEntity, { order: { urn: 'ASC' } });
const statusOf = async (urn: number): Promise<string | undefined> =>
  (await schools.find(String(urn)))?.status;
const found = async (q: string): Promise<readonly School[]> =>
  (await schools.search(readSchoolQuery({ q }))).items;

describe('next year’s list of open schools', () => {
  it('closes the few that it lacks, keeps them, and changes nothing a second time', async () => {
    await imports.run(narrow(...upTo(20)));
    const next = upTo(20).filter((urn) => urn !== 900_007);
    const report = await imports.run(narrow(...next, 900_050));
    expect(report).toMatchObject({ added: 1, unchanged: 19, missing: { count: 1, closed: true } });
    expect(await statusOf(900_007)).toBe('closed');
    const before = await stored();
    expect(before).toHaveLength(21);
    clock.advance(86_400_000);
    expect(await imports.run(narrow(...next, 900_050))).toMatchObject({
      added: 0,
      changed: 0,
      closed: 0,
      unchanged: 20,
      missing: { count: 0, closed: false },
    });
    expect(await stored()).toEqual(before);
  });

  it('leaves all open when it lacks more than a tenth of them: it may be the list of one region', async () => {
    await imports.run(narrow(...upTo(20)));
    expect(await imports.run(narrow(...upTo(17)))).toMatchObject({ missing: { count: 3, closed: false } });
    expect(await statusOf(900_020)).toBe('open');
  });

  it('closes as many as it lacks when whoever imports says so', async () => {
    await imports.run(narrow(...upTo(20)));
    const report = await imports.run(narrow(...upTo(3)), { closing: true });
    expect(report.missing).toEqual({ count: 17, closed: true });
    expect((await stored()).filter(({ status }) => status === 'closed')).toHaveLength(17);
  });

  it('opens again what an earlier list lacked by mistake, but never what the register itself closed', async () => {
    await imports.run(stream(FULL, '900001,Old Mill,Wigan,WN1 9ZZ,Closed,,31-08-2024'));
    await imports.run(narrow(...upTo(20)));
    await imports.run(narrow(...upTo(3)), { closing: true });
    await imports.run(narrow(...upTo(20)));
    expect(await statusOf(900_020)).toBe('open');
    expect(await statusOf(900_001)).toBe('closed');
  });

  it('closes none that stand in rows it cannot take, or when the file breaks off', async () => {
    await imports.run(narrow(...upTo(20)));
    const rows = upTo(19).map((urn) => `${urn},School ${urn},,Wigan,WN1 9ZZ`);
    expect(await imports.run(stream(NARROW, ...rows, '900020,,,Wigan,WN1 9ZZ'))).toMatchObject({
      missing: { count: 0, closed: false },
      refused: [{ line: 21 }],
    });
    const broken = await imports.run(stream(NARROW, ...rows, '900099,"School'), { closing: true });
    expect(broken.missing).toEqual({ count: 1, closed: false });
    expect(await statusOf(900_020)).toBe('open');
  });

  it('leaves a school that is yet to open: a list of open schools never names it', async () => {
    await imports.run(stream(FULL, '900099,New Free School,Wigan,WN1 9ZZ,Proposed to open,,'));
    await imports.run(narrow(...upTo(20)));
    expect(await statusOf(900_099)).toBe('proposed-to-open');
  });
});

describe('the file of links', () => {
  beforeEach(() =>
    imports.run(
      stream(
        FULL,
        '900004,Old Mill School,Southport,PR8 9ZZ,Closed,,31-08-2023',
        '900005,Mill Trust Academy,Southport,PR8 9ZZ,Closed,,31-08-2025',
        '900006,Riverside Academy,Southport,PR8 9ZZ,Open,01-09-2025,',
      ),
    ),
  );

  const FILE = [
    LINKS,
    '900004,900005,Mill Trust Academy,Successor,01-09-2023',
    '900005,900004,Old Mill School,Predecessor,',
    '900006,900005,Mill Trust Academy,Predecessor - merged,01-09-2025',
    '900006,900004,Old Mill School,Sixth Form Centre Link,',
    '900006,899999,Elsewhere,Predecessor,',
    '90006,900005,Cut,Successor,',
  ];

  it('is taken by the names of its columns, with counts and the rows that were refused', async () => {
    expect(await links.run(stream(...FILE))).toEqual({
      added: 2,
      changed: 0,
      unchanged: 0,
      other: 1,
      unknown: 1,
      refused: [{ line: 7, reason: 'The URN “90006” is not six digits.' }],
    });
  });

  it('changes nothing a second time', async () => {
    await links.run(stream(...FILE));
    const rows = () => test.database.select('SELECT * FROM school_links ORDER BY urn');
    const before = await rows();
    clock.advance(86_400_000);
    expect(await links.run(stream(...FILE))).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(await rows()).toEqual(before);
  });

  it('reads Windows-1252 as well as UTF-8 with a byte order mark', async () => {
    const rows = [LINKS, '900004,900005,Br\xf6nte\x92s,Successor,01-09-2023'].join('\n');
    expect(await links.run(Readable.from([Buffer.from(rows, 'latin1')]))).toMatchObject({ added: 1 });
    const again = `\uFEFF${LINKS}\n900006,900005,Brönte’s,Predecessor,01-09-2025`;
    expect(await links.run(stream(again))).toMatchObject({ added: 1, refused: [] });
  });

  it('is refused as a whole when it is another file', async () => {
    await expect(links.run(stream(FULL))).rejects.toMatchObject({ code: 'not-school-links' });
    await expect(links.run(stream(''))).rejects.toMatchObject({ code: 'not-school-links' });
  });

  it('lets a closed school be found by its old name and number, and lead to the one that stands there today', async () => {
    await links.run(stream(...FILE));
    for (const q of ['old mill', '900004']) {
      expect(await found(q)).toMatchObject([
        { urn: '900004', status: 'closed', successor: { urn: '900006', name: 'Riverside Academy' } },
      ]);
    }
    expect(await schools.find('900005')).toMatchObject({ successor: { urn: '900006' } });
    expect((await schools.findAll(['900004'])).get('900004')).toMatchObject({ successor: { urn: '900006' } });
    expect(await schools.find('900006')).not.toHaveProperty('successor');
  });
});
