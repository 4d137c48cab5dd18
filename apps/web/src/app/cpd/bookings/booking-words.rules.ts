import { count, londonDateTime, ordinal, sentence } from '@lectern/core';
import type { CpdSession, PlacesOutlook, SessionBooking } from '@lectern/cpd';
import type { Tone } from '@lectern/ui';
import { type DatedTask, dated } from '../../home/next-task.rules';

const WEEK = 7 * 24 * 3_600_000;

export interface Mark {
  readonly tone: Tone;
  readonly words: string;
}

/** How a session stands for somebody who would book it. */
export const sessionMark = ({ placesLeft, startsAt, status }: CpdSession, now: Date): Mark => {
  if (status === 'cancelled') return { tone: 'stop', words: 'Cancelled' };
  if (status === 'delivered' || new Date(startsAt) <= now) return { tone: 'past', words: 'Over' };
  if (status !== 'published') return { tone: 'wait', words: 'Not open for booking yet' };
  return placesLeft > 0
    ? { tone: 'go', words: `${sentence(count(placesLeft, 'place'))} left` }
    : { tone: 'wait', words: 'Full: waiting list open' };
};

/** What a session or a series would mean for somebody who books now, in a sentence. */
export const outlookWords = ({ placesAtOnce, waiting }: PlacesOutlook, most: number): string => {
  const wait =
    waiting > 0
      ? ` ${sentence(count(waiting, 'person', 'people'))} wait${waiting === 1 ? 's' : ''} already.`
      : '';
  if (placesAtOnce === 0) {
    return `There is no place left. Book all the same, and you are on the waiting list: when a place comes free, we hold it for you and write to you.${wait}`;
  }
  return placesAtOnce >= most
    ? 'There are places for you and your colleagues.'
    : `${sentence(count(placesAtOnce, 'place is', 'places are'))} left.${wait}`;
};

/** Whether everything of a booking is over, or it is given back. */
export const isOver = ({ sessions, status }: SessionBooking, now: Date): boolean =>
  status === 'cancelled' ||
  sessions.every((one) => one.status === 'cancelled' || new Date(one.endsAt) <= now);

/** How a booking stands, as word and shape. */
export const bookingMark = (booking: SessionBooking, now: Date): Mark => {
  const { offer, people, places, position, status } = booking;
  if (status === 'cancelled') return { tone: 'stop', words: 'Cancelled' };
  if (isOver(booking, now)) return { tone: 'past', words: places > 0 ? 'Over' : 'Over, without a place' };
  if (offer) return { tone: 'needs', words: `Answer by ${londonDateTime(offer.expiresAt)}` };
  if (places === 0) {
    return { tone: 'wait', words: position === undefined ? 'Waiting' : `Waiting, ${ordinal(position)}` };
  }
  return people.length > places
    ? { tone: 'go', words: `Confirmed, ${places} of ${people.length} places` }
    : { tone: 'go', words: 'Confirmed' };
};

/** When the first session of a booking begins that is still to come; of one that is over, when its last one began. */
export const nextStart = ({ sessions }: SessionBooking, now: Date): string => {
  const ahead = sessions.find((one) => one.status !== 'cancelled' && new Date(one.endsAt) > now);
  return (ahead ?? sessions.at(-1))?.startsAt ?? '';
};

export interface BookingLists {
  /** They wait for an answer of whoever booked. */
  readonly offered: readonly SessionBooking[];
  readonly coming: readonly SessionBooking[];
  readonly waiting: readonly SessionBooking[];
  readonly past: readonly SessionBooking[];
}

/** Bookings by what they mean to whoever looks, each list in the order of time; what is over the latest first. */
export const sortBookings = (bookings: readonly SessionBooking[], now: Date): BookingLists => {
  const byStart = [...bookings].sort((a, b) => nextStart(a, now).localeCompare(nextStart(b, now)));
  const live = byStart.filter((booking) => !isOver(booking, now));
  return {
    offered: live.filter(({ offer }) => offer !== undefined),
    coming: live.filter(({ offer, places }) => offer === undefined && places > 0),
    waiting: live.filter(({ offer, places }) => offer === undefined && places === 0),
    past: byStart.filter((booking) => isOver(booking, now)).reverse(),
  };
};

/** What will come of a booking of so many people, before it is sent. */
export const bookingOutcome = (people: number, placesAtOnce: number, waits: boolean): string => {
  if (waits) {
    return people === 1
      ? 'You go on the waiting list. When a place comes free, we hold it for you and write to you.'
      : 'You go on the waiting list together. When places come free, we hold them for you and write to you.';
  }
  return placesAtOnce >= people
    ? `${people === 1 ? 'You have' : `All ${people} of you have`} a place as soon as you book.`
    : `${sentence(count(placesAtOnce, 'person has', 'people have'))} a place as soon as you book; ${count(people - placesAtOnce, 'person waits', 'people wait')}.`;
};

/** What a teacher is to do next: offers to answer, and what begins within a week. */
export const tasksOfTeacher = (bookings: readonly SessionBooking[], now: Date): readonly DatedTask[] =>
  bookings.flatMap((booking): DatedTask[] => {
    const link = ['/my-cpd/bookings', booking.id];
    if (booking.offer && booking.mayChange) {
      const { expiresAt, places } = booking.offer;
      return [
        {
          id: `offer-${booking.id}`,
          sentence: `${sentence(count(places, 'place is', 'places are'))} held for you at ${booking.title}.`,
          ...dated(expiresAt, now),
          isDecision: true,
          button: 'Accept or decline',
          link,
        },
      ];
    }
    const startsAt = nextStart(booking, now);
    const isSoon = booking.places > 0 && Date.parse(startsAt) - now.getTime() < WEEK;
    return isSoon
      ? [
          {
            id: `session-${booking.id}`,
            sentence: `You are booked on ${booking.title}.`,
            at: startsAt,
            when: londonDateTime(startsAt),
            isLate: false,
            button: 'See the booking',
            link,
          },
        ]
      : [];
  });
