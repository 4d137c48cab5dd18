import type { LetterKind } from '../notifications/letter';
import { conferenceCancelledLetter, conferenceChangedLetter } from './conference.letters';
import {
  changedLetter,
  confirmedInPartLetter,
  confirmedLetter,
  groupCancelledLetter,
  type GroupLetterFacts,
  namesDueLetter,
  pendingLetter,
  waitingLetter,
} from './group.letters';

const CONFERENCE = {
  slug: 'maths-in-motion-2027',
  title: 'Maths in motion',
  startsAt: new Date('2027-03-09T09:30:00Z'),
  endsAt: new Date('2027-03-09T15:00:00Z'),
  venueName: 'The Arden Building',
  venueAddress: 'St Helens Road, Ormsby Vale',
  registrationClosesAt: new Date('2027-02-20T17:00:00Z'),
  finalNumbersAt: new Date('2027-03-02T17:00:00Z'),
};

/** An invented group of an invented school, with some of its numbers. */
const example = (places: number): GroupLetterFacts => ({
  url: 'https://lectern.example',
  school: 'Harrowmere High School',
  group: { id: 'example', pupilsWanted: 30, places, adults: 2 },
  conference: CONFERENCE,
});

const why = 'You get this mail because you are a coordinator of your school.';

/** Every kind of letter about a group, with an invented example. */
export const GROUP_LETTER_KINDS: readonly LetterKind[] = [
  {
    kind: 'registration.confirmed',
    title: 'A group registers and gets all its places',
    why,
    example: () => confirmedLetter(example(30)),
  },
  {
    kind: 'registration.in-part',
    title: 'A group registers and gets some of its places',
    why,
    example: () => confirmedInPartLetter(example(12)),
  },
  {
    kind: 'registration.waiting',
    title: 'A group registers and has to wait',
    why,
    example: () => waitingLetter(example(0), 3),
  },
  {
    kind: 'registration.pending',
    title: 'A group registers where places are shared out later',
    why,
    example: () => pendingLetter(example(0)),
  },
  {
    kind: 'group.changed',
    title: 'The numbers of a group change',
    why,
    example: () => changedLetter(example(30), { pupilsWanted: 24, places: 24 }),
  },
  {
    kind: 'group.cancelled',
    title: 'A group is cancelled',
    why,
    example: () => groupCancelledLetter(example(30), 'Our coach company let us down.'),
  },
  {
    kind: 'group.names-due',
    title: 'Numbers become final within seven days and names are missing',
    why,
    example: () => namesDueLetter(example(30), 18),
  },
  {
    kind: 'conference.changed',
    title: 'The date, time or place of a conference changes',
    why,
    example: () =>
      conferenceChangedLetter(example(30), {
        ...CONFERENCE,
        startsAt: new Date('2027-03-08T09:30:00Z'),
        endsAt: new Date('2027-03-08T15:00:00Z'),
      }),
  },
  {
    kind: 'conference.cancelled',
    title: 'A conference is cancelled',
    why,
    example: () => conferenceCancelledLetter(example(30), 'Snow has closed the campus.'),
  },
];
