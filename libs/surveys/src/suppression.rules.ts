import { describeChange, type PairedChange, type ScorePair } from './paired-statistics.rules';
import { batchesOf, type Block, type PairPlace, pairsOf } from './release-blocks.rules';

/** Counts of 1 to 4 are shown to nobody. */
export const COUNT_LEAST = 5;

/** One pupil’s scores on one scale or item, with where they belong. */
export interface PlacedPair extends PairPlace, ScorePair {}

/** Whom a figure is asked of; everybody when nothing is named. */
export interface PairFilter {
  readonly schoolUrn?: string | undefined;
  readonly yearGroup?: number | undefined;
}

/** How pupils went; `same` and `down` stand together where one of them would be too few, and so on. */
export type Direction = 'up' | 'same' | 'down';
export interface DirectionCount {
  readonly directions: readonly Direction[];
  readonly count: number;
}

/** What may be told of one scale or item, for one filter. */
export interface SafeFigure {
  /** Whether too few pairs can be told apart for anything to be shown. */
  readonly suppressed: boolean;
  /** The pairs that are counted; empty when suppressed. What is shown is made of these and of nothing else. */
  readonly pairs: readonly PlacedPair[];
  /** Null when suppressed, or when one of them would be too few whichever way they are put together. */
  readonly directions: readonly DirectionCount[] | null;
}

type Grouping = readonly (readonly Direction[])[];

/** From the finest on; up and not up is what people ask for first. */
const GROUPINGS: readonly Grouping[] = [
  [['up'], ['same'], ['down']],
  [['up'], ['same', 'down']],
  [['up', 'same'], ['down']],
];

const isCoarserOrSame = (coarse: Grouping, fine: Grouping): boolean =>
  fine.every((group) => coarse.some((wide) => group.every((direction) => wide.includes(direction))));

const isTellable = (count: number): boolean => count === 0 || count >= COUNT_LEAST;

const countIn = (change: PairedChange, grouping: Grouping): DirectionCount[] =>
  grouping.map((directions) => ({
    directions,
    count: directions.reduce((count, direction) => count + change[direction], 0),
  }));

const mayTell = (pairs: readonly PlacedPair[], grouping: Grouping): boolean =>
  countIn(describeChange(pairs), grouping).every(({ count }) => isTellable(count));

/** The blocks whose counts may be told in this grouping, so that those which may not are too many to be worked out. */
const tellableBlocks = (
  blocks: readonly Block<PlacedPair>[],
  grouping: Grouping,
): readonly Block<PlacedPair>[] => {
  const bySize = [...blocks].sort((a, b) => pairsOf(b).length - pairsOf(a).length);
  const told = bySize.filter((block) => mayTell(pairsOf(block), grouping));
  const untold = bySize.filter((block) => !told.includes(block));
  while (untold.length > 0 && !mayTell(untold.flatMap(pairsOf), grouping)) {
    const smallest = told.pop();
    if (!smallest) return [];
    untold.push(smallest);
  }
  return told;
};

interface Tellable {
  readonly grouping: Grouping;
  readonly blocks: readonly Block<PlacedPair>[];
}

/** The grouping of parts that tells most blocks; never finer than what is told of all together. */
const groupingOfParts = (blocks: readonly Block<PlacedPair>[], whole: Grouping): Tellable =>
  GROUPINGS.filter((grouping) => isCoarserOrSame(grouping, whole))
    .map((grouping) => ({ grouping, blocks: tellableBlocks(blocks, grouping) }))
    .reduce((best, next) => (next.blocks.length > best.blocks.length * 2 ? next : best));

/** The finest grouping that is no finer than any of these. */
const finestBehind = (groupings: readonly Grouping[]): Grouping | undefined =>
  GROUPINGS.find((coarse) => groupings.every((fine) => isCoarserOrSame(coarse, fine)));

const groupingOfAll = (pairs: readonly PlacedPair[]): Grouping | undefined =>
  GROUPINGS.find((grouping) => mayTell(pairs, grouping));

/** Pairs that were released at one time, with how their directions may be told, of all of them and of parts. */
class Batch {
  private readonly whole: Grouping | undefined;
  private readonly parts: Tellable | undefined;

  constructor(private readonly blocks: readonly Block<PlacedPair>[]) {
    this.whole = groupingOfAll(blocks.flatMap(pairsOf));
    this.parts = this.whole && groupingOfParts(blocks, this.whole);
  }

  /** The blocks that lie wholly among those whom the filter names. */
  within({ schoolUrn, yearGroup }: PairFilter): readonly Block<PlacedPair>[] {
    return this.blocks.filter(({ cells }) =>
      cells.every(
        (cell) =>
          (schoolUrn === undefined || cell.schoolUrn === schoolUrn) &&
          (yearGroup === undefined || cell.yearGroup === yearGroup),
      ),
    );
  }

  /** How the directions of these of its blocks may be told; undefined when they may not. */
  groupingOf(blocks: readonly Block<PlacedPair>[]): Grouping | undefined {
    if (blocks.length === this.blocks.length) return this.whole;
    const { parts } = this;
    return parts && blocks.every((block) => parts.blocks.includes(block)) ? parts.grouping : undefined;
  }
}

/**
 * Everything that may be told of one scale or item. It is worked out once for all readers, so that no two of them put
 * together learn more than one: each page, filter, chart, export and answer of the API asks `figure`, and nothing else
 * knows the pairs. `releases` are the pairs in the order in which they were released; what was told of the first ones
 * does not depend on later ones.
 */
export class SafeFigures {
  private readonly batches: readonly Batch[];

  constructor(releases: readonly (readonly PlacedPair[])[]) {
    const batches = batchesOf(releases, (pairs) => groupingOfAll(pairs) !== undefined);
    this.batches = batches.map((blocks) => new Batch(blocks));
  }

  /** What may be told of those whom the filter names: of the blocks that lie wholly among them. */
  figure(filter: PairFilter = {}): SafeFigure {
    const found = this.batches
      .map((batch) => ({ batch, blocks: batch.within(filter) }))
      .filter(({ blocks }) => blocks.length > 0);
    if (found.length === 0) return { suppressed: true, pairs: [], directions: null };
    const pairs = found.flatMap(({ blocks }) => blocks.flatMap(pairsOf));
    const groupings = found.map(({ batch, blocks }) => batch.groupingOf(blocks));
    const tellable = groupings.filter((grouping) => grouping !== undefined);
    const grouping = tellable.length === found.length ? finestBehind(tellable) : undefined;
    return {
      suppressed: false,
      pairs,
      directions: grouping ? countIn(describeChange(pairs), grouping) : null,
    };
  }
}
