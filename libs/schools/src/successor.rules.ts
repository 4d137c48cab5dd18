import type { SchoolBrief } from './school.contract';

/** One school that took the place of another, and since when. */
export interface Succession {
  readonly from: string;
  readonly to: SchoolBrief;
  /** YYYY-MM-DD, or null where the register does not say. */
  readonly establishedOn: string | null;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const closed = ({ to }: Succession): number => (to.status === 'closed' ? 1 : 0);

/** The best of several successors: an open school first, then the latest, then the lowest number. */
const best = (successions: readonly Succession[]): Succession | undefined =>
  [...successions].sort(
    (a, b) =>
      closed(a) - closed(b) ||
      compareText(b.establishedOn ?? '', a.establishedOn ?? '') ||
      compareText(a.to.urn, b.to.urn),
  )[0];

/**
 * The school that stands today where a closed one stood: its successor, or that one's successor when it has closed as
 * well, and so on. Null when the links lead to no open school, or in a circle.
 */
export const schoolToday = (urn: string, successions: readonly Succession[]): SchoolBrief | null => {
  const seen = new Set<string>();
  let at = urn;
  while (!seen.has(at)) {
    seen.add(at);
    const from = at;
    const next = best(successions.filter((succession) => succession.from === from));
    if (!next) return null;
    if (next.to.status !== 'closed') return next.to;
    at = next.to.urn;
  }
  return null;
};
