/** The one source of "now": rules and services are given it, so that tests can stop time. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
