import fc from 'fast-check';
import { decideRosterStep, isRosterLocked, type RosterLockFacts, type RosterStep } from './roster-lock.rules';

const at = (time: string): Date => new Date(`2027-03-02T${time}Z`);

const facts = (change: Partial<RosterLockFacts> = {}): RosterLockFacts => ({
  now: at('17:00:00.000'),
  finalNumbersAt: at('17:00:00.000'),
  openUntil: null,
  swapsAfterFinalNumbers: true,
  isStaff: false,
  reason: null,
  ...change,
});

describe('isRosterLocked', () => {
  it.each([
    ['a millisecond before final numbers', '16:59:59.999', null, false],
    ['at the moment of final numbers', '17:00:00.000', null, true],
    ['after it', '18:00:00.000', null, true],
    ['after it, while staff have opened the list again', '18:00:00.000', '19:00:00.000', false],
    ['at the moment that this ends', '19:00:00.000', '19:00:00.000', true],
  ])('%s', (_, now, openUntil, locked) => {
    const until = openUntil === null ? null : at(openUntil);
    expect(isRosterLocked(facts({ now: at(now), openUntil: until }))).toBe(locked);
  });
});

describe('decideRosterStep', () => {
  const before = facts({ now: at('16:00:00.000') });
  const staff = facts({ isStaff: true });
  const withReason = facts({ isStaff: true, reason: 'Two pupils moved school' });
  const noSwaps = facts({ swapsAfterFinalNumbers: false });

  it.each<[string, RosterStep, RosterLockFacts, string]>([
    ['a school changes its list before', 'change-list', before, 'free'],
    ['a school changes its numbers before', 'change-numbers', before, 'free'],
    ['a school changes its list after', 'change-list', facts(), 'refused'],
    ['a school changes its numbers after', 'change-numbers', facts(), 'refused'],
    ['a school swaps one pupil after', 'swap', facts(), 'free'],
    ['a school swaps where the host allows no swaps', 'swap', noSwaps, 'refused'],
    ['a school takes somebody off after', 'take-off', noSwaps, 'free'],
    ['a school tells of a nut allergy after', 'tell-needs', noSwaps, 'free'],
    ['a school gives a reason of its own', 'change-list', facts({ reason: 'We must' }), 'refused'],
    ['staff change the list without a reason', 'change-list', staff, 'refused'],
    ['staff change the list with a reason', 'change-list', withReason, 'with-reason'],
    ['staff change the numbers with a reason', 'change-numbers', withReason, 'with-reason'],
    ['staff swap', 'swap', { ...staff, swapsAfterFinalNumbers: false }, 'free'],
  ])('%s', (_, step, when, decision) => expect(decideRosterStep(step, when)).toBe(decision));

  it('refuses nothing before final numbers, and a school its list at any later moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.boolean(), (offset, swapsAfterFinalNumbers) => {
        const now = new Date(at('17:00:00.000').getTime() + offset);
        const decided = decideRosterStep('change-list', facts({ now, swapsAfterFinalNumbers }));
        expect(decided).toBe(offset < 0 ? 'free' : 'refused');
      }),
    );
  });
});
