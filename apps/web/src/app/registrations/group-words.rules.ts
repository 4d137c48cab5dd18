import { londonDate } from '@lectern/core';
import { type Group, isPackDue } from '@lectern/registrations';
import type { Tone } from '@lectern/ui';
import { count, ordinal } from './counts';

export interface Mark {
  readonly tone: Tone;
  readonly words: string;
}

const OVER: readonly string[] = ['completed', 'archived'];

/** Whether the day of the group's conference is behind us, or will not come. */
export const isOver = ({ conference, status }: Group): boolean =>
  status === 'cancelled' || conference.status === 'cancelled' || OVER.includes(conference.status);

/** Whether the group may still be changed or cancelled by its school. */
export const isChangeable = (group: Group): boolean => !isOver(group) && group.conference.status !== 'live';

/** Adults that are advised and have neither been added nor explained. */
export const adultsShort = (group: Group): number =>
  isOver(group) || group.supervisionReason ? 0 : Math.max(0, group.advisedAdults - group.adults);

/** How a group stands, as a mark. */
export const groupMark = (group: Group): Mark => {
  const { conference, places, position, pupilsWanted, status } = group;
  if (status === 'cancelled') return { tone: 'stop', words: 'Cancelled' };
  if (conference.status === 'cancelled') return { tone: 'stop', words: 'Conference cancelled' };
  if (OVER.includes(conference.status)) return { tone: 'past', words: 'Has taken place' };
  if (status === 'pending') return { tone: 'note', words: 'Being decided' };
  const queue = position === undefined ? '' : `, ${ordinal(position)}`;
  if (group.offer) return { tone: 'needs', words: `Offered ${count(group.offer.places, 'place')}` };
  if (group.resting) return { tone: 'wait', words: 'Off the waiting list' };
  if (status === 'waiting') return { tone: 'wait', words: `Waiting${queue}` };
  return places < pupilsWanted && position !== undefined
    ? { tone: 'go', words: `Confirmed, ${places} of ${pupilsWanted} places` }
    : { tone: 'go', words: 'Confirmed' };
};

/** How a group stands with the visit pack; null while there is none, or no reason to read it any more. */
export const packMark = (group: Group): Mark | null => {
  const { visitPack } = group;
  if (!visitPack || isOver(group)) return null;
  if (!isPackDue(visitPack.version, visitPack.acknowledged)) return { tone: 'go', words: 'Visit pack read' };
  return {
    tone: 'needs',
    words: visitPack.acknowledged === null ? 'Visit pack to be read' : 'Visit pack changed',
  };
};

/** Everything that a group's page says at its head: how it stands, and what it needs. */
export const groupMarks = (group: Group): readonly Mark[] => {
  const short = adultsShort(group);
  const over = group.pupilsOver ?? 0;
  return [
    groupMark(group),
    ...(short === 0
      ? []
      : [{ tone: 'needs' as const, words: `Needs ${short} ${short === 1 ? 'adult' : 'adults'} more` }]),
    ...(over === 0 ? [] : [{ tone: 'needs' as const, words: `${over} over its places` }]),
  ];
};

/** What happens next with a group and when, in sentences for its school. */
export const whatNext = (group: Group): readonly string[] => {
  const { conference, places, position, pupilsMinimum, pupilsWanted, status } = group;
  if (status === 'cancelled') return ['This group is cancelled. Its places went to other schools.'];
  if (conference.status === 'cancelled')
    return ['The university cancelled this conference. Nobody needs to come.'];
  if (OVER.includes(conference.status)) return ['This conference has taken place.'];
  const queue = position === undefined ? 'on the waiting list' : `${ordinal(position)} on the waiting list`;
  if (status === 'pending') {
    return ['Places are shared out when registration has closed. This page then says how many you have.'];
  }
  if (group.offer) {
    return [`Places have come free, and we hold ${count(group.offer.places, 'place')} for your group.`];
  }
  if (group.resting) {
    return [
      group.resting === 'declined'
        ? 'You declined the places that we offered, so your group is off the waiting list.'
        : 'We offered you places and had no answer in time, so your group is off the waiting list.',
      'If you still want to come, go back on the list. Your group then stands at its end.',
    ];
  }
  if (status === 'waiting') {
    return [
      `The conference is full. Your group is ${queue}.`,
      pupilsMinimum < pupilsWanted
        ? `When ${count(pupilsMinimum, 'place')} or more come free and your group is next, we offer them to you by mail.`
        : `When ${count(pupilsWanted, 'place')} come free and your group is next, we offer them to you by mail.`,
      'You need not do anything until then. You can name your pupils now, so that all is ready.',
    ];
  }
  const partly =
    places < pupilsWanted
      ? [
          position === undefined
            ? `You asked for ${pupilsWanted} places. One school may have ${count(places, 'place')} at most.`
            : `You asked for ${pupilsWanted} places. Your group is ${queue} for the other ${pupilsWanted - places}.`,
        ]
      : [];
  return [...partly, ...nextStep(group)];
};

const nextStep = (group: Group): readonly string[] => {
  const { conference, places, pupilsNamed } = group;
  const due = londonDate(conference.finalNumbersAt);
  if (pupilsNamed === 0) {
    return [`Name your ${count(places, 'pupil')} by ${due}. Their tickets are then ready to print.`];
  }
  if (pupilsNamed < places) {
    return [`You have named ${pupilsNamed} of ${count(places, 'pupil')}. Name the others by ${due}.`];
  }
  return conference.status === 'live'
    ? ['The conference is on today. Bring the badges, and your own list of names.']
    : ['Everybody is named. Print the badges before the day and give each pupil theirs.'];
};
