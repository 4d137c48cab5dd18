import fc from 'fast-check';
import { decidePlaces, mostPlaces } from './places.rules';
import {
  fewestUsable,
  lacks,
  promoteWaitingGroups,
  type QueuedGroup,
  waitingPositions,
} from './promote-waiting-groups.rules';

const aGroup = (group: Partial<QueuedGroup> & { id: string }): QueuedGroup => ({
  wanted: 30,
  minimum: 30,
  places: 0,
  held: 0,
  sequence: 1,
  ...group,
});

describe('promoteWaitingGroups', () => {
  it('gives freed places to the first group in order that they can serve', () => {
    const groups = [
      aGroup({ id: 'coach of 50', wanted: 50, minimum: 50, sequence: 1 }),
      aGroup({ id: 'class of 30', sequence: 2 }),
      aGroup({ id: 'another class', sequence: 3 }),
    ];
    expect(promoteWaitingGroups({ placesLeft: 40, schoolCap: null, groups })).toEqual([
      { id: 'class of 30', kind: 'offered', places: 30 },
    ]);
  });

  it('goes by order of registration, not of the rows', () => {
    const groups = [aGroup({ id: 'second', sequence: 2 }), aGroup({ id: 'first', sequence: 1 })];
    expect(promoteWaitingGroups({ placesLeft: 30, schoolCap: null, groups })).toEqual([
      { id: 'first', kind: 'offered', places: 30 },
    ]);
  });

  it('gives part of what a group wants when that is at least its minimum', () => {
    const groups = [aGroup({ id: 'a', minimum: 20 })];
    expect(promoteWaitingGroups({ placesLeft: 24, schoolCap: null, groups })).toEqual([
      { id: 'a', kind: 'offered', places: 24 },
    ]);
    expect(promoteWaitingGroups({ placesLeft: 19, schoolCap: null, groups })).toEqual([]);
  });

  it('tops up a confirmed group in its own order, one place if need be', () => {
    const groups = [
      aGroup({ id: 'confirmed', minimum: 20, places: 24, sequence: 1 }),
      aGroup({ id: 'waiting', wanted: 10, minimum: 2, sequence: 2 }),
    ];
    expect(promoteWaitingGroups({ placesLeft: 9, schoolCap: null, groups })).toEqual([
      { id: 'confirmed', kind: 'given', places: 6 },
      { id: 'waiting', kind: 'offered', places: 3 },
    ]);
  });

  it('never lifts a school above the cap', () => {
    const groups = [aGroup({ id: 'a', minimum: 20, places: 24 })];
    expect(promoteWaitingGroups({ placesLeft: 50, schoolCap: 25, groups })).toEqual([
      { id: 'a', kind: 'given', places: 1 },
    ]);
  });

  it('lets an open offer grow before anybody behind it is offered something', () => {
    const groups = [
      aGroup({ id: 'offered 20 of 30', minimum: 20, held: 20, sequence: 1 }),
      aGroup({ id: 'behind', wanted: 10, minimum: 2, sequence: 2 }),
    ];
    expect(promoteWaitingGroups({ placesLeft: 12, schoolCap: null, groups })).toEqual([
      { id: 'offered 20 of 30', kind: 'grown', places: 10 },
      { id: 'behind', kind: 'offered', places: 2 },
    ]);
  });

  it('passes by a group whose offer holds all that it wants', () => {
    const groups = [aGroup({ id: 'has its offer', held: 30, sequence: 1 }), aGroup({ id: 'b', sequence: 2 })];
    expect(promoteWaitingGroups({ placesLeft: 30, schoolCap: null, groups })).toEqual([
      { id: 'b', kind: 'offered', places: 30 },
    ]);
  });

  it('gives nothing when places were taken away', () => {
    expect(promoteWaitingGroups({ placesLeft: -3, schoolCap: null, groups: [aGroup({ id: 'a' })] })).toEqual(
      [],
    );
  });
});

