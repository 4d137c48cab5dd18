import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { inflateSync } from 'node:zlib';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { PrintedPerson, PrintedTickets } from './printing.contract';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const PDFTOTEXT = '/usr/bin/pdftotext';
const PDFTOPPM = '/usr/bin/pdftoppm';
export const PRINTED_AT = new Date('2027-03-01T12:05:00Z');

/** A code as long as a ticket's. */
export const aCode = (seed: number): string =>
  Array.from(
    { length: 137 },
    (_, index) => ALPHABET[(index * index * 7 + seed * 13 + index * seed) % 36],
  ).join('');

export const aPerson = (person: Partial<PrintedPerson> = {}): PrintedPerson => ({
  givenName: 'Łucja',
  familyName: 'Nowak',
  kind: 'pupil',
  yearGroup: 10,
  shortCode: 'K7QM-3X9W',
  code: aCode(1),
  noPhoto: false,
  surveyCode: null,
  ...person,
});

/** One school's tickets, without a divider. */
export const someTickets = (
  people: readonly PrintedPerson[],
  change: Partial<PrintedTickets> = {},
): PrintedTickets => ({
  conference: {
    title: 'Mathematics beyond the classroom',
    startsAt: '2027-03-09T09:30:00Z',
    venueName: 'Example University',
  },
  whose: 'St Example’s High School',
  dividers: false,
  groups: [{ schoolName: 'St Example’s High School', people }],
  ...change,
});

export const many = (count: number): PrintedPerson[] =>
  Array.from({ length: count }, (_, index) => aPerson({ familyName: `Nowak${index}`, code: aCode(index) }));

/** What a printed file says of itself, and the drawing operators of each page. */
export interface Drawn {
  readonly file: Buffer;
  readonly text: string;
  readonly pages: number;
  readonly drawings: readonly string[];
}

/** The drawing of each page, in order, and what the file says of itself. */
export const drawn = async (document: Readable): Promise<Drawn> => {
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
    drawings: streams.filter((stream) => /^1 0 0 -1 0 /m.test(stream)),
  };
};

/** A symbol on paper, in millimetres from the page's upper left corner; white around it not counted. */
export interface PlacedSymbol {
  readonly left: number;
  readonly top: number;
  readonly side: number;
  readonly module: number;
}

const MM = 72 / 25.4;

/** Where a page's symbols stand, followed through the operators that move and scale (`q`, `cm`, `re`, `f`, `Q`). */
export const symbolsOf = (drawing: string): PlacedSymbol[] => {
  const symbols: PlacedSymbol[] = [];
  const saved: { x: number; y: number; scale: number }[] = [];
  // The first operator turns the page upside down, so that what follows counts from the top.
  let now = { x: 0, y: 0, scale: 1 };
  let dark: number[][] = [];
  for (const line of drawing.split('\n').slice(1)) {
    const operator = line.slice(line.lastIndexOf(' ') + 1);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = line.split(' ').map(Number);
    if (operator === 'q') saved.push(now);
    else if (operator === 'Q') now = saved.pop()!;
    else if (operator === 'cm' && b === 0 && c === 0 && d === a) {
      now = { x: now.x + e * now.scale, y: now.y + f * now.scale, scale: now.scale * a };
    } else if (operator === 're') dark.push([a, b, c, d]);
    else if (operator === 'f') {
      if (dark.length > 50) symbols.push(placed(dark, now));
      dark = [];
    }
  }
  return symbols;
};

const placed = (dark: readonly number[][], at: { x: number; y: number; scale: number }): PlacedSymbol => {
  const left = Math.min(...dark.map(([x]) => x!));
  const right = Math.max(...dark.map(([x, , width]) => x! + width!));
  const top = Math.min(...dark.map(([, y]) => y!));
  return {
    left: (at.x + left * at.scale) / MM,
    top: (at.y + top * at.scale) / MM,
    side: ((right - left) * at.scale) / MM,
    module: at.scale / MM,
  };
};

/** Makes ready the decoder that the steward's phones have. */
export const prepareScanner = async (): Promise<void> => {
  const wasmBinary = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
};

/** A page as a picture, so many dots a millimetre. */
const pictured = (file: Buffer, page: number, dotsPerMm: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-print-'));
  try {
    writeFileSync(join(folder, 'in.pdf'), file);
    const pages = ['-f', String(page), '-l', String(page), '-singlefile'];
    const options = ['-gray', '-r', String(dotsPerMm * 25.4)];
    execFileSync(PDFTOPPM, [...options, ...pages, join(folder, 'in.pdf'), join(folder, 'out')]);
    const picture = readFileSync(join(folder, 'out.pgm'));
    const [head = '', width = '', height = ''] =
      /^P5\s(\d+) (\d+)\s255\s/.exec(picture.toString('latin1')) ?? [];
    const grey = picture.subarray(head.length);
    const data = new Uint8ClampedArray(grey.length * 4).fill(255);
    grey.forEach((value, index) => data.fill(value, index * 4, index * 4 + 3));
    return { data, width: Number(width), height: Number(height), colorSpace: 'srgb' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Every code that the phones' decoder finds on a page, in the order of the page. */
export const scanned = async (file: Buffer, page = 1, dotsPerMm = 8): Promise<string[]> => {
  const picture = pictured(file, page, dotsPerMm);
  const found = await readBarcodes(picture as unknown as ImageData, {
    formats: ['QRCode'],
    maxNumberOfSymbols: 255,
  });
  const row = ({ position }: (typeof found)[number]) => Math.round(position.topLeft.y / (10 * dotsPerMm));
  return found
    .sort((one, two) => row(one) - row(two) || one.position.topLeft.x - two.position.topLeft.x)
    .map(({ text }) => text);
};

/** The words of a printed file, laid out as on the page. */
export const words = (file: Buffer): string =>
  execFileSync(PDFTOTEXT, ['-layout', '-', '-'], { input: file }).toString();

/** Whether poppler's tools are here, which draw and read a page as any reader would. */
export const HAS_POPPLER = existsSync(PDFTOTEXT) && existsSync(PDFTOPPM);
