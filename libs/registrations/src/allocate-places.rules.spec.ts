import fc from 'fast-check';
import { allocatePlaces, type AllocationFacts, type PendingGroup } from './allocate-places.rules';
import { CRITERION_KINDS, type Criterion } from './allocation.contract';
import { drawLot, fingerprintOf } from './lottery.rules';
import { distanceKm, markSchool } from './mark-school.rules';
import { mostPlaces } from '@lectern/places';

const aGroup = (group: Partial<PendingGroup> & { id: string }): PendingGroup => ({
  urn: `9000${group.id}`,
  wanted: 20,
  minimum: 20,
  sequence: 1,
  projectSchool: false,
  priorityMeasure: false,
  firstVisit: false,
  distanceKm: null,
  ...group,
});

const sharing = (facts: Partial<AllocationFacts>): AllocationFacts => ({
  placesLeft: 40,
  schoolCap: null,
  method: 'weights',
  criteria: [
    { kind: 'project-school', weight: 40 },
    { kind: 'first-visit', weight: 30 },
    { kind: 'registered-first', weight: 10 },
  ],
  seed: 'seed',
  groups: [],
  ...facts,
});

const brief = (facts: AllocationFacts) => allocatePlaces(facts).map(({ id, places }) => [id, places]);

describe('allocatePlaces, by points', () => {
  const groups = [
    aGroup({ id: '01', sequence: 1 }),
    aGroup({ id: '02', sequence: 2, projectSchool: true }),
    aGroup({ id: '03', sequence: 3, firstVisit: true }),
  ];

  it('puts schools in order by their points and lets the rest wait', () => {
    expect(brief(sharing({ groups }))).toEqual([
      ['02', 20],
      ['03', 20],
      ['01', 0],
    ]);
  });

  it('says to each how it came about', () => {
    expect(allocatePlaces(sharing({ groups })).map(({ reason }) => reason)).toEqual([
      'Project school (40 of 40), has been before (0 of 30), registered 2nd (5 of 10): 45 points, 1st of 3. All 20 places that the group wants.',
      'Not a project school (0 of 40), first visit (30 of 30), registered 3rd (0 of 10): 30 points, 2nd of 3. All 20 places that the group wants.',
      'Not a project school (0 of 40), has been before (0 of 30), registered 1st (10 of 10): ten points, 3rd of 3. Waiting list: the group needs at least 20, and no places were left.',
    ]);
  });

  it('changes the order with the weights', () => {
    const criteria: Criterion[] = [
      { kind: 'project-school', weight: 10 },
      { kind: 'first-visit', weight: 30 },
    ];
    expect(brief(sharing({ groups, criteria }))[0]).toEqual(['03', 20]);
  });

  it('gives part of what a group wants when that is at least its minimum, and passes on what is not', () => {
    const some = [
      aGroup({ id: '01', projectSchool: true, wanted: 30, minimum: 30 }),
      aGroup({ id: '02', firstVisit: true, wanted: 30, minimum: 25, sequence: 2 }),
      aGroup({ id: '03', wanted: 30, minimum: 8, sequence: 3 }),
    ];
    const outcome = allocatePlaces(sharing({ groups: some }));
    expect(outcome.map(({ id, places }) => [id, places])).toEqual([
      ['01', 30],
      ['02', 0],
      ['03', 10],
    ]);
    expect(outcome[1]?.reason).toContain(
      'Waiting list: the group needs at least 25, and 10 places were left.',
    );
    expect(outcome[2]?.reason).toContain('10 of 30 places: that many were left.');
  });

  it('lets no school have more than the cap', () => {
    const some = [aGroup({ id: '01', wanted: 30, minimum: 5 })];
    const [only] = allocatePlaces(sharing({ groups: some, schoolCap: 15 }));
    expect(only).toMatchObject({ places: 15 });
    expect(only?.reason).toContain('15 of 30 places: one school may have 15.');
  });
});

describe('allocatePlaces, criteria in order', () => {
  it('lets a criterion decide only between those that are equal so far', () => {
    const groups = [
      aGroup({ id: '01', firstVisit: true, sequence: 1 }),
      aGroup({ id: '02', projectSchool: true, sequence: 2 }),
      aGroup({ id: '03', projectSchool: true, firstVisit: true, sequence: 3 }),
    ];
    const facts = sharing({ groups, method: 'in-order' });
    expect(brief(facts)).toEqual([
      ['03', 20],
      ['02', 20],
      ['01', 0],
    ]);
    expect(allocatePlaces(facts)[1]?.reason).toBe(
      'Project school; has been before; registered 2nd: 2nd of 3. All 20 places that the group wants.',
    );
  });
});

