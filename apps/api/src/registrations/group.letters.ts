import { londonDate, londonShortDate, londonTime } from '@lectern/core';
import type { Letter, LetterPart } from '../notifications/letter';

/** What every letter about a group is made of. */
export interface GroupLetterFacts {
  /** The public address of this installation. */
  readonly url: string;
  readonly school: string;
  readonly group: {
    readonly id: string;
    readonly pupilsWanted: number;
    readonly places: number;
    readonly adults: number;
  };
  readonly conference: {
    readonly slug: string;
    readonly title: string;
    readonly startsAt: Date;
    readonly endsAt: Date;
    readonly venueName: string;
    readonly venueAddress: string;
    readonly registrationClosesAt: Date;
    readonly finalNumbersAt: Date;
  };
}

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

const ordinal = (n: number): string => {
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th' } as const;
  const rule = new Intl.PluralRules('en-GB', { type: 'ordinal' }).select(n);
  return `${n}${ending[rule as keyof typeof ending]}`;
};

/** The conference as a subject names it: "Maths in motion, 9 Mar 2027". */
export const inSubject = ({ title, startsAt }: GroupLetterFacts['conference']): string =>
  `${title}, ${londonShortDate(startsAt)}`;

export const when = ({
  startsAt,
  endsAt,
}: Pick<GroupLetterFacts['conference'], 'startsAt' | 'endsAt'>): string => {
  const end = londonDate(startsAt) === londonDate(endsAt) ? '' : `${londonDate(endsAt)}, `;
  return `${londonDate(startsAt)}, ${londonTime(startsAt)} to ${end}${londonTime(endsAt)}`;
};

export const where = ({ venueName, venueAddress }: GroupLetterFacts['conference']): string =>
  `${venueName}\n${venueAddress}`;

const words = (text: string): LetterPart => ({ kind: 'words', text });

const theDay = ({ conference, group }: GroupLetterFacts): LetterPart => ({
  kind: 'facts',
  facts: [
    ['Conference', conference.title],
    ['When', when(conference)],
    ['Where', where(conference)],
    ['Your group', `${counted(group.pupilsWanted, 'pupil')} and ${counted(group.adults, 'adult')}`],
    ...(group.places > 0 ? [['Places confirmed', String(group.places)] as const] : []),
  ],
});

const toGroup = ({ url, group }: GroupLetterFacts, label = 'Open your group'): LetterPart => ({
  kind: 'button',
  label,
  url: `${url}/groups/${group.id}`,
});

const toConference = ({ url, conference }: GroupLetterFacts): LetterPart => ({
  kind: 'button',
  label: 'See the conference',
  url: `${url}/conferences/${conference.slug}`,
});

const nameThem = ({ conference }: GroupLetterFacts): LetterPart =>
  words(
    `Next: name your pupils by ${londonDate(conference.finalNumbersAt)}. Their badges can be printed as soon as they are named.`,
  );

/** Registered, and every place that was asked for is there. */
export const confirmedLetter = (facts: GroupLetterFacts): Letter => ({
  subject: `Your places are confirmed: ${inSubject(facts.conference)}`,
  parts: [
    words(`${facts.school} has ${counted(facts.group.places, 'place')} at ${facts.conference.title}.`),
    theDay(facts),
    nameThem(facts),
    toGroup(facts),
  ],
});

/** Registered, with fewer places than were asked for; the rest waits. */
export const confirmedInPartLetter = (facts: GroupLetterFacts): Letter => {
  const { places, pupilsWanted } = facts.group;
  return {
    subject: `${places} of ${pupilsWanted} places are confirmed: ${inSubject(facts.conference)}`,
    parts: [
      words(
        `${facts.school} has ${places} of the ${pupilsWanted} places that you asked for at ${facts.conference.title}. ` +
          `The other ${pupilsWanted - places} are on the waiting list. When places become free, groups get them in turn.`,
      ),
      theDay(facts),
      nameThem(facts),
      toGroup(facts),
    ],
  };
};

