import { randomBytes } from 'node:crypto';
import { isUpn, type RosterPreview } from '@lectern/registrations';
import { testApp, type TestApp } from '../app.harness';
import { type Cell, sheetOf, workbookOf, type ZipPart } from './roster-files/workbook.harness';
import { RosterWorld } from './roster.harness';

const SCHOOL = '964001';

let test: TestApp;
let world: RosterWorld;

beforeAll(async () => {
  test = await testApp();
  await test.addSchools([SCHOOL]);
});

beforeEach(async () => {
  world = await RosterWorld.begin(test, SCHOOL, { people: [] });
});

afterAll(() => test.close());

const paste = async (text: string) => {
  const { status, body } = await world.by.school.post(`${world.path}/roster-previews`, { text });
  return { status, body: body as RosterPreview & { errors?: { code: string }[] } };
};

const upload = async (content: Buffer, name = 'list.xlsx') => {
  const boundary = randomBytes(12).toString('hex');
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const answer = await test.app.inject({
    method: 'POST',
    url: `/api${world.path}/roster-previews`,
    headers: { ...world.by.school.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
  return { status: answer.statusCode, body: JSON.parse(answer.body) as RosterPreview };
};

/** Saves what was read and says who is on the roster then. */
const saved = async (preview: RosterPreview): Promise<string[]> => {
  expect(preview.rows.flatMap(({ errors }) => errors)).toEqual([]);
  const { status } = await world.by.school.put(`${world.path}/roster`, { previewId: preview.id });
  expect(status).toBe(200);
  expect((await world.tickets()).length).toBe(preview.rows.length);
  return (await world.people()).map(
    ({ givenName, familyName, yearGroup, kind }) => `${givenName} ${familyName} ${yearGroup ?? kind}`,
  );
};

const dropped = (preview: RosterPreview): string[] => preview.droppedColumns.map(({ name }) => name);

/** A unique pupil number whose check letter is right, of no real pupil. */
const aUpn = (n: number): string => {
  const digits = `99999990${String(n).padStart(4, '0')}`;
  return [...'ABCDEFGHJKLMNPQRTUVWXYZ'].map((letter) => letter + digits).find(isUpn)!;
};

/** What the database holds of uploaded lists and of people, in clear. */
const inClear = async (): Promise<string> =>
  JSON.stringify([
    await test.database.select('SELECT * FROM people'),
    await test.database.select('SELECT * FROM roster_previews'),
    await test.database.select('SELECT * FROM audit_records'),
  ]);

const DATES: ZipPart = {
  name: 'xl/styles.xml',
  content: '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
};
const date = (serial: number): Cell => ({ xml: `<c s="1"><v>${serial}</v></c>` });

describe('an export of a school’s information system', () => {
  it.each<[string, readonly (readonly Cell[])[], readonly string[]]>([
    [
      'as SIMS heads it, from a workbook',
      [
        ['Harrowmere High School'],
        ['Legal Surname', 'Legal Forename', 'Reg', 'Year', 'UPN', 'DOB', 'Gender'],
        ['Oakley', 'Wren', '10B', 'Year 10', aUpn(1), date(40666), 'F'],
        ["O'Hara", 'Siân', '9C', 'Year  9', aUpn(2), date(41031), 'F'],
      ],
      ['Reg', 'UPN', 'DOB', 'Gender'],
    ],
    [
      'as Arbor heads it',
      [
        [
          'Legal First Name',
          'Legal Last Name',
          'Year Group',
          'Registration Form',
          'UPN',
          'Date of Birth',
          'Sex',
        ],
        ['Wren', 'Oakley', 'Year 10', '10B', aUpn(1), date(40666), 'F'],
        ['Siân', "O'Hara", 'Year 9', '9C', aUpn(2), date(41031), 'F'],
      ],
      ['Registration Form', 'UPN', 'Date of Birth', 'Sex'],
    ],
    [
      'as Bromcom heads it, with the names that pupils go by',
      [
        ['Adno', 'Surname', 'Forename', 'Pref. Forename', 'Year', 'Tutor Group', 'UPN', 'DOB'],
        [1, 'Oakley', 'Gwendolyn', 'Wren', 10, '10B', aUpn(1), date(40666)],
        [2, "O'Hara", 'Siân', 'Siân', 9, '9C', aUpn(2), date(41031)],
      ],
      ['Adno', 'Tutor Group', 'UPN', 'DOB'],
    ],
  ])('%s, becomes a roster without UPNs and dates of birth', async (_, rows, left) => {
    const { status, body } = await upload(sheetOf(rows, [DATES]));
    expect(status).toBe(201);
    expect(dropped(body)).toEqual(left);
    expect(await saved(body)).toEqual(['Wren Oakley 10', "Siân O'Hara 9"]);
    for (const secret of [aUpn(1), aUpn(2), '2011-05-03', '40666']) {
      expect(JSON.stringify(body)).not.toContain(secret);
      expect(await inClear()).not.toContain(secret);
    }
  });

  it('keeps dates of birth where the conference asks for them', async () => {
    await world.by.staff.patch(`/conferences/${world.conference.id}/roster-settings`, {
      trackingData: true,
      trackingReason: 'For HEAT',
    });
    const { body } = await upload(
      sheetOf(
        [
          ['Surname', 'Forename', 'Year', 'UPN', 'DOB'],
          ['Oakley', 'Wren', 10, aUpn(1), date(40666)],
          ['Ashby', 'Teal', 9, aUpn(2), '3 May 2012'],
        ],
        [DATES],
      ),
    );
    expect(dropped(body)).toEqual(['UPN']);
    await saved(body);
    expect((await world.people()).map(({ birthDate }) => birthDate)).toEqual(['2011-05-03', '2012-05-03']);
  });
});

describe('answers to an online form', () => {
  it('become a roster by what the questions ask', async () => {
    const headings = [
      'Timestamp',
      'Email Address',
      'What is your first name?',
      'What is your surname?',
      'Which year group are you in?',
      'Do you have any allergies or dietary requirements?',
      'Do we have your parent’s permission to take photographs of you on the day?',
    ];
    const csv = [
      headings.map((heading) => `"${heading}"`).join(','),
      '2027/01/10 8:31:07 am GMT,"w.oakley@school.example","Wren","Oakley","Year 10","Nut allergy","Yes"',
      '2027/01/10 8:35:12 am GMT,"t.ashby@school.example","Teal","Ashby","Year 9","None","No"',
      '',
    ].join('\r\n');
    const { body } = await upload(Buffer.from(csv), 'Trip (Responses) - Form responses 1.csv');
    expect(dropped(body)).toEqual(['Timestamp', 'Email Address']);
    expect(await saved(body)).toEqual(['Wren Oakley 10', 'Teal Ashby 9']);
    expect(await world.people()).toMatchObject([
      { photoConsent: 'yes', dayOnly: { dietary: 'Nut allergy' } },
      { photoConsent: 'no' },
    ]);
    expect(await inClear()).not.toMatch(/school\.example/);
  });
});

describe('cells that were copied and pasted', () => {
  it('of a class list with the surname first, in capitals, become names', async () => {
    const { body } = await paste('SMITH, Amira\nVAN DIJK, Tom\nO’HARA, Siân Mae\n');
    expect(body.rows.map(({ givenName, familyName }) => [givenName, familyName])).toEqual([
      ['Amira', 'SMITH'],
      ['Tom', 'VAN DIJK'],
      ['Siân Mae', 'O’HARA'],
    ]);
    const withYears = await paste('Name\tYear\nSMITH, Amira\t10\nVAN DIJK, Tom\t9\n');
    expect(await saved(withYears.body)).toEqual(['Amira SMITH 10', 'Tom VAN DIJK 9']);
  });

  it('from Excel, with quoted cells that hold line breaks, tabs and quotation marks', async () => {
    const { body } = await paste(
      'First name\tLast name\tYear\tDietary\r\nWren\tOakley\t10\t"No nuts\nno ""fish"""\r\nTeal\tAshby\t9\t\r\n',
    );
    await saved(body);
    expect((await world.people())[0]).toMatchObject({ dayOnly: { dietary: 'No nuts no "fish"' } });
  });

  it('from Google Sheets, whose cells begin with a quotation mark only when they must', async () => {
    const { body } = await paste('First name\tLast name\tYear\nAl "Bo"\tAsh\t10\nZoe\t"Bell\nHook"\t9');
    expect(await saved(body)).toEqual(['Al "Bo" Ash 10', 'Zoe Bell Hook 9']);
  });
});

describe('a workbook with two heading rows', () => {
  it('whose upper row groups the columns', async () => {
    const { body } = await upload(
      sheetOf([
        ['Pupil', null, null, 'On the day', null],
        ['Forename', 'Surname', 'Yr', 'Dietary', 'Photo consent'],
        ['Wren', 'Oakley', 10, 'Halal', 'Y'],
        [],
        ['Teal', 'Ashby', 9, null, 'N'],
      ]),
    );
    expect(body.rows.map(({ line }) => line)).toEqual([3, 5]);
    expect(await saved(body)).toEqual(['Wren Oakley 10', 'Teal Ashby 9']);
  });

  it('whose headings are wrapped over both, under a title, on the second sheet', async () => {
    const { body } = await upload(
      workbookOf([
        { name: 'How to', rows: [['Fill in the next sheet and send it.']] },
        {
          name: 'Pupils',
          rows: [
            ['Visit to campus, 9 March'],
            ['First', 'Last', 'Year', 'Emergency'],
            ['name', 'name', 'group', 'contact'],
            ['Wren', 'Oakley', 10, 'Aunt 07700 900456'],
          ],
        },
      ]),
    );
    expect(body.notices).toEqual([
      'The list was read from the sheet “Pupils”.',
      expect.stringMatching(/Another sheet has rows too and was not read: “How to”/),
    ]);
    expect(await saved(body)).toEqual(['Wren Oakley 10']);
    expect((await world.people())[0]).toMatchObject({ dayOnly: { emergencyContact: 'Aunt 07700 900456' } });
  });
});

describe('a workbook that cannot be read', () => {
  const good = sheetOf([
    ['First name', 'Last name', 'Year'],
    ['Wren', 'Oakley', 10],
  ]);

  it.each<[string, Buffer]>([
    ['cut off', good.subarray(0, good.length - 30)],
    ['with its middle gone', Buffer.concat([good.subarray(0, 200), good.subarray(260)])],
    ['of the old kind', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), randomBytes(900)])],
    [
      'of 60 MB when unpacked',
      sheetOf([], [{ name: 'xl/worksheets/sheet1.xml', content: '<a/>'.repeat(15_000_000) }]),
    ],
    [
      'with 501 people',
      sheetOf([['Name', 'Year'], ...Array.from({ length: 501 }, (_, n) => [`Wren Oakley${n}`, 9])]),
    ],
  ])('%s is refused with words, and nothing is stored', async (_, content) => {
    const { status, body } = await upload(content);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'validation-failed', errors: [{ message: expect.any(String) }] });
    expect(
      await test.database.select('SELECT id FROM roster_previews WHERE group_id = ?', [world.group.id]),
    ).toEqual([]);
  });

  it('is told by what it holds, whatever it is called', async () => {
    expect((await upload(good, 'list.csv')).status).toBe(201);
    expect((await upload(Buffer.from('First name,Last name,Year\nWren,Oakley,9'), 'list.xlsx')).status).toBe(
      201,
    );
  });
});
