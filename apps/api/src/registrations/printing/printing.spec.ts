import { buffer } from 'node:stream/consumers';
import { printBadges, printBadgesOnA4 } from './print-badges';
import { printGroupList, ROWS_A_PAGE } from './print-group-list';
import { printPaperList } from './print-paper-list';
import {
  aCode,
  aPerson,
  drawn,
  HAS_POPPLER,
  many,
  prepareScanner,
  PRINTED_AT,
  scanned,
  someTickets,
  symbolsOf,
  words,
} from './printing.harness';
import type { PrintedGroup } from './printing.contract';
import type { PrintedDocument } from '../../platform/printing/printed-document';
import { qrSymbol } from '../../platform/printing/qr-symbol';

/** Two schools, each with a card before it. */
const twoSchools = (pupils: number) =>
  someTickets([], {
    dividers: true,
    groups: ['Ash School', 'Zeal High'].map((schoolName) => ({ schoolName, people: many(pupils) })),
  });

const itWithPoppler = HAS_POPPLER ? it : it.skip;

beforeAll(prepareScanner);

describe('qrSymbol', () => {
  it('keeps a ticket’s code in a small symbol: version 6, 41 modules', () => {
    expect(qrSymbol(aCode(1)).size).toBe(41);
  });

  it('draws no module twice', () => {
    const seen = new Set<string>();
    for (const { x, y, width, height } of qrSymbol(aCode(1)).dark) {
      for (let row = y; row < y + height; row += 1) {
        for (let column = x; column < x + width; column += 1) {
          expect(seen.has(`${row},${column}`)).toBe(false);
          seen.add(`${row},${column}`);
        }
      }
    }
  });
});

describe('printBadges', () => {
  it('prints one A6 page for each person', async () => {
    const { pages, text } = await drawn(printBadges(someTickets(many(5))));
    expect(pages).toBe(5);
    expect(text).toMatch(/\/MediaBox \[0 0 297\.6\d* 419\.5\d*\]/);
  });

  itWithPoppler('gives each person their own code', async () => {
    const file = await buffer(printBadges(someTickets(many(3))));
    const codes = await Promise.all([1, 2, 3].map((page) => scanned(file, page)));
    expect(codes).toEqual([[aCode(0)], [aCode(1)], [aCode(2)]]);
  });

  it('embeds its fonts and names its title and language', async () => {
    const { text } = await drawn(printBadges(someTickets([aPerson()])));
    expect(text).toMatch(/\/FontFile2/);
    expect(text).not.toMatch(/Helvetica/);
    expect(text).toContain('/Lang (en-GB)');
    expect(text).toContain('/DisplayDocTitle true');
  });

  itWithPoppler('prints names with all their letters, the school, the conference and the day', async () => {
    const file = await buffer(printBadges(someTickets([aPerson({ familyName: 'Wiśniewska-O’Hara' })])));
    for (const text of [
      'Łucja',
      'Wiśniewska-O’Hara',
      'St Example’s High School',
      'Mathematics beyond the classroom',
      'Tuesday 9 March 2027, Example University',
      'K7QM-3X9W',
    ]) {
      expect(words(file)).toContain(text);
    }
  });

  itWithPoppler('marks adults, and those who are not to be photographed', async () => {
    const adult = aPerson({ kind: 'adult', yearGroup: null, noPhoto: true });
    const pages = words(await buffer(printBadges(someTickets([aPerson(), adult])))).split('\f');
    expect(pages[0]).not.toMatch(/Adult|No photos/);
    expect(pages[1]).toMatch(/Adult/);
    expect(pages[1]).toMatch(/No photos/);
  });

  itWithPoppler('keeps a named place for the survey code, filled once there is one', async () => {
    const pupils = [aPerson(), aPerson({ surveyCode: 'fern-42-otter' })];
    const [empty = '', filled] = words(await buffer(printBadges(someTickets(pupils)))).split('\f');
    expect(empty).toContain('Survey code');
    expect(empty.slice(empty.indexOf('Survey code')).trim()).toBe('Survey code');
    expect(filled).toMatch(/Survey code[\s\S]*fern-42-otter/);
  });

  itWithPoppler('keeps no such place for an adult, whom no survey asks', async () => {
    expect(words(await buffer(printBadges(someTickets([aPerson({ kind: 'adult' })]))))).not.toContain(
      'Survey',
    );
  });

  itWithPoppler('prints the longest names whole: smaller, on more lines, never cut', async () => {
    const givenName = 'Wilhelmina-Konstantyna Aleksandra '.repeat(3).slice(0, 80);
    const familyName = 'W'.repeat(80);
    const page = words(await buffer(printBadges(someTickets([aPerson({ givenName, familyName })]))));
    expect(page).not.toContain('…');
    expect(page.match(/W{2,}/g)?.join('')).toBe(familyName);
    for (const part of givenName.split(' ')) expect(page).toContain(part);
  });

  itWithPoppler(
    'puts a card with the school and its numbers before each school of a conference',
    async () => {
      const pages = words(await buffer(printBadges(twoSchools(2)))).split('\f');
      expect(pages).toHaveLength(6 + 1);
      expect(pages[0]).toMatch(/Ash School[\s\S]*2 pupils and no adults/);
      expect(pages[3]).toMatch(/Zeal High/);
      expect(pages[3]).not.toMatch(/Code for typing/);
    },
  );

  it('draws no faster than it is read, and stops when the reader goes', async () => {
    let drawnSoFar = 0;
    const people = many(1000).map((person) => ({
      ...person,
      get code() {
        drawnSoFar += 1;
        return person.code;
      },
    }));
    const document = printBadges(someTickets(people));
    const chunks = document[Symbol.asyncIterator]();
    await chunks.next();
    for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(drawnSoFar).toBeLessThan(100);
    await chunks.return?.();
    expect(document.destroyed).toBe(true);
    const stoppedAt = drawnSoFar;
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(drawnSoFar).toBe(stoppedAt);
  });

  it('asks for no school before the paper has come to it, and for none once the reader is gone', async () => {
    let asked = 0;
    let letGo = false;
    async function* schools(): AsyncGenerator<PrintedGroup> {
      try {
        for (; asked < 100; asked += 1)
          yield await Promise.resolve({ schoolName: `School ${asked}`, people: many(30) });
      } finally {
        letGo = true;
      }
    }
    const document = printBadges(someTickets([], { groups: schools() }));
    const chunks = document[Symbol.asyncIterator]();
    await chunks.next();
    for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toBeLessThan(4);
    await chunks.return?.();
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect({ asked: asked < 4, letGo }).toEqual({ asked: true, letGo: true });
  });

  it('keeps no more of ten schools than of one: what is drawn is forgotten', async () => {
    const school = (count: number): PrintedGroup => ({
      schoolName: `School ${count}`,
      people: Array.from({ length: 10 }, (_, n) =>
        aPerson({ familyName: `Nowak${count}x${n}`, code: aCode(n) }),
      ),
    });
    const keptAfter = async (schools: number): Promise<number> => {
      const groups = Array.from({ length: schools }, (_, count) => school(count));
      const document = printBadges(someTickets([], { groups })) as PrintedDocument;
      await buffer(document);
      expect(document.wordsKept).toBeGreaterThan(10);
      return document.wordsKept;
    };
    expect(await keptAfter(11)).toBeLessThan(1.2 * (await keptAfter(1)));
  });

  it('ends the stream with an error when a badge cannot be drawn', async () => {
    // A lower-case code is not in QR's alphanumeric alphabet.
    await expect(buffer(printBadges(someTickets([aPerson({ code: 'not a code' })])))).rejects.toThrow();
  });
});

