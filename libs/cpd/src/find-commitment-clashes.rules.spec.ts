import fc from 'fast-check';
import type { CpdPlace } from './cpd-session.contract';
import {
  type CommitmentClash,
  type Commitments,
  commitmentClashWords,
  findCommitmentClashes,
  type PlacementDay,
  type Promised,
  type TakenPlace,
  type WantedTime,
} from './find-commitment-clashes.rules';

const ada = { accountId: 'ada', name: 'Ada Quill' };
const ben = { accountId: 'ben', name: 'Ben Marsh' };
const lab: CpdPlace = { kind: 'campus', name: 'Maths Lab 2' };
const theatre: CpdPlace = { kind: 'campus', name: 'The Arden Theatre' };
const otherCampus: CpdPlace = { kind: 'campus', name: 'Maths Lab 2', site: 'Harbour campus' };
const school: CpdPlace = { kind: 'school', name: 'Harrowmere High School' };
const online: CpdPlace = { kind: 'online', name: 'Video call' };

const at = (time: string, day = '2027-03-09'): string => `${day}T${time}:00.000Z`;
const wanted = (change: Partial<WantedTime> = {}): WantedTime => ({
  id: 'surds',
  startsAt: at('16:00'),
  endsAt: at('17:30'),
  place: lab,
  people: [ada],
  ...change,
});
const promised = (change: Partial<Promised> = {}): Promised => ({
  kind: 'offer',
  sessionId: 'bounds',
  accountId: 'ada',
  title: 'Bounds',
  startsAt: at('14:00'),
  endsAt: at('16:00'),
  place: theatre,
  isCancelled: false,
  ...change,
});
const placement = (change: Partial<PlacementDay> = {}): PlacementDay => ({
  accountId: 'ada',
  day: '2027-03-09',
  schoolName: 'Harrowmere High School',
  isCancelled: false,
  ...change,
});
const taken = (change: Partial<TakenPlace> = {}): TakenPlace => ({
  sessionId: 'iteration',
  title: 'Iteration',
  startsAt: at('15:00'),
  endsAt: at('16:30'),
  place: lab,
  isCancelled: false,
  ...change,
});
const find = (want: WantedTime, held: Partial<Commitments>, travel?: number): readonly CommitmentClash[] =>
  findCommitmentClashes(want, { promised: [], placementDays: [], takenPlaces: [], ...held }, travel);
const words = (want: WantedTime, held: Partial<Commitments>, travel?: number): string[] =>
  find(want, held, travel).map((clash) => commitmentClashWords(clash, want.place.name));

describe('what somebody already does', () => {
  it('clashes when it overlaps by a minute', () => {
    expect(words(wanted(), { promised: [promised({ endsAt: at('16:01') })] })).toEqual([
      'Ada Quill offers to give ‘Bounds’ on Tuesday 9 March 2027 from 2pm to 4.01pm.',
    ]);
  });

  it('does not clash back to back on the same campus, in another room or the same', () => {
    expect(words(wanted(), { promised: [promised(), promised({ place: lab })] })).toEqual([]);
    expect(words(wanted(), { promised: [promised({ startsAt: at('17:30'), endsAt: at('18:30') })] })).toEqual(
      [],
    );
  });

  it('needs time to travel to another campus or a school, before and after', () => {
    expect(words(wanted(), { promised: [promised({ place: otherCampus })] })).toEqual([
      'Ada Quill offers to give ‘Bounds’ on Tuesday 9 March 2027 from 2pm to 4pm, in another place: there is too little time to get from one to the other.',
    ]);
    expect(find(wanted(), { promised: [promised({ place: school })] })[0]?.why).toBe('travel');
    const after = promised({ place: school, startsAt: at('18:14'), endsAt: at('19:00') });
    expect(find(wanted(), { promised: [after] })[0]?.why).toBe('travel');
    expect(find(wanted(), { promised: [{ ...after, startsAt: at('18:15') }] })).toEqual([]);
  });

  it('travels as long as the host says, and counts the minute', () => {
    const before = promised({ place: school, endsAt: at('15:30') });
    expect(find(wanted(), { promised: [before] }, 30)).toEqual([]);
    expect(find(wanted(), { promised: [before] }, 31)).toHaveLength(1);
    expect(find(wanted(), { promised: [promised({ place: school })] }, 0)).toEqual([]);
  });

  it('does not travel between two rooms of one school, however its name is written', () => {
    const upstairs: CpdPlace = { kind: 'school', name: 'Room 12', site: 'HARROWMERE  high school' };
    expect(find(wanted({ place: school }), { promised: [promised({ place: upstairs })] })).toEqual([]);
  });

  it('needs no travel when one of the two is online, but cannot be in both at once', () => {
    expect(find(wanted({ place: online }), { promised: [promised({ place: school })] })).toEqual([]);
    expect(find(wanted({ place: school }), { promised: [promised({ place: online })] })).toEqual([]);
    expect(
      find(wanted({ place: online }), { promised: [promised({ place: online, endsAt: at('16:01') })] }),
    ).toHaveLength(1);
  });

  it('is a booking too', () => {
    expect(words(wanted(), { promised: [promised({ kind: 'booking', endsAt: at('16:30') })] })).toEqual([
      'Ada Quill has booked ‘Bounds’ on Tuesday 9 March 2027 from 2pm to 4.30pm.',
    ]);
  });

  it('never clashes when it was cancelled, is somebody else’s, or is the session itself', () => {
    const overlapping = promised({ endsAt: at('17:00') });
    expect(find(wanted(), { promised: [{ ...overlapping, isCancelled: true }] })).toEqual([]);
    expect(find(wanted(), { promised: [{ ...overlapping, accountId: 'ben' }] })).toEqual([]);
    expect(find(wanted(), { promised: [{ ...overlapping, sessionId: 'surds' }] })).toEqual([]);
    expect(find(wanted(), { promised: [overlapping] })).toHaveLength(1);
  });

  it('is looked at for everybody in the team, one by one', () => {
    const clashes = find(wanted({ people: [ada, ben] }), {
      promised: [promised({ accountId: 'ben', endsAt: at('17:00') }), promised({ endsAt: at('17:00') })],
    });
    expect(clashes.map(({ who, with: id }) => [who?.name, id])).toEqual([
      ['Ada Quill', 'bounds'],
      ['Ben Marsh', 'bounds'],
    ]);
  });
});

