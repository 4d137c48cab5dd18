export { type Clock, systemClock } from './clock';
export { derivedId, isId, newId } from './ids';
export {
  DomainError,
  type DomainErrorOptions,
  ERROR_KINDS,
  type ErrorKind,
  type FieldError,
  notFound,
  validationFailed,
} from './domain-error';
export type { Problem } from './problem';
export { type Page, PAGE_LIMIT, PAGE_LIMIT_MAX } from './page';
export { londonClock, londonDate, londonDateTime, londonShortDate, londonTime } from './london';
export { DAY, instantOfLondonWall, londonWall } from './london-wall';
export { foldText, isStorableText } from './text';
export { isInstant } from './instant';
export { count, figure, listed, ordinal, sentence } from './counted';
export {
  CROCKFORD,
  crockfordSymbol,
  crockfordValue,
  decodeCrockford,
  encodeCrockford,
  withoutSeparators,
} from './crockford';
export { type CheckedCodeReading, drawCheckedCode, readCheckedCode } from './checked-code';
export { addDays, isDay, londonDay, startOfDay, weekday, weekdayFrom } from './london-day';
export {
  type AcademicCalendar,
  academicYearAfter,
  academicYearDays,
  academicYearFromSlug,
  academicYearOf,
  academicYearSlug,
  checkCalendar,
  HALF_TERM_NAMES,
  HALF_TERMS,
  type HalfTerm,
  type HalfTermDates,
  halfTermInstants,
  halfTermLabel,
  halfTermOf,
  halfTermWords,
  isAcademicYear,
  type Term,
  termOf,
  TERMS,
} from './academic-year.rules';
export { easterSunday, usualCalendar } from './usual-calendar.rules';