describe('printBadgesOnA4', () => {
  it.each([
    [1, 1],
    [4, 1],
    [5, 2],
  ])('prints %i badges on %i sheets', async (people, sheets) => {
    const { pages, text } = await drawn(printBadgesOnA4(someTickets(many(people))));
    expect(pages).toBe(sheets);
    expect(text).toMatch(/\/MediaBox \[0 0 595\.2\d* 841\.8\d*\]/);
  });

  it('puts each badge into its quarter, at the size of A6', async () => {
    const [sheet = ''] = (await drawn(printBadgesOnA4(someTickets(many(4))))).drawings;
    const [badge = ''] = (await drawn(printBadges(someTickets(many(1))))).drawings;
    const [alone] = symbolsOf(badge);
    const quarters = symbolsOf(sheet);
    expect(quarters).toHaveLength(4);
    [
      [0, 0.5],
      [105, 0.5],
      [0, 148.5],
      [105, 148.5],
    ].forEach(([left = 0, top = 0], place) => {
      expect(quarters[place]!.left).toBeCloseTo(alone!.left + left, 2);
      expect(quarters[place]!.top).toBeCloseTo(alone!.top + top, 2);
      expect(quarters[place]!.module).toBeCloseTo(alone!.module, 4);
    });
  });

  it('marks where to cut, at the ends and in the middle, and only on the cuts', async () => {
    const [sheet = ''] = (await drawn(printBadgesOnA4(someTickets(many(1))))).drawings;
    const marks = sheet.slice(0, sheet.indexOf('\nS'));
    const ends = [...marks.matchAll(/^([\d.]+) ([\d.]+) [ml]$/gm)].map(([, x, y]) => [
      Math.round((Number(x) / 72) * 254) / 10,
      Math.round((Number(y) / 72) * 254) / 10,
    ]);
    expect(ends).toHaveLength(12);
    for (const [x, y] of ends) expect(x === 105 || y === 148.5).toBe(true);
    for (const [x = 0, y = 0] of ends) expect(Math.min(x, y, 210 - x, 297 - y)).toBeGreaterThanOrEqual(4);
  });

  it('begins a new sheet with each school', async () => {
    // A card and two badges a school leave one quarter empty.
    const { pages, drawings } = await drawn(printBadgesOnA4(twoSchools(2)));
    expect(pages).toBe(2);
    expect(drawings.map((sheet) => symbolsOf(sheet).length)).toEqual([2, 2]);
  });
});

