/** One page of a list; `nextCursor` is opaque and null on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export const PAGE_LIMIT = 50;
export const PAGE_LIMIT_MAX = 200;
