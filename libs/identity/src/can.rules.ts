import type { Role } from './roles';

/** Who is asking: an account, reduced to what permission depends on. */
export interface Actor {
  readonly accountId: string;
  readonly roles: readonly Role[];
  readonly schoolUrn?: string;
}

/** Everything that a signed-in person may be allowed to do. */
export const PERMISSIONS = [
  'session.own',
  'account.invite',
  'account.manage',
  'access-request.see',
  'access-request.decide',
  'school-people.see',
  'school-people.change',
  'school.move',
  'conference.manage',
  'conference.see-drafts',
  'group.register',
  'group.see',
  'group.change',
  'roster.see',
  'roster.change',
  'roster.override',
  'ticket.see',
  'calendar.manage',
  'check-in.manage',
  'attendance.see',
  'audit.see',
  'mail.see',
  'mail.send-again',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** The thing acted on, reduced to what permission depends on. */
export interface Owned {
  readonly schoolUrn?: string;
}

const STAFF: readonly Permission[] = PERMISSIONS;
const OF_OWN_SCHOOL: readonly Permission[] = [
  'group.register',
  'group.see',
  'group.change',
  'roster.see',
  'roster.change',
  'ticket.see',
  'access-request.see',
  'access-request.decide',
  'school-people.see',
  'school-people.change',
  'calendar.manage',
];
const EVERYBODY: readonly Permission[] = ['session.own'];

/**
 * Whether the actor may do this to that. Staff may do all of this list; a coordinator what belongs to their own
 * school; everybody ends their own session. Without an object the answer is whether it could be allowed at all,
 * which is what a route asks before its object is known.
 */
export const can = (actor: Actor, permission: Permission, object?: Owned): boolean => {
  if (EVERYBODY.includes(permission)) return true;
  if (actor.roles.some((role) => role === 'staff' || role === 'admin')) return STAFF.includes(permission);
  if (actor.roles.includes('coordinator') && OF_OWN_SCHOOL.includes(permission)) {
    return object === undefined || (actor.schoolUrn !== undefined && object.schoolUrn === actor.schoolUrn);
  }
  return false;
};
