/** What decides whether a roster may change. */
export interface RosterLockFacts {
  readonly now: Date;
  readonly finalNumbersAt: Date;
  /** Until when staff have opened the list again; null when they have not. */
  readonly openUntil: Date | null;
  readonly swapsAfterFinalNumbers: boolean;
  /** Whether university staff ask. */
  readonly isStaff: boolean;
  /** The reason that staff give for a change after final numbers. */
  readonly reason: string | null;
}

/** What one wants to do with a roster or a group. */
export type RosterStep = 'change-list' | 'change-numbers' | 'swap' | 'take-off' | 'tell-needs';

/** Free: nothing stands in the way. With a reason: allowed to staff, who said why. Refused: final numbers are in. */
export type RosterLockDecision = 'free' | 'with-reason' | 'refused';

/** Whether the list is closed to its school: from the very moment of final numbers on, unless staff opened it again. */
export const isRosterLocked = ({
  now,
  finalNumbersAt,
  openUntil,
}: Pick<RosterLockFacts, 'now' | 'finalNumbersAt' | 'openUntil'>): boolean =>
  now >= finalNumbersAt && (openUntil === null || now >= openUntil);

/**
 * Whether a step may be taken. After final numbers the list and the numbers are locked: the host has ordered coaches,
 * rooms and lunches by them. Taking somebody off and telling of needs stay possible, since both keep people safe and
 * cost nobody a place; a swap does as long as the host allows it, since it changes no number. Staff may do all of it
 * when they say why.
 */
export const decideRosterStep = (step: RosterStep, facts: RosterLockFacts): RosterLockDecision => {
  if (!isRosterLocked(facts) || step === 'take-off' || step === 'tell-needs') return 'free';
  if (step === 'swap' && (facts.swapsAfterFinalNumbers || facts.isStaff)) return 'free';
  return facts.isStaff && facts.reason ? 'with-reason' : 'refused';
};
