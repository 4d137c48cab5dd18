import {
  type Allocation,
  type Conference,
  CONFERENCE_STATE_NAMES,
  type ConferenceState,
  yearGroupWords,
} from '@lectern/conferences';
import { londonDate, londonTime } from '@lectern/core';
import type { Tone } from '@lectern/ui';

export { yearGroupWords };

const TONES: Readonly<Record<ConferenceState, Tone>> = {
  draft: 'past',
  published: 'note',
  'registration-open': 'go',
  'registration-closed': 'wait',
  live: 'go',
  completed: 'past',
  archived: 'past',
  cancelled: 'stop',
};

/** The state of a conference as a mark. */
export const stateMark = (state: ConferenceState): { readonly tone: Tone; readonly words: string } => ({
  tone: TONES[state],
  words: CONFERENCE_STATE_NAMES[state],
});

/** `Tuesday 9 March 2027, 9.30am to 3pm`; both days when it lasts longer than one. */
export const conferenceWhen = ({ startsAt, endsAt }: Pick<Conference, 'startsAt' | 'endsAt'>): string => {
  const first = londonDate(startsAt);
  const last = londonDate(endsAt);
  return first === last
    ? `${first}, ${londonTime(startsAt)} to ${londonTime(endsAt)}`
    : `${first}, ${londonTime(startsAt)}, to ${last}, ${londonTime(endsAt)}`;
};

/** How many adults a conference asks for: `One adult for every 10 pupils in Years 7 to 9, and for every 15 pupils otherwise, as a guide`. */
export const supervisionWords = ({
  pupilsPerAdult,
  supervisionBands = [],
  yearGroups,
}: Pick<Conference, 'pupilsPerAdult' | 'supervisionBands' | 'yearGroups'>): string => {
  if (supervisionBands.length === 0) return `One adult for every ${pupilsPerAdult} pupils, as a guide`;
  const banded = new Set(supervisionBands.flatMap((band) => band.yearGroups));
  const parts = supervisionBands.map(
    (band) => `for every ${band.pupilsPerAdult} pupils in ${yearGroupWords(band.yearGroups)}`,
  );
  const others = yearGroups.every((year) => banded.has(year))
    ? []
    : [`for every ${pupilsPerAdult} pupils otherwise`];
  return `One adult ${[...parts, ...others].join(', and ')}, as a guide`;
};

/** How places are given, as a school needs to know it. */
export const ALLOCATION_WORDS: Readonly<
  Record<Allocation, { readonly name: string; readonly meaning: string }>
> = {
  'first-come': {
    name: 'First come, first served',
    meaning:
      'You know at once whether your group has places. When it is full, there is a waiting list in order.',
  },
  fair: {
    name: 'Shared out fairly',
    meaning: 'Places are shared out by published criteria when registration has closed.',
  },
};

/** What a school can do about a conference now, in one sentence. */
export const registrationWords = (
  conference: Conference,
): { readonly tone: Tone; readonly words: string } => {
  const { status, placesLeft } = conference;
  const mark = (tone: Tone, words: string) => ({ tone, words });
  if (status === 'cancelled') return mark('stop', 'Cancelled');
  if (status === 'completed' || status === 'archived') return mark('past', 'This conference has taken place');
  if (status === 'live') return mark('go', 'On today');
  if (status === 'draft') return mark('past', 'Draft: only staff can see it');
  if (status === 'registration-closed') return mark('past', 'Registration has closed');
  if (status === 'published')
    return mark('note', `Registration opens on ${londonDate(conference.registrationOpensAt)}`);
  if (conference.allocation === 'fair') return mark('go', 'Registration is open');
  return placesLeft > 0
    ? mark('go', `${placesLeft} ${placesLeft === 1 ? 'place' : 'places'} left`)
    : mark('wait', 'Full: join the waiting list');
};