describe('printGroupList', () => {
  it.each([
    [0, 1],
    [1, 1],
    [ROWS_A_PAGE, 1],
    [ROWS_A_PAGE + 1, 2],
    [500, 18],
  ])('prints %i people on %i pages', async (people, pages) => {
    expect((await drawn(printGroupList(someTickets(many(people)), PRINTED_AT))).pages).toBe(pages);
  });

  itWithPoppler('repeats the headings, the school and the page number on every page', async () => {
    const people = [...many(40), aPerson({ kind: 'adult', familyName: 'Ash' })];
    const pages = words(await buffer(printGroupList(someTickets(people), PRINTED_AT)))
      .split('\f')
      .slice(0, 2);
    pages.forEach((page, index) => {
      expect(page).toMatch(/Here\s+Last name\s+First name\s+Year\s+Photos\s+Code/);
      expect(page).toContain('St Example’s High School');
      expect(page).toContain('40 pupils and 1 adult');
      expect(page).toContain('Printed Monday 1 March 2027, 12.05pm');
      expect(page).toContain(`Page ${index + 1} of 2`);
    });
    expect(pages[1]).toMatch(/Ash\s+Łucja\s+Adult/);
  });

  itWithPoppler('lists a conference school by school, each counted for itself', async () => {
    const pages = words(await buffer(printGroupList(twoSchools(ROWS_A_PAGE + 1), PRINTED_AT))).split('\f');
    expect(pages.slice(0, 4).map((page) => /Page \d of \d/.exec(page)?.[0])).toEqual([
      'Page 1 of 2',
      'Page 2 of 2',
      'Page 1 of 2',
      'Page 2 of 2',
    ]);
    expect(pages[2]).toContain('Zeal High');
  });

  itWithPoppler('prints the longest names whole, on two lines of the row', async () => {
    const familyName = 'Featherstonehaugh-Cholmondeley-Marjoribanks of Worcestershire';
    const page = words(await buffer(printGroupList(someTickets([aPerson({ familyName })]), PRINTED_AT)));
    expect(page).not.toContain('…');
    expect(page).toContain('Worcestershire');
  });
});

describe('printPaperList', () => {
  const visitLeader = { name: 'Pat Lowe', phone: '07700 900123' };
  const groups = [
    {
      schoolName: 'St Example’s High School',
      visitLeader,
      people: [
        aPerson({ noPhoto: true, accessNeed: true }),
        aPerson({ givenName: 'Pat', familyName: 'Lowe', kind: 'adult' }),
        ...many(ROWS_A_PAGE),
      ],
    },
  ];

  itWithPoppler('has everybody with two boxes, what to note and the code, and whom to ring', async () => {
    const file = await buffer(printPaperList(someTickets([], { groups }), PRINTED_AT));
    const [first = '', second = '', blank = ''] = words(file).split('\f');
    expect(first).toMatch(/In\s+Out\s+Name\s+Year\s+To note\s+Code/);
    expect(first).toMatch(/Łucja Nowak\s+10\s+No photos, Access need\s+K7QM-3X9W/);
    expect(first).toMatch(/Pat Lowe\s+Adult/);
    expect(first).toContain('Visit leader: Pat Lowe, 07700 900123');
    expect(first).toMatch(/Printed Monday 1 March 2027, 12.05pm\s+Sheet 1, 1 of 2 of this school/);
    expect(second).toContain('Sheet 2, 2 of 2 of this school');
    expect(blank).toContain('Not on any list: write name and school');
    expect(blank).toMatch(/Sheet 3\s*$/);
  });

  it('draws two boxes for each of the people, and for each blank line', async () => {
    const { drawings } = await drawn(printPaperList(someTickets(many(3)), PRINTED_AT));
    const boxes = drawings.map((drawing) => drawing.match(/ re\n/g)?.length ?? 0);
    expect(boxes).toEqual([6, 2 * ROWS_A_PAGE]);
  });

  it('is a sheet of blank lines when nobody is expected', async () => {
    expect((await drawn(printPaperList(someTickets([], { groups: [] }), PRINTED_AT))).pages).toBe(1);
  });
});
