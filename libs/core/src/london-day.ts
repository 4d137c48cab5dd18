import { DAY, instantOfLondonWall, londonWall } from './london-wall';

const ISO_DAY = /^\d{4}-\d\d-\d\d$/;

/** Whether the text is a day that exists, `2026-09-01`. */
export const isDay = (text: unknown): text is string =>
  typeof text === 'string' && ISO_DAY.test(text) && dayText(Date.parse(`${text}T00:00:00Z`)) === text;

const dayText = (wall: number): string =>
  Number.isNaN(wall) ? '' : new Date(wall).toISOString().slice(0, 10);

/** The day that London's calendar shows at an instant, `2026-09-01`. */
export const londonDay = (instant: string | Date): string => dayText(londonWall(new Date(instant)));

/** The instant at which a day begins in London. */
export const startOfDay = (day: string): Date => instantOfLondonWall(Date.parse(`${day}T00:00:00Z`));

/** The day so many days later (or earlier, when negative). */
export const addDays = (day: string, days: number): string =>
  dayText(Date.parse(`${day}T00:00:00Z`) + days * DAY);

/** The day of the week, 1 Monday to 7 Sunday. */
export const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The first such weekday on this day or after it. */
export const weekdayFrom = (day: string, wanted: number): string =>
  addDays(day, (wanted - weekday(day) + 7) % 7);
