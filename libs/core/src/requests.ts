export { IsInstant } from './is-instant';
export { IsNotBlank } from './is-not-blank';
