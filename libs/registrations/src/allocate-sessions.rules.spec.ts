import fc from 'fast-check';
import {
  allocateSessions,
  type GroupAllocation,
  type GroupToPlace,
  type SessionFacts,
  type SessionSeats,
  type SlotToFill,
} from './allocate-sessions.rules';

const at = (time: string): string => `2027-03-09T${time}:00.000Z`;
const session = (id: string, seats: number, change: Partial<SessionSeats> = {}): SessionSeats => ({
  id,
  title: id,
  seats,
  yearGroups: [],
  ...change,
});
const slot = (sessions: readonly SessionSeats[], change: Partial<SlotToFill> = {}): SlotToFill => ({
  id: 'slot',
  startsAt: at('10:00'),
  endsAt: at('10:45'),
  sessions,
  ...change,
});
const group = (id: string, pupils: number, wishes: string[] = [], change: Partial<GroupToPlace> = {}) => ({
  id,
  pupils,
  adults: 2,
  yearGroups: [],
  wishes,
  has: [],
  ...change,
});

const placed = (facts: Omit<SessionFacts, 'seed'>, seed = 'one'): Record<string, GroupAllocation> =>
  Object.fromEntries(
    allocateSessions({ seed, ...facts })
      .at(-1)!
      .groups.map((allocation) => [allocation.groupId, allocation]),
  );
const where = ({ parts }: GroupAllocation): string[] =>
  parts.map(({ sessionId, pupils, adults }) => `${sessionId} ${pupils}+${adults}`);

