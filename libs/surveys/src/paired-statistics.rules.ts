import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** Pairs below which nothing is inferred: no interval, no p, no effect size. */
export const INFERENCE_LEAST = 10;

/** One pupil’s score before and after; both are there. */
export interface ScorePair {
  readonly before: number;
  readonly after: number;
}

/** The signed-rank test of Wilcoxon with Pratt’s treatment of zeros: normal approximation, no continuity correction. */
export interface SignedRank {
  /** The smaller of the two sums of ranks. */
  readonly statistic: number;
  /** Never above 0, whichever way the change goes. */
  readonly z: number;
  readonly p: number;
}

/** What is inferred of the change. */
export interface ChangeInference {
  /** Of the paired t distribution, two-sided 95%. */
  readonly ci95: readonly [low: number, high: number];
  /** Null when every change is the same. */
  readonly t: number | null;
  readonly p: number | null;
  /** Mean change in standard deviations of the changes. */
  readonly dz: number | null;
  /** The same with Hedges’ correction for few pairs. */
  readonly hedgesGz: number | null;
  /** Null when nobody changed. */
  readonly wilcoxon: SignedRank | null;
}

/** The change of one scale or item over matched pairs. */
export interface PairedChange {
  readonly n: number;
  readonly meanBefore: number | null;
  readonly meanAfter: number | null;
  readonly meanChange: number | null;
  /** Standard deviation of the changes; null under two pairs. */
  readonly sdChange: number | null;
  readonly up: number;
  readonly same: number;
  readonly down: number;
}

// Means of items such as 11/3 leave differences of 1e-16 where nothing changed; so do the reference values’.
const NINE_DECIMALS = 1e9;
const tidy = (difference: number): number => Math.round(difference * NINE_DECIMALS) / NINE_DECIMALS;

/** Sums in pairs, so that ten thousand small numbers do not lose their last digits. */
const total = (values: readonly number[]): number => {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
};

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : total(values) / values.length;

const deviationOf = (values: readonly number[]): number | null => {
  const mean = meanOf(values);
  if (mean === null || values.length < 2) return null;
  return Math.sqrt(total(values.map((value) => (value - mean) ** 2)) / (values.length - 1));
};

const differences = (pairs: readonly ScorePair[]): number[] =>
  pairs.map(({ before, after }) => tidy(after - before));

/** Describes the change over matched pairs; says nothing about other pupils. */
export const describeChange = (pairs: readonly ScorePair[]): PairedChange => {
  const changes = differences(pairs);
  return {
    n: pairs.length,
    meanBefore: meanOf(pairs.map(({ before }) => before)),
    meanAfter: meanOf(pairs.map(({ after }) => after)),
    meanChange: meanOf(pairs.map(({ before, after }) => after - before)),
    sdChange: deviationOf(changes),
    up: changes.filter((change) => change > 0).length,
    same: changes.filter((change) => change === 0).length,
    down: changes.filter((change) => change < 0).length,
  };
};

/** Hedges’ correction for the small sample of `n` pairs, J = 1 − 3/(4(n−1) − 1); null where it has no meaning. */
export const hedgesCorrection = (n: number): number | null => (n < 3 ? null : 1 - 3 / (4 * (n - 1) - 1));

/** Ranks with ties sharing the mean of their ranks, first is 1; in the order of the values. */
const midRanks = (values: readonly number[]): { readonly ranks: number[]; readonly tieSizes: number[] } => {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  const tieSizes: number[] = [];
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && order[to]?.value === order[from]?.value) to++;
    const shared = (from + 1 + to) / 2;
    for (const { at } of order.slice(from, to)) ranks[at] = shared;
    tieSizes.push(to - from);
    from = to;
  }
  return { ranks, tieSizes };
};

const squarePyramid = (n: number): number => n * (n + 1) * (2 * n + 1);

/**
 * The signed-rank test over differences. Zeros take part in the ranking and are left out of the sums (Pratt 1959), so
 * that many unchanged pupils count against a change. Null when all are zero.
 */
export const signedRankPratt = (changes: readonly number[]): SignedRank | null => {
  const count = changes.length;
  const zeros = changes.filter((change) => change === 0).length;
  if (zeros === count) return null;
  const { ranks, tieSizes } = midRanks(changes.map(Math.abs));
  const sumOf = (sign: number): number =>
    total(ranks.filter((_, at) => Math.sign(changes[at] ?? 0) === sign));
  const statistic = Math.min(sumOf(1), sumOf(-1));
  const expected = (count * (count + 1) - zeros * (zeros + 1)) / 4;
  // The zeros are the first tie, and no part of the correction.
  const ties = (zeros > 0 ? tieSizes.slice(1) : tieSizes).map((size) => size * (size * size - 1));
  const variance = (squarePyramid(count) - squarePyramid(zeros) - total(ties) / 2) / 24;
  const z = (statistic - expected) / Math.sqrt(variance);
  return { statistic, z, p: 2 * normalCdf(-Math.abs(z), 0, 1) };
};

/**
 * Infers from matched pairs how large the change is: paired t interval and test, effect size with its correction, and
 * Wilcoxon’s test as the check. Null under ten pairs.
 */
export const inferChange = (pairs: readonly ScorePair[]): ChangeInference | null =>
  pairs.length < INFERENCE_LEAST ? null : inferFromAny(pairs);

/** The same without the least number of pairs: the report never calls it, the comparison with the references does. */
export const inferFromAny = (pairs: readonly ScorePair[]): ChangeInference | null => {
  const { n, meanChange, sdChange } = describeChange(pairs);
  if (meanChange === null || sdChange === null) return null;
  const error = sdChange / Math.sqrt(n);
  const half = tQuantile(0.975, n - 1) * error;
  const wilcoxon = signedRankPratt(differences(pairs));
  const ci95 = [meanChange - half, meanChange + half] as const;
  if (sdChange === 0) return { ci95, t: null, p: null, dz: null, hedgesGz: null, wilcoxon };
  const t = meanChange / error;
  const dz = meanChange / sdChange;
  const correction = hedgesCorrection(n);
  return {
    ci95,
    t,
    p: 2 * tCdf(-Math.abs(t), n - 1),
    dz,
    hedgesGz: correction === null ? null : dz * correction,
    wilcoxon,
  };
};

/** Holm’s adjustment of the p values of several scales, in their order: never below the raw one, never above 1. */
export const holmAdjusted = (values: readonly number[]): number[] => {
  const order = values.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(values.length).fill(1);
  let highest = 0;
  for (const [position, { p, at }] of order.entries()) {
    highest = Math.max(highest, Math.min(1, p * (values.length - position)));
    adjusted[at] = highest;
  }
  return adjusted;
};
