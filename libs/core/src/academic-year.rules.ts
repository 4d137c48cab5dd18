import type { FieldError } from './domain-error';
import { londonShortDate } from './london';
import { addDays, isDay, londonDay, startOfDay } from './london-day';

/** The half-terms of an English academic year, in order. */
export const HALF_TERMS = ['autumn-1', 'autumn-2', 'spring-1', 'spring-2', 'summer-1', 'summer-2'] as const;
export type HalfTerm = (typeof HALF_TERMS)[number];

export const TERMS = ['autumn', 'spring', 'summer'] as const;
export type Term = (typeof TERMS)[number];

export const HALF_TERM_NAMES: Readonly<Record<HalfTerm, string>> = {
  'autumn-1': 'Autumn 1',
  'autumn-2': 'Autumn 2',
  'spring-1': 'Spring 1',
  'spring-2': 'Spring 2',
  'summer-1': 'Summer 1',
  'summer-2': 'Summer 2',
};

/** First and last day of a half-term, `2026-09-01`, as London's calendar counts them; both belong to it. */
export interface HalfTermDates {
  readonly halfTerm: HalfTerm;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** One academic year's half-terms, as the host sets them; what lies between them is holiday. */
export interface AcademicCalendar {
  /** `2026/27` */
  readonly year: string;
  readonly halfTerms: readonly HalfTermDates[];
}

const YEAR_NAME = /^(\d{4})\/(\d\d)$/;

/** Whether the text names an academic year: `2026/27`, the second year following the first. */
export const isAcademicYear = (text: unknown): text is string => {
  const [, first = '', second = ''] = typeof text === 'string' ? (YEAR_NAME.exec(text) ?? []) : [];
  return first !== '' && (Number(first) + 1) % 100 === Number(second);
};

const nameOf = (first: number): string => `${first}/${String((first + 1) % 100).padStart(2, '0')}`;

/** The academic year of an instant: 1 September to 31 August in London. */
export const academicYearOf = (instant: string | Date): string => {
  const day = londonDay(instant);
  const year = Number(day.slice(0, 4));
  return nameOf(day.slice(5) >= '09-01' ? year : year - 1);
};

/** First and last day of an academic year, both in it. */
export const academicYearDays = (year: string): { readonly startsOn: string; readonly endsOn: string } => {
  const first = Number(year.slice(0, 4));
  return { startsOn: `${first}-09-01`, endsOn: `${first + 1}-08-31` };
};

/** The academic year that follows (or, with -1, came before). */
export const academicYearAfter = (year: string, years = 1): string =>
  nameOf(Number(year.slice(0, 4)) + years);

/** An academic year as a part of an address, `2026-27`: a slash would begin the next part. */
export const academicYearSlug = (year: string): string => year.replace('/', '-');

/** The academic year that a part of an address names; null when it names none. */
export const academicYearFromSlug = (slug: string): string | null => {
  const year = slug.replace('-', '/');
  return isAcademicYear(year) && academicYearSlug(year) === slug ? year : null;
};

export const termOf = (halfTerm: HalfTerm): Term =>
  TERMS[Math.floor(HALF_TERMS.indexOf(halfTerm) / 2)] ?? 'autumn';

/** `Autumn 1, 2026/27` */
export const halfTermLabel = (halfTerm: HalfTerm, year: string): string =>
  `${HALF_TERM_NAMES[halfTerm]}, ${year}`;

/** `Autumn 1, 2026/27 (1 Sept 2026 to 23 Oct 2026)` for the people who plan. */
export const halfTermWords = ({ halfTerm, startsOn, endsOn }: HalfTermDates, year: string): string =>
  `${halfTermLabel(halfTerm, year)} (${londonShortDate(startOfDay(startsOn))} to ${londonShortDate(startOfDay(endsOn))})`;

/** The half-term in which an instant lies in London; null in the holidays and in any other year. */
export const halfTermOf = (instant: string | Date, calendar: AcademicCalendar): HalfTerm | null => {
  const day = londonDay(instant);
  const found = calendar.halfTerms.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
  return found?.halfTerm ?? null;
};

/** The instants between which a half-term lies: from its first midnight until, not including, the one after its last day. */
export const halfTermInstants = ({
  startsOn,
  endsOn,
}: HalfTermDates): { readonly from: Date; readonly until: Date } => ({
  from: startOfDay(startsOn),
  until: startOfDay(addDays(endsOn, 1)),
});

const checkDates = (dates: HalfTermDates, year: string, before: HalfTermDates | undefined, field: string) => {
  const name = HALF_TERM_NAMES[dates.halfTerm];
  const { startsOn: first, endsOn: last } = academicYearDays(year);
  const refuse = (end: 'startsOn' | 'endsOn', code: string, message: string): FieldError[] => [
    { field: `${field}.${end}`, code, message },
  ];
  if (!isDay(dates.startsOn)) {
    return refuse('startsOn', 'not-a-day', `Enter the first day of ${name}, such as ${first}.`);
  }
  if (!isDay(dates.endsOn)) {
    return refuse('endsOn', 'not-a-day', `Enter the last day of ${name}, such as ${first}.`);
  }
  if (dates.endsOn < dates.startsOn) {
    return refuse('endsOn', 'before-start', `${name} must end on or after its first day.`);
  }
  if (dates.startsOn < first || dates.endsOn > last) {
    const end = dates.startsOn < first ? 'startsOn' : 'endsOn';
    return refuse(end, 'outside-year', `${name} must lie between 1 September and 31 August of ${year}.`);
  }
  if (before && isDay(before.endsOn) && dates.startsOn <= before.endsOn) {
    return refuse(
      'startsOn',
      'overlaps',
      `${name} must begin after ${HALF_TERM_NAMES[before.halfTerm]} has ended.`,
    );
  }
  return [];
};

/** What is wrong with a calendar, field by field; empty when nothing is: six half-terms in order, apart, within the year. */
export const checkCalendar = ({ year, halfTerms }: AcademicCalendar): readonly FieldError[] => {
  if (!isAcademicYear(year)) {
    return [{ field: 'year', code: 'not-a-year', message: 'Enter an academic year, such as 2026/27.' }];
  }
  const named = halfTerms.map(({ halfTerm }) => halfTerm);
  if (named.join() !== HALF_TERMS.join()) {
    const message = `Send the six half-terms once each and in order: ${Object.values(HALF_TERM_NAMES).join(', ')}.`;
    return [{ field: 'halfTerms', code: 'not-the-six', message }];
  }
  return halfTerms.flatMap((dates, at) => checkDates(dates, year, halfTerms[at - 1], `halfTerms[${at}]`));
};
