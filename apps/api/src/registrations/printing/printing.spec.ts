import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { inflateSync } from 'node:zlib';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { printBadges } from './print-badges';
import { printGroupList, ROWS_A_PAGE } from './print-group-list';
import { LABELS_A_SHEET, printLabels } from './print-labels';
import { printPoster } from './print-poster';
import type { PrintedGroup, PrintedPerson } from './printing.contract';
import { QUIET_MODULES, qrSymbol } from './qr-symbol';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const PDFTOTEXT = '/usr/bin/pdftotext';
const PRINTED_AT = new Date('2027-03-01T12:05:00Z');

const aCode = (seed: number): string =>
  Array.from(
    { length: 137 },
    (_, index) => ALPHABET[(index * index * 7 + seed * 13 + index * seed) % 36],
  ).join('');

const aPerson = (person: Partial<PrintedPerson> = {}): PrintedPerson => ({
  displayName: 'Łucja N.',
  givenName: 'Łucja',
  familyName: 'Nowak',
  kind: 'pupil',
  yearGroup: 10,
  shortCode: 'K7QM-3X9W',
  code: aCode(1),
  noPhoto: false,
  ...person,
});

const aGroup = (people: readonly PrintedPerson[]): PrintedGroup => ({
  conference: {
    title: 'Mathematics beyond the classroom',
    startsAt: '2027-03-09T09:30:00Z',
    venueName: 'Example University',
  },
  schoolName: 'St Example’s High School',
  people,
});

const many = (count: number): PrintedPerson[] =>
  Array.from({ length: count }, (_, index) => aPerson({ familyName: `Nowak${index}`, code: aCode(index) }));

/** The drawing of each page, in order, and what the file says of itself. */
const drawn = async (document: Readable) => {
  const file = await buffer(document);
  const text = file.toString('latin1');
  const streams: string[] = [];
  for (const { index } of text.matchAll(/stream\n/g)) {
    if (text.slice(index - 3, index) === 'end') continue;
    const from = index + 'stream\n'.length;
    try {
      streams.push(inflateSync(file.subarray(from, text.indexOf('\nendstream', from))).toString('latin1'));
    } catch {
      // A font or another part that holds no drawing.
    }
  }
  return {
    file,
    text,
    pages: text.match(/\/Type \/Page\n/g)?.length ?? 0,
    drawings: streams.filter((stream) => / re$/m.test(stream)),
  };
};

/** The codes that a scanner reads from the dark rectangles of a drawing. */
const scanned = async (drawing: string): Promise<string[]> => {
  const symbols = drawing.split(/^f$/m).map((part) => [...part.matchAll(/^(\d+) (\d+) (\d+) (\d+) re$/gm)]);
  const codes: string[] = [];
  for (const rectangles of symbols.filter((found) => found.length > 50)) {
    const data = pixels(rectangles.map((found) => found.slice(1, 5).map(Number)));
    const [result] = await readBarcodes(data as unknown as ImageData, { formats: ['QRCode'] });
    codes.push(result?.text ?? '');
  }
  return codes;
};

const pixels = (rectangles: readonly number[][]) => {
  const scale = 4;
  const side = (Math.max(...rectangles.map(([x = 0, , width = 0]) => x + width)) + QUIET_MODULES) * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [x = 0, y = 0, width = 0, height = 0] of rectangles) {
    for (let row = y * scale; row < (y + height) * scale; row += 1) {
      for (let column = x * scale; column < (x + width) * scale; column += 1) {
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
    }
  }
  return { data, width: side, height: side, colorSpace: 'srgb' };
};

const words = (file: Buffer): string =>
  execFileSync(PDFTOTEXT, ['-layout', '-', '-'], { input: file }).toString();
const itWithPdftotext = existsSync(PDFTOTEXT) ? it : it.skip;

