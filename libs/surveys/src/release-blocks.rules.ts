/** Pairs below which no mean, change or score is shown to anybody. */
export const PAIRS_LEAST = 10;

/** Where a pair belongs, as far as a report may tell pupils apart. */
export interface PairPlace {
  readonly schoolUrn: string;
  readonly yearGroup: number;
}

/** The pairs of one school and year group. */
export interface Cell<P extends PairPlace = PairPlace> extends PairPlace {
  readonly pairs: readonly P[];
}

/** Cells that are only ever counted together; at least ten pairs in all. */
export interface Block<P extends PairPlace = PairPlace> {
  readonly cells: readonly Cell<P>[];
}

const sizeOf = (cells: readonly Cell[]): number => cells.reduce((size, { pairs }) => size + pairs.length, 0);

/** The pairs of a block. */
export const pairsOf = <P extends PairPlace>({ cells }: Block<P>): readonly P[] =>
  cells.flatMap(({ pairs }) => pairs);

const cellKey = ({ schoolUrn, yearGroup }: PairPlace): string =>
  `${schoolUrn} ${String(yearGroup).padStart(2, '0')}`;

const cellsOf = <P extends PairPlace>(pairs: readonly P[]): Cell<P>[] => {
  const found = new Map<string, { schoolUrn: string; yearGroup: number; pairs: P[] }>();
  for (const pair of pairs) {
    const key = cellKey(pair);
    const cell = found.get(key) ?? { schoolUrn: pair.schoolUrn, yearGroup: pair.yearGroup, pairs: [] };
    cell.pairs.push(pair);
    found.set(key, cell);
  }
  return [...found.values()].sort((a, b) => (cellKey(a) < cellKey(b) ? -1 : 1));
};

/** Takes the smallest out of a list. */
const takeSmallest = <P extends PairPlace>(blocks: Block<P>[]): Block<P> | undefined => {
  const smallest = blocks.reduce<Block<P> | undefined>(
    (least, block) => (least && sizeOf(least.cells) <= sizeOf(block.cells) ? least : block),
    undefined,
  );
  if (smallest) blocks.splice(blocks.indexOf(smallest), 1);
  return smallest;
};

/** Each year group by itself where it is large enough; the small ones together, with the smallest large one if need be. */
const byYear = <P extends PairPlace>(cells: readonly Cell<P>[]): Block<P>[] => {
  const years = [...new Set(cells.map(({ yearGroup }) => yearGroup))].map((year) =>
    cells.filter(({ yearGroup }) => yearGroup === year),
  );
  const large: Block<P>[] = years
    .filter((year) => sizeOf(year) >= PAIRS_LEAST)
    .map((year) => ({ cells: year }));
  let small = years.filter((year) => sizeOf(year) < PAIRS_LEAST).flat();
  while (small.length > 0 && sizeOf(small) < PAIRS_LEAST) {
    const next = takeSmallest(large);
    if (!next) return [{ cells: small }];
    small = [...small, ...next.cells];
  }
  return small.length === 0 ? large : [...large, { cells: small }];
};

/**
 * Divides pairs into blocks of at least ten: whatever is told afterwards is told of whole blocks. So whatever anybody
 * works out by adding and taking away what was told is again a sum over whole blocks, and never one over fewer than ten
 * pupils; that holds for every filter, total, complement and export alike. Schools come first, since schools get their
 * own results; within a school year groups; schools under ten pairs stand together, and take the smallest other school
 * with them when they are still too few. Nothing under ten pairs in all.
 */
export const blocksOf = <P extends PairPlace>(pairs: readonly P[]): readonly Block<P>[] => {
  if (pairs.length < PAIRS_LEAST) return [];
  const cells = cellsOf(pairs);
  const urns = [...new Set(cells.map(({ schoolUrn }) => schoolUrn))];
  const schools: Block<P>[] = urns.map((urn) => ({
    cells: cells.filter(({ schoolUrn }) => schoolUrn === urn),
  }));
  const large = schools.filter((school) => sizeOf(school.cells) >= PAIRS_LEAST);
  let small = schools
    .filter((school) => sizeOf(school.cells) < PAIRS_LEAST)
    .flatMap((school) => school.cells);
  while (small.length > 0 && sizeOf(small) < PAIRS_LEAST) {
    const next = takeSmallest(large);
    if (!next) break;
    small = [...small, ...next.cells];
  }
  return [...large, ...(small.length === 0 ? [] : [{ cells: small }])].flatMap((school) =>
    byYear(school.cells),
  );
};

/**
 * The blocks of pairs that came in several releases, the first when the survey closed and each later one of answers that
 * came late. Each batch is divided by itself: a block never grows, so a report before and after a few more answers
 * differs by a whole batch or not at all. A release that is too small, or of which too little could be told, waits for
 * the next.
 */
export const batchesOf = <P extends PairPlace>(
  releases: readonly (readonly P[])[],
  mayBeToldAlone: (pairs: readonly P[]) => boolean,
): readonly (readonly Block<P>[])[] => {
  const batches: (readonly Block<P>[])[] = [];
  let waiting: readonly P[] = [];
  for (const release of releases) {
    waiting = [...waiting, ...release];
    if (waiting.length < PAIRS_LEAST || (batches.length > 0 && !mayBeToldAlone(waiting))) continue;
    batches.push(blocksOf(waiting));
    waiting = [];
  }
  return batches;
};
