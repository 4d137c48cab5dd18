import fc from 'fast-check';
import { decidePlacesAcross } from './places.rules';
import { promoteAcross } from './promote-waiting-groups.rules';
import { serveInOrder } from './serve-in-order.rules';

const waiting = (id: string, sequence: number, wanted: number, ...pools: string[]) => ({
  id,
  sequence,
  wanted,
  minimum: wanted,
  places: 0,
  held: 0,
  pools,
});
const left = (pools: Record<string, number>) => new Map(Object.entries(pools));

describe('decidePlacesAcross', () => {
  const asking = { schoolCap: null, wanted: 2, minimum: 2, pools: ['oct', 'dec', 'feb'], waitingAhead: [] };

  it('gives a place in every session of a series, or waits for all of them', () => {
    expect(decidePlacesAcross({ ...asking, left: left({ oct: 9, dec: 2, feb: 5 }) }, 'first-come')).toEqual({
      status: 'confirmed',
      places: 2,
    });
    expect(
      decidePlacesAcross({ ...asking, left: left({ oct: 9, dec: 1, feb: 5 }) }, 'first-come').status,
    ).toBe('waiting');
  });

  it('gives part of what is wanted by the fullest session', () => {
    const some = { ...asking, wanted: 4, minimum: 1, left: left({ oct: 9, dec: 3, feb: 5 }) };
    expect(decidePlacesAcross(some, 'first-come')).toEqual({ status: 'confirmed', places: 3 });
  });

  it('is not kept waiting by a series that is stuck at another session', () => {
    const facts = {
      ...asking,
      pools: ['oct'],
      left: left({ oct: 2, dec: 0 }),
      waitingAhead: [{ minimum: 2, lacks: 2, pools: ['oct', 'dec'] }],
    };
    expect(decidePlacesAcross(facts, 'first-come').status).toBe('confirmed');
    expect(decidePlacesAcross({ ...facts, left: left({ oct: 2, dec: 2 }) }, 'first-come').status).toBe(
      'waiting',
    );
  });

  it('finds no place in a pool that nobody named', () => {
    expect(decidePlacesAcross({ ...asking, left: left({ oct: 9 }) }, 'first-come').status).toBe('waiting');
    expect(decidePlacesAcross({ ...asking, pools: [], left: left({}) }, 'first-come').status).toBe('waiting');
  });
});

describe('promoteAcross', () => {
  it('serves a series before a single session that stands behind it', () => {
    const groups = [waiting('single', 2, 1, 'dec'), waiting('series', 1, 1, 'oct', 'dec')];
    expect(promoteAcross({ left: left({ oct: 1, dec: 1 }), schoolCap: null, groups })).toEqual([
      { id: 'series', kind: 'offered', places: 1 },
    ]);
  });

  it('passes a series by that one full session holds up', () => {
    const groups = [waiting('single', 2, 1, 'dec'), waiting('series', 1, 1, 'oct', 'dec')];
    expect(promoteAcross({ left: left({ oct: 0, dec: 1 }), schoolCap: null, groups })).toEqual([
      { id: 'single', kind: 'offered', places: 1 },
    ]);
  });
});

describe('serveInOrder', () => {
  it('takes nothing back from one that has more than it wants', () => {
    const before = left({ a: 3 });
    const after = serveInOrder(before, [{ minimum: 0, lacks: -2, pools: ['a'] }]);
    expect(after.served).toEqual([]);
    expect(after.left).toEqual(before);
  });
});

describe('serveInOrder, whatever the pools', () => {
  const POOLS = ['a', 'b', 'c'];
  const lists = fc.record({
    left: fc
      .tuple(...POOLS.map(() => fc.integer({ min: -3, max: 12 })))
      .map((numbers) => new Map(POOLS.map((pool, at) => [pool, numbers[at] ?? 0]))),
    groups: fc.array(
      fc.record({
        minimum: fc.integer({ min: 1, max: 5 }),
        lacks: fc.integer({ min: 0, max: 8 }),
        pools: fc.subarray(POOLS, { minLength: 1 }),
      }),
      { maxLength: 12 },
    ),
  });

  it('oversells no pool, and gives nobody less than they can use or more than they lack', () => {
    fc.assert(
      fc.property(lists, ({ left: before, groups }) => {
        const { served, left: after } = serveInOrder(before, groups);
        for (const pool of POOLS) {
          const given = served
            .filter(({ group }) => group.pools.includes(pool))
            .reduce((sum, { places }) => sum + places, 0);
          expect(given).toBeLessThanOrEqual(Math.max(0, before.get(pool)!));
          expect(after.get(pool)).toBe(before.get(pool)! - given);
        }
        for (const { group, places } of served) {
          expect(places).toBeGreaterThanOrEqual(group.minimum);
          expect(places).toBeLessThanOrEqual(group.lacks);
        }
      }),
    );
  });

  it('leaves nobody waiting who could be served by what is left', () => {
    fc.assert(
      fc.property(lists, ({ left: before, groups }) => {
        const { served, left: after } = serveInOrder(before, groups);
        const waits = groups.filter((group) => served.every((other) => other.group !== group));
        expect(serveInOrder(after, waits).served).toEqual([]);
      }),
    );
  });
});