describe('a placement day', () => {
  it('clashes whatever the hour, online too', () => {
    expect(words(wanted(), { placementDays: [placement()] })).toEqual([
      'Ada Quill is on placement at Harrowmere High School on Tuesday 9 March 2027.',
    ]);
    const early = wanted({ place: online, startsAt: at('00:00'), endsAt: at('00:30') });
    expect(find(early, { placementDays: [placement()] })).toHaveLength(1);
  });

  it('is a day of London: in summer it begins an hour before Greenwich’s', () => {
    const summer = placement({ day: '2027-06-15' });
    const session = (from: string, until: string) =>
      find(wanted({ startsAt: from, endsAt: until }), { placementDays: [summer] }).length;
    expect(session('2027-06-14T22:00:00Z', '2027-06-14T23:00:00Z')).toBe(0);
    expect(session('2027-06-14T22:00:00Z', '2027-06-14T23:00:01Z')).toBe(1);
    expect(session('2027-06-15T22:59:00Z', '2027-06-15T23:30:00Z')).toBe(1);
    expect(session('2027-06-15T23:00:00Z', '2027-06-15T23:30:00Z')).toBe(0);
  });

  it('is for one person, and none when it was cancelled', () => {
    expect(find(wanted(), { placementDays: [placement({ accountId: 'ben' })] })).toEqual([]);
    expect(find(wanted(), { placementDays: [placement({ isCancelled: true })] })).toEqual([]);
    expect(find(wanted(), { placementDays: [placement({ day: '2027-03-10' })] })).toEqual([]);
  });
});

describe('a room', () => {
  it('is taken by another session that overlaps', () => {
    expect(words(wanted(), { takenPlaces: [taken()] })).toEqual([
      'Maths Lab 2 is taken by ‘Iteration’ on Tuesday 9 March 2027 from 3pm to 4.30pm.',
    ]);
    expect(
      find(wanted(), { takenPlaces: [taken({ place: { kind: 'campus', name: 'maths  lab 2' } })] }),
    ).toHaveLength(1);
  });

  it('is free back to back, on another campus, when cancelled, and always online', () => {
    expect(find(wanted(), { takenPlaces: [taken({ endsAt: at('16:00') })] })).toEqual([]);
    expect(find(wanted(), { takenPlaces: [taken({ place: otherCampus })] })).toEqual([]);
    expect(find(wanted(), { takenPlaces: [taken({ place: theatre })] })).toEqual([]);
    expect(find(wanted(), { takenPlaces: [taken({ isCancelled: true })] })).toEqual([]);
    expect(find(wanted(), { takenPlaces: [taken({ sessionId: 'surds' })] })).toEqual([]);
    expect(find(wanted({ place: online }), { takenPlaces: [taken({ place: online })] })).toEqual([]);
  });
});

describe('findCommitmentClashes, always', () => {
  const places = fc.constantFrom(lab, theatre, otherCampus, school, online);
  const stretch = fc
    .tuple(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 1, max: 240 }))
    .map(([from, minutes]) => {
      const starts = Date.UTC(2027, 2, 9, 0, from);
      return {
        startsAt: new Date(starts).toISOString(),
        endsAt: new Date(starts + minutes * 60_000).toISOString(),
      };
    });

  it('says the same whichever of the two was there first, and more travel finds no fewer', () => {
    fc.assert(
      fc.property(stretch, places, stretch, places, fc.nat(90), (one, here, other, there, travel) => {
        const there1 = find(
          wanted({ ...one, place: here }),
          { promised: [promised({ ...other, place: there })] },
          travel,
        );
        const back = find(
          wanted({ ...other, place: there }),
          { promised: [promised({ ...one, place: here })] },
          travel,
        );
        expect(there1.map(({ why }) => why)).toEqual(back.map(({ why }) => why));
        const longer = find(
          wanted({ ...one, place: here }),
          { promised: [promised({ ...other, place: there })] },
          travel + 1,
        );
        expect(longer.length).toBeGreaterThanOrEqual(there1.length);
      }),
    );
  });
});