beforeAll(async () => {
  const wasmBinary = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
});

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
  it('prints one A6 page for each person, each with their own code', async () => {
    const { pages, drawings, text } = await drawn(printBadges(aGroup(many(5))));
    expect(pages).toBe(5);
    expect(text).toMatch(/\/MediaBox \[0 0 297\.6\d* 419\.5\d*\]/);
    expect((await Promise.all(drawings.map(scanned))).flat()).toEqual([0, 1, 2, 3, 4].map(aCode));
  });

  it('embeds its fonts and names its title and language', async () => {
    const { text } = await drawn(printBadges(aGroup([aPerson()])));
    expect(text).toMatch(/\/FontFile2/);
    expect(text).not.toMatch(/Helvetica/);
    expect(text).toContain('/Lang (en-GB)');
    expect(text).toContain('/DisplayDocTitle true');
  });

  itWithPdftotext('prints names with all their letters, the school, the conference and the day', async () => {
    const file = await buffer(printBadges(aGroup([aPerson({ familyName: 'Wiśniewska-O’Hara' })])));
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

  itWithPdftotext('marks adults, and those who are not to be photographed', async () => {
    const file = await buffer(
      printBadges(aGroup([aPerson(), aPerson({ kind: 'adult', yearGroup: null, noPhoto: true })])),
    );
    const [pupil, adult] = words(file).split('\f');
    expect(pupil).not.toMatch(/Adult|No photos/);
    expect(adult).toMatch(/Adult/);
    expect(adult).toMatch(/No photos/);
  });

  itWithPdftotext('prints the survey code where there is one', async () => {
    const file = await buffer(printBadges(aGroup([aPerson({ surveyCode: 'fern-42-otter' })])));
    expect(words(file)).toMatch(/Survey code[\s\S]*fern-42-otter/);
  });

  itWithPdftotext('cuts a name that cannot fit rather than run off the badge', async () => {
    const file = await buffer(printBadges(aGroup([aPerson({ givenName: 'A'.repeat(80) })])));
    expect(words(file)).toMatch(/A{10,79}…/);
  });

  it('draws no faster than it is read, and stops when the reader goes', async () => {
    let drawnSoFar = 0;
    const people = many(1000).map((person) => ({
      ...person,
      get code() {
        drawnSoFar += 1;
        return person.code;
      },
    }));
    const document = printBadges(aGroup(people));
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

  it('ends the stream with an error when a badge cannot be drawn', async () => {
    // A lower-case code is not in QR's alphanumeric alphabet.
    await expect(buffer(printBadges(aGroup([aPerson({ code: 'not a code' })])))).rejects.toThrow();
  });
});

describe('printPoster', () => {
  const address = 'https://lectern.example/conferences/maths-in-motion-2027';
  const poster = {
    title: 'Maths in motion',
    when: 'Tuesday 9 March 2027, 9.30am to 3pm',
    venueName: 'The Arden Building',
    venueAddress: 'St Helens Road, Ormsby Vale',
    years: 'For Years 9 and 10',
    address,
  };

  it('is one page of A4 whose code leads to the conference’s page, small letters and all', async () => {
    const { pages, drawings, text } = await drawn(printPoster(poster));
    expect(pages).toBe(1);
    expect(text).toMatch(/\/MediaBox \[0 0 595\.\d+ 841\.\d+\]/);
    expect(await scanned(drawings[0] ?? '')).toEqual([address]);
  });

  itWithPdftotext('says what, when, where and for whom, however long the title is', async () => {
    const title =
      'Mathematics, statistics and the art of telling them apart in public: a day for the curious';
    const text = words(await buffer(printPoster({ ...poster, title }))).replace(/\s+/g, ' ');
    for (const word of [poster.when, poster.venueName, poster.years, 'lectern.example/conferences/maths'])
      expect(text).toContain(word);
    expect(text).toContain('Mathematics, statistics');
  });
});

describe('printLabels', () => {
  it.each([
    [1, 1],
    [LABELS_A_SHEET, 1],
    [LABELS_A_SHEET + 1, 2],
  ])('prints %i labels on %i sheets', async (people, sheets) => {
    expect((await drawn(printLabels(aGroup(many(people))))).pages).toBe(sheets);
  });

  it('gives each label its own code, in reading order', async () => {
    const { drawings } = await drawn(printLabels(aGroup(many(4))));
    expect(await scanned(drawings[0] ?? '')).toEqual([0, 1, 2, 3].map(aCode));
  });

  itWithPdftotext('names the person, the school and the code', async () => {
    const text = words(await buffer(printLabels(aGroup([aPerson({ kind: 'adult', noPhoto: true })]))));
    for (const word of ['Łucja', 'Nowak', 'St Example’s', 'Adult', 'K7QM-3X9W']) expect(text).toContain(word);
  });
});

describe('printGroupList', () => {
  it.each([
    [0, 1],
    [ROWS_A_PAGE, 1],
    [ROWS_A_PAGE + 1, 2],
    [500, 18],
  ])('prints %i people on %i pages', async (people, pages) => {
    expect((await drawn(printGroupList(aGroup(many(people)), PRINTED_AT))).pages).toBe(pages);
  });

  itWithPdftotext('repeats the headings, the school and the page number on every page', async () => {
    const file = await buffer(
      printGroupList(aGroup([...many(40), aPerson({ kind: 'adult', familyName: 'Ash' })]), PRINTED_AT),
    );
    const pages = words(file).split('\f').slice(0, 2);
    pages.forEach((page, index) => {
      expect(page).toMatch(/Here\s+Last name\s+First name\s+Year\s+Photos\s+Code/);
      expect(page).toContain('St Example’s High School');
      expect(page).toContain('40 pupils and 1 adult');
      expect(page).toContain('Printed Monday 1 March 2027, 12.05pm');
      expect(page).toContain(`Page ${index + 1} of 2`);
    });
    expect(pages[1]).toMatch(/Ash\s+Łucja\s+Adult/);
  });
});