describe('allocatePlaces, equals', () => {
  const groups = ['01', '02', '03', '04'].map((id) => aGroup({ id }));
  const criteria: Criterion[] = [{ kind: 'project-school', weight: 1 }];

  it('are put in order by lot, and told so', () => {
    const outcome = allocatePlaces(sharing({ groups, criteria }));
    const byLot = [...groups].sort((a, b) => drawLot('seed', a.urn) - drawLot('seed', b.urn));
    expect(outcome.map(({ id }) => id)).toEqual(byLot.map(({ id }) => id));
    for (const { reason } of outcome) expect(reason).toContain('Drawn by lot among equals.');
  });

  it('come in another order with another seed, and in the same with the same', () => {
    const orders = ['a', 'b', 'c', 'd', 'e'].map((seed) =>
      allocatePlaces(sharing({ groups, criteria, seed }))
        .map(({ id }) => id)
        .join(),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
  });
});

describe('allocatePlaces, whatever the schools', () => {
  const schools = fc
    .array(
      fc
        .tuple(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }))
        .chain(([wanted, part]) =>
          fc.record({
            wanted: fc.constant(wanted),
            minimum: fc.constant(Math.max(1, Math.round(wanted * part))),
            projectSchool: fc.boolean(),
            priorityMeasure: fc.boolean(),
            firstVisit: fc.boolean(),
            distanceKm: fc.option(fc.integer({ min: 0, max: 200 })),
          }),
        ),
      { maxLength: 15 },
    )
    .map((list) =>
      list.map((group, n) => ({ ...group, id: `g${n}`, urn: String(900_000 + n), sequence: n })),
    );
  const facts: fc.Arbitrary<AllocationFacts> = fc.record({
    placesLeft: fc.integer({ min: 0, max: 300 }),
    schoolCap: fc.option(fc.integer({ min: 1, max: 60 })),
    method: fc.constantFrom('weights' as const, 'in-order' as const),
    criteria: fc.subarray([...CRITERION_KINDS], { minLength: 1 }).chain((kinds) =>
      fc.tuple(...kinds.map(() => fc.integer({ min: 1, max: 100 }))).map((weights) =>
        kinds.map((kind, at) => ({
          kind,
          weight: weights[at] ?? 1,
          ...(kind === 'distance' ? { favours: 'near' as const, bandsKm: [10, 25, 50] } : {}),
        })),
      ),
    ),
    seed: fc.string(),
    groups: schools,
  });

  it('never gives more than there is, above wanted or cap, or below a minimum', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const outcome = allocatePlaces(all);
        expect(outcome.reduce((sum, { places }) => sum + places, 0)).toBeLessThanOrEqual(all.placesLeft);
        for (const { id, places } of outcome) {
          const group = all.groups.find((one) => one.id === id)!;
          expect(places).toBeLessThanOrEqual(mostPlaces(group.wanted, all.schoolCap));
          if (places > 0) expect(places).toBeGreaterThanOrEqual(group.minimum);
        }
      }),
    );
  });

  it('tells every school its place, outcome and reason, and the same whatever order they are read in', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const outcome = allocatePlaces(all);
        expect(outcome.map(({ id }) => id).sort()).toEqual(all.groups.map(({ id }) => id).sort());
        expect(outcome.map(({ rank }) => rank)).toEqual(all.groups.map((_, n) => n + 1));
        for (const { reason } of outcome) expect(reason.length).toBeLessThanOrEqual(500);
        expect(allocatePlaces({ ...all, groups: [...all.groups].reverse() })).toEqual(outcome);
      }),
    );
  });

  it('passes nobody whom the places that later schools got could have served', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const outcome = allocatePlaces(all);
        let later = all.placesLeft - outcome.reduce((sum, { places }) => sum + places, 0);
        for (const { id, places } of [...outcome].reverse()) {
          const group = all.groups.find((one) => one.id === id)!;
          const canCome = mostPlaces(group.wanted, all.schoolCap) >= group.minimum;
          if (places === 0 && canCome) expect(later).toBeLessThan(group.minimum);
          later += places;
        }
      }),
    );
  });
});

describe('markSchool', () => {
  const school = {
    projectSchool: false,
    priorityMeasure: false,
    firstVisit: false,
    registered: 2,
    registeredOf: 5,
  };
  const near: Criterion = { kind: 'distance', weight: 1, favours: 'near', bandsKm: [10, 25] };

  it('marks distance by its band, nearer or farther first', () => {
    const mark = (criterion: Criterion, km: number | null) => {
      const { mark: value, words } = markSchool(criterion, { ...school, distanceKm: km });
      return [value, words];
    };
    expect(mark(near, 10)).toEqual([100, 'within 10 km']);
    expect(mark(near, 10.1)).toEqual([50, '10 to 25 km away']);
    expect(mark(near, 80)).toEqual([0, 'more than 25 km away']);
    expect(mark({ ...near, favours: 'far' }, 80)).toEqual([100, 'more than 25 km away']);
    expect(mark({ ...near, favours: 'far' }, null)).toEqual([0, 'distance not known']);
  });

  it('gives the first to register all, the last nothing, and a school on its own all', () => {
    const mark = (registered: number, registeredOf: number) =>
      markSchool(
        { kind: 'registered-first', weight: 1 },
        { ...school, distanceKm: null, registered, registeredOf },
      ).mark;
    expect([mark(1, 5), mark(2, 5), mark(5, 5), mark(1, 1)]).toEqual([100, 75, 0, 100]);
  });
});

describe('lots and fingerprints', () => {
  it('spread evenly: of 1,000 schools about half draw below the middle', () => {
    const lots = Array.from({ length: 1000 }, (_, n) => drawLot('seed', String(900_000 + n)));
    const low = lots.filter((lot) => lot < 2 ** 31).length;
    expect(low).toBeGreaterThan(440);
    expect(low).toBeLessThan(560);
    expect(new Set(lots).size).toBe(1000);
  });

  it('never change from one release to the next', () => {
    expect(drawLot('01a20000-0000-7000-8000-00000000c001', '900001')).toBe(483834152);
    expect(fingerprintOf([1, 'two'])).toBe('993ce319');
  });
});

describe('distanceKm', () => {
  it('is measured on the grid, to a tenth of a kilometre', () => {
    expect(distanceKm({ easting: 340_000, northing: 400_000 }, { easting: 343_000, northing: 404_000 })).toBe(
      5,
    );
    expect(distanceKm({ easting: 0, northing: 0 }, { easting: 149, northing: 0 })).toBe(0.1);
  });
});
