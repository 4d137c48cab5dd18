export { IsInstant } from './is-instant';
