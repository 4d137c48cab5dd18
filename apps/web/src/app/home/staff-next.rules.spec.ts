import type { Conference } from '@lectern/conferences';
import { aConference } from '../conferences/conference.builder';
import { greeting } from './greeting.rules';
import { nextForStaff } from './staff-next.rules';

const now = new Date('2027-03-01T10:00:00Z');
const next = (...changes: Partial<Conference>[]) => nextForStaff(changes.map(aConference), now);

describe('what staff do next', () => {
  it('is at most five things, the running day first', () => {
    const drafts = Array.from({ length: 6 }, (_, n) => ({ status: 'draft' as const, title: `Draft ${n}` }));
    const things = next(...drafts, {
      status: 'live',
      title: 'Today',
      startsAt: '2027-03-01T09:30:00Z',
      endsAt: '2027-03-01T15:00:00Z',
    });
    expect(things).toHaveLength(5);
    expect(things[0]).toMatchObject({ sentence: 'Today is on today.', button: 'Watch arrivals' });
    expect(things[0]?.path).toMatch(/\/check-in$/);
  });

  it.each<[Partial<Conference>, string, string]>([
    [{ status: 'draft' }, 'Maths in motion is a draft that only staff can see.', 'Finish the draft'],
    [
      { status: 'published', registrationOpensAt: '2027-02-01T09:00:00Z' },
      'Registration for Maths in motion was to open.',
      'Open registration',
    ],
    [
      { status: 'registration-open', registrationClosesAt: '2027-03-05T17:00:00Z' },
      'Registration for Maths in motion closes soon.',
      'See the groups',
    ],
    [
      { status: 'registration-closed' },
      'Maths in motion is coming: pair the phones for the doors.',
      'Pair phones',
    ],
    [
      { status: 'live', endsAt: '2027-02-28T15:00:00Z' },
      'Maths in motion is over and can be completed.',
      'Complete it',
    ],
  ])('says it in a sentence: %j', (change, sentence, button) => {
    expect(next(change)).toEqual([expect.objectContaining({ sentence, button })]);
  });

  it('is nothing while there is time', () => {
    expect(
      next(
        { status: 'published', registrationOpensAt: '2027-05-01T09:00:00Z' },
        { status: 'registration-open', registrationClosesAt: '2027-05-01T17:00:00Z' },
        { status: 'completed' },
        { status: 'cancelled' },
      ),
    ).toEqual([]);
  });
});

describe('a greeting', () => {
  it('goes by London’s clock, and by the first name', () => {
    expect(greeting('Priya Nair', new Date('2027-07-01T10:59:00Z'))).toBe('Good morning, Priya');
    expect(greeting('Priya Nair', new Date('2027-07-01T11:00:00Z'))).toBe('Good afternoon, Priya');
    expect(greeting('', new Date('2027-01-01T19:00:00Z'))).toBe('Good evening');
  });
});
