import { isId, isInstant, validationFailed } from '@lectern/core';
import { textAsked } from '../platform/questions';

/** What stands after the `?` of an address. */
export type Asked = Readonly<Record<string, unknown>>;

/** A question for a thing by its id. */
export const idAsked = (asked: Asked, name: string): string | undefined => {
  const value = textAsked(asked, name);
  if (value === undefined || isId(value)) return value;
  throw validationFailed([{ field: name, code: 'not-an-id', message: `Ask for ${name} by its id.` }]);
};

/** A question for a moment. */
export const momentAsked = (asked: Asked, name: string): Date | undefined => {
  const value = textAsked(asked, name);
  if (value === undefined) return undefined;
  if (isInstant(value)) return new Date(value);
  const message = `Ask for ${name} as a moment, such as 2027-03-09T00:00:00Z.`;
  throw validationFailed([{ field: name, code: 'not-a-moment', message }]);
};
