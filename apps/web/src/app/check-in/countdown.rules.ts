/** The time until an instant: as a clock for the eye, and in whole minutes for the ear. */
export interface Countdown {
  readonly isOver: boolean;
  /** `9:05` */
  readonly clock: string;
  /** `10 minutes`, `1 minute`, `less than a minute` */
  readonly words: string;
}

/** What is left until the instant; over when there is none. */
export const countdown = (until: string | null, now: number): Countdown => {
  const seconds = until === null ? 0 : Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
  const minutes = Math.floor(seconds / 60);
  const words = minutes === 0 ? 'less than a minute' : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  return { isOver: seconds === 0, clock: `${minutes}:${String(seconds % 60).padStart(2, '0')}`, words };
};
