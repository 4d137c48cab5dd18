import { aBooking, aSession } from './booking.builder';
import {
  bookingMark,
  bookingOutcome,
  outlookWords,
  sessionMark,
  sortBookings,
  tasksOfTeacher,
} from './booking-words.rules';

const NOW = new Date('2027-01-12T09:00:00Z');
const AFTER = new Date('2027-03-10T09:00:00Z');
const waiting = aBooking({ id: 'waiting', status: 'waiting', places: 0, position: 3 });
const offered = aBooking({
  id: 'offered',
  status: 'waiting',
  places: 0,
  offer: { places: 1, madeAt: '2027-01-12T08:00:00Z', expiresAt: '2027-01-14T09:00:00Z' },
});

describe('a session for somebody who would book it', () => {
  it.each([
    [aSession(), NOW, 'go', 'Three places left'],
    [aSession({ placesLeft: 0 }), NOW, 'wait', 'Full: waiting list open'],
    [aSession(), AFTER, 'past', 'Over'],
    [aSession({ status: 'draft' }), NOW, 'wait', 'Not open for booking yet'],
    [aSession({ status: 'cancelled' }), NOW, 'stop', 'Cancelled'],
  ] as const)('is marked by how it stands', (session, now, tone, words) => {
    expect(sessionMark(session, now)).toEqual({ tone, words });
  });

  it('says before booking that one has to wait, and how many do', () => {
    expect(outlookWords({ placesAtOnce: 0, waiting: 1 }, 10)).toMatch(
      /There is no place left.*waiting list.*One person waits already\.$/,
    );
    expect(outlookWords({ placesAtOnce: 2, waiting: 3 }, 10)).toBe(
      'Two places are left. Three people wait already.',
    );
    expect(outlookWords({ placesAtOnce: 10, waiting: 0 }, 10)).toBe(
      'There are places for you and your colleagues.',
    );
  });

  it('says what will come of a booking', () => {
    expect(bookingOutcome(1, 3, false)).toBe('You have a place as soon as you book.');
    expect(bookingOutcome(3, 3, false)).toBe('All 3 of you have a place as soon as you book.');
    expect(bookingOutcome(3, 2, false)).toBe(
      'Two people have a place as soon as you book; one person waits.',
    );
    expect(bookingOutcome(3, 2, true)).toContain('You go on the waiting list together.');
    expect(bookingOutcome(1, 0, true)).toContain('You go on the waiting list.');
  });
});

describe('a booking', () => {
  it.each([
    [aBooking(), NOW, 'go', 'Confirmed'],
    [
      aBooking({ people: [...aBooking().people, ...aBooking().people] }),
      NOW,
      'go',
      'Confirmed, 1 of 2 places',
    ],
    [waiting, NOW, 'wait', 'Waiting, 3rd'],
    [offered, NOW, 'needs', 'Answer by Thursday 14 January 2027, 9am'],
    [aBooking({ status: 'cancelled' }), NOW, 'stop', 'Cancelled'],
    [aBooking(), AFTER, 'past', 'Over'],
    [waiting, AFTER, 'past', 'Over, without a place'],
  ] as const)('is marked by how it stands', (booking, now, tone, words) => {
    expect(bookingMark(booking, now)).toEqual({ tone, words });
  });

  it('is listed by what it means', () => {
    const over = aBooking({ id: 'over', status: 'cancelled' });
    const lists = sortBookings([over, waiting, offered, aBooking()], NOW);
    expect(Object.values(lists).map((list) => list.map(({ id }: { id: string }) => id))).toEqual([
      ['offered'],
      ['a-booking'],
      ['waiting'],
      ['over'],
    ]);
  });

  it('is a task while an offer waits for whoever booked, and in the week before it begins', () => {
    expect(tasksOfTeacher([offered], NOW)).toMatchObject([
      { sentence: 'One place is held for you at Circle theorems without tears.', isDecision: true },
    ]);
    expect(tasksOfTeacher([{ ...offered, mayChange: false }], NOW)).toEqual([]);
    expect(tasksOfTeacher([aBooking()], NOW)).toEqual([]);
    expect(tasksOfTeacher([aBooking()], new Date('2027-03-03T09:00:00Z'))).toMatchObject([
      { sentence: 'You are booked on Circle theorems without tears.', when: 'Tuesday 9 March 2027, 4pm' },
    ]);
  });
});
