import fc from 'fast-check';
import { decidePlaces, mostPlaces } from './places.rules';
import {
  fewestUsable,
  lacks,
  type PlacesGrant,
  promoteWaitingGroups,
  type QueuedGroup,
  type WaitingListFacts,
} from './promote-waiting-groups.rules';

type Promote = (facts: WaitingListFacts) => readonly PlacesGrant[];

/** One thing that happens to a conference; `at` picks one of its groups. */
type Step =
  | { readonly what: 'register'; readonly wanted: number; readonly minimum: number }
  | { readonly what: 'cancel' | 'accept' | 'decline' | 'expire' | 'rejoin'; readonly at: number }
  | { readonly what: 'change'; readonly at: number; readonly wanted: number }
  | { readonly what: 'more places'; readonly more: number };

const at = fc.nat({ max: 40 });
const asking = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([wanted, share]) => ({ wanted, minimum: Math.max(1, Math.round(wanted * share)) }));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: asking.map((ask) => ({ what: 'register' as const, ...ask })) },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constantFrom('cancel', 'accept', 'decline', 'expire', 'rejoin'),
      at,
    }),
  },
  fc.record({ what: fc.constant('change' as const), at, wanted: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ what: fc.constant('more places' as const), more: fc.integer({ min: 1, max: 20 }) }),
);
const lives = fc.record({
  capacity: fc.integer({ min: 0, max: 80 }),
  schoolCap: fc.option(fc.integer({ min: 5, max: 40 })),
  steps: fc.array(step, { maxLength: 40 }),
});

interface Life {
  readonly capacity: number;
  readonly schoolCap: number | null;
  readonly steps: readonly Step[];
}

interface Member extends QueuedGroup {
  readonly resting: boolean;
}

/** A conference as the service keeps it, with nothing but the rules in it. */
class Conference {
  private groups: Member[] = [];
  private queueNumber = 0;

  constructor(
    private capacity: number,
    private readonly schoolCap: number | null,
    private readonly promote: Promote,
  ) {}

  private get free(): number {
    return this.capacity - this.groups.reduce((sum, group) => sum + group.places + group.held, 0);
  }

  private get queue(): Member[] {
    return this.groups.filter(({ resting }) => !resting);
  }

  take(step: Step): void {
    if (step.what === 'register') this.register(step);
    else if (step.what === 'more places') this.capacity += step.more;
    else this.touch(step);
    const before = this.free;
    const grants = this.promote({ placesLeft: before, schoolCap: this.schoolCap, groups: this.queue });
    for (const grant of grants) this.hand(grant);
    this.checkLaws(grants);
  }

  private register({ wanted, minimum }: Extract<Step, { what: 'register' }>): void {
    const waitingAhead = this.queue
      .filter((group) => lacks(group, this.schoolCap) > 0)
      .sort((a, b) => a.sequence - b.sequence)
      .map((group) => ({ minimum: fewestUsable(group), lacks: lacks(group, this.schoolCap) }));
    const facts = { placesLeft: this.free, schoolCap: this.schoolCap, wanted, minimum, waitingAhead };
    const decision = decidePlaces(facts, 'first-come');
    if (decision.status === 'refused' || decision.status === 'pending') return;
    const sequence = ++this.queueNumber;
    const { places } = decision;
    this.groups.push({ id: `g${sequence}`, wanted, minimum, places, held: 0, sequence, resting: false });
  }

  private touch(step: Exclude<Step, { what: 'register' | 'more places' }>): void {
    const group = this.groups[step.at % Math.max(1, this.groups.length)];
    if (!group) return;
    const { held, places } = group;
    if (step.what === 'cancel') this.groups = this.groups.filter((other) => other !== group);
    if (step.what === 'accept') this.replace(group, { places: places + held, held: 0 });
    if ((step.what === 'decline' || step.what === 'expire') && held > 0)
      this.replace(group, { held: 0, resting: true });
    if (step.what === 'rejoin' && group.resting)
      this.replace(group, { resting: false, sequence: ++this.queueNumber });
    if (step.what === 'change') this.change(group, step.wanted);
  }

