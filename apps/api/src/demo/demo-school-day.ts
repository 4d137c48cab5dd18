import { academicYearOf, addDays, londonDay, startOfDay, usualCalendar } from '@lectern/core';
import { after, daysAfter } from './demo-clock';

/** A school day near a moment that is not taken: a Tuesday to Thursday of a half-term, on the same side of now. */
export const schoolDayNear = (now: Date, days: number, taken: readonly string[]): string => {
  const towards = days < 0 ? -1 : 1;
  const wanted = londonDay(daysAfter(now, days));
  for (let n = 0; n < 100; n++) {
    const day = addDays(wanted, n * towards);
    const noon = after(startOfDay(day), 12 * 60);
    const { halfTerms } = usualCalendar(academicYearOf(noon));
    const isTaught = halfTerms.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
    if (isTaught && [2, 3, 4].includes(noon.getUTCDay()) && !taken.includes(day)) return day;
  }
  return wanted;
};
