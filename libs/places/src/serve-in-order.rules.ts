/** What somebody on a waiting list can use. */
export interface WaitingAhead {
  /** The fewest places it can use: its minimum while it has none, 1 when it only waits for the rest. */
  readonly minimum: number;
  /** What it still wants, never counting above the school cap. */
  readonly lacks: number;
}

/** Places left, by pool: a conference or a single session is one pool, a series is one for each of its sessions. */
export type PoolsLeft = ReadonlyMap<string, number>;

/** Whoever wants the same number of places in each of some pools. */
export interface InPools {
  readonly pools: readonly string[];
}

/** One that could be served, and the places it takes in each of its pools. */
export interface Served<G> {
  readonly group: G;
  readonly places: number;
}

/** What one who needs all of these pools could have: as many as the fullest of them leaves; nothing without a pool. */
export const leftInAll = (left: PoolsLeft, pools: readonly string[]): number =>
  pools.length === 0 ? 0 : Math.min(...pools.map((pool) => left.get(pool) ?? 0));

/**
 * Goes down a list once and lets each take what it can use, from every pool that it needs or from none; who cannot use
 * what is left is passed by, and keeps nobody behind waiting. Takes no pool below nothing. This one walk decides both
 * who is promoted and what is left for somebody who joins.
 */
export const serveInOrder = <G extends WaitingAhead & InPools>(
  left: PoolsLeft,
  inOrder: readonly G[],
): { readonly served: readonly Served<G>[]; readonly left: PoolsLeft } => {
  const remaining = new Map(left);
  const served: Served<G>[] = [];
  for (const group of inOrder) {
    const places = Math.min(group.lacks, leftInAll(remaining, group.pools));
    if (places <= 0 || places < group.minimum) continue;
    served.push({ group, places });
    for (const pool of group.pools) remaining.set(pool, (remaining.get(pool) ?? 0) - places);
  }
  return { served, left: remaining };
};
