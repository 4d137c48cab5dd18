import type { Clock } from '@lectern/core';

/** A clock that the demo turns back, so that its story happened when it says it did. */
export class DemoClock implements Clock {
  private at = Date.now();

  now(): Date {
    return new Date(this.at);
  }

  goTo(instant: Date): void {
    this.at = instant.getTime();
  }
}

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;

/** Minutes after a moment. */
export const after = (moment: Date, minutes: number): Date => new Date(moment.getTime() + minutes * MINUTE);

/** Days after a moment. */
export const daysAfter = (moment: Date, days: number): Date => after(moment, days * 24 * 60);

/** The half hour that has just begun. */
export const halfHour = (moment: Date): Date =>
  new Date(Math.floor(moment.getTime() / HALF_HOUR) * HALF_HOUR);

/** Half past nine in the morning (UTC) on the day of a moment. */
export const morningOf = (moment: Date): Date => {
  const morning = new Date(moment);
  morning.setUTCHours(9, 30, 0, 0);
  return morning;
};
