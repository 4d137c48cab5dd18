import { explainStanding, type StandingFacts } from './explain-standing.rules';

const aGroup = (facts: Partial<StandingFacts> = {}): StandingFacts => ({
  position: 2,
  places: 0,
  wanted: 30,
  needs: 24,
  offer: null,
  resting: null,
  ahead: ['Moss Academy'],
  placesFree: 6,
  isListOver: false,
  ...facts,
});

const offer = { places: 12, madeAt: '2027-02-01T09:00:00Z', expiresAt: '2027-02-03T09:00:00Z' };

describe('explainStanding', () => {
  it('says what a waiting group needs, what is free and who is ahead', () => {
    expect(explainStanding(aGroup())).toBe(
      'It needs 24 places at least; 6 are free. Ahead of it is Moss Academy.',
    );
    expect(explainStanding(aGroup({ ahead: [], placesFree: 0 }))).toBe(
      'It needs 24 places at least; none is free. Nobody is ahead of it.',
    );
  });

  it('names the first three ahead and counts the others', () => {
    const ahead = ['Ash High', 'Birch High', 'Cedar High', 'Dale High', 'Elm High'];
    expect(explainStanding(aGroup({ ahead, placesFree: 1 }))).toBe(
      'It needs 24 places at least; 1 is free. Ahead of it are Ash High, Birch High, Cedar High and two others.',
    );
  });

  it('says what an offer holds and until when', () => {
    expect(explainStanding(aGroup({ offer, placesFree: 0, ahead: [] }))).toBe(
      'Holds an offer of 12 of 30 places until Wednesday 3 February 2027, 9am. 18 places more would complete it; none is free. Nobody is ahead of it.',
    );
    expect(explainStanding(aGroup({ offer: { ...offer, places: 30 }, position: null }))).toBe(
      'Holds an offer of 30 of 30 places until Wednesday 3 February 2027, 9am.',
    );
  });

  it('says why a group is off the list', () => {
    expect(explainStanding(aGroup({ resting: 'expired', position: null }))).toBe(
      'It did not answer its offer in time, so it is off the list until its school asks again.',
    );
  });

  it('says that the list is over', () => {
    expect(explainStanding(aGroup({ isListOver: true }))).toBe(
      '2nd on the list, which is over: nothing more is offered.',
    );
  });
});
