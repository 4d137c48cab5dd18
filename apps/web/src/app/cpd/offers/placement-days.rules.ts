import { addDays, isDay, londonDate, startOfDay, weekday } from '@lectern/core';
import { type OwnPlacementDay, PLACEMENT_DAYS_AT_ONCE } from '@lectern/cpd';

export const REPEATS = ['once', 'weekly', 'weekdays'] as const;
export type Repeat = (typeof REPEATS)[number];

export const REPEAT_NAMES: Readonly<Record<Repeat, string>> = {
  once: 'Only on this day',
  weekly: 'Every week on this day',
  weekdays: 'Every day from Monday to Friday',
};

export interface PlacementPattern {
  readonly first: string;
  readonly repeat: Repeat;
  /** The last day; not looked at for a single one. */
  readonly until: string;
}

export type PatternReading =
  | { readonly days: readonly string[] }
  | { readonly wrong: { readonly field: 'first' | 'until'; readonly message: string } };

/** The days that a pattern means, at most as many as are sent at once; otherwise what is wrong with it. */
export const readPattern = ({ first, repeat, until }: PlacementPattern): PatternReading => {
  if (!isDay(first))
    return { wrong: { field: 'first', message: 'Enter the day, or the first of the days.' } };
  if (repeat === 'once') return { days: [first] };
  if (!isDay(until) || until < first) {
    return { wrong: { field: 'until', message: 'Enter the last day; it cannot be before the first.' } };
  }
  const days: string[] = [];
  for (let day = first; day <= until; day = addDays(day, repeat === 'weekly' ? 7 : 1)) {
    if (repeat === 'weekdays' && weekday(day) > 5) continue;
    days.push(day);
    if (days.length > PLACEMENT_DAYS_AT_ONCE) {
      return {
        wrong: {
          field: 'until',
          message: `These are more than ${PLACEMENT_DAYS_AT_ONCE} days. Add them in two parts.`,
        },
      };
    }
  }
  if (days.length === 0) return { wrong: { field: 'until', message: 'There is no school day in between.' } };
  return { days };
};

export interface PlacementMonth {
  /** `March 2027` */
  readonly name: string;
  readonly days: readonly { readonly day: string; readonly words: string; readonly schoolName: string }[];
}

/** Days on a list, month by month. */
export const byMonth = (days: readonly OwnPlacementDay[]): readonly PlacementMonth[] => {
  const months = new Map<string, PlacementMonth['days'][number][]>();
  for (const { day, schoolName } of days) {
    const words = londonDate(startOfDay(day));
    const month = words.split(' ').slice(2).join(' ');
    months.set(month, [...(months.get(month) ?? []), { day, words, schoolName }]);
  }
  return [...months].map(([name, found]) => ({ name, days: found }));
};
