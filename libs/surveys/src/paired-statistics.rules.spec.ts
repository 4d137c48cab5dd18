import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import {
  describeChange,
  hedgesCorrection,
  holmAdjusted,
  inferChange,
  inferFromAny,
  INFERENCE_LEAST,
  type ScorePair,
} from './paired-statistics.rules';

interface Expected {
  readonly n: number;
  readonly meanBefore: number | null;
  readonly meanAfter: number | null;
  readonly meanChange: number | null;
  readonly up: number;
  readonly same: number;
  readonly down: number;
  readonly sdChange?: number;
  readonly ci95?: readonly [number, number];
  readonly t?: number;
  readonly pT?: number;
  readonly dz?: number;
  readonly hedgesGz?: number | null;
  readonly wilcoxonPratt?: { readonly statistic: number; readonly z: number; readonly p: number };
}

interface References {
  readonly source: string;
  readonly cases: readonly {
    readonly id: number;
    readonly kind: string;
    readonly before: readonly number[];
    readonly after: readonly number[];
    readonly expected: Expected;
  }[];
  readonly holm: readonly { readonly p: readonly number[]; readonly adjusted: readonly number[] }[];
}

const references = JSON.parse(
  readFileSync(join(__dirname, 'fixtures/paired-statistics.json'), 'utf8'),
) as References;

const pairsOf = (before: readonly number[], after: readonly number[]): ScorePair[] =>
  before.map((score, at) => ({ before: score, after: after[at]! }));

/** Within a share of the reference value, and within the same amount where that is small. */
const near = (
  got: number | null | undefined,
  wanted: number | null | undefined,
  tolerance: number,
): boolean => {
  if (wanted === null || wanted === undefined) return got === null || got === undefined;
  return typeof got === 'number' && Math.abs(got - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
};

describe('the reference values of SciPy', () => {
  it('are 240 cases with ties, zeros, constant data and every size that matters', () => {
    const sizes = new Set(references.cases.map(({ expected }) => expected.n));
    expect(references.cases.length).toBeGreaterThanOrEqual(200);
    for (const size of [0, 1, 5, 9, 10, 11, 10_000]) expect(sizes).toContain(size);
    expect(new Set(references.cases.map(({ kind }) => kind))).toEqual(
      new Set(['likert', 'scale3', 'scale5', 'constant', 'allup', 'ties']),
    );
  });

  it.each(
    references.cases.map((one) => [`case ${one.id}, ${one.kind}, n = ${one.expected.n}`, one] as const),
  )('%s', (_, { before, after, expected }) => {
    const pairs = pairsOf(before, after);
    const described = describeChange(pairs);
    const counts = { n: expected.n, up: expected.up, same: expected.same, down: expected.down };
    expect(described).toMatchObject(counts);
    for (const field of ['meanBefore', 'meanAfter', 'meanChange'] as const)
      expect([field, described[field], near(described[field], expected[field], 1e-9)]).toEqual([
        field,
        described[field],
        true,
      ]);
    const inferred = inferFromAny(pairs);
    const checks: readonly (readonly [
      string,
      number | null | undefined,
      number | null | undefined,
      number,
    ])[] = [
      ['sd', described.sdChange, expected.sdChange, 1e-9],
      ['low', inferred?.ci95[0], expected.ci95?.[0], 1e-6],
      ['high', inferred?.ci95[1], expected.ci95?.[1], 1e-6],
      ['t', inferred?.t, expected.t, 1e-9],
      ['p', inferred?.p, expected.pT, 1e-9],
      ['dz', inferred?.dz, expected.dz, 1e-9],
      ['g', inferred?.hedgesGz, expected.hedgesGz, 1e-9],
    ];
    for (const [name, got, wanted, tolerance] of checks)
      expect([name, got, wanted, near(got, wanted, tolerance)]).toEqual([name, got, wanted, true]);
    if (expected.n >= 2) {
      const { statistic, z, p } = expected.wilcoxonPratt ?? {};
      const got = inferred?.wilcoxon;
      expect([near(got?.statistic, statistic, 1e-9), near(got?.z, z, 1e-9), near(got?.p, p, 1e-9)]).toEqual([
        true,
        true,
        true,
      ]);
    }
  });

  it.each(references.holm.map((one, at) => [at, one] as const))('Holm’s list %i', (_, { p, adjusted }) => {
    for (const [at, value] of holmAdjusted(p).entries()) expect(near(value, adjusted[at], 1e-9)).toBe(true);
  });
});

describe('what is inferred', () => {
  it('is nothing under ten pairs', () => {
    const nine = Array.from({ length: INFERENCE_LEAST - 1 }, (_, n) => ({
      before: n % 5,
      after: (n % 5) + 1,
    }));
    expect(inferChange(nine)).toBeNull();
    expect(inferChange([...nine, { before: 1, after: 1 }])).not.toBeNull();
  });

  it('of changes that are all alike is an interval without width and no test', () => {
    const alike = Array.from({ length: 12 }, () => ({ before: 2, after: 3 }));
    expect(inferChange(alike)).toMatchObject({ ci95: [1, 1], t: null, p: null, dz: null, hedgesGz: null });
    const still = Array.from({ length: 12 }, () => ({ before: 3, after: 3 }));
    expect(inferChange(still)).toMatchObject({ ci95: [0, 0], wilcoxon: null });
  });

  it('has no correction under three pairs, and nearly none with many', () => {
    expect(hedgesCorrection(2)).toBeNull();
    expect(hedgesCorrection(10)).toBeCloseTo(1 - 3 / 35, 12);
    expect(hedgesCorrection(10_000)).toBeGreaterThan(0.9999);
  });

  it('turns round when before and after change places', () => {
    const scores = fc.array(
      fc.record({ before: fc.integer({ min: 1, max: 5 }), after: fc.integer({ min: 1, max: 5 }) }),
      {
        minLength: 10,
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(scores, (pairs) => {
        const there = inferChange(pairs)!;
        const back = inferChange(pairs.map(({ before, after }) => ({ before: after, after: before })))!;
        expect(near(back.ci95[0], -there.ci95[1], 1e-12)).toBe(true);
        expect(near(back.p, there.p, 1e-12)).toBe(true);
        expect(near(back.wilcoxon?.p, there.wilcoxon?.p, 1e-12)).toBe(true);
      }),
    );
  });
});

describe('Holm’s adjustment', () => {
  it('never falls below the raw value, never above 1, and keeps the order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (values) => {
        const adjusted = holmAdjusted(values);
        for (const [at, value] of adjusted.entries()) {
          expect(value).toBeGreaterThanOrEqual(values[at]!);
          expect(value).toBeLessThanOrEqual(1);
          for (const [other, p] of values.entries())
            if (p < values[at]!) expect(adjusted[other]!).toBeLessThanOrEqual(value);
        }
      }),
    );
  });

  it('by hand: 0.01, 0.04, 0.03', () => {
    expect(holmAdjusted([0.01, 0.04, 0.03]).map((p) => p.toFixed(2))).toEqual(['0.03', '0.06', '0.06']);
  });
});
