import type { Database } from '../persistence/database';
import { isUniqueViolation } from '../persistence/dialect';
import { Overtaken } from './admission-book';

const TRIES = 4;

/**
 * Runs a unit of work on admissions again when another process was quicker: a row that was to be new is there, or a
 * state is not the one that was decided on. From the second try on the work looks more carefully.
 */
export const untilSettled = async <T>(
  database: Database,
  work: (careful: boolean) => Promise<T>,
): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction(() => work(attempt > 1));
    } catch (error) {
      const passes = isUniqueViolation(error) || error instanceof Overtaken;
      if (attempt >= TRIES || !passes) throw error;
    }
  }
};
