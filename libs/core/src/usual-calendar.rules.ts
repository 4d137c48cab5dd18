import { type AcademicCalendar, academicYearDays, type HalfTermDates } from './academic-year.rules';
import { addDays, weekdayFrom } from './london-day';

const MONDAY = 1;
const FRIDAY = 5;

const pad = (number: number): string => String(number).padStart(2, '0');

/** Easter Sunday of a year in the Gregorian calendar, by the anonymous algorithm of 1876. */
export const easterSunday = (year: number): string => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const leaps = Math.floor(century / 4);
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leaps - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return `${year}-${pad(Math.floor(days / 31))}-${pad((days % 31) + 1)}`;
};

const lastBefore = (day: string, wanted: number): string => weekdayFrom(addDays(day, -7), wanted);

/**
 * A usual academic year in England, for the host to begin from: half-terms end on a Friday and begin on a Monday;
 * weeks off at the end of October, in the middle of February and from the spring bank holiday; two at Christmas; Holy
 * Week and the week after Easter. Every local authority sets its own: these are suggestions and never facts.
 */
export const usualCalendar = (year: string): AcademicCalendar => {
  const { startsOn } = academicYearDays(year);
  const first = Number(year.slice(0, 4));
  const next = first + 1;
  const begins = weekdayFrom(startsOn, MONDAY);
  const autumnBreak = lastBefore(`${first}-11-01`, MONDAY);
  const springBreak = weekdayFrom(`${next}-02-14`, MONDAY);
  const easter = easterSunday(next);
  const springBankHoliday = lastBefore(`${next}-06-01`, MONDAY);
  const dates: readonly HalfTermDates[] = [
    // A year that begins on a weekday begins on it; one that begins at a weekend waits for its Monday.
    {
      halfTerm: 'autumn-1',
      startsOn: weekdayFrom(startsOn, FRIDAY) < begins ? startsOn : begins,
      endsOn: addDays(autumnBreak, -3),
    },
    { halfTerm: 'autumn-2', startsOn: addDays(autumnBreak, 7), endsOn: lastBefore(`${first}-12-21`, FRIDAY) },
    {
      halfTerm: 'spring-1',
      startsOn: weekdayFrom(`${next}-01-03`, MONDAY),
      endsOn: addDays(springBreak, -3),
    },
    { halfTerm: 'spring-2', startsOn: addDays(springBreak, 7), endsOn: addDays(easter, -9) },
    { halfTerm: 'summer-1', startsOn: addDays(easter, 8), endsOn: addDays(springBankHoliday, -3) },
    {
      halfTerm: 'summer-2',
      startsOn: addDays(springBankHoliday, 7),
      endsOn: lastBefore(`${next}-07-24`, FRIDAY),
    },
  ];
  return { year, halfTerms: dates };
};
