import type { Conference } from '@lectern/conferences';
import type { GroupNeeds } from '@lectern/registrations';
import { count } from '@lectern/core';
import { type DatedTask, dated } from './next-task.rules';

const DAY = 86_400_000;
/** Days before a deadline from which it is worth asking. */
const SOON = 14;

type Parts = Pick<DatedTask, 'sentence' | 'button'> & { readonly tab: string; readonly isDecision?: boolean };

/**
 * What the groups of one conference ask of those who run it: a fair allocation to decide, and near the final numbers
 * whoever lacks names, adults or has not read the visit pack.
 */
export const needTasks = (conference: Conference, needs: GroupNeeds, now: Date): readonly DatedTask[] => {
  const { id, title, status, finalNumbersAt, startsAt, registrationClosesAt } = conference;
  // Once the day is running, it is too late to ask.
  const isSoon = (at: string): boolean => status !== 'live' && Date.parse(at) <= now.getTime() + SOON * DAY;
  const task = (kind: string, many: number, at: string, { tab, ...parts }: Parts): readonly DatedTask[] =>
    many === 0
      ? []
      : [{ id: `${kind}-${id}`, ...dated(at, now), ...parts, link: ['/staff/conferences', id, tab] }];
  const isClosed =
    status === 'registration-closed' ||
    (status === 'registration-open' && Date.parse(registrationClosesAt) < now.getTime());
  return [
    ...(isClosed
      ? task('allocate', needs.pending, finalNumbersAt, {
          sentence: `Decide the places of ${count(needs.pending, 'group')} at ${title}.`,
          button: 'Share out places',
          tab: 'places',
          isDecision: true,
        })
      : []),
    ...(isSoon(finalNumbersAt)
      ? [
          ...task('unnamed', needs.unnamed, finalNumbersAt, {
            sentence: `${capital(count(needs.unnamed, 'group'))} for ${title} ${needs.unnamed === 1 ? 'has' : 'have'} not named everybody.`,
            button: 'See the groups',
            tab: 'groups',
          }),
          ...task('adults', needs.shortOfAdults, finalNumbersAt, {
            sentence: `${capital(count(needs.shortOfAdults, 'group'))} for ${title} ${needs.shortOfAdults === 1 ? 'brings' : 'bring'} fewer adults than advised and ${needs.shortOfAdults === 1 ? 'gives' : 'give'} no reason.`,
            button: 'See the groups',
            tab: 'groups',
          }),
        ]
      : []),
    ...(isSoon(startsAt)
      ? task('pack', needs.packUnread, startsAt, {
          sentence: `${capital(count(needs.packUnread, 'school'))} ${needs.packUnread === 1 ? 'has' : 'have'} not read the visit pack of ${title}.`,
          button: 'See who has not',
          tab: 'visit-pack',
        })
      : []),
  ];
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
