import { count, ordinal, sentence } from '@lectern/core';
import { mostPlaces } from '@lectern/places';
import type { AllocationMethod, Criterion } from './allocation.contract';
import { drawLot } from './lottery.rules';
import { type Mark, markSchool, type SchoolMarks } from './mark-school.rules';

/** A group that awaits a fair allocation. */
export interface PendingGroup extends Omit<SchoolMarks, 'registered' | 'registeredOf'> {
  readonly id: string;
  /** Names it in the drawing of lots: the number of its school. */
  readonly urn: string;
  readonly wanted: number;
  readonly minimum: number;
  /** Order of registration; the lowest came first. */
  readonly sequence: number;
}

export interface AllocationFacts {
  readonly placesLeft: number;
  readonly schoolCap: number | null;
  readonly method: AllocationMethod;
  readonly criteria: readonly Criterion[];
  /** Decides between equals. */
  readonly seed: string;
  readonly groups: readonly PendingGroup[];
}

export interface AllocatedGroup {
  readonly id: string;
  readonly rank: number;
  /** Hundredths of a point; 0 when criteria go in order. */
  readonly score: number;
  readonly places: number;
  readonly reason: string;
}

interface Ranked {
  readonly group: PendingGroup;
  readonly marks: readonly Mark[];
  readonly score: number;
  readonly lot: number;
}

/**
 * Shares out the places of a fair conference: schools are put in order by the criteria, equals by lot, and each then
 * gets what it wants up to what is left and the cap, when that is at least its minimum. The others follow on the
 * waiting list in the same order. The same facts and seed always give the same; each outcome says why.
 */
export const allocatePlaces = (facts: AllocationFacts): readonly AllocatedGroup[] => {
  const ranked = rankGroups(facts);
  let left = Math.max(0, facts.placesLeft);
  return ranked.map((entry, index) => {
    const { group } = entry;
    const most = mostPlaces(group.wanted, facts.schoolCap);
    const places = Math.min(most, left) >= group.minimum ? Math.min(most, left) : 0;
    const reason = [
      standingWords(facts, entry, index + 1, ranked.length),
      ...(ranked.some((other) => other !== entry && compareMarks(facts.method, other, entry) === 0)
        ? ['Drawn by lot among equals.']
        : []),
      outcomeWords(group, places, left, facts.schoolCap),
    ].join(' ');
    left -= places;
    return { id: group.id, rank: index + 1, score: entry.score, places, reason };
  });
};

const rankGroups = ({ criteria, groups, method, seed }: AllocationFacts): readonly Ranked[] => {
  const bySequence = [...groups].sort((a, b) => a.sequence - b.sequence);
  return bySequence
    .map((group, index): Ranked => {
      const school = { ...group, registered: index + 1, registeredOf: groups.length };
      const marks = criteria.map((criterion) => markSchool(criterion, school));
      const points = criteria.reduce(
        (sum, criterion, at) => sum + criterion.weight * (marks[at]?.mark ?? 0),
        0,
      );
      return { group, marks, score: method === 'weights' ? points : 0, lot: drawLot(seed, group.urn) };
    })
    .sort((a, b) => compareMarks(method, a, b) || a.lot - b.lot || (a.group.urn < b.group.urn ? -1 : 1));
};

/** Below zero when the first comes before the second; 0 when criteria do not tell them apart. */
const compareMarks = (method: AllocationMethod, a: Ranked, b: Ranked): number => {
  if (method === 'weights') return b.score - a.score;
  for (const [at, mark] of a.marks.entries()) {
    const difference = (b.marks[at]?.exact ?? 0) - mark.exact;
    if (difference !== 0) return difference;
  }
  return 0;
};

/** `55.5`, `40`: hundredths as points, to a tenth. */
export const pointsOf = (score: number): number => Math.round(score / 10) / 10;

const standingWords = (
  { criteria, method }: AllocationFacts,
  { marks, score }: Ranked,
  rank: number,
  of: number,
): string => {
  const stands = `${ordinal(rank)} of ${of}`;
  if (method === 'in-order') return `${sentence(marks.map(({ words }) => words).join('; '))}: ${stands}.`;
  const parts = marks.map(({ mark, words }, at) => {
    const weight = criteria[at]?.weight ?? 0;
    return `${words} (${pointsOf(mark * weight)} of ${weight})`;
  });
  return `${sentence(parts.join(', '))}: ${count(pointsOf(score), 'point')}, ${stands}.`;
};

const outcomeWords = (
  { minimum, wanted }: PendingGroup,
  places: number,
  left: number,
  schoolCap: number | null,
): string => {
  if (places === 0) {
    const were = left === 0 ? 'no places were' : left === 1 ? 'one place was' : `${left} places were`;
    return `Waiting list: the group needs at least ${minimum}, and ${were} left.`;
  }
  if (places === wanted)
    return `All ${count(places, 'place')} that the group wants.`.replace('All one', 'The one');
  return places === schoolCap
    ? `${places} of ${wanted} places: one school may have ${schoolCap}.`
    : `${places} of ${wanted} places: that many were left.`;
};
