import type { ArrivalCount } from '@lectern/check-in';

/** One bar of the arrivals chart: a span that begins at `from`. */
export interface ArrivalBar {
  readonly from: string;
  readonly admitted: number;
  /** Everybody who had come by the end of this span. */
  readonly soFar: number;
}

const MINUTE = 60_000;
const SPAN = 5 * MINUTE;
const BARS_MAX = 36;

/** The narrowest whole number of five-minute spans that keeps a chart to 36 bars. */
const spanFor = (first: number, last: number): number =>
  SPAN * Math.max(1, Math.ceil((last - first + SPAN) / (SPAN * BARS_MAX)));

/** Arrivals as bars without gaps, from the first arrival to the last; spans are widened when the day was long. */
export const arrivalBars = (arrivals: readonly ArrivalCount[]): readonly ArrivalBar[] => {
  const counts = arrivals.map(({ from, admitted }) => ({ at: Date.parse(from), admitted }));
  if (counts.length === 0) return [];
  const first = Math.min(...counts.map(({ at }) => at));
  const last = Math.max(...counts.map(({ at }) => at));
  const span = spanFor(first, last);
  const bars: ArrivalBar[] = [];
  let soFar = 0;
  for (let at = first; at <= last; at += span) {
    const admitted = counts
      .filter((count) => count.at >= at && count.at < at + span)
      .reduce((sum, count) => sum + count.admitted, 0);
    soFar += admitted;
    bars.push({ from: new Date(at).toISOString(), admitted, soFar });
  }
  return bars;
};

/** A round number at or above the tallest bar, so that the scale reads well: 1, 2, 4, 6, 8, 10, 20, 40 … */
export const niceTop = (tallest: number): number => {
  if (tallest <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(tallest));
  return [1, 2, 4, 6, 8, 10].map((step) => step * power).find((top) => top >= tallest) ?? tallest;
};
