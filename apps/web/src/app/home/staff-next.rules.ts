import type { Conference } from '@lectern/conferences';
import { londonDate, londonDateTime } from '@lectern/core';
import { type DatedTask, dated } from './next-task.rules';

const DAY = 86_400_000;
const SOON = 14;
/** A conference rests this long before it leaves the public list. */
const ARCHIVE_AFTER = 30;

type Parts = Pick<DatedTask, 'sentence' | 'button' | 'at' | 'when'> &
  Partial<Pick<DatedTask, 'isLate' | 'isDecision'>> & { readonly tab?: string };

const task = (conference: Conference, { tab, ...parts }: Parts): readonly DatedTask[] => [
  {
    id: `conference-${conference.id}`,
    isLate: false,
    link: ['/staff/conferences', conference.id, ...(tab ? [tab] : [])],
    ...parts,
  },
];

const isWithin = (at: string, days: number, now: Date): boolean =>
  Date.parse(at) <= now.getTime() + days * DAY;

const whileLive = (conference: Conference, now: Date): readonly DatedTask[] =>
  Date.parse(conference.endsAt) < now.getTime()
    ? task(conference, {
        sentence: `${conference.title} is over and can be completed.`,
        at: conference.endsAt,
        when: `It ended on ${londonDate(conference.endsAt)}`,
        isLate: true,
        button: 'Complete it',
      })
    : task(conference, {
        sentence: `${conference.title} is on today.`,
        at: '',
        when: londonDateTime(conference.startsAt),
        button: 'Watch arrivals',
        tab: 'check-in',
      });

const whileClosed = (conference: Conference, now: Date): readonly DatedTask[] => {
  const { title, startsAt } = conference;
  if (!isWithin(startsAt, SOON, now)) return [];
  const isDue = londonDate(startsAt) === londonDate(now) || Date.parse(startsAt) < now.getTime();
  return isDue
    ? task(conference, {
        sentence: `${title} begins: start the day, so that the doors count people in.`,
        ...dated(startsAt, now),
        when: londonDateTime(startsAt),
        button: 'Start the day',
      })
    : task(conference, {
        sentence: `${title} is coming: pair the phones for the doors.`,
        ...dated(startsAt, now),
        button: 'Pair phones',
        tab: 'check-in',
      });
};

/** What one conference asks of those who run it, by its state and the date. */
export const conferenceTasks = (conference: Conference, now: Date): readonly DatedTask[] => {
  const { title, status, registrationOpensAt, registrationClosesAt, endsAt } = conference;
  switch (status) {
    case 'draft':
      return task(conference, {
        sentence: `${title} is a draft that only staff can see.`,
        ...dated(registrationOpensAt, now),
        when: `Registration is to open on ${londonDate(registrationOpensAt)}`,
        button: 'Finish the draft',
      });
    case 'published':
      return isWithin(registrationOpensAt, SOON, now)
        ? task(conference, {
            sentence: `Registration for ${title} ${isWithin(registrationOpensAt, 0, now) ? 'was to open' : 'opens soon'}.`,
            ...dated(registrationOpensAt, now),
            when: londonDateTime(registrationOpensAt),
            button: 'Open registration',
          })
        : [];
    case 'registration-open':
      return isWithin(registrationClosesAt, SOON / 2, now)
        ? task(conference, {
            sentence: `Registration for ${title} ${isWithin(registrationClosesAt, 0, now) ? 'is over and can be closed' : 'closes soon'}.`,
            ...dated(registrationClosesAt, now),
            when: londonDateTime(registrationClosesAt),
            button: isWithin(registrationClosesAt, 0, now) ? 'Close registration' : 'See the groups',
            ...(isWithin(registrationClosesAt, 0, now) ? {} : { tab: 'groups' }),
          })
        : [];
    case 'registration-closed':
      return whileClosed(conference, now);
    case 'live':
      return whileLive(conference, now);
    case 'completed':
      return isWithin(endsAt, -ARCHIVE_AFTER, now)
        ? task(conference, {
            sentence: `${title} is long over and can leave the public list.`,
            // Nothing waits for it, so it comes after everything that has a date.
            at: '9999',
            when: `It took place on ${londonDate(endsAt)}`,
            button: 'Archive it',
          })
        : [];
    default:
      return [];
  }
};
