import {
  type School,
  SCHOOL_STATUSES,
  type SchoolBrief,
  schoolToday,
  type Succession,
} from '@lectern/schools';
import type { SchoolEntity } from './school.entity';

type Listed = Pick<SchoolEntity, 'urn' | 'name' | 'town' | 'postcode' | 'status'>;

/** A stored school and no more. */
export const schoolBrief = (row: Listed): SchoolBrief => ({
  urn: row.urn,
  name: row.name,
  town: row.town,
  postcode: row.postcode,
  status: SCHOOL_STATUSES.find((status) => status === row.status) ?? 'open',
});

/** A stored school as lists and searches show it; a closed one with the school that took its place. */
export const schoolView = (row: Listed, successions: readonly Succession[] = []): School => {
  const school = schoolBrief(row);
  const successor = school.status === 'closed' ? schoolToday(school.urn, successions) : null;
  return { ...school, ...(successor ? { successor } : {}) };
};
