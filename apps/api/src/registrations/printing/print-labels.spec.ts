import { buffer } from 'node:stream/consumers';
import {
  LABEL_SHEETS,
  type LabelSheet,
  labelsOnSheet,
  SMALLEST_MODULE,
  TICKET_CODE_MODULES,
} from '@lectern/registrations';
import { printLabels } from './print-labels';
import {
  aCode,
  aPerson,
  drawn,
  HAS_POPPLER,
  many,
  type PlacedSymbol,
  prepareScanner,
  scanned,
  someTickets,
  symbolsOf,
  words,
} from './printing.harness';
import { QUIET_MODULES, qrSymbol } from '../../platform/printing/qr-symbol';

const { L7160, L7163 } = LABEL_SHEETS;

/** The smallest labels that are printed, on a sheet that somebody measured. */
const SMALLEST: LabelSheet = {
  labelWidth: 52.9,
  labelHeight: 31.4,
  columns: 3,
  rows: 9,
  marginLeft: 20,
  marginTop: 6,
  gapAcross: 3,
  gapDown: 0.25,
};

/** Dots a millimetre of a phone's picture, 1,280 across 67 degrees, held so far away. */
const dotsAt = (millimetres: number): number => 1280 / (2 * millimetres * Math.tan((33.5 * Math.PI) / 180));

const sheetOf = async (count: number, sheet: LabelSheet, from?: number) => {
  const { drawings, pages, file } = await drawn(printLabels(someTickets(many(count)), sheet, from));
  return { file, pages, symbols: drawings.map(symbolsOf) };
};

/** The corner of the label that a symbol stands on: the code fills the label's height but for what is left evenly. */
const labelOf = ({ left, top, side, module }: PlacedSymbol, sheet: LabelSheet) => {
  const quiet = QUIET_MODULES * module;
  const room = (sheet.labelHeight - side - 2 * quiet) / 2;
  return { left: left - quiet - 1, top: top - quiet - room };
};

const itWithPoppler = HAS_POPPLER ? it : it.skip;

beforeAll(prepareScanner);

