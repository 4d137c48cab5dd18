import { figure } from '@lectern/core';
import {
  type OpenDoorLesson,
  type Reflection,
  type Visit,
  VISIT_STATUS_NAMES,
  type VisitAction,
  type VisitStatus,
} from '@lectern/cpd';
import type { Tone } from '@lectern/ui';

export interface Mark {
  readonly tone: Tone;
  readonly words: string;
}

const VISIT_TONES: Readonly<Record<VisitStatus, Tone>> = {
  asked: 'wait',
  confirmed: 'go',
  declined: 'stop',
  cancelled: 'stop',
  visited: 'past',
  missed: 'past',
};

/** How a visit stands, in a word. */
export const visitMark = (status: VisitStatus): Mark => ({
  tone: VISIT_TONES[status],
  words: VISIT_STATUS_NAMES[status],
});

/** How a lesson stands: `3 places left`, `No place left`, `Over`. */
export const lessonMark = (
  { status, placesLeft, startsAt }: Pick<OpenDoorLesson, 'status' | 'placesLeft' | 'startsAt'>,
  now: Date,
): Mark => {
  if (status === 'cancelled') return { tone: 'stop', words: 'Cancelled' };
  if (Date.parse(startsAt) <= now.getTime()) return { tone: 'past', words: 'Over' };
  return placesLeft === 0
    ? { tone: 'past', words: 'No place left' }
    : { tone: 'go', words: `${figure(placesLeft, 'place')} left` };
};

/** What the visitor reads first about their visit. */
export const visitorNext = ({ status, mayReflect, reflected, lesson }: Visit): string => {
  switch (status) {
    case 'asked':
      return `Your place is kept while ${lesson.hostName} decides. We write to you then.`;
    case 'confirmed':
      if (mayReflect && !reflected.includes('visitor')) return 'Write what you take away while it is fresh.';
      return mayReflect ? 'Thank you for your reflection.' : 'You are expected.';
    case 'declined':
      return 'The school cannot take you this time. Look for another lesson.';
    case 'cancelled':
      return 'This visit does not take place.';
    case 'visited':
      return reflected.includes('visitor')
        ? 'Thank you for your reflection.'
        : 'You were there. Write what you take away while it is fresh.';
    case 'missed':
      return 'The school says that you were not there. If that is wrong, tell your host.';
  }
};

export interface VisitButton {
  readonly action: VisitAction;
  readonly words: string;
  /** Whether it is asked about first, with a reason for the other side. */
  readonly asksWhy: boolean;
}

const HOST_WORDS: Readonly<Record<VisitAction, string>> = {
  confirm: 'Confirm',
  decline: 'Decline…',
  cancel: 'Call off the visit…',
  attend: 'Was there',
  miss: 'Did not come',
};

const ASKS_WHY: readonly VisitAction[] = ['decline', 'cancel'];

/** The buttons of a visit, in the order in which they are most wanted; one that waits is declined, not called off. */
export const visitButtons = ({ actions, side, status }: Visit): readonly VisitButton[] =>
  actions
    .filter((action) => !(action === 'cancel' && status === 'asked' && side !== 'visitor'))
    .map((action) => ({
      action,
      words: side === 'visitor' && action === 'cancel' ? 'Withdraw…' : HOST_WORDS[action],
      asksWhy: ASKS_WHY.includes(action),
    }));

const SIDES: Readonly<Record<Reflection['side'], string>> = {
  visitor: 'visitor',
  host: 'host',
  presenter: 'presenter',
};

/** Who wrote a reflection: `You`, or the other side by name. */
export const reflectionBy = (reflection: Reflection, visit: Visit): string => {
  if (reflection.side === visit.side) return 'You';
  if (reflection.side === 'visitor') return visit.visitor.name;
  return reflection.side === 'host' ? visit.lesson.hostName : SIDES[reflection.side];
};

/** For those who may not read them: which sides have written a reflection. */
export const reflectedWords = ({ reflected, side }: Visit): string => {
  if (side !== null || reflected.length === 0) return '';
  return reflected.length > 1
    ? 'Both sides have written a reflection, for each other.'
    : `The ${SIDES[reflected[0] ?? 'visitor']} has written a reflection.`;
};

export interface LessonQuestion {
  readonly topicId: string;
  readonly town: string;
}

export const EVERY_LESSON: LessonQuestion = { topicId: '', town: '' };

/** The lessons of one topic, in one town; an empty text asks nothing. */
export const narrowLessons = (
  lessons: readonly OpenDoorLesson[],
  { topicId, town }: LessonQuestion,
): readonly OpenDoorLesson[] =>
  lessons.filter(
    (lesson) =>
      (topicId === '' || lesson.topicId === topicId) && (town === '' || lesson.school.town === town),
  );

/** The towns where there are lessons, by name. */
export const townsOf = (lessons: readonly OpenDoorLesson[]): readonly string[] =>
  [...new Set(lessons.map(({ school }) => school.town))]
    .filter((town) => town !== '')
    .sort((a, b) => a.localeCompare(b, 'en-GB'));

/** The topics that lessons are on, by name. */
export const topicsOfLessons = <T extends { readonly id: string; readonly title: string }>(
  lessons: readonly OpenDoorLesson[],
  topics: readonly T[],
): readonly T[] => topics.filter(({ id }) => lessons.some(({ topicId }) => topicId === id));
