import type { FieldError } from '@lectern/core';

/** The id of the box for a field of a request: `venue.name` is `venue-name`, `people[3].yearGroup` `people-3-yearGroup`. */
export const fieldId = (field: string): string => field.replace(/[[\].]+/g, '-').replace(/-$/, '');

/** The first error that belongs to the field: its own, or that of one item of its list. */
export const errorOf = (errors: readonly FieldError[], field: string): FieldError | undefined =>
  errors.find((error) => error.field === field || error.field.startsWith(`${field}[`));
