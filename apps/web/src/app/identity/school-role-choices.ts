import { ROLE_NAMES, SCHOOL_ROLES, type SchoolRole } from '@lectern/identity';

const MEANINGS: Readonly<Record<SchoolRole, string>> = {
  coordinator: 'Registers the school’s groups, keeps their lists and collects their tickets',
  teacher: 'Takes part in professional development',
};

/** What somebody at a school can be, with what it means. */
export const SCHOOL_ROLE_CHOICES = SCHOOL_ROLES.map((role) => ({
  role,
  name: ROLE_NAMES[role],
  meaning: MEANINGS[role],
}));
