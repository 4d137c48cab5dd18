import type { Conference } from '@lectern/conferences';
import { aConference } from './conference.builder';
import { splitByTime } from './conference-list.rules';
import { conferenceWhen, registrationWords, yearGroupWords } from './conference-words';

describe('a conference in words', () => {
  it('says the day once when it begins and ends on it', () => {
    expect(conferenceWhen({ startsAt: '2027-03-09T09:30:00Z', endsAt: '2027-03-09T15:00:00Z' })).toBe(
      'Tuesday 9 March 2027, 9.30am to 3pm',
    );
    expect(conferenceWhen({ startsAt: '2027-07-01T08:30:00Z', endsAt: '2027-07-02T11:00:00Z' })).toBe(
      'Thursday 1 July 2027, 9.30am, to Friday 2 July 2027, 12pm',
    );
  });

  it('names year groups as one says them', () => {
    expect(yearGroupWords([9])).toBe('Year 9');
    expect(yearGroupWords([10, 9])).toBe('Years 9 and 10');
    expect(yearGroupWords([11, 9, 10])).toBe('Years 9 to 11');
    expect(yearGroupWords([7, 9, 12])).toBe('Years 7, 9 and 12');
  });

  it.each<[Partial<Conference>, string]>([
    [{ status: 'published' }, 'Registration opens on Friday 1 January 2027'],
    [{ status: 'registration-open', placesLeft: 1 }, '1 place left'],
    [{ status: 'registration-open', placesLeft: 0 }, 'Full: join the waiting list'],
    [{ status: 'registration-open', placesLeft: 0, allocation: 'fair' }, 'Registration is open'],
    [{ status: 'registration-closed' }, 'Registration has closed'],
    [{ status: 'live' }, 'On today'],
    [{ status: 'cancelled' }, 'Cancelled'],
  ])('tells a school what it can do: %j', (change, words) => {
    expect(registrationWords(aConference(change)).words).toBe(words);
  });
});

describe('a list of conferences', () => {
  it('has the next first, then what is over, the latest first', () => {
    const on = (id: string, day: string, status: Conference['status'] = 'published') =>
      aConference({ id, status, startsAt: `${day}T09:30:00Z`, endsAt: `${day}T15:00:00Z` });
    const now = new Date('2027-03-09T16:00:00Z');
    const { upcoming, past } = splitByTime(
      [
        on('june', '2027-06-01'),
        on('old', '2026-01-01', 'completed'),
        on('april', '2027-04-01'),
        on('today', '2027-03-09', 'live'),
        on('unfinished', '2027-02-01'),
      ],
      now,
    );
    expect(upcoming.map(({ id }) => id)).toEqual(['today', 'april', 'june']);
    expect(past.map(({ id }) => id)).toEqual(['unfinished', 'old']);
  });
});