describe('printLabels', () => {
  it.each([
    ['L7160', L7160, 21],
    ['L7163', L7163, 14],
  ])('fills a sheet of %s before it takes another', async (_, sheet, onSheet) => {
    expect(labelsOnSheet(sheet)).toBe(onSheet);
    expect((await sheetOf(1, sheet)).pages).toBe(1);
    expect((await sheetOf(onSheet, sheet)).pages).toBe(1);
    expect((await sheetOf(onSheet + 1, sheet)).pages).toBe(2);
  });

  // From the makers' sheets: centred, top edge 15.15 mm, pitch 66.04 and 101.6 mm across, 38.1 mm down.
  it('stands where the labels of Avery L7160 are, to a fiftieth of a millimetre', async () => {
    const [symbols = []] = (await sheetOf(21, L7160)).symbols;
    expect(symbols).toHaveLength(21);
    symbols.forEach((symbol, index) => {
      const { left, top } = labelOf(symbol, L7160);
      expect(Math.abs(left - (7.21 + (index % 3) * 66.04))).toBeLessThan(0.02);
      expect(Math.abs(top - (15.15 + Math.floor(index / 3) * 38.1))).toBeLessThan(0.02);
    });
  });

  it('stands where the labels of Avery L7163 are, to a fiftieth of a millimetre', async () => {
    const [symbols = []] = (await sheetOf(14, L7163)).symbols;
    expect(symbols).toHaveLength(14);
    symbols.forEach((symbol, index) => {
      const { left, top } = labelOf(symbol, L7163);
      expect(Math.abs(left - (4.65 + (index % 2) * 101.6))).toBeLessThan(0.02);
      expect(Math.abs(top - (15.15 + Math.floor(index / 2) * 38.1))).toBeLessThan(0.02);
    });
  });

  it('stands where a measured sheet says', async () => {
    const [symbols = []] = (await sheetOf(27, SMALLEST)).symbols;
    const last = labelOf(symbols[26]!, SMALLEST);
    expect(last.left).toBeCloseTo(20 + 2 * 55.9, 2);
    expect(last.top).toBeCloseTo(6 + 8 * 31.65, 2);
  });

  it('begins at the label that is asked for, on the first sheet only', async () => {
    const whole = (await sheetOf(21, L7160)).symbols[0]!;
    const { symbols } = await sheetOf(20, L7160, 5);
    expect(symbols.map((sheet) => sheet.length)).toEqual([17, 3]);
    expect(symbols[0]![0]).toEqual(whole[4]);
    expect(symbols[1]).toEqual(whole.slice(0, 3));
  });

  it('begins at the last label of a sheet', async () => {
    expect((await sheetOf(2, L7163, 14)).symbols.map((sheet) => sheet.length)).toEqual([1, 1]);
  });

  it.each([
    ['L7160', L7160],
    ['L7163', L7163],
    ['the smallest labels', SMALLEST],
  ])('keeps every module of %s as large as a phone can read, and white around it', async (_, sheet) => {
    expect(qrSymbol(aCode(1)).size + 2 * QUIET_MODULES).toBe(TICKET_CODE_MODULES);
    for (const { module, side } of (await sheetOf(2, sheet)).symbols.flat()) {
      expect(module).toBeGreaterThan(SMALLEST_MODULE - 1e-4);
      expect(side + 2 * QUIET_MODULES * module).toBeLessThanOrEqual(sheet.labelHeight - 2 + 1e-3);
    }
  });

  itWithPoppler.each([
    ['Avery L7160', L7160, 400],
    ['Avery L7163', L7163, 400],
    ['the smallest labels', SMALLEST, 300],
  ])(
    'every code of a sheet of %s is read, in the order of the list, from as coarse a picture as a phone’s',
    async (_, sheet, distance) => {
      const count = labelsOnSheet(sheet);
      const { file } = await sheetOf(count, sheet);
      expect(await scanned(file, 1, dotsAt(distance))).toEqual(
        Array.from({ length: count }, (__, seed) => aCode(seed)),
      );
    },
    60_000,
  );

  itWithPoppler('names the person, the school and the code', async () => {
    const adult = aPerson({ kind: 'adult', noPhoto: true });
    const text = words(await buffer(printLabels(someTickets([adult]), L7160)));
    for (const word of ['Łucja', 'Nowak', 'St Example’s', 'Adult', 'K7QM-3X9W']) expect(text).toContain(word);
  });

  itWithPoppler.each([
    ['L7160', L7160],
    ['L7163', L7163],
  ])('prints the longest names whole on %s, with both marks', async (_, sheet) => {
    const person = aPerson({
      givenName: 'M'.repeat(80),
      familyName: 'W'.repeat(80),
      kind: 'adult',
      noPhoto: true,
    });
    const text = words(await buffer(printLabels(someTickets([person]), sheet)));
    expect(text).not.toContain('…');
    expect(text.match(/M{2,}/g)?.join('')).toBe(person.givenName);
    expect(text.match(/W{2,}/g)?.join('')).toBe(person.familyName);
  });

  itWithPoppler('prints usual long names whole on the smallest labels, above their marks', async () => {
    const long = { givenName: 'Bartholomew Alexander Maximilian', familyName: 'D’Souza de Albuquerque' };
    const person = aPerson({ ...long, kind: 'adult', noPhoto: true });
    const text = words(await buffer(printLabels(someTickets([person]), SMALLEST)));
    for (const word of `${long.givenName} ${long.familyName}`.split(' ')) expect(text).toContain(word);
    expect(text.indexOf('Albuquerque')).toBeLessThan(text.indexOf('Adult'));
  });

  itWithPoppler('names each school of a conference on a label before its people', async () => {
    const groups = ['Ash School', 'Zeal High'].map((schoolName) => ({ schoolName, people: many(2) }));
    const { file, drawings } = await drawn(printLabels(someTickets([], { dividers: true, groups }), L7160));
    expect(drawings.map((sheet) => symbolsOf(sheet).length)).toEqual([4]);
    expect(words(file)).toMatch(/Ash School[\s\S]*2 pupils and no adults/);
  });
});