  private change(group: Member, wanted: number): void {
    const minimum = Math.min(group.minimum, wanted);
    if (minimum > mostPlaces(wanted, this.schoolCap)) return;
    const most = mostPlaces(wanted, this.schoolCap);
    this.replace(group, {
      wanted,
      minimum,
      places: Math.min(group.places, most),
      held: Math.min(group.held, most),
      ...(wanted > group.wanted ? { sequence: ++this.queueNumber } : {}),
    });
  }

  private replace(group: Member, change: Partial<Member>): void {
    this.groups = this.groups.map((other) => (other === group ? { ...group, ...change } : other));
  }

  private hand({ id, kind, places }: PlacesGrant): void {
    const group = this.groups.find((member) => member.id === id)!;
    this.replace(group, kind === 'given' ? { places: group.places + places } : { held: group.held + places });
  }

  private checkLaws(grants: readonly PlacesGrant[]): void {
    // Rule 1: confirmed plus held never exceed capacity, nor a school its cap.
    expect(this.free).toBeGreaterThanOrEqual(0);
    for (const group of this.groups) {
      const has = group.places + group.held;
      expect(has).toBeLessThanOrEqual(mostPlaces(group.wanted, this.schoolCap));
      if (has > 0) expect(has).toBeGreaterThanOrEqual(group.minimum);
      if (group.places > 0) expect(group.held).toBe(0);
    }
    // Order: what those behind were given, and what is left, would not have served anybody before them.
    const given = new Map(grants.map((grant) => [grant.id, grant.places]));
    let behind = this.free;
    for (const group of [...this.queue].sort((a, b) => b.sequence - a.sequence)) {
      if (lacks(group, this.schoolCap) > 0) expect(behind).toBeLessThan(fewestUsable(group));
      behind += given.get(group.id) ?? 0;
    }
    // Nothing that somebody could use lies about.
    const again = { placesLeft: this.free, schoolCap: this.schoolCap, groups: this.queue };
    expect(promoteWaitingGroups(again)).toEqual([]);
  }
}

const live = ({ capacity, schoolCap, steps }: Life, promote: Promote): void => {
  const conference = new Conference(capacity, schoolCap, promote);
  for (const happens of steps) conference.take(happens);
};

/** Whether some life of a conference breaks a law when places are handed out so. */
const breaks = (promote: Promote): boolean =>
  fc.check(
    fc.property(lives, (life) => live(life, promote)),
    { seed: 20270309, numRuns: 300 },
  ).failed;

describe('the waiting list, whatever happens', () => {
  it('never oversells, keeps the cap and the order, and leaves nothing that somebody could use', () => {
    fc.assert(
      fc.property(lives, (life) => live(life, promoteWaitingGroups)),
      { numRuns: 400 },
    );
  });

  it('breaks a law as soon as a guard of the rule is taken away', () => {
    const noLimit: Promote = (facts) => promoteWaitingGroups({ ...facts, placesLeft: facts.placesLeft + 5 });
    const noCap: Promote = (facts) => promoteWaitingGroups({ ...facts, schoolCap: null });
    const lastFirst: Promote = (facts) =>
      promoteWaitingGroups({
        ...facts,
        groups: facts.groups.map((group) => ({ ...group, sequence: -group.sequence })),
      });
    const oneARun: Promote = (facts) => promoteWaitingGroups(facts).slice(0, 1);
    const forgetsWhatIsHeld: Promote = (facts) =>
      promoteWaitingGroups({ ...facts, groups: facts.groups.map((group) => ({ ...group, held: 0 })) });
    const guardless = { noLimit, noCap, lastFirst, oneARun, forgetsWhatIsHeld };
    expect(Object.fromEntries(Object.entries(guardless).map(([name, rule]) => [name, breaks(rule)]))).toEqual(
      {
        noLimit: true,
        noCap: true,
        lastFirst: true,
        oneARun: true,
        forgetsWhatIsHeld: true,
      },
    );
    expect(breaks(promoteWaitingGroups)).toBe(false);
  });
});
