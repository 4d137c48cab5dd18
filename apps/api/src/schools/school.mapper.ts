import { type School, SCHOOL_STATUSES } from '@lectern/schools';
import type { SchoolEntity } from './school.entity';

/** A stored school as lists and searches show it. */
export const schoolView = (
  row: Pick<SchoolEntity, 'urn' | 'name' | 'town' | 'postcode' | 'status'>,
): School => ({
  urn: row.urn,
  name: row.name,
  town: row.town,
  postcode: row.postcode,
  status: SCHOOL_STATUSES.find((status) => status === row.status) ?? 'open',
});
