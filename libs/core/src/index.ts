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
