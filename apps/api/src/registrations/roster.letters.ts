import { londonDateTime } from '@lectern/core';
import type { Letter, LetterKind } from '../notifications/letter';

/** Staff have opened a school's list again after final numbers. */
export interface OpenedFacts {
  readonly conference: string;
  readonly until: Date;
  readonly reason: string;
  readonly link: string;
}

export const rosterOpenedLetter = ({ conference, until, reason, link }: OpenedFacts): Letter => ({
  subject: `You can change your list for ${conference} again`,
  parts: [
    {
      kind: 'words',
      text: `The date for final numbers has passed, but the university has opened your list for ${conference} again. You can change it until ${londonDateTime(until)}.`,
    },
    { kind: 'facts', facts: [['Why', reason]] },
    { kind: 'button', label: 'Change the list', url: link },
  ],
});

/** One person comes in place of another. Names stay out of the letter: the page has them. */
export const personSwappedLetter = (conference: string, link: string): Letter => ({
  subject: `One person was swapped for another at ${conference}`,
  parts: [
    {
      kind: 'words',
      text: `One person on your list for ${conference} was swapped for another. The old badge no longer works at the door. Print the new one before you set off.`,
    },
    { kind: 'button', label: 'See the tickets', url: link },
  ],
});

const EXAMPLE = { conference: 'Maths in motion', link: 'https://lectern.example/groups/example/roster' };

export const ROSTER_LETTERS: readonly LetterKind[] = [
  {
    kind: 'roster.opened',
    title: 'Staff open a list again after final numbers',
    example: () =>
      rosterOpenedLetter({
        ...EXAMPLE,
        until: new Date('2027-03-05T17:00:00Z'),
        reason: 'Two pupils moved school this week.',
      }),
  },
  {
    kind: 'roster.person-swapped',
    title: 'One person on a list is swapped for another',
    example: () => personSwappedLetter(EXAMPLE.conference, EXAMPLE.link),
  },
];
