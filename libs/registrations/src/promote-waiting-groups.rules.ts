import { mostPlaces } from './places.rules';

/** A confirmed or waiting group of a conference, as the waiting list sees it. */
export interface QueuedGroup {
  readonly id: string;
  readonly wanted: number;
  readonly minimum: number;
  /** Places it has; 0 while it waits for its first ones. */
  readonly places: number;
  /** Order of registration; the lowest stands first. */
  readonly sequence: number;
}

export interface WaitingListFacts {
  readonly placesLeft: number;
  readonly schoolCap: number | null;
  readonly groups: readonly QueuedGroup[];
}

export interface PlacesGrant {
  readonly id: string;
  /** Places given now, on top of those the group has. */
  readonly places: number;
}

const inOrder = (groups: readonly QueuedGroup[]): QueuedGroup[] =>
  [...groups].sort((a, b) => a.sequence - b.sequence);

const lacks = (group: QueuedGroup, schoolCap: number | null): number =>
  mostPlaces(group.wanted, schoolCap) - group.places;

/**
 * Gives free places in the order of the list to each group that can use them: at least its minimum while it has
 * none, any number once confirmed. Never gives more than is left, nor lifts a school above its cap.
 */
export const promoteWaitingGroups = (facts: WaitingListFacts): readonly PlacesGrant[] => {
  const grants: PlacesGrant[] = [];
  let left = facts.placesLeft;
  for (const group of inOrder(facts.groups)) {
    const places = Math.min(lacks(group, facts.schoolCap), left);
    const fewest = group.places === 0 ? Math.max(group.minimum, 1) : 1;
    if (places < fewest) continue;
    grants.push({ id: group.id, places });
    left -= places;
  }
  return grants;
};

/** Where each group stands on the waiting list, first is 1; a group that lacks nothing is not on it. */
export const waitingPositions = (
  groups: readonly QueuedGroup[],
  schoolCap: number | null = null,
): ReadonlyMap<string, number> =>
  new Map(
    inOrder(groups)
      .filter((group) => lacks(group, schoolCap) > 0)
      .map((group, index) => [group.id, index + 1]),
  );
