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
  'cpd.plan',
  'cpd.see-drafts',
  'topic.vote',
  'topic.demand',
  'offer.make',
  'offer.see',
  'offer.decide',
  'suitability.manage',
  'booking.make',
  'booking.see',
  'cpd-attendance.see',
  'feedback.give',
  'feedback.see',
  'certificate.own',
  'evidence.own',
  'evidence.guide',
  'open-door.offer',
  'open-door.visit',
  'open-door.see',
  'resource.see',
  'resource.share',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** The thing acted on, reduced to what permission depends on. */
export interface Owned {
  readonly schoolUrn?: string;
}

/** What only the person concerned does, for themselves: nobody marks, offers, answers or visits in another’s name. */
const PERSONAL: readonly Permission[] = [
  'topic.vote',
  'offer.make',
  'booking.make',
  'feedback.give',
  'certificate.own',
  'evidence.own',
  'open-door.offer',
  'open-door.visit',
];
const STAFF: readonly Permission[] = PERMISSIONS.filter((permission) => !PERSONAL.includes(permission));
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
/** What somebody who teaches at a school may do, coordinators among them. */
const OF_TEACHERS: readonly Permission[] = [
  'topic.vote',
  'topic.demand',
  'booking.make',
  'booking.see',
  'feedback.give',
  'certificate.own',
  'open-door.offer',
  'open-door.visit',
  'open-door.see',
  'resource.see',
  'resource.share',
];
const OF_TRAINEES: readonly Permission[] = [
  'topic.demand',
  'offer.make',
  'offer.see',
  'feedback.see',
  'certificate.own',
  'evidence.own',
  'open-door.see',
  'resource.see',
  'resource.share',
];
const OF_MENTORS: readonly Permission[] = [
  'cpd.see-drafts',
  'topic.demand',
  'offer.see',
  'offer.decide',
  'suitability.manage',
  'cpd-attendance.see',
  'feedback.see',
  'evidence.guide',
  'open-door.see',
  'resource.see',
  'resource.share',
];
const EVERYBODY: readonly Permission[] = ['session.own'];

const isOfSchool = (actor: Actor, object?: Owned): boolean =>
  object === undefined || (actor.schoolUrn !== undefined && object.schoolUrn === actor.schoolUrn);

/**
 * Whether the actor may do this to that. Staff may do all of this list but what is personal; a coordinator and a
 * teacher what belongs to their own school; trainees and mentors what their part in the CPD needs, of which the service
 * asks further whose it is; everybody ends their own session. Without an object the answer is whether it could be
 * allowed at all, which is what a route asks before its object is known.
 */
export const can = (actor: Actor, permission: Permission, object?: Owned): boolean => {
  if (EVERYBODY.includes(permission)) return true;
  const { roles } = actor;
  if (roles.some((role) => role === 'staff' || role === 'admin') && STAFF.includes(permission)) return true;
  if (roles.includes('mentor') && OF_MENTORS.includes(permission)) return true;
  if (roles.includes('trainee') && OF_TRAINEES.includes(permission)) return true;
  const ofSchool = [
    ...(roles.includes('coordinator') ? [...OF_OWN_SCHOOL, ...OF_TEACHERS] : []),
    ...(roles.includes('teacher') ? OF_TEACHERS : []),
  ];
  return ofSchool.includes(permission) && isOfSchool(actor, object);
};
