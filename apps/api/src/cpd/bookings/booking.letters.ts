import { count, londonDateTime, londonShortDate, ordinal, sentence } from '@lectern/core';
import { type CpdPlace, placeLine, sessionWhen } from '@lectern/cpd';
import type { Letter, LetterPart } from '../../notifications/letter';

export interface SessionInLetter {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: CpdPlace;
}

/** What every letter about a booking is made of, for one of its people. */
export interface BookingLetterFacts {
  /** The public address of this installation. */
  readonly url: string;
  /** What was booked: the session, or the series. */
  readonly title: string;
  readonly seriesId: string | null;
  /** Those that are still to come, earliest first. */
  readonly sessions: readonly SessionInLetter[];
  readonly bookedBy: string;
  /** Whether this letter goes to whoever booked. */
  readonly isBooker: boolean;
  /** People on the booking, and places that it has. */
  readonly people: number;
  readonly places: number;
}

const words = (text: string): LetterPart => ({ kind: 'words', text });

/** The booking as a subject names it: "Circle theorems, 9 Mar 2027". */
const inSubject = ({ title, sessions }: BookingLetterFacts): string => {
  const [first] = sessions;
  return first ? `${title}, ${sessions.length > 1 ? 'from ' : ''}${londonShortDate(first.startsAt)}` : title;
};

const rowsOf = (sessions: readonly SessionInLetter[]): (readonly [string, string])[] =>
  sessions.length === 1 && sessions[0]
    ? [
        ['When', sessionWhen(sessions[0])],
        ['Where', placeLine(sessions[0].place)],
      ]
    : sessions.map((one) => [one.title, `${sessionWhen(one)}\n${placeLine(one.place)}`]);

const theSessions = (
  facts: BookingLetterFacts,
  more: readonly (readonly [string, string])[] = [],
): LetterPart => ({
  kind: 'facts',
  facts: [[facts.seriesId === null ? 'Session' : 'Series', facts.title], ...rowsOf(facts.sessions), ...more],
});

const toBookings = ({ url, isBooker, sessions }: BookingLetterFacts): LetterPart => {
  const [first] = sessions;
  return isBooker || !first
    ? { kind: 'button', label: 'See your bookings', url: `${url}/my-cpd` }
    : { kind: 'button', label: 'See the session', url: `${url}/challenging-topics/sessions/${first.id}` };
};

/** At a door in person somebody shows a ticket; a colleague without an account is found by name. */
const theTicket = ({ url, isBooker, sessions }: BookingLetterFacts): readonly LetterPart[] => {
  const [only, ...more] = sessions;
  return isBooker && only && more.length === 0 && only.place.kind !== 'online'
    ? [{ kind: 'button', label: 'Your ticket', url: `${url}/my-cpd/sessions/${only.id}/ticket` }]
    : [];
};

/** A series comes as a file of its own: mail programs take one entry from a letter. */
const theCalendar = ({ url, seriesId }: BookingLetterFacts): readonly LetterPart[] =>
  seriesId === null
    ? []
    : [
        words('To put every session of the series into your calendar, open this file:'),
        {
          kind: 'button',
          label: 'Calendar of the series',
          url: `${url}/api/cpd/series/${seriesId}/calendar.ics`,
        },
      ];

const others = ({ isBooker, bookedBy }: BookingLetterFacts): string =>
  isBooker
    ? 'If you cannot come, give your place back on the page of your bookings, so that somebody else can.'
    : `If you cannot come, tell ${bookedBy}, who can give your place back for somebody else.`;

/** How somebody came by their place. */
export type PlaceCame = 'booked' | 'accepted' | 'came-free';

const OPENING: Readonly<Record<PlaceCame, (facts: BookingLetterFacts) => string>> = {
  booked: ({ isBooker, bookedBy, people, places }) => {
    if (!isBooker) return `${bookedBy} has booked a place for you.`;
    if (people === 1) return 'You have a place.';
    return places === people
      ? `You and your colleagues have ${count(places, 'place')}.`
      : `You have ${count(places, 'place')} for ${people} people. The others wait: when places come free, they get them in turn.`;
  },
  accepted: ({ isBooker, bookedBy }) =>
    isBooker ? 'Thank you. The places are yours.' : `${bookedBy} has accepted a place for you.`,
  'came-free': () => 'A place has come free, and it is yours.',
};

/** Somebody has a place. */
export const placeLetter = (facts: BookingLetterFacts, came: PlaceCame): Letter => ({
  subject: `Your place is booked: ${inSubject(facts)}`,
  parts: [
    words(OPENING[came](facts)),
    theSessions(facts),
    ...theTicket(facts),
    ...theCalendar(facts),
    words(others(facts)),
    toBookings(facts),
  ],
});

