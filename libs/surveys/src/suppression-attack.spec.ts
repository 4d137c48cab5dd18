import { type Direction, type PairFilter, type PlacedPair, SafeFigures } from './suppression.rules';

/**
 * An adversary who sees everything that is ever told of one item: every filter, every total, every export, before and
 * after late answers. Whatever is told is a sum over unknown numbers, one for each pupil (how much they changed) or one
 * for each pupil and direction (whether they went that way). What can be worked out from sums by adding and taking away
 * is exactly the span of their rows; so the adversary asks, for each small set of pupils, whether its row is in the span.
 */

/** Small numbers that repeat with their seed. */
const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

interface Pupil extends PlacedPair {
  readonly index: number;
}

interface World {
  readonly pupils: readonly Pupil[];
  readonly releases: readonly (readonly Pupil[])[];
}

const aWorld = (seed: number): World => {
  const random = seeded(seed);
  const whole = (most: number): number => Math.floor(random() * (most + 1));
  const pupils: Pupil[] = [];
  const releases: Pupil[][] = [];
  const schools = 1 + whole(4);
  const years = 1 + whole(2);
  // How much this world’s pupils lean: some go nearly all one way, so that the other counts are small.
  const lean = random();
  for (let release = 0; release <= whole(2); release++) {
    const came: Pupil[] = [];
    for (let school = 0; school < schools; school++) {
      for (let year = 0; year < years; year++) {
        const size = whole(release === 0 ? 16 : 4);
        for (let n = 0; n < size; n++) {
          const before = 1 + whole(4);
          const after = random() < lean ? Math.min(5, before + 1) : 1 + whole(4);
          came.push({
            index: pupils.length + came.length,
            schoolUrn: `90000${school}`,
            yearGroup: 9 + year,
            before,
            after,
          });
        }
      }
    }
    pupils.push(...came);
    releases.push(came);
  }
  return { pupils, releases };
};

const filtersOf = ({ pupils }: World): PairFilter[] => {
  const urns = [...new Set(pupils.map(({ schoolUrn }) => schoolUrn))];
  const years = [...new Set(pupils.map(({ yearGroup }) => yearGroup))];
  return [
    {},
    ...urns.map((schoolUrn) => ({ schoolUrn })),
    ...years.map((yearGroup) => ({ yearGroup })),
    ...urns.flatMap((schoolUrn) => years.map((yearGroup) => ({ schoolUrn, yearGroup }))),
  ];
};

const PRIME = 1_000_003;

const inverse = (value: number): number => {
  let result = 1;
  let base = value % PRIME;
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
};

/** Rows in reduced form, over the numbers modulo a prime that is larger than any of ours. */
class Span {
  private readonly rows: { readonly pivot: number; readonly row: number[] }[] = [];

  private rest(wanted: readonly number[]): number[] {
    const row = wanted.map((value) => ((value % PRIME) + PRIME) % PRIME);
    for (const known of this.rows) {
      const factor = row[known.pivot]!;
      if (factor === 0) continue;
      for (const [at, value] of known.row.entries()) row[at] = (row[at]! + (PRIME - factor) * value) % PRIME;
    }
    return row;
  }

  add(told: readonly number[]): void {
    const row = this.rest(told);
    const pivot = row.findIndex((value) => value !== 0);
    if (pivot < 0) return;
    const scale = inverse(row[pivot]!);
    this.rows.push({ pivot, row: row.map((value) => (value * scale) % PRIME) });
  }

  has(wanted: readonly number[]): boolean {
    return this.rest(wanted).every((value) => value === 0);
  }
}

const indicator = (length: number, indices: Iterable<number>): number[] => {
  const row = new Array<number>(length).fill(0);
  for (const index of indices) row[index] = 1;
  return row;
};

const WAYS: readonly Direction[] = ['up', 'same', 'down'];
const wayOf = ({ before, after }: PlacedPair): Direction =>
  after > before ? 'up' : after < before ? 'down' : 'same';

type Teller = (releases: World['releases']) => {
  figure(filter: PairFilter): {
    readonly suppressed: boolean;
    readonly pairs: readonly PlacedPair[];
    readonly directions:
      readonly { readonly directions: readonly Direction[]; readonly count: number }[] | null;
  };
};

const safely: Teller = (releases) => new SafeFigures(releases);

