import { DAY, instantOfLondonWall, londonWall } from '@lectern/core';
import type { ConferenceDates } from './conference-dates.rules';

const YEAR = 365.2425;

const wallOf = (instant: string): number => londonWall(new Date(instant));
const dayOf = (wall: number): number => Math.floor(wall / DAY);
const isoAt = (wall: number): string => instantOfLondonWall(wall).toISOString();

/**
 * When a conference would be held again: the same weekday and the same London time of day, nearest to its anniversary;
 * the first anniversary that is still to come. Tuesday 9 March 2027 becomes Tuesday 7 March 2028.
 */
export const startAgain = (startsAt: string, now: Date): string => {
  const wall = wallOf(startsAt);
  for (let years = 1; ; years++) {
    const weeks = Math.round((years * YEAR) / 7);
    const next = isoAt(wall + weeks * 7 * DAY);
    if (Date.parse(next) > now.getTime()) return next;
  }
};

/**
 * Moves a date of the conference by as many days of London's calendar as its start moves; the time of day stays what it
 * was, whatever summer time does between the two.
 */
export const moveWithStart = (instant: string, oldStart: string, newStart: string): string =>
  isoAt(wallOf(instant) + (dayOf(wallOf(newStart)) - dayOf(wallOf(oldStart))) * DAY);

/** The dates of a conference that is held again from `newStart` on: every date keeps its distance in days, and the day its length. */
export const copyDates = (dates: ConferenceDates, newStart: string): ConferenceDates => {
  const moved = (instant: string): string => moveWithStart(instant, dates.startsAt, newStart);
  return {
    startsAt: newStart,
    endsAt: isoAt(wallOf(newStart) + wallOf(dates.endsAt) - wallOf(dates.startsAt)),
    registrationOpensAt: moved(dates.registrationOpensAt),
    registrationClosesAt: moved(dates.registrationClosesAt),
    finalNumbersAt: moved(dates.finalNumbersAt),
  };
};

/** The title with its years moved on: `Maths in motion 2027` is `Maths in motion 2028` a year later, `2026/27` is `2027/28`. */
export const copyTitle = (title: string, oldStart: string, newStart: string): string => {
  const yearOf = (instant: string): number => new Date(wallOf(instant)).getUTCFullYear();
  const later = yearOf(newStart) - yearOf(oldStart);
  if (later === 0) return title;
  return title.replace(
    /(?<!\d)(20\d\d)(?:([/–-])(\d\d))?(?!\d)/g,
    (_, year: string, dash?: string, end?: string) =>
      String(Number(year) + later) +
      (dash && end ? dash + String((Number(end) + later) % 100).padStart(2, '0') : ''),
  );
};
