import type { Allocation } from '@lectern/conferences';

/** A group that stands before another on the waiting list. */
export interface WaitingAhead {
  /** The fewest places it can use: its minimum while it has none, 1 when it only waits for the rest. */
  readonly minimum: number;
  /** What it still wants, never counting above the school cap. */
  readonly lacks: number;
}

/** What is known, under the conference's lock, when a group asks for places. */
export interface PlacesFacts {
  readonly placesLeft: number;
  /** The most places one school may have; null when there is no cap. */
  readonly schoolCap: number | null;
  readonly wanted: number;
  readonly minimum: number;
  /** In the order of the list. */
  readonly waitingAhead: readonly WaitingAhead[];
}

export type PlacesDecision =
  | { readonly status: 'confirmed'; readonly places: number }
  | { readonly status: 'waiting'; readonly places: 0 }
  | { readonly status: 'pending' }
  | { readonly status: 'refused'; readonly code: 'school-cap-reached' };

/** What a group may have in all: what it wants, or the school cap when that is less. */
export const mostPlaces = (wanted: number, schoolCap: number | null): number =>
  schoolCap === null ? wanted : Math.min(wanted, schoolCap);

/**
 * Decides what a group gets as it registers. First come: what is left, up to what it wants, when that is at least
 * its minimum and nobody ahead could use it; otherwise it waits. Never more than is left, nor than the school cap.
 */
export const decidePlaces = (facts: PlacesFacts, allocation: Allocation): PlacesDecision => {
  const most = mostPlaces(facts.wanted, facts.schoolCap);
  if (facts.minimum > most) return { status: 'refused', code: 'school-cap-reached' };
  if (allocation === 'fair') return { status: 'pending' };

  const places = Math.min(most, leftBehind(facts.placesLeft, facts.waitingAhead));
  return places > 0 && places >= facts.minimum
    ? { status: 'confirmed', places }
    : { status: 'waiting', places: 0 };
};

/** What remains when everyone ahead who can use something has had it. */
const leftBehind = (placesLeft: number, ahead: readonly WaitingAhead[]): number =>
  ahead.reduce((left, group) => {
    const usable = Math.min(group.lacks, left);
    return usable >= group.minimum ? left - Math.max(usable, 0) : left;
  }, placesLeft);
