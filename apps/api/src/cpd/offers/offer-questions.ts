import { isId, validationFailed } from '@lectern/core';
import { textAsked } from '../../platform/questions';

export type Asked = Readonly<Record<string, unknown>>;

/** One question that is answered with the id of something. */
export const idAsked = (asked: Asked, name: string): string | undefined => {
  const value = textAsked(asked, name);
  if (value === undefined || isId(value)) return value;
  throw validationFailed([{ field: name, code: 'not-an-id', message: `Ask for ${name} by its id.` }]);
};
