import { londonDate } from '@lectern/core';
import type { Letter } from '../notifications/letter';
import { type GroupLetterFacts, inSubject, when, where } from './group.letters';

type ConferenceFacts = GroupLetterFacts['conference'];

/** What changed of a conference that somebody has in a calendar: each thing now, and as it was. */
export const whatMoved = (
  before: ConferenceFacts,
  after: ConferenceFacts,
): readonly (readonly [label: string, now: string, was: string])[] => {
  const things: readonly (readonly [string, string, string])[] = [
    ['Name', after.title, before.title],
    ['When', when(after), when(before)],
    ['Where', where(after), where(before)],
  ];
  return things.filter(([, now, was]) => now !== was);
};

/** The date, the time, the place or the name is another one. */
export const conferenceChangedLetter = (facts: GroupLetterFacts, before: ConferenceFacts): Letter => {
  const moved = whatMoved(before, facts.conference);
  return {
    subject: `Changed: ${inSubject(facts.conference)}`,
    parts: [
      {
        kind: 'words',
        text: `${before.title}, for which ${facts.school} has registered a group, has changed.`,
      },
      {
        kind: 'facts',
        facts: moved.flatMap(([label, now, was]) => [
          [`${label} now`, now] as const,
          [`${label} before`, was] as const,
        ]),
      },
      {
        kind: 'words',
        text: 'Tell your visit leader and your coach company. If the group can no longer come, cancel it so that another school can have the places.',
      },
      { kind: 'button', label: 'Open your group', url: `${facts.url}/groups/${facts.group.id}` },
    ],
  };
};

/** The conference does not take place. */
export const conferenceCancelledLetter = (facts: GroupLetterFacts, reason: string): Letter => ({
  subject: `Cancelled: ${inSubject(facts.conference)}`,
  parts: [
    {
      kind: 'words',
      text: `${facts.conference.title} on ${londonDate(facts.conference.startsAt)}, for which ${facts.school} has registered a group, will not take place. We are sorry.`,
    },
    {
      kind: 'facts',
      facts: [
        ['Why', reason],
        ['It would have been', `${when(facts.conference)}\n${where(facts.conference)}`],
      ],
    },
    {
      kind: 'words',
      text: 'You do not need to cancel your group. Tell your visit leader, and cancel the coach and the lunches if you have ordered them.',
    },
    { kind: 'button', label: 'Find another conference', url: `${facts.url}/conferences` },
  ],
});
