import {
  type Allocation,
  type Conference,
  CONFERENCE_STATE_NAMES,
  type ConferenceState,
} from '@lectern/conferences';
import { londonDate, londonTime } from '@lectern/core';
import type { Tone } from '@lectern/ui';

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

/** `Year 9`, `Years 9 to 11`, `Years 7, 9 and 12`. */
export const yearGroupWords = (yearGroups: readonly number[]): string => {
  const years = [...yearGroups].sort((a, b) => a - b);
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? 0;
  if (years.length <= 1) return `Year ${first}`;
  if (years.length > 2 && last - first === years.length - 1) return `Years ${first} to ${last}`;
  return `Years ${years.slice(0, -1).join(', ')} and ${last}`;
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
