import { decideWalkIn, pupilsOverPlaces, type WalkInFacts } from './walk-in.rules';

const facts = (change: Partial<WalkInFacts> = {}): WalkInFacts => ({
  kind: 'pupil',
  places: 30,
  named: 30,
  placesLeft: 0,
  schoolCap: 40,
  overPlaces: false,
  ...change,
});

describe('somebody walks in', () => {
  it.each<[string, Partial<WalkInFacts>, ReturnType<typeof decideWalkIn>]>([
    ['the group has named fewer than it may bring', { named: 29 }, 'own'],
    ['an adult needs no place', { kind: 'adult' }, 'own'],
    ['the group is full and the conference is not', { placesLeft: 1 }, 'given'],
    ['the school has all that one school may have', { placesLeft: 5, schoolCap: 30 }, 'refused'],
    ['there is no cap', { placesLeft: 5, schoolCap: null }, 'given'],
    ['both are full', {}, 'refused'],
    ['both are full, and the supervisor takes it upon themselves', { overPlaces: true }, 'over'],
    ['somebody came over the places before', { named: 31, placesLeft: 3 }, 'refused'],
    ['a place is left although nobody would mind one over', { placesLeft: 1, overPlaces: true }, 'given'],
  ])('when %s', (_, change, decision) => {
    expect(decideWalkIn(facts(change))).toBe(decision);
  });

  it('is counted over the places of the group', () => {
    expect(pupilsOverPlaces(30, 32)).toBe(2);
    expect(pupilsOverPlaces(30, 29)).toBe(0);
  });
});
