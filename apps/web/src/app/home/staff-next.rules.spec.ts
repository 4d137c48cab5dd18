import type { Conference } from '@lectern/conferences';
import type { GroupNeeds } from '@lectern/registrations';
import { aConference } from '../conferences/conference.builder';
import { greeting } from './greeting.rules';
import { needTasks } from './staff-needs.rules';
import { conferenceTasks } from './staff-next.rules';

const now = new Date('2027-03-01T10:00:00Z');
const tasks = (change: Partial<Conference>) => conferenceTasks(aConference(change), now);

describe('what a conference asks of staff', () => {
  it('is watching the day that is running, before everything else', () => {
    expect(
      tasks({ status: 'live', startsAt: '2027-03-01T09:30:00Z', endsAt: '2027-03-01T15:00:00Z' }),
    ).toEqual([
      expect.objectContaining({
        sentence: 'Maths in motion is on today.',
        button: 'Watch arrivals',
        at: '',
        link: ['/staff/conferences', aConference().id, 'check-in'],
      }),
    ]);
  });

  it.each<[Partial<Conference>, string, string, boolean]>([
    [
      { status: 'draft', registrationOpensAt: '2027-03-20T09:00:00Z' },
      'Maths in motion is a draft that only staff can see.',
      'Finish the draft',
      false,
    ],
    [
      { status: 'published', registrationOpensAt: '2027-02-01T09:00:00Z' },
      'Registration for Maths in motion was to open.',
      'Open registration',
      true,
    ],
    [
      { status: 'registration-open', registrationClosesAt: '2027-03-05T17:00:00Z' },
      'Registration for Maths in motion closes soon.',
      'See the groups',
      false,
    ],
    [
      { status: 'registration-open', registrationClosesAt: '2027-02-28T17:00:00Z' },
      'Registration for Maths in motion is over and can be closed.',
      'Close registration',
      true,
    ],
    [
      { status: 'registration-closed' },
      'Maths in motion is coming: pair the phones for the doors.',
      'Pair phones',
      false,
    ],
    [
      { status: 'registration-closed', startsAt: '2027-03-01T14:00:00Z' },
      'Maths in motion begins: start the day, so that the doors count people in.',
      'Start the day',
      false,
    ],
    [
      { status: 'live', endsAt: '2027-02-28T15:00:00Z' },
      'Maths in motion is over and can be completed.',
      'Complete it',
      true,
    ],
    [
      { status: 'completed', endsAt: '2027-01-20T15:00:00Z' },
      'Maths in motion is long over and can leave the public list.',
      'Archive it',
      false,
    ],
  ])('is said in a sentence: %j', (change, sentence, button, isLate) => {
    expect(tasks(change)).toEqual([expect.objectContaining({ sentence, button, isLate })]);
  });

  it('is nothing while there is time', () => {
    for (const change of [
      { status: 'published', registrationOpensAt: '2027-05-01T09:00:00Z' },
      { status: 'registration-open', registrationClosesAt: '2027-05-01T17:00:00Z' },
      { status: 'registration-closed', startsAt: '2027-05-01T17:00:00Z' },
      { status: 'completed', endsAt: '2027-02-20T15:00:00Z' },
      { status: 'cancelled' },
    ] as const) {
      expect(tasks(change)).toEqual([]);
    }
  });
});

describe('what its groups ask of staff', () => {
  const conference = aConference({ status: 'registration-closed', finalNumbersAt: '2027-03-05T17:00:00Z' });
  const needs = (change: Partial<GroupNeeds> = {}): GroupNeeds => ({
    conferenceId: conference.id,
    unnamed: 0,
    shortOfAdults: 0,
    packUnread: 0,
    pending: 0,
    ...change,
  });
  const said = (change: Partial<GroupNeeds>, of = conference, at = now) =>
    needTasks(of, needs(change), at).map(({ sentence }) => sentence);

  it('is a decision where places are shared out fairly', () => {
    expect(needTasks(conference, needs({ pending: 2 }), now)).toEqual([
      expect.objectContaining({
        sentence: 'Decide the places of two groups at Maths in motion.',
        isDecision: true,
        link: ['/staff/conferences', conference.id, 'places'],
      }),
    ]);
    const open = aConference({ allocation: 'fair', registrationClosesAt: '2027-04-01T17:00:00Z' });
    expect(said({ pending: 2 }, open)).toEqual([]);
  });

  it('is names, adults and the visit pack, near the day', () => {
    expect(said({ unnamed: 1, shortOfAdults: 3, packUnread: 2 })).toEqual([
      'One group for Maths in motion has not named everybody.',
      'Three groups for Maths in motion bring fewer adults than advised and give no reason.',
      'Two schools have not read the visit pack of Maths in motion.',
    ]);
  });

  it('is overdue once the final numbers were due', () => {
    const [task] = needTasks(conference, needs({ unnamed: 1 }), new Date('2027-03-06T10:00:00Z'));
    expect(task).toMatchObject({ isLate: true, when: 'Was due Friday 5 March 2027' });
  });

  it('is nothing while there is time, and nothing when nothing is lacking', () => {
    expect(said({ unnamed: 3, packUnread: 2 }, conference, new Date('2027-02-01T10:00:00Z'))).toEqual([]);
    expect(said({})).toEqual([]);
    expect(said({ unnamed: 3, packUnread: 2 }, aConference({ ...conference, status: 'live' }))).toEqual([]);
  });
});

describe('a greeting', () => {
  it('goes by London’s clock, and by the first name', () => {
    expect(greeting('Priya Nair', new Date('2027-07-01T10:59:00Z'))).toBe('Good morning, Priya');
    expect(greeting('Priya Nair', new Date('2027-07-01T11:00:00Z'))).toBe('Good afternoon, Priya');
    expect(greeting('', new Date('2027-01-01T19:00:00Z'))).toBe('Good evening');
  });
});
