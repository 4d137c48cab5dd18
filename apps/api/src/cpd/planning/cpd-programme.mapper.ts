import { HALF_TERMS } from '@lectern/core';
import type {
  CpdProgramme,
  CpdProgrammeStatus,
  ExpectedSessions,
  ExpectedSessionsRequest,
} from '@lectern/cpd';
import type { CpdProgrammeEntity } from './cpd-programme.entity';

/** What each half-term should have; those that are not named have none. */
export const expectedOf = (asked: readonly ExpectedSessionsRequest[]): ExpectedSessions =>
  Object.fromEntries(
    HALF_TERMS.map((halfTerm) => [
      halfTerm,
      asked.find((expected) => expected.halfTerm === halfTerm)?.sessions ?? 0,
    ]),
  ) as ExpectedSessions;

export const programmeView = (programme: CpdProgrammeEntity): CpdProgramme => ({
  id: programme.id,
  academicYear: programme.academicYear,
  title: programme.title,
  label: programme.label,
  summary: programme.summary,
  status: programme.status as CpdProgrammeStatus,
  expected: JSON.parse(programme.expected) as ExpectedSessions,
});
