import { mostPlaces } from './places.rules';
import { type InPools, type PoolsLeft, serveInOrder } from './serve-in-order.rules';

/** A confirmed or waiting group of a conference, as the waiting list sees it. */
export interface QueuedGroup {
  readonly id: string;
  readonly wanted: number;
  readonly minimum: number;
  /** Places it has; 0 while it waits for its first ones. */
  readonly places: number;
  /** Places that an open offer holds for it; 0 when there is none. */
  readonly held: number;
  /** Order of registration; the lowest stands first. */
  readonly sequence: number;
}

export interface WaitingListFacts {
  readonly placesLeft: number;
  readonly schoolCap: number | null;
  readonly groups: readonly QueuedGroup[];
}

/** How a group comes to places: `given` to one that is confirmed, `offered` to one that has none, `grown` on to an open offer. */
export type GrantKind = 'given' | 'offered' | 'grown';

export interface PlacesGrant {
  readonly id: string;
  readonly kind: GrantKind;
  /** Places given or held now, on top of those the group has or is offered. */
  readonly places: number;
}

const inOrder = <G extends QueuedGroup>(groups: readonly G[]): G[] =>
  [...groups].sort((a, b) => a.sequence - b.sequence);

/** What a group still wants beyond what it has and what is held for it, never counting above the school cap. */
export const lacks = (group: QueuedGroup, schoolCap: number | null): number =>
  mostPlaces(group.wanted, schoolCap) - group.places - group.held;

/** The fewest places that a group can use: its minimum while it has none and is offered none, one from then on. */
export const fewestUsable = (group: QueuedGroup): number =>
  group.places + group.held === 0 ? Math.max(group.minimum, 1) : 1;

const kindOf = (group: QueuedGroup): GrantKind => {
  if (group.places > 0) return 'given';
  return group.held > 0 ? 'grown' : 'offered';
};

/**
 * Hands free places out in the order of the list, each time to the first group that can use them: at least its minimum
 * while it has none, any number once it is confirmed or has an offer. A confirmed group gets them at once, any other as
 * an offer that holds them. Never more than is left, nor a school above its cap.
 */
export const promoteWaitingGroups = (facts: WaitingListFacts): readonly PlacesGrant[] =>
  promoteAcross({
    left: new Map([[ONE_POOL, facts.placesLeft]]),
    schoolCap: facts.schoolCap,
    groups: facts.groups.map((group) => ({ ...group, pools: [ONE_POOL] })),
  });

const ONE_POOL = 'all';

export interface PoolWaitingListFacts {
  readonly left: PoolsLeft;
  readonly schoolCap: number | null;
  readonly groups: readonly (QueuedGroup & InPools)[];
}

/** `promoteWaitingGroups` for a list on which some need several pools at once, such as every session of a series. */
export const promoteAcross = ({ left, schoolCap, groups }: PoolWaitingListFacts): readonly PlacesGrant[] => {
  const waiting = inOrder(groups).map((group) => ({
    group,
    pools: group.pools,
    minimum: fewestUsable(group),
    lacks: lacks(group, schoolCap),
  }));
  return serveInOrder(left, waiting).served.map(({ group: { group }, places }) => ({
    id: group.id,
    kind: kindOf(group),
    places,
  }));
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