/** Registered, and there was no room. */
export const waitingLetter = (facts: GroupLetterFacts, position: number | undefined): Letter => ({
  subject: `You are on the waiting list: ${inSubject(facts.conference)}`,
  parts: [
    words(
      `${facts.conference.title} does not have ${counted(facts.group.pupilsWanted, 'place')} left for ${facts.school}.` +
        (position === undefined
          ? ' Your group is on the waiting list.'
          : ` Your group is ${ordinal(position)} on the waiting list.`),
    ),
    theDay(facts),
    words(
      'When places become free, groups get them in turn. You do not need to do anything. If you no longer want to come, cancel the group so that another school can.',
    ),
    toGroup(facts),
  ],
});

/** Registered where places are shared out later. */
export const pendingLetter = (facts: GroupLetterFacts): Letter => ({
  subject: `We have your registration: ${inSubject(facts.conference)}`,
  parts: [
    words(
      `${facts.school} has asked for ${counted(facts.group.pupilsWanted, 'place')} at ${facts.conference.title}. ` +
        `Places are shared out after registration has closed on ${londonDate(facts.conference.registrationClosesAt)}; it does not matter who asked first.`,
    ),
    theDay(facts),
    words('You do not need to do anything until you hear how the places were shared out.'),
    toGroup(facts),
  ],
});

/** The numbers of a group are others now. */
export const changedLetter = (
  facts: GroupLetterFacts,
  before: Pick<GroupLetterFacts['group'], 'pupilsWanted' | 'places'>,
): Letter => {
  const { places, pupilsWanted } = facts.group;
  const lacks = pupilsWanted - places;
  const still =
    lacks > 0 ? ` The other ${lacks} wait: when places become free, groups get them in turn.` : '';
  const now =
    places === 0
      ? `Your group of ${counted(pupilsWanted, 'pupil')} has no places yet. When places become free, groups get them in turn.`
      : `${facts.school} now has ${counted(places, 'place')} at ${facts.conference.title}.${still}`;
  return {
    subject: `Your group has changed: ${inSubject(facts.conference)}`,
    parts: [
      words(now),
      {
        kind: 'facts',
        facts: [
          ['Pupils', `${pupilsWanted} (${before.pupilsWanted} before)`],
          ['Places', `${places} (${before.places} before)`],
          ['When', when(facts.conference)],
        ],
      },
      toGroup(facts),
    ],
  };
};

/** The group does not come. */
export const groupCancelledLetter = (facts: GroupLetterFacts, reason: string | null): Letter => ({
  subject: `Your group is cancelled: ${inSubject(facts.conference)}`,
  parts: [
    words(
      `The group of ${facts.school} for ${facts.conference.title} on ${londonDate(facts.conference.startsAt)} is cancelled. ` +
        'Its places go to other schools, and badges that were printed are no longer valid.',
    ),
    ...(reason === null ? [] : [{ kind: 'facts' as const, facts: [['Reason', reason] as const] }]),
    words('If this was a mistake, register the group again while registration is open.'),
    toConference(facts),
  ],
});

/** Pupils are missing from the list, and the date is near. */
export const namesDueLetter = (facts: GroupLetterFacts, pupilsNamed: number): Letter => {
  const missing = facts.group.places - pupilsNamed;
  return {
    subject: `Name your pupils by ${londonShortDate(facts.conference.finalNumbersAt)}: ${inSubject(facts.conference)}`,
    parts: [
      words(
        `${missing} of your ${counted(facts.group.places, 'pupil')} ${missing === 1 ? 'is' : 'are'} not named yet. ` +
          `Numbers become final on ${londonDate(facts.conference.finalNumbersAt)}, ${londonTime(facts.conference.finalNumbersAt)}.`,
      ),
      theDay(facts),
      words('If you bring fewer pupils, change the group now so that another school can have the places.'),
      toGroup(facts, 'Name your pupils'),
    ],
  };
};
