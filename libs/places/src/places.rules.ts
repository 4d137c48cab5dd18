import type { Allocation } from '@lectern/conferences';
import {
  type InPools,
  leftInAll,
  type PoolsLeft,
  serveInOrder,
  type WaitingAhead,
} from './serve-in-order.rules';

/** What somebody asks for. */
interface Asking {
  /** The most places one school may have; null when there is no cap. */
  readonly schoolCap: number | null;
  readonly wanted: number;
  readonly minimum: number;
}

/** What is known, under the conference's lock, when a group asks for places. */
export interface PlacesFacts extends Asking {
  readonly placesLeft: number;
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

  const places = Math.min(most, leftBehind(facts));
  return places > 0 && places >= facts.minimum
    ? { status: 'confirmed', places }
    : { status: 'waiting', places: 0 };
};

const ONE_POOL = 'all';

/** What remains when everyone ahead who can use something has had it. */
const leftBehind = ({ placesLeft, waitingAhead }: PlacesFacts): number => {
  const ahead = waitingAhead.map((group) => ({ ...group, pools: [ONE_POOL] }));
  return leftInAll(serveInOrder(new Map([[ONE_POOL, placesLeft]]), ahead).left, [ONE_POOL]);
};

/** What is known, under the locks of all its pools, when somebody asks for the same places in each of them. */
export interface PoolPlacesFacts extends Asking, InPools {
  readonly left: PoolsLeft;
  /** Everyone who waits for any of the pools, in the order of the list. */
  readonly waitingAhead: readonly (WaitingAhead & InPools)[];
}

/** Decides what somebody gets who needs places in several pools at once, such as a series: in all of them or in none. */
export const decidePlacesAcross = (
  { left, pools, waitingAhead, ...asking }: PoolPlacesFacts,
  allocation: Allocation,
): PlacesDecision =>
  decidePlaces(
    { ...asking, placesLeft: leftInAll(serveInOrder(left, waitingAhead).left, pools), waitingAhead: [] },
    allocation,
  );
