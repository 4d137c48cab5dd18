import type { Conference } from '@lectern/conferences';
import { londonDate } from '@lectern/core';
import type { Group } from '@lectern/registrations';
import { count } from './counts';
import { adultsShort, isChangeable, isOver } from './group-words.rules';

/** One thing for a school to do: a sentence, a date and a button. */
export interface NextTask {
  readonly id: string;
  readonly sentence: string;
  /** The date in words: `By Sunday 27 December 2026`. */
  readonly when: string;
  readonly isLate: boolean;
  readonly button: string;
  readonly link: readonly string[];
}

interface DatedTask extends NextTask {
  readonly at: string;
}

const TASKS_MAX = 5;

/** What a school must do next, soonest first, five things at most; what is over asks for nothing. */
export const nextTasks = (
  groups: readonly Group[],
  conferences: readonly Conference[],
  now: Date,
): readonly NextTask[] => {
  const registered = new Set(
    groups.filter(({ status }) => status !== 'cancelled').map(({ conference }) => conference.id),
  );
  const open = conferences.filter(({ id, status }) => status === 'registration-open' && !registered.has(id));
  return [
    ...groups.filter((group) => !isOver(group)).flatMap((group) => groupTasks(group, now)),
    ...open.map((conference) => registerTask(conference, now)),
  ]
    .sort((a, b) => a.at.localeCompare(b.at))
    .slice(0, TASKS_MAX);
};

const groupTasks = (group: Group, now: Date): readonly DatedTask[] => {
  if (group.status !== 'confirmed') return [];
  const naming = nameTask(group, now);
  return [
    ...(naming ? [naming] : [badgesTask(group, now)]),
    ...(adultsShort(group) > 0 && isChangeable(group) ? [adultsTask(group, now)] : []),
  ];
};

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

const dated = (at: string, now: Date): { at: string; when: string; isLate: boolean } => {
  const isLate = Date.parse(at) < now.getTime();
  return { at, isLate, when: `${isLate ? 'Was due' : 'By'} ${londonDate(at)}` };
};