/** Booked, and there was no room. */
export const waitingBookingLetter = (facts: BookingLetterFacts, position: number | undefined): Letter => ({
  subject: `You are on the waiting list: ${inSubject(facts)}`,
  parts: [
    words(
      `${facts.isBooker ? 'You are' : `${facts.bookedBy} has put you`} on the waiting list` +
        (position === undefined ? '.' : `; the booking stands ${ordinal(position)}.`),
    ),
    theSessions(facts),
    words(
      facts.isBooker
        ? 'When places come free, we hold them for you and write to you. You do not need to do anything until then. If you no longer want to come, cancel the booking.'
        : `When a place comes free, you hear from us. If you do not want to come, tell ${facts.bookedBy}.`,
    ),
    toBookings(facts),
  ],
});

/** Places came free for a booking that has none. */
export const placesOfferedLetter = (
  facts: BookingLetterFacts,
  offer: { readonly places: number; readonly expiresAt: Date; readonly url: string },
): Letter => ({
  subject: `${sentence(count(offer.places, 'place'))} for you at ${facts.title}: answer by ${londonDateTime(offer.expiresAt)}`,
  parts: [
    words(
      offer.places < facts.people
        ? `Places have come free: we hold ${count(offer.places, 'place')} for the ${facts.people} people on your booking. The others go on waiting.`
        : 'Places have come free, and your booking is next. We hold them for you.',
    ),
    theSessions(facts, [
      ['Places held', String(offer.places)],
      ['Answer by', londonDateTime(offer.expiresAt)],
    ]),
    { kind: 'button', label: 'Accept or decline', url: offer.url },
    words('You need not sign in. Opening the page answers nothing: you choose there.'),
    words(
      'If we have no answer by then, the places go to the next on the list and your booking is cancelled.',
    ),
  ],
});

/** More came free before an offer was answered. */
export const placesGrownLetter = (
  facts: BookingLetterFacts,
  offer: { readonly places: number; readonly expiresAt: Date },
): Letter => ({
  subject: `We now hold ${count(offer.places, 'place')} for you at ${facts.title}`,
  parts: [
    words('More places have come free before you answered our offer, so we hold more for you.'),
    theSessions(facts, [
      ['Places held', String(offer.places)],
      ['Answer by', londonDateTime(offer.expiresAt)],
    ]),
    words('The link in our first letter still works, and you can answer on the page of your bookings.'),
    toBookings(facts),
  ],
});

/** Why somebody is not booked any more. */
export type BookingLost = 'cancelled' | 'declined' | 'expired' | 'taken-off';

const LOST: Readonly<Record<BookingLost, (facts: BookingLetterFacts) => string>> = {
  cancelled: ({ isBooker, bookedBy }) =>
    isBooker ? 'Your booking is cancelled.' : `The booking that ${bookedBy} made for you is cancelled.`,
  declined: ({ isBooker, bookedBy }) =>
    `${isBooker ? 'You' : bookedBy} declined the places that we held, so they went to the next on the list.`,
  expired: () =>
    'We held places and had no answer in time. They have gone to the next on the list, and the booking is cancelled.',
  'taken-off': ({ isBooker, bookedBy }) =>
    isBooker ? 'You are off the booking.' : `You are off the booking that ${bookedBy} made.`,
};

/** Somebody is not booked any more. */
export const bookingLostLetter = (
  facts: BookingLetterFacts,
  how: BookingLost,
  reason: string | null,
): Letter => ({
  subject: `Your booking is cancelled: ${inSubject(facts)}`,
  parts: [
    words(LOST[how](facts)),
    theSessions(facts, reason === null ? [] : [['Reason', reason]]),
    words('If this was a mistake, book again on the page of the session.'),
    {
      kind: 'button',
      label: 'See the sessions',
      url: `${facts.url}/challenging-topics`,
    },
  ],
});

/** A session is called off; `facts` is of that session alone. */
export const sessionCancelledLetter = (
  facts: BookingLetterFacts,
  reason: string | null,
  othersGoAhead = false,
): Letter => ({
  subject: `Cancelled: ${inSubject(facts)}`,
  parts: [
    words('We are sorry: this session is cancelled.'),
    theSessions(facts, reason === null ? [] : [['Reason', reason]]),
    ...(othersGoAhead ? [words('The other sessions of the series go ahead.')] : []),
    { kind: 'button', label: 'See other sessions', url: `${facts.url}/challenging-topics` },
  ],
});

/** When or where a session is has changed; `facts` is of that session alone. */
export const sessionChangedLetter = (facts: BookingLetterFacts, was: SessionInLetter): Letter => ({
  subject: `Changed: ${inSubject(facts)}`,
  parts: [
    words('Something about a session that you are booked on has changed. This is how it is now:'),
    theSessions(facts, [['Before', `${sessionWhen(was)}\n${placeLine(was.place)}`]]),
    words(others(facts)),
    toBookings(facts),
  ],
});

/** A session is a week or a day away; `facts` is of that session alone. */
export const reminderLetter = (facts: BookingLetterFacts, ahead: 'week' | 'day'): Letter => ({
  subject: `${ahead === 'week' ? 'In a week' : 'Tomorrow'}: ${inSubject(facts)}`,
  parts: [
    words(`You are booked on this session. We look forward to seeing you.`),
    theSessions(facts),
    words(others(facts)),
    toBookings(facts),
  ],
});
