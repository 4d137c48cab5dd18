import { aGroup } from './a-group.harness';
import { groupMark, groupMarks, isChangeable, packMark, whatNext } from './group-words.rules';

describe('how a group stands', () => {
  it('is confirmed with all its places', () => {
    expect(groupMark(aGroup({ places: 30, pupilsWanted: 30 }))).toEqual({ tone: 'go', words: 'Confirmed' });
  });

  it('says how many of its places it has while it waits for the rest', () => {
    expect(groupMark(aGroup({ places: 20, pupilsWanted: 30, position: 2 })).words).toBe(
      'Confirmed, 20 of 30 places',
    );
  });

  it('says where it stands on the waiting list', () => {
    expect(groupMark(aGroup({ status: 'waiting', places: 0, position: 3 }))).toEqual({
      tone: 'wait',
      words: 'Waiting, 3rd',
    });
  });

  it('needs adults while fewer come than advised and no reason is given', () => {
    const marks = groupMarks(aGroup({ adults: 1, advisedAdults: 3 }));
    expect(marks.map(({ words }) => words)).toEqual(['Confirmed', 'Needs 2 adults more']);
    expect(groupMarks(aGroup({ adults: 1, advisedAdults: 3, supervisionReason: 'Sixth form' }))).toHaveLength(
      1,
    );
  });

  it('is cancelled with its conference, whatever it was before', () => {
    expect(groupMark(aGroup({}, { status: 'cancelled' })).words).toBe('Conference cancelled');
  });

  it('says how many came over its places', () => {
    expect(groupMarks(aGroup({ pupilsOver: 2 }))).toContainEqual({
      tone: 'needs',
      words: '2 over its places',
    });
    expect(groupMarks(aGroup())).toHaveLength(1);
  });
});

describe('what happens next with a group', () => {
  it('is naming the pupils by the date of the final numbers', () => {
    expect(whatNext(aGroup({ places: 30, pupilsNamed: 0 }))).toEqual([
      'Name your 30 pupils by Tuesday 2 March 2027. Their tickets are then ready to print.',
    ]);
  });

  it('is naming the others when some are named', () => {
    expect(whatNext(aGroup({ places: 30, pupilsNamed: 12 }))[0]).toBe(
      'You have named 12 of 30 pupils. Name the others by Tuesday 2 March 2027.',
    );
  });

  it('says what a partly confirmed group waits for', () => {
    expect(whatNext(aGroup({ places: 20, pupilsWanted: 30, position: 1 }))[0]).toBe(
      'You asked for 30 places. Your group is 1st on the waiting list for the other 10.',
    );
  });

  it('says when a waiting group gets its places, from the fewest that it would come with', () => {
    const group = aGroup({ status: 'waiting', places: 0, position: 3, pupilsWanted: 30, pupilsMinimum: 20 });
    expect(whatNext(group)).toEqual([
      'The conference is full. Your group is 3rd on the waiting list.',
      'When 20 places or more come free and your group is next, we offer them to you by mail.',
      'You need not do anything until then. You can name your pupils now, so that all is ready.',
    ]);
  });

  it('is answering an offer of places while one is open', () => {
    const offer = { places: 20, madeAt: '2027-01-12T09:00:00Z', expiresAt: '2027-01-14T09:00:00Z' };
    const group = aGroup({ status: 'waiting', places: 0, position: 1, offer });
    expect(groupMark(group)).toEqual({ tone: 'needs', words: 'Offered 20 places' });
    expect(whatNext(group)).toEqual(['Places have come free, and we hold 20 places for your group.']);
  });

  it('is asking again once an offer was declined or ran out', () => {
    const group = aGroup({ status: 'waiting', places: 0, resting: 'expired' });
    expect(groupMark(group).words).toBe('Off the waiting list');
    expect(whatNext(group)[0]).toBe(
      'We offered you places and had no answer in time, so your group is off the waiting list.',
    );
  });

  it('is nothing once the day is over', () => {
    expect(whatNext(aGroup({}, { status: 'completed' }))).toEqual(['This conference has taken place.']);
  });
});

it('is changed by its school until the day begins', () => {
  expect(isChangeable(aGroup())).toBe(true);
  expect(isChangeable(aGroup({}, { status: 'live' }))).toBe(false);
  expect(isChangeable(aGroup({ status: 'cancelled' }))).toBe(false);
});

describe('how a group stands with the visit pack', () => {
  const words = (version: number, acknowledged: number | null) =>
    packMark(aGroup({ visitPack: { version, acknowledged } }))?.words;

  it('is to be read, read, or changed since', () => {
    expect(words(2, null)).toBe('Visit pack to be read');
    expect(words(2, 2)).toBe('Visit pack read');
    expect(words(3, 2)).toBe('Visit pack changed');
  });

  it('is not spoken of where there is none, or when the day is over', () => {
    expect(packMark(aGroup())).toBeNull();
    const visitPack = { version: 1, acknowledged: null };
    expect(packMark(aGroup({ visitPack }, { status: 'completed' }))).toBeNull();
  });
});
