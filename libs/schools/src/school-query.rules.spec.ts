import type { DomainError } from '@lectern/core';
import { readSchoolQuery, schoolCursor } from './school-query.rules';

const refusedFields = (raw: Record<string, unknown>): string[] => {
  try {
    readSchoolQuery(raw);
    return [];
  } catch (error) {
    return (error as DomainError).errors.map(({ field }) => field);
  }
};

describe('what a search for schools may ask', () => {
  it('is everything, fifty at a time, when nothing is said', () => {
    expect(readSchoolQuery({})).toEqual({ q: '', limit: 50, offset: 0 });
  });

  it('is a text, a limit and the cursor of the page before', () => {
    expect(readSchoolQuery({ q: 'st', limit: '200', cursor: schoolCursor(400) })).toEqual({
      q: 'st',
      limit: 200,
      offset: 400,
    });
  });

  it.each([
    [{ q: 'x'.repeat(101) }, ['q']],
    [{ q: ['a', 'b'] }, ['q']],
    [{ q: { $ne: '' } }, ['q']],
    [{ limit: '0' }, ['limit']],
    [{ limit: '201' }, ['limit']],
    [{ limit: '1.5' }, ['limit']],
    [{ limit: '' }, ['limit']],
    [{ limit: ['1'] }, ['limit']],
    [{ cursor: '' }, ['cursor']],
    [{ cursor: '-1' }, ['cursor']],
    [{ cursor: `s${'z'.repeat(10_000)}` }, ['cursor']],
    [{ q: null, limit: 'many', cursor: 'there' }, ['q', 'limit', 'cursor']],
  ])('refuses %j and names each field', (raw, fields) => {
    expect(refusedFields(raw)).toEqual(fields);
  });
});
