import type { VisitParty } from '@lectern/cpd';
import { type Actor, can } from '@lectern/identity';
import type { OpenDoorLessonEntity, OpenDoorVisitEntity } from './open-door-lesson.entity';

type Lesson = Pick<OpenDoorLessonEntity, 'hostId' | 'schoolUrn'>;

/** Whether somebody looks after every lesson: university staff. */
export const isStaff = (actor: Actor): boolean => can(actor, 'cpd.plan');

/** Whether somebody answers for the lesson at its school: whoever teaches it, and the school’s coordinators. */
export const isHostOf = (actor: Actor, { hostId, schoolUrn }: Lesson): boolean =>
  can(actor, 'open-door.offer', { schoolUrn }) &&
  (actor.accountId === hostId || actor.roles.includes('coordinator'));

export const mayChange = (actor: Actor, lesson: Lesson): boolean => isStaff(actor) || isHostOf(actor, lesson);

/** The party that somebody is to a visit; null for those whom it does not concern. */
export const partyOf = (
  actor: Actor,
  visit: Pick<OpenDoorVisitEntity, 'visitorId'>,
  lesson: Lesson,
): VisitParty | null => {
  if (visit.visitorId === actor.accountId) return 'visitor';
  if (isHostOf(actor, lesson)) return 'host';
  return isStaff(actor) ? 'staff' : null;
};
