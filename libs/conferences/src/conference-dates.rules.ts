import type { FieldError } from '@lectern/core';

/** The five instants of a conference, ISO 8601. */
export interface ConferenceDates {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly registrationOpensAt: string;
  readonly registrationClosesAt: string;
  readonly finalNumbersAt: string;
}

const YEAR = 365.25 * 24 * 3600 * 1000;

/**
 * What is wrong with a conference's dates, field by field; empty when nothing is. A new conference starts in the
 * future and within five years; registration opens before it closes, closes before the day ends, and final numbers
 * are fixed between.
 */
export const checkConferenceDates = (
  dates: ConferenceDates,
  now: Date,
  isNew: boolean,
): readonly FieldError[] => {
  const errors: FieldError[] = [];
  const at = (field: keyof ConferenceDates): number => Date.parse(dates[field]);
  const refuse = (field: keyof ConferenceDates, code: string, message: string): void => {
    errors.push({ field, code, message });
  };
  if (isNew && at('startsAt') <= now.getTime()) {
    refuse('startsAt', 'in-the-past', 'The conference must start in the future.');
  }
  if (at('startsAt') > now.getTime() + 5 * YEAR) {
    refuse('startsAt', 'too-far', 'The conference must start within the next five years.');
  }
  if (at('endsAt') <= at('startsAt'))
    refuse('endsAt', 'before-start', 'The conference must end after it starts.');
  else if (at('endsAt') - at('startsAt') > 14 * 24 * 3600 * 1000) {
    refuse('endsAt', 'too-long', 'A conference lasts 14 days at most.');
  }
  if (at('registrationClosesAt') <= at('registrationOpensAt')) {
    refuse('registrationClosesAt', 'before-opening', 'Registration must close after it opens.');
  }
  if (at('registrationClosesAt') > at('endsAt')) {
    refuse('registrationClosesAt', 'after-end', 'Registration must close before the conference ends.');
  }
  if (at('finalNumbersAt') < at('registrationOpensAt')) {
    refuse('finalNumbersAt', 'before-opening', 'Final numbers are due after registration opens.');
  }
  if (at('finalNumbersAt') > at('startsAt')) {
    refuse('finalNumbersAt', 'after-start', 'Final numbers are due before the conference starts.');
  }
  return errors;
};
