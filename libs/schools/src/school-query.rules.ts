import { type FieldError, PAGE_LIMIT, PAGE_LIMIT_MAX, validationFailed } from '@lectern/core';

/** A search as the API asks it: `offset` is what the opaque cursor stands for. */
export interface SchoolQuery {
  readonly q: string;
  readonly limit: number;
  readonly offset: number;
}

const LONGEST = 100;

/** Where the next page begins, as the text that clients hand back. */
export const schoolCursor = (offset: number): string => `s${offset.toString(36)}`;

const offsetOf = (cursor: string): number | null =>
  /^s[0-9a-z]{1,6}$/.test(cursor) ? Number.parseInt(cursor.slice(1), 36) : null;

/** Reads `q` (up to 100 characters), `limit` (1 to 200) and `cursor`; throws with an error for each that is wrong. */
export const readSchoolQuery = (raw: Readonly<Record<string, unknown>>): SchoolQuery => {
  const errors: FieldError[] = [];
  const { q = '', limit = String(PAGE_LIMIT), cursor = schoolCursor(0) } = raw;

  if (typeof q !== 'string' || q.length > LONGEST) {
    errors.push({
      field: 'q',
      code: 'bad-search',
      message: `Search for one text of ${LONGEST} characters or fewer.`,
    });
  }
  const count = typeof limit === 'string' && /^\d{1,3}$/.test(limit) ? Number(limit) : 0;
  if (count < 1 || count > PAGE_LIMIT_MAX) {
    errors.push({
      field: 'limit',
      code: 'bad-limit',
      message: `Give limit as a whole number from 1 to ${PAGE_LIMIT_MAX}.`,
    });
  }
  const offset = typeof cursor === 'string' ? offsetOf(cursor) : null;
  if (offset === null) {
    errors.push({
      field: 'cursor',
      code: 'bad-cursor',
      message: 'Give the nextCursor of the page before, or leave cursor out.',
    });
  }
  if (errors.length > 0 || typeof q !== 'string' || offset === null) throw validationFailed(errors);
  return { q, limit: count, offset };
};
