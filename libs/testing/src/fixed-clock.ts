import type { Clock } from '@lectern/core';

/** A clock that stands still until a test moves it. */
export interface FixedClock extends Clock {
  set(instant: string): void;
  advance(milliseconds: number): void;
}

export const fixedClock = (instant = '2027-01-12T09:00:00.000Z'): FixedClock => {
  let now = Date.parse(instant);
  return {
    now: () => new Date(now),
    set: (next) => {
      now = Date.parse(next);
    },
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
};
