import fc from 'fast-check';
import { decidePlaces, type PlacesFacts } from './places.rules';

const asking = (facts: Partial<PlacesFacts>): PlacesFacts => ({
  placesLeft: 100,
  schoolCap: null,
  wanted: 30,
  minimum: 30,
  waitingAhead: [],
  ...facts,
});

describe('decidePlaces, first come', () => {
  it('gives a group all it wants while there is room', () => {
    expect(decidePlaces(asking({}), 'first-come')).toEqual({ status: 'confirmed', places: 30 });
  });

  it('gives what is left when that is at least the minimum', () => {
    expect(decidePlaces(asking({ placesLeft: 22, minimum: 20 }), 'first-come')).toEqual({
      status: 'confirmed',
      places: 22,
    });
  });

  it('lets a group wait when less than its minimum is left', () => {
    expect(decidePlaces(asking({ placesLeft: 19, minimum: 20 }), 'first-come')).toEqual({
      status: 'waiting',
      places: 0,
    });
  });

  it('lets a group wait when nothing is left, or places were taken away', () => {
    for (const placesLeft of [0, -5]) {
      expect(decidePlaces(asking({ placesLeft, minimum: 1 }), 'first-come').status).toBe('waiting');
    }
  });

  it('keeps places for a group ahead that could use them', () => {
    const facts = asking({
      placesLeft: 10,
      wanted: 10,
      minimum: 5,
      waitingAhead: [{ minimum: 8, lacks: 30 }],
    });
    expect(decidePlaces(facts, 'first-come')).toEqual({ status: 'waiting', places: 0 });
  });

  it('passes a group ahead that needs more than is left', () => {
    const facts = asking({
      placesLeft: 10,
      wanted: 10,
      minimum: 5,
      waitingAhead: [{ minimum: 12, lacks: 30 }],
    });
    expect(decidePlaces(facts, 'first-come')).toEqual({ status: 'confirmed', places: 10 });
  });

  it('gives what remains beyond the needs of those ahead', () => {
    const facts = asking({
      placesLeft: 10,
      wanted: 10,
      minimum: 5,
      waitingAhead: [{ minimum: 1, lacks: 4 }],
    });
    expect(decidePlaces(facts, 'first-come')).toEqual({ status: 'confirmed', places: 6 });
  });
});

describe('decidePlaces, school cap', () => {
  it('gives no more than the cap', () => {
    expect(decidePlaces(asking({ schoolCap: 25, minimum: 20 }), 'first-come')).toEqual({
      status: 'confirmed',
      places: 25,
    });
  });

  it.each(['first-come', 'fair'] as const)(
    'refuses a group that needs more than the cap (%s)',
    (allocation) => {
      expect(decidePlaces(asking({ schoolCap: 25 }), allocation)).toEqual({
        status: 'refused',
        code: 'school-cap-reached',
      });
    },
  );
});

describe('decidePlaces, fair allocation', () => {
  it('decides nothing until everyone has asked', () => {
    expect(decidePlaces(asking({}), 'fair')).toEqual({ status: 'pending' });
  });
});

describe('decidePlaces, always', () => {
  const numbers = fc.record({
    placesLeft: fc.integer({ min: -10, max: 200 }),
    schoolCap: fc.option(fc.integer({ min: 1, max: 60 })),
    wanted: fc.integer({ min: 1, max: 100 }),
    minimum: fc.integer({ min: 1, max: 100 }),
    waitingAhead: fc.array(
      fc.record({ minimum: fc.integer({ min: 1, max: 60 }), lacks: fc.integer({ min: 1, max: 60 }) }),
      { maxLength: 5 },
    ),
  });

  it('confirms between the minimum and the least of wanted, left and cap', () => {
    fc.assert(
      fc.property(numbers, (facts) => {
        const decision = decidePlaces(facts, 'first-come');
        if (decision.status !== 'confirmed') return;
        expect(decision.places).toBeGreaterThanOrEqual(facts.minimum);
        expect(decision.places).toBeLessThanOrEqual(Math.min(facts.wanted, facts.placesLeft));
        expect(decision.places).toBeLessThanOrEqual(facts.schoolCap ?? Infinity);
      }),
    );
  });

  it('makes nobody wait when the list is empty and enough is left', () => {
    fc.assert(
      fc.property(numbers, (facts) => {
        const decision = decidePlaces({ ...facts, waitingAhead: [] }, 'first-come');
        if (decision.status === 'waiting') expect(facts.placesLeft).toBeLessThan(facts.minimum);
      }),
    );
  });
});
