import type { LetterKind } from '../../notifications/letter';
import {
  type BookingLetterFacts,
  bookingLostLetter,
  placeLetter,
  placesGrownLetter,
  placesOfferedLetter,
  reminderLetter,
  sessionCancelledLetter,
  sessionChangedLetter,
  type SessionInLetter,
  waitingBookingLetter,
} from './booking.letters';

const SESSION: SessionInLetter = {
  id: 'example',
  title: 'Circle theorems without tears',
  startsAt: '2027-03-09T16:00:00.000Z',
  endsAt: '2027-03-09T17:30:00.000Z',
  place: { kind: 'campus', name: 'Arden 2.04' },
};

/** An invented booking of an invented session, with some of its places. */
const example = (places: number): BookingLetterFacts => ({
  url: 'https://lectern.example',
  title: SESSION.title,
  seriesId: null,
  sessions: [SESSION],
  bookedBy: 'Robin Lee',
  isBooker: true,
  people: 2,
  places,
});

const OFFER = { places: 2, expiresAt: new Date('2027-02-03T09:00:00Z') };
const why =
  'You get this mail because you are booked on a session, or somebody of your school booked it for you.';

/** Every kind of letter about a booking, with an invented example. */
export const BOOKING_LETTER_KINDS: readonly LetterKind[] = [
  {
    kind: 'cpd-booking.placed',
    title: 'Somebody has a place at a session',
    why,
    example: () => placeLetter(example(2), 'booked'),
  },
  {
    kind: 'cpd-booking.waiting',
    title: 'A session is booked and there is no room',
    why,
    example: () => waitingBookingLetter(example(0), 3),
  },
  {
    kind: 'cpd-booking.offered',
    title: 'Places of a session are offered to a waiting booking',
    why,
    example: () =>
      placesOfferedLetter(example(0), { ...OFFER, url: 'https://lectern.example/place-offer/example' }),
  },
  {
    kind: 'cpd-booking.offer-grown',
    title: 'An open offer of places at a session grows',
    why,
    example: () => placesGrownLetter(example(0), OFFER),
  },
  {
    kind: 'cpd-booking.cancelled',
    title: 'Somebody is not booked on a session any more',
    why,
    example: () => bookingLostLetter(example(2), 'cancelled', 'Parents’ evening that day.'),
  },
  {
    kind: 'cpd-booking.reminder-week',
    title: 'A booked session is a week away',
    why,
    example: () => reminderLetter(example(2), 'week'),
  },
  {
    kind: 'cpd-booking.reminder-day',
    title: 'A booked session is tomorrow',
    why,
    example: () => reminderLetter(example(2), 'day'),
  },
  {
    kind: 'cpd-session.changed',
    title: 'When or where a booked session is has changed',
    why,
    example: () =>
      sessionChangedLetter(example(2), {
        ...SESSION,
        startsAt: '2027-03-08T16:00:00.000Z',
        endsAt: '2027-03-08T17:30:00.000Z',
      }),
  },
  {
    kind: 'cpd-session.cancelled',
    title: 'A booked session is cancelled',
    why,
    example: () => sessionCancelledLetter(example(2), 'The presenters are ill.'),
  },
];
