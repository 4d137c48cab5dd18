export { IsAcademicYear } from './is-academic-year';
export { IsDay } from './is-day';
export { IsInstant } from './is-instant';
export { IsNotBlank } from './is-not-blank';
