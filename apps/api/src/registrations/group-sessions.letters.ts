import { fromTo } from '@lectern/conferences';
import { londonDate } from '@lectern/core';
import { peopleInWords, type TimetableEntry } from '@lectern/registrations';
import type { Letter } from '../notifications/letter';

export interface SessionsTold {
  readonly title: string;
  readonly startsAt: string;
  readonly timetable: readonly TimetableEntry[];
  /** Where the group's timetable is. */
  readonly url: string;
}

const entryWords = ({ slot, session, pupils, adults }: TimetableEntry): string => {
  if (!session) return slot;
  const room = session.room === null ? '' : `, ${session.room}`;
  const part = pupils === null ? '' : ` (${peopleInWords(pupils, adults ?? 0)})`;
  return `${session.title}${room}${part}`;
};

const dayOf = (told: SessionsTold): Letter['parts'] => [
  {
    kind: 'facts',
    facts: told.timetable.map((entry) => [fromTo(entry).replace(/^from /, ''), entryWords(entry)] as const),
  },
  { kind: 'button', label: 'See and print the timetable', url: told.url },
];

/** Where a group goes, when that is published. */
export const sessionsLetter = (told: SessionsTold): Letter => ({
  subject: `Your group’s sessions at ${told.title}`,
  parts: [
    {
      kind: 'words',
      text: `We have worked out which sessions your group goes to at ${told.title} on ${londonDate(told.startsAt)}. This is your group’s day:`,
    },
    ...dayOf(told),
    {
      kind: 'words',
      text: 'The timetable says why your group is in each session. Print it for the adults who come with you.',
    },
  ],
});

/** Where a group goes now, when that has changed after it was published. */
export const sessionsChangedLetter = (told: SessionsTold): Letter => ({
  subject: `Your group’s sessions at ${told.title} have changed`,
  parts: [
    {
      kind: 'words',
      text: `Your group’s sessions at ${told.title} on ${londonDate(told.startsAt)} have changed. This is its day now. Print the timetable again if you printed it before.`,
    },
    ...dayOf(told),
  ],
});

/** An invented example, for the preview of letters. */
export const sessionsExample: SessionsTold = {
  title: 'Maths in motion',
  startsAt: '2027-03-09T09:30:00.000Z',
  timetable: [
    {
      slotId: '1',
      slot: 'Session 1',
      startsAt: '2027-03-09T10:00:00.000Z',
      endsAt: '2027-03-09T10:45:00.000Z',
      grouping: 'choose',
      session: {
        sessionId: '1',
        title: 'Codes and ciphers',
        summary: null,
        room: 'The Arden Theatre',
        speakers: [],
      },
      pupils: null,
      adults: null,
      reason: 'First choice.',
    },
    {
      slotId: '2',
      slot: 'Lunch',
      startsAt: '2027-03-09T12:00:00.000Z',
      endsAt: '2027-03-09T12:45:00.000Z',
      grouping: 'together',
      session: null,
      pupils: null,
      adults: null,
      reason: null,
    },
  ],
  url: 'https://lectern.example/groups/1/timetable',
};
