import type { PersonKind } from './roster.contract';

/** What is known, under the conference's lock, when somebody comes who is on no list. */
export interface WalkInFacts {
  readonly kind: PersonKind;
  /** The group's pupil places, and how many pupils it has named. */
  readonly places: number;
  readonly named: number;
  /** Places of the conference that no group has or is offered. */
  readonly placesLeft: number;
  /** The most places one school may have; null when there is no cap. */
  readonly schoolCap: number | null;
  /** Whether whoever asks takes it upon themselves to go over the places. */
  readonly overPlaces: boolean;
}

/**
 * `own` the group has room for them; `given` it is given one place more; `over` they come although there is no place,
 * and that is kept and shown; `refused` nobody said so.
 */
export type WalkInDecision = 'own' | 'given' | 'over' | 'refused';

/**
 * Whether somebody who walks in gets a place. An adult needs none. A pupil takes one of the group's that nobody is
 * named for, then one that the conference has left, as far as the school's cap goes. Over that nobody comes unsaid.
 */
export const decideWalkIn = (facts: WalkInFacts): WalkInDecision => {
  if (facts.kind === 'adult' || facts.named < facts.places) return 'own';
  const isCapped = facts.schoolCap !== null && facts.places >= facts.schoolCap;
  // Who was let in over the places before has none either: one more place would be theirs.
  if (facts.named === facts.places && facts.placesLeft > 0 && !isCapped) return 'given';
  return facts.overPlaces ? 'over' : 'refused';
};

/** How many pupils are named beyond the places of a group; 0 as long as all have one. */
export const pupilsOverPlaces = (places: number, named: number): number => Math.max(0, named - places);
