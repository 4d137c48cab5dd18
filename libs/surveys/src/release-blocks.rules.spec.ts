import * as fc from 'fast-check';
import {
  batchesOf,
  type Block,
  blocksOf,
  type PairPlace,
  PAIRS_LEAST,
  pairsOf,
} from './release-blocks.rules';

const cell = (schoolUrn: string, yearGroup: number, size: number): PairPlace[] =>
  Array.from({ length: size }, () => ({ schoolUrn, yearGroup }));
const named = (blocks: readonly Block[]) =>
  blocks
    .map(({ cells }) =>
      cells
        .map(({ schoolUrn, yearGroup }) => `${schoolUrn}/${yearGroup}`)
        .sort()
        .join(' + '),
    )
    .sort();

describe('blocks', () => {
  it('are each school and year group where all are large enough', () => {
    const pairs = [...cell('A', 9, 12), ...cell('A', 10, 15), ...cell('B', 9, 10)];
    expect(named(blocksOf(pairs))).toEqual(['A/10', 'A/9', 'B/9']);
  });

  it('keep a school together whose small year group could be worked out', () => {
    expect(named(blocksOf([...cell('A', 9, 12), ...cell('A', 10, 3), ...cell('B', 9, 10)]))).toEqual([
      'A/10 + A/9',
      'B/9',
    ]);
  });

  it('put small schools together, with the smallest other one when they are still too few', () => {
    const two = [...cell('A', 9, 30), ...cell('B', 9, 6), ...cell('C', 9, 5)];
    expect(named(blocksOf(two))).toEqual(['A/9', 'B/9 + C/9']);
    const one = [...cell('A', 9, 30), ...cell('B', 9, 12), ...cell('C', 9, 3)];
    expect(named(blocksOf(one))).toEqual(['A/9', 'B/9 + C/9']);
  });

  it('are none under ten pairs', () => {
    expect(blocksOf(cell('A', 9, PAIRS_LEAST - 1))).toEqual([]);
    expect(named(blocksOf([...cell('A', 9, 5), ...cell('B', 10, 5)]))).toEqual(['A/9 + B/10']);
  });

  it('hold every pair once, and ten or more each, whatever comes', () => {
    const places = fc.array(
      fc.record({
        schoolUrn: fc.constantFrom('A', 'B', 'C', 'D'),
        yearGroup: fc.integer({ min: 9, max: 11 }),
      }),
      { minLength: PAIRS_LEAST, maxLength: 120 },
    );
    fc.assert(
      fc.property(places, (pairs) => {
        const blocks = blocksOf(pairs);
        expect(blocks.flatMap(pairsOf)).toHaveLength(pairs.length);
        expect(new Set(blocks.flatMap(pairsOf)).size).toBe(pairs.length);
        for (const block of blocks) expect(pairsOf(block).length).toBeGreaterThanOrEqual(PAIRS_LEAST);
      }),
    );
  });
});

describe('late answers', () => {
  const always = () => true;

  it('change nothing until ten of them are there, and then leave the earlier blocks as they were', () => {
    const first = cell('A', 9, 12);
    const nine = cell('A', 9, 9);
    const before = batchesOf([first], always);
    expect(batchesOf([first, nine], always)).toEqual(before);
    const after = batchesOf([first, nine, cell('A', 9, 1)], always);
    expect(after).toHaveLength(2);
    expect(after[0]).toEqual(before[0]);
    expect(after[1]!.flatMap(pairsOf)).toHaveLength(10);
  });

  it('wait as well when too little could be told of them alone', () => {
    const batches = batchesOf(
      [cell('A', 9, 12), cell('A', 9, 10), cell('A', 9, 4)],
      (pairs) => pairs.length > 12,
    );
    expect(batches.map((batch) => batch.flatMap(pairsOf).length)).toEqual([12, 14]);
  });
});
