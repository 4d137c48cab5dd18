import fc from 'fast-check';
import { type Booking, clashWords, findClashes } from './find-clashes.rules';

const arden = { id: 'r1', name: 'The Arden Theatre' };
const lab = { id: 'r2', name: 'Lab 2' };
const ada = { id: 's1', name: 'Dr Ada Quill' };
const harrowmere = { id: 'g1', name: 'Harrowmere High School' };

const at = (time: string): string => `2027-03-09T${time}:00.000Z`;
const booking = (change: Partial<Booking> = {}): Booking => ({
  sessionId: 'codes',
  title: 'Codes and ciphers',
  startsAt: at('10:00'),
  endsAt: at('10:45'),
  room: arden,
  speakers: [],
  groups: [],
  ...change,
});
const dance = (change: Partial<Booking> = {}): Booking =>
  booking({ sessionId: 'dance', title: 'The mathematics of dance', ...change });
const words = (wanted: Booking, ...booked: Booking[]): string[] =>
  findClashes(wanted, booked).map(clashWords);

describe('findClashes', () => {
  it('names the room, the times and the session that has it', () => {
    expect(words(dance(), booking())).toEqual([
      'The Arden Theatre is taken from 10am to 10.45am by ‘Codes and ciphers’.',
    ]);
  });

  it('says times on London’s clocks, in summer too', () => {
    const summer = { startsAt: '2027-06-09T09:00:00Z', endsAt: '2027-06-09T09:45:00Z' };
    expect(words(dance(summer), booking(summer))).toEqual([
      'The Arden Theatre is taken from 10am to 10.45am by ‘Codes and ciphers’.',
    ]);
  });

  it('lets one session begin when the other ends, and refuses a shared minute', () => {
    expect(words(dance({ startsAt: at('10:45'), endsAt: at('11:30') }), booking())).toEqual([]);
    expect(words(dance({ startsAt: at('10:44'), endsAt: at('11:30') }), booking())).toHaveLength(1);
    expect(words(dance({ startsAt: at('09:00'), endsAt: at('12:00') }), booking())).toHaveLength(1);
  });

  it('finds a speaker who is elsewhere at that time', () => {
    expect(words(dance({ room: lab, speakers: [ada] }), booking({ speakers: [ada] }))).toEqual([
      'Dr Ada Quill speaks in ‘Codes and ciphers’ from 10am to 10.45am.',
    ]);
  });

  it('finds a group that is elsewhere at that time', () => {
    expect(words(dance({ room: lab, groups: [harrowmere] }), booking({ groups: [harrowmere] }))).toEqual([
      'Harrowmere High School is in ‘Codes and ciphers’ from 10am to 10.45am.',
    ]);
  });

  it('names everything that clashes, one by one', () => {
    const all = { room: arden, speakers: [ada], groups: [harrowmere] };
    expect(findClashes(dance(all), [booking(all)]).map(({ kind }) => kind)).toEqual([
      'room',
      'speaker',
      'group',
    ]);
  });

  it('is silent about another room, about no room yet and about the session itself', () => {
    expect(words(dance({ room: lab }), booking())).toEqual([]);
    expect(words(dance({ room: null }), booking({ room: null }))).toEqual([]);
    expect(words(booking({ title: 'Codes, anew' }), booking())).toEqual([]);
  });

  it('holds for any two sessions: a clash is mutual, and only where times overlap and something is shared', () => {
    const anything = (sessionId: string) =>
      fc
        .tuple(
          fc.integer({ min: 0, max: 20 }),
          fc.integer({ min: 1, max: 6 }),
          fc.option(fc.constantFrom(arden, lab)),
          fc.subarray([ada]),
          fc.subarray([harrowmere]),
        )
        .map(([start, length, room, speakers, groups]) =>
          booking({
            sessionId,
            startsAt: new Date(start * 600_000).toISOString(),
            endsAt: new Date((start + length) * 600_000).toISOString(),
            room,
            speakers,
            groups,
          }),
        );
    fc.assert(
      fc.property(anything('a'), anything('b'), (a, b) => {
        const there = findClashes(a, [b]);
        const back = findClashes(b, [a]);
        expect(there.map(({ kind, id }) => [kind, id])).toEqual(back.map(({ kind, id }) => [kind, id]));
        const share = a.startsAt < b.endsAt && b.startsAt < a.endsAt;
        const wanted = Number(a.room !== null && a.room.id === b.room?.id);
        const people = a.speakers.length * b.speakers.length + a.groups.length * b.groups.length;
        expect(there).toHaveLength(share ? wanted + people : 0);
      }),
    );
  });
});
