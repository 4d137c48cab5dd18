import type { Conference } from '@lectern/conferences';
import { londonDateTime } from '@lectern/core';
import { type Group, type GroupOffer, isPackDue } from '@lectern/registrations';
import { type DatedTask, dated } from '../home/next-task.rules';
import { count } from './counts';
import { adultsShort, isChangeable, isOver } from './group-words.rules';

/** What the groups of a school ask of it; what is over asks for nothing. */
export const tasksOfGroups = (groups: readonly Group[], now: Date): readonly DatedTask[] =>
  groups.filter((group) => !isOver(group)).flatMap((group) => groupTasks(group, now));

/** The conferences that a school could register for and has not. */
export const tasksOfOpenConferences = (
  groups: readonly Group[],
  conferences: readonly Conference[],
  now: Date,
): readonly DatedTask[] => {
  const registered = new Set(
    groups.filter(({ status }) => status !== 'cancelled').map(({ conference }) => conference.id),
  );
  return conferences
    .filter(({ id, status }) => status === 'registration-open' && !registered.has(id))
    .map((conference) => registerTask(conference, now));
};

const groupTasks = (group: Group, now: Date): readonly DatedTask[] => {
  if (group.offer) return [offerTask(group, group.offer, now)];
  if (group.status !== 'confirmed') return [];
  const naming = nameTask(group, now);
  const consents = consentsTask(group, now);
  const pack = packTask(group, now);
  return [
    ...(naming ? [naming] : [badgesTask(group, now)]),
    ...(consents ? [consents] : []),
    ...(pack ? [pack] : []),
    ...(adultsShort(group) > 0 && isChangeable(group) ? [adultsTask(group, now)] : []),
  ];
};

const offerTask = ({ conference, id }: Group, offer: GroupOffer, now: Date): DatedTask => ({
  id: `offer-${id}`,
  sentence: `Accept or decline ${count(offer.places, 'place')} at ${conference.title}.`,
  at: offer.expiresAt,
  isLate: Date.parse(offer.expiresAt) < now.getTime(),
  when: `By ${londonDateTime(offer.expiresAt)}`,
  button: 'Answer the offer',
  link: ['/groups', id],
});

const nameTask = (group: Group, now: Date): DatedTask | undefined => {
  const { conference, id, places, pupilsNamed } = group;
  // After final numbers the list is locked: those who are named come, and their badges are next.
  const isLocked = now.getTime() >= Date.parse(conference.finalNumbersAt);
  if (pupilsNamed >= places || (pupilsNamed > 0 && isLocked)) return undefined;
  return {
    id: `name-${id}`,
    sentence:
      pupilsNamed === 0
        ? `Name your ${count(places, 'pupil')} for ${conference.title}.`
        : `Name ${count(places - pupilsNamed, 'more pupil')} for ${conference.title}.`,
    ...dated(conference.finalNumbersAt, now),
    button: 'Add names',
    link: ['/groups', id, 'roster'],
  };
};

/** Asked once everybody is named: before that, naming asks for it too. */
const consentsTask = (group: Group, now: Date): DatedTask | undefined => {
  const { conference, id, places, pupilsNamed, consentsMissing = 0 } = group;
  if (consentsMissing === 0 || pupilsNamed < places || conference.status === 'live') return undefined;
  return {
    id: `consents-${id}`,
    sentence: `Say what ${count(consentsMissing, 'pupil')} ${consentsMissing === 1 ? 'needs' : 'need'} at ${conference.title}, and whether they may be photographed.`,
    ...dated(conference.finalNumbersAt, now),
    button: 'Add needs and consents',
    link: ['/groups', id, 'roster'],
  };
};

const packTask = ({ conference, id, visitPack }: Group, now: Date): DatedTask | undefined => {
  if (!visitPack || !isPackDue(visitPack.version, visitPack.acknowledged)) return undefined;
  return {
    id: `pack-${id}`,
    sentence:
      visitPack.acknowledged === null
        ? `Read the visit pack of ${conference.title}, and say that you have.`
        : `The visit pack of ${conference.title} has changed: read it again.`,
    ...dated(conference.startsAt, now),
    button: 'Read the visit pack',
    link: ['/groups', id, 'visit-pack'],
  };
};

const badgesTask = ({ conference, id }: Group, now: Date): DatedTask => ({
  id: `print-${id}`,
  sentence:
    conference.status === 'live'
      ? `${conference.title} is on today, at ${conference.venueName}.`
      : `Print the badges for ${conference.title}.`,
  ...(conference.status === 'live'
    ? { at: conference.startsAt, when: 'Bring the badges', isLate: false }
    : dated(conference.startsAt, now)),
  button: 'Print badges',
  link: ['/groups', id, 'tickets'],
});

const adultsTask = (group: Group, now: Date): DatedTask => {
  const { conference, id, places } = group;
  const short = adultsShort(group);
  return {
    id: `adults-${id}`,
    sentence: `Find ${count(short, 'more adult')} for ${count(places, 'pupil')} at ${conference.title}, or say why fewer are enough.`,
    ...dated(conference.finalNumbersAt, now),
    button: 'Change the group',
    link: ['/groups', id, 'change'],
  };
};

const registerTask = (conference: Conference, now: Date): DatedTask => ({
  id: `register-${conference.id}`,
  sentence:
    conference.placesLeft > 0 || conference.allocation === 'fair'
      ? `Register a group for ${conference.title}.`
      : `Join the waiting list for ${conference.title}.`,
  ...dated(conference.registrationClosesAt, now),
  button: 'Register',
  link: ['/conferences', conference.slug, 'register'],
});
