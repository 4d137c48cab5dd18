/** What a field of a request holds, as far as refusing it goes. */
export type Kind =
  | 'text'
  | 'long text'
  | 'free text'
  | 'number'
  | 'count'
  | 'yes or no'
  | 'moment'
  | 'flag'
  | 'choice'
  | 'list'
  | 'batch'
  | 'people'
  | 'bands'
  | 'object';

const nested = (levels: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level++) value = wrap(value);
  return value;
};

/** Values that are nested very deeply. */
export const DEEP = [nested(200, (inner) => [inner]), nested(200, (inner) => ({ inner }))];
const WHOLE = [7, true, [], {}, ['x'], { x: 1 }, ...DEEP];
const UNSTORABLE = ['a\u0000b', 'a\u0007b', 'half \ud800 a character', '\udfff'];
const MUCH = 'x'.repeat(10_000);

/** Values that a field of each kind never takes. */
export const REFUSED: Readonly<Record<Kind, readonly unknown[]>> = {
  text: [...WHOLE, ...UNSTORABLE, MUCH, '', '   '],
  'free text': [...WHOLE, ...UNSTORABLE, MUCH],
  'long text': [...WHOLE, 'a\u0000b', '\udfff', 'x'.repeat(200_001), ''],
  number: ['x', '7', '', true, [], {}, -1, 0, 1.5, 1e308, 2 ** 53, 2 ** 31, -(2 ** 31), 'a\u0000b', ...DEEP],
  count: ['x', '7', '', true, [], {}, -1, 1.5, 1e308, 2 ** 53, 2 ** 31, 'a\u0000b', ...DEEP],
  'yes or no': ['x', 'true', '', 0, 1, 7, [], {}, [true], 'a\u0000b', ...DEEP],
  moment: [
    ...WHOLE,
    ...UNSTORABLE,
    MUCH,
    '',
    'tomorrow',
    '2027-03-09',
    '2027-02-30T10:00:00Z',
    '2027-03-09T25:00:00Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59-14:00',
    '+020000-01-01T00:00:00Z',
    1e308,
  ],
  flag: [7, 0, 'x', 'true', '', [], {}, ['x'], 'a\u0000b', ...DEEP],
  choice: [...WHOLE, ...UNSTORABLE, MUCH, '', 'other', '__proto__', 'constructor', 'toString'],
  list: [7, 'x', true, {}, [], [null], [[]], { length: 1, 0: 9 }, Array(2000).fill('x'), ...DEEP],
  // Each scan is judged on its own: what is wrong with one is in its result.
  batch: [7, 'x', true, {}, [], { length: 1 }, Array(2000).fill('x')],
  // An empty list takes all of them away.
  bands: [7, 'x', true, {}, [null], [[]], [7], ['x'], { length: 1 }, Array(2000).fill('x'), ...DEEP],
  // An empty list takes everybody off.
  people: [7, 'x', true, {}, [null], [[]], [7], ['x'], { length: 1 }, Array(2000).fill('x'), ...DEEP],
  object: [7, 'x', true, [], [[]], ...DEEP],
};

/** Values that may be fine; whatever is made of them, nothing breaks. */
export const HARMLESS: readonly unknown[] = [
  null,
  '🎓 Wren 👩🏽‍🏫',
  'שלום',
  "Robert'); DROP TABLE people;--",
  '<script>alert(1)</script>',
  '=HYPERLINK("x")',
  '%_\\',
  'Zoe\u0308\u202e',
  '1969-12-31T23:59:59Z',
  '2027-03-09T09:30:00+14:00',
  9,
  [9],
  [7, 13],
];
