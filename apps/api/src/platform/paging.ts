import { PAGE_LIMIT, PAGE_LIMIT_MAX, validationFailed } from '@lectern/core';

/** How many items a list is asked for; refuses what is not a whole number from 1 to 200. */
export const limitOf = (limit: unknown, otherwise = PAGE_LIMIT): number => {
  if (limit === undefined || limit === '') return otherwise;
  const asked = typeof limit === 'string' && /^\d{1,4}$/.test(limit) ? Number(limit) : 0;
  if (asked < 1 || asked > PAGE_LIMIT_MAX) {
    throw validationFailed([
      { field: 'limit', code: 'out-of-range', message: `Ask for 1 to ${PAGE_LIMIT_MAX} items at a time.` },
    ]);
  }
  return asked;
};

/** A place in a list as an opaque text. */
export const cursorOf = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place that a cursor stands for; null at the start of the list, and when it is none of ours. */
export const knownPlaceOf = (cursor: unknown, length: number): readonly (string | number)[] | null => {
  if (typeof cursor !== 'string' || cursor === '') return null;
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits =
      Array.isArray(place) &&
      place.length === length &&
      place.every((part): part is string | number => typeof part === 'string' || typeof part === 'number');
    return fits ? place : null;
  } catch {
    return null;
  }
};

/** The place that a cursor stands for; null at the start of the list. Refuses one that is none of ours. */
export const placeOf = (cursor: unknown, length: number): readonly (string | number)[] | null => {
  if (cursor === undefined || cursor === '') return null;
  const place = knownPlaceOf(cursor, length);
  if (place) return place;
  throw validationFailed([
    {
      field: 'cursor',
      code: 'unknown-cursor',
      message: 'This place in the list is not known. Start again without a cursor.',
    },
  ]);
};