describe('allocateSessions', () => {
  it('gives every group its first choice while the rooms hold them, adults counted', () => {
    const answer = placed({
      slots: [slot([session('codes', 32), session('dance', 40)])],
      groups: [group('arden', 30, ['codes', 'dance']), group('beck', 20, ['dance', 'codes'])],
    });
    expect(where(answer['arden']!)).toEqual(['codes 30+2']);
    expect(where(answer['beck']!)).toEqual(['dance 20+2']);
    expect(answer['arden']).toMatchObject({ choice: 1, reason: 'First choice.', pupilsWithout: 0 });
  });

  it('looks at everybody’s first choice before anybody’s second', () => {
    const facts = {
      slots: [slot([session('codes', 32), session('dance', 32)])],
      // Whoever is drawn first: Beck’s second choice must not take Arden’s first.
      groups: [
        group('beck', 30, ['codes', 'dance']),
        group('cole', 30, ['codes', 'dance']),
        group('arden', 30, ['dance']),
      ],
    };
    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      expect(where(placed(facts, seed)['arden']!)).toEqual(['dance 30+2']);
    }
  });

  it('says why a group did not get what it would have liked more', () => {
    const answer = placed({
      slots: [slot([session('codes', 32), session('dance', 60)])],
      groups: [group('arden', 30, ['codes', 'dance']), group('beck', 24, ['codes', 'dance'])],
    });
    const second = [answer['arden']!, answer['beck']!].find(({ choice }) => choice === 2)!;
    const people = second.groupId === 'arden' ? 32 : 26;
    const left = second.groupId === 'arden' ? 6 : 0;
    expect(second.reason).toBe(`Second choice: ‘codes’ had ${left} seats left for ${people} people.`);
  });

  it('draws ties by the seed, alike for the same seed and not for every seed', () => {
    const facts = {
      slots: [slot([session('codes', 32), session('dance', 32)])],
      groups: [group('arden', 30, ['codes']), group('beck', 30, ['codes'])],
    };
    const winner = (seed: string): string => (placed(facts, seed)['arden']!.choice === 1 ? 'arden' : 'beck');
    const seeds = Array.from({ length: 20 }, (_, n) => `seed-${n}`);
    expect(new Set(seeds.map(winner))).toEqual(new Set(['arden', 'beck']));
    expect(seeds.map(winner)).toEqual(seeds.map(winner));
  });

  it('lets whoever missed a choice go first the next time', () => {
    const later = (id: string) => ({ id, startsAt: at('11:00'), endsAt: at('11:45') });
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const [first, second] = allocateSessions({
        seed,
        slots: [
          slot([session('codes', 32), session('dance', 32)]),
          slot([session('sport', 32), session('traffic', 32)], later('second')),
        ],
        groups: ['arden', 'beck'].map((id) => group(id, 30, ['codes', 'dance', 'sport', 'traffic'])),
      });
      const got = (slotAt: typeof first, choice: number) =>
        slotAt!.groups.find((allocation) => allocation.choice === choice)!.groupId;
      expect(got(second, 1)).toBe(got(first, 2));
    }
  });

  it('places a group without wishes where most seats are left', () => {
    const answer = placed({
      slots: [slot([session('codes', 40), session('dance', 60)])],
      groups: [group('arden', 30)],
    });
    expect(where(answer['arden']!)).toEqual(['dance 30+2']);
    expect(answer['arden']!.reason).toBe('Placed where most seats were left.');
  });

  it('keeps a group whole as long as any room holds it', () => {
    const answer = placed({
      slots: [slot([session('codes', 20), session('dance', 20), session('hall', 33)])],
      groups: [group('arden', 30, ['codes', 'dance'])],
    });
    expect(where(answer['arden']!)).toEqual(['hall 30+2']);
    expect(answer['arden']!.reason).toContain('‘codes’ had 20 seats left for 32 people');
  });

  it('splits a group that fits nowhere whole, with an adult in each part, and says how', () => {
    const answer = placed({
      slots: [slot([session('codes', 20), session('dance', 16)])],
      groups: [group('arden', 30, ['dance'])],
    });
    expect(where(answer['arden']!)).toEqual(['dance 15+1', 'codes 15+1']);
    expect(answer['arden']!.reason).toBe(
      'No session has 32 seats left, so the group is split: 15 pupils and 1 adult in ‘dance’, 15 pupils and 1 adult in ‘codes’.',
    );
  });

  it('splits into as few parts as hold the group, rather than into every room it wished for', () => {
    const answer = placed({
      slots: [slot([session('codes', 20), session('dance', 16), session('hall', 25)])],
      groups: [group('arden', 37, ['dance', 'codes'])],
    });
    expect(where(answer['arden']!)).toEqual(['dance 15+1', 'hall 22+1']);
  });

  it('says how many pupils have no seat when there are too few', () => {
    const answer = placed({ slots: [slot([session('codes', 20)])], groups: [group('arden', 30)] });
    expect(answer['arden']).toMatchObject({ pupilsWithout: 11 });
    expect(answer['arden']!.reason).toBe(
      'No session has 32 seats left, so only part of the group is placed: 19 pupils and 1 adult in ‘codes’. There is no seat for 11 pupils and 1 adult.',
    );
  });

  it('leaves alone what staff placed, and places the rest of a group that is half placed', () => {
    const has = (pupils: number) => [
      { title: 'hall', startsAt: at('10:15'), endsAt: at('11:00'), pupils, adults: 1 },
    ];
    const answer = placed({
      slots: [slot([session('codes', 60)])],
      groups: [group('arden', 30, [], { has: has(30) }), group('beck', 30, [], { has: has(20) })],
    });
    expect(answer['arden']).toBeUndefined();
    expect(where(answer['beck']!)).toEqual(['codes 10+1']);
  });

  it('sends no group to the same session twice in a day while there is another', () => {
    const has = [{ title: 'Codes', startsAt: at('11:00'), endsAt: at('11:45'), pupils: 30, adults: 2 }];
    const answer = placed({
      slots: [slot([session('c', 60, { title: 'Codes' }), session('d', 40, { title: 'Dance' })])],
      groups: [group('arden', 30, ['c'], { has })],
    });
    expect(where(answer['arden']!)).toEqual(['d 30+2']);
    expect(answer['arden']!.reason).toContain('it is in ‘Codes’ at another time');
  });

  it('places a group in sessions for its own year groups', () => {
    const answer = placed({
      slots: [
        slot([session('codes', 60, { yearGroups: [9] }), session('dance', 40, { yearGroups: [10, 11] })]),
      ],
      groups: [group('arden', 30, [], { yearGroups: [10] })],
    });
    expect(where(answer['arden']!)).toEqual(['dance 30+2']);
  });

  describe('for any rooms, groups and wishes', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const anything = fc.record({
      seed: fc.string({ minLength: 1, maxLength: 5 }),
      slots: fc
        .array(fc.array(fc.integer({ min: 0, max: 70 }), { minLength: 1, maxLength: 4 }), {
          minLength: 1,
          maxLength: 3,
        })
        .map((slots) =>
          slots.map((seats, n) => ({
            id: `slot${n}`,
            // The third overlaps the second.
            startsAt: at(['10:00', '11:00', '11:30'][n]!),
            endsAt: at(['10:45', '11:45', '12:15'][n]!),
            sessions: seats.map((count, s) =>
              session(`${n}${ids[s]!}`, count, { title: ids[s]!, yearGroups: s === 3 ? [10] : [] }),
            ),
          })),
        ),
      groups: fc
        .array(
          fc.record({
            pupils: fc.integer({ min: 1, max: 50 }),
            adults: fc.integer({ min: 0, max: 5 }),
            yearGroups: fc.subarray([9, 10]),
            wishes: fc.subarray(['0a', '0b', '0c', '0d', '1a', '1b', '1d', '2a', '2c']),
          }),
          { maxLength: 8 },
        )
        .map((groups) => groups.map((each, n) => ({ ...each, id: `g${n}`, has: [] }))),
    });
    type Anything = typeof anything extends fc.Arbitrary<infer T> ? T : never;

    const law = (check: (facts: Anything, answer: ReturnType<typeof allocateSessions>) => void): void =>
      fc.assert(
        fc.property(anything, (facts) => check(facts, allocateSessions(facts))),
        { numRuns: 400 },
      );
    const leftIn = (facts: Anything, answer: ReturnType<typeof allocateSessions>): Map<string, number> => {
      const left = new Map(
        facts.slots.flatMap(({ sessions }) => sessions.map(({ id, seats }) => [id, seats])),
      );
      for (const { parts } of answer.flatMap(({ groups }) => groups))
        for (const part of parts)
          left.set(part.sessionId, left.get(part.sessionId)! - part.pupils - part.adults);
      return left;
    };

    it('no session gets more people than it has seats', () => {
      law((facts, answer) => {
        for (const left of leftIn(facts, answer).values()) expect(left).toBeGreaterThanOrEqual(0);
      });
    });

    it('every pupil is in one place at a time, or counted as having none', () => {
      law((facts, answer) => {
        const pupilsIn = (slotId: string, groupId: string): number =>
          answer
            .find((each) => each.slotId === slotId)
            ?.groups.find((each) => each.groupId === groupId)
            ?.parts.reduce((sum, { pupils }) => sum + pupils, 0) ?? 0;
        for (const { slotId, groups } of answer) {
          for (const { groupId, parts, pupilsWithout } of groups) {
            const { pupils, adults } = facts.groups.find(({ id }) => id === groupId)!;
            const elsewhere = slotId === 'slot2' ? pupilsIn('slot1', groupId) : 0;
            expect(pupilsIn(slotId, groupId) + pupilsWithout + elsewhere).toBe(pupils);
            expect(parts.reduce((sum, part) => sum + part.adults, 0)).toBeLessThanOrEqual(adults);
            for (const part of parts) expect(part.pupils).toBeGreaterThanOrEqual(1);
          }
        }
      });
    });

    it('nobody is passed over: what a group liked more could not hold it', () => {
      law((facts, answer) => {
        const left = leftIn(facts, answer);
        for (const { slotId, groups } of answer.slice(0, 1)) {
          const sessions = facts.slots.find(({ id }) => id === slotId)!.sessions;
          for (const { groupId, choice, parts } of groups) {
            const asked = facts.groups.find(({ id }) => id === groupId)!;
            const wishes = asked.wishes.filter((wish) => sessions.some(({ id }) => id === wish));
            const people = asked.pupils + asked.adults;
            for (const wish of wishes.slice(0, choice === null ? undefined : choice - 1))
              expect(left.get(wish)).toBeLessThan(people);
            if (choice !== null) expect(parts).toHaveLength(1);
          }
        }
      });
    });

    it('a group is split only when it fits nowhere whole, and pupils are without only when every seat is given', () => {
      law((facts, answer) => {
        const left = leftIn(facts, answer);
        for (const { slotId, groups } of answer.slice(0, 1)) {
          const sessions = facts.slots.find(({ id }) => id === slotId)!.sessions;
          for (const { groupId, parts, pupilsWithout } of groups) {
            const asked = facts.groups.find(({ id }) => id === groupId)!;
            const suiting = sessions.filter(
              ({ yearGroups }) =>
                yearGroups.length === 0 || asked.yearGroups.length === 0 || asked.yearGroups.includes(10),
            );
            if (parts.length > 1)
              for (const { id } of suiting) expect(left.get(id)).toBeLessThan(asked.pupils + asked.adults);
            if (pupilsWithout > 0) for (const { id } of suiting) expect(left.get(id)).toBe(0);
          }
        }
      });
    });

    it('the same facts in another order give the same answer', () => {
      law((facts, answer) => {
        const sorted = (slots: typeof answer) =>
          slots.map(({ slotId, groups }) => ({
            slotId,
            groups: [...groups].sort((a, b) => (a.groupId < b.groupId ? -1 : 1)),
          }));
        const turned = {
          ...facts,
          groups: [...facts.groups].reverse(),
          slots: facts.slots.map((each) => ({ ...each, sessions: [...each.sessions].reverse() })),
        };
        expect(sorted(allocateSessions(turned))).toEqual(sorted(answer));
      });
    });
  });
});