/** The same thresholds on each figure by itself, and nothing that keeps two figures from giving away a third. */
const withoutComplement: Teller = (releases) => ({
  figure: ({ schoolUrn, yearGroup }) => {
    const pairs = releases
      .flat()
      .filter(
        (pair) =>
          (schoolUrn === undefined || pair.schoolUrn === schoolUrn) &&
          (yearGroup === undefined || pair.yearGroup === yearGroup),
      );
    if (pairs.length < 10) return { suppressed: true, pairs: [], directions: null };
    const counts = WAYS.map((way) => ({
      directions: [way],
      count: pairs.filter((pair) => wayOf(pair) === way).length,
    }));
    const safe = counts.filter(({ count }) => count === 0 || count >= 5);
    return { suppressed: false, pairs, directions: safe };
  },
});

/** What the adversary works out of one world: sets of pupils whose sum they know, and counts of pupils. */
const recovered = (world: World, tell: Teller): string[] => {
  const size = world.pupils.length;
  const sums = new Span();
  const counts = new Span();
  const filters = filtersOf(world);
  for (let known = 1; known <= world.releases.length; known++) {
    const told = tell(world.releases.slice(0, known));
    for (const filter of filters) {
      const { suppressed, pairs, directions } = told.figure(filter);
      if (suppressed) continue;
      const members = (pairs as readonly Pupil[]).map(({ index }) => index);
      sums.add(indicator(size, members));
      for (const { directions: ways } of directions ?? []) {
        counts.add(
          indicator(
            size * 3,
            members.flatMap((index) => ways.map((way) => index * 3 + WAYS.indexOf(way))),
          ),
        );
      }
    }
  }
  const found: string[] = [];
  const sets = [
    ...world.pupils.map((pupil) => ({ name: `pupil ${pupil.index}`, members: [pupil] })),
    ...filters.flatMap(({ schoolUrn, yearGroup }) => {
      const inside = world.pupils.filter(
        (pupil) =>
          (schoolUrn === undefined || pupil.schoolUrn === schoolUrn) &&
          (yearGroup === undefined || pupil.yearGroup === yearGroup),
      );
      const outside = world.pupils.filter((pupil) => !inside.includes(pupil));
      const late = inside.filter((pupil) => !world.releases[0]!.includes(pupil));
      const name = `${schoolUrn ?? 'all'} ${yearGroup ?? ''}`;
      return [
        { name, members: inside },
        { name: `not ${name}`, members: outside },
        { name: `late ${name}`, members: late },
      ];
    }),
  ];
  for (const { name, members } of sets) {
    if (members.length === 0) continue;
    const indices = members.map(({ index }) => index);
    if (members.length < 10 && sums.has(indicator(size, indices))) found.push(`sum of ${name}`);
    for (const [at, way] of WAYS.entries()) {
      const count = members.filter((pupil) => wayOf(pupil) === way).length;
      const row = indicator(
        size * 3,
        indices.map((index) => index * 3 + at),
      );
      if (count > 0 && count < 5 && counts.has(row)) found.push(`count ${way} of ${name}`);
    }
  }
  return found;
};

const WORLDS = Array.from({ length: 1000 }, (_, seed) => seed);

describe('an adversary with every filter, total, complement and earlier report', () => {
  it('works out no sum under ten pupils and no count under five, in 1,000 worlds', () => {
    const leaks = WORLDS.flatMap((seed) =>
      recovered(aWorld(seed), safely).map((leak) => `world ${seed}: ${leak}`),
    );
    expect(leaks).toEqual([]);
  });

  it('would work them out if each figure were only held to its own threshold', () => {
    const leaky = WORLDS.slice(0, 200).filter(
      (seed) => recovered(aWorld(seed), withoutComplement).length > 0,
    );
    expect(leaky.length).toBeGreaterThan(100);
  });

  it('leaves something to show: most worlds with enough pupils have figures, and most schools of ten have theirs', () => {
    let schools = 0;
    let shown = 0;
    for (const seed of WORLDS) {
      const world = aWorld(seed);
      const [first] = world.releases;
      const told = safely([first!]);
      expect(told.figure({}).suppressed).toBe(first!.length < 10);
      for (const urn of new Set(first!.map(({ schoolUrn }) => schoolUrn))) {
        if (first!.filter(({ schoolUrn }) => schoolUrn === urn).length < 10) continue;
        schools += 1;
        if (!told.figure({ schoolUrn: urn }).suppressed) shown += 1;
      }
    }
    expect(shown / schools).toBeGreaterThan(0.85);
  });
});