describe('promoteWaitingGroups, whatever the list', () => {
  const lists = fc.record({
    placesLeft: fc.integer({ min: -5, max: 150 }),
    schoolCap: fc.option(fc.integer({ min: 1, max: 50 })),
    groups: fc
      .array(
        fc
          .record({
            wanted: fc.integer({ min: 1, max: 60 }),
            share: fc.double({ min: 0, max: 1, noNaN: true }),
          })
          .chain(({ wanted, share }) => {
            const minimum = Math.max(1, Math.round(wanted * share));
            return fc.record({
              wanted: fc.constant(wanted),
              minimum: fc.constant(minimum),
              // What it has, or what it is offered.
              amount: fc.oneof(fc.constant(0), fc.integer({ min: minimum, max: wanted })),
              isOffer: fc.boolean(),
            });
          }),
        { maxLength: 12 },
      )
      .map((groups) =>
        groups.map(({ amount, isOffer, ...group }, index) => ({
          ...group,
          places: isOffer ? 0 : amount,
          held: isOffer ? amount : 0,
          id: `g${index}`,
          sequence: index,
        })),
      ),
  });

  it('never gives more than is left, and never above wanted or cap', () => {
    fc.assert(
      fc.property(lists, (facts) => {
        const grants = promoteWaitingGroups(facts);
        const given = grants.reduce((sum, grant) => sum + grant.places, 0);
        expect(given).toBeLessThanOrEqual(Math.max(0, facts.placesLeft));
        for (const grant of grants) {
          const group = facts.groups.find(({ id }) => id === grant.id)!;
          expect(grant.places).toBeGreaterThan(0);
          const after = group.places + group.held + grant.places;
          expect(after).toBeLessThanOrEqual(mostPlaces(group.wanted, facts.schoolCap));
          expect(after).toBeGreaterThanOrEqual(group.minimum);
        }
      }),
    );
  });

  it('leaves no place that a waiting group could use', () => {
    fc.assert(
      fc.property(lists, (facts) => {
        const grants = new Map(promoteWaitingGroups(facts).map((grant) => [grant.id, grant.places]));
        const groups = facts.groups.map((group) => ({
          ...group,
          held: group.held + (grants.get(group.id) ?? 0),
        }));
        const placesLeft = facts.placesLeft - [...grants.values()].reduce((sum, places) => sum + places, 0);
        expect(promoteWaitingGroups({ ...facts, groups, placesLeft })).toEqual([]);
      }),
    );
  });

  it('serves nobody with places that someone before could have had', () => {
    fc.assert(
      fc.property(lists, (facts) => {
        const alone = promoteWaitingGroups(facts);
        const served = facts.groups.findIndex(({ id }) => id === alone[0]?.id);
        if (served < 1) return;
        expect(promoteWaitingGroups({ ...facts, groups: facts.groups.slice(0, served) })).toEqual([]);
      }),
    );
  });

  it('agrees with decidePlaces: a group that registers last gets what the list leaves', () => {
    fc.assert(
      fc.property(lists, (facts) => {
        const last = facts.groups.at(-1);
        if (!last || last.minimum > mostPlaces(last.wanted, facts.schoolCap)) return;
        const ahead = facts.groups.slice(0, -1);
        const decision = decidePlaces(
          {
            ...last,
            placesLeft: facts.placesLeft,
            schoolCap: facts.schoolCap,
            waitingAhead: ahead.map((group) => ({
              minimum: fewestUsable(group),
              lacks: lacks(group, facts.schoolCap),
            })),
          },
          'first-come',
        );
        const grant = promoteWaitingGroups({
          ...facts,
          groups: [...ahead, { ...last, places: 0, held: 0 }],
        }).find(({ id }) => id === last.id);
        expect(decision).toEqual(
          grant ? { status: 'confirmed', places: grant.places } : { status: 'waiting', places: 0 },
        );
      }),
    );
  });
});

describe('waitingPositions', () => {
  it('counts those who lack places, in order of registration', () => {
    const groups = [
      aGroup({ id: 'third', sequence: 9 }),
      aGroup({ id: 'has all', places: 30, sequence: 1 }),
      aGroup({ id: 'waits for the rest', minimum: 5, places: 24, sequence: 2 }),
      aGroup({ id: 'second', sequence: 4 }),
    ];
    expect(Object.fromEntries(waitingPositions(groups))).toEqual({
      'waits for the rest': 1,
      second: 2,
      third: 3,
    });
  });

  it('lets a group that has reached the cap wait for nothing', () => {
    expect(waitingPositions([aGroup({ id: 'a', minimum: 5, places: 20 })], 20).size).toBe(0);
  });
});
