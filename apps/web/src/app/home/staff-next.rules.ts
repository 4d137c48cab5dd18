import type { Conference } from '@lectern/conferences';
import { londonDate, londonDateTime } from '@lectern/core';

/** One thing to do: a sentence, the date it is about, and where its button leads. */
export interface NextThing {
  readonly sentence: string;
  readonly date: string;
  readonly button: string;
  readonly path: string;
  /** When it is due, for the order. */
  readonly dueAt: number;
}

const DAY = 86_400_000;
const MOST = 5;

const thingsFor = (conference: Conference, now: number): NextThing[] => {
  const { title, status, id } = conference;
  const page = `/staff/conferences/${id}`;
  const at = (instant: string): number => Date.parse(instant);
  const thing = (sentence: string, date: string, button: string, dueAt: number, path = page): NextThing[] => [
    { sentence, date, button, path, dueAt },
  ];
  const starts = at(conference.startsAt);
  switch (status) {
    case 'live':
      return at(conference.endsAt) < now
        ? thing(
            `${title} is over and can be completed.`,
            londonDate(conference.endsAt),
            'Complete it',
            now - DAY,
          )
        : thing(
            `${title} is on today.`,
            londonDateTime(conference.startsAt),
            'Watch arrivals',
            0,
            `${page}/check-in`,
          );
    case 'draft':
      return thing(
        `${title} is a draft that only staff can see.`,
        londonDate(conference.startsAt),
        'Finish the draft',
        at(conference.registrationOpensAt),
      );
    case 'published':
      return at(conference.registrationOpensAt) > now + 14 * DAY
        ? []
        : thing(
            `Registration for ${title} ${at(conference.registrationOpensAt) <= now ? 'was to open' : 'opens soon'}.`,
            londonDateTime(conference.registrationOpensAt),
            'Open registration',
            at(conference.registrationOpensAt),
          );
    case 'registration-open':
      return at(conference.registrationClosesAt) > now + 7 * DAY
        ? []
        : thing(
            `Registration for ${title} ${at(conference.registrationClosesAt) <= now ? 'was to close' : 'closes soon'}.`,
            londonDateTime(conference.registrationClosesAt),
            'See the groups',
            at(conference.registrationClosesAt),
            `${page}/groups`,
          );
    case 'registration-closed':
      return starts > now + 14 * DAY
        ? []
        : thing(
            `${title} is coming: pair the phones for the doors.`,
            londonDate(conference.startsAt),
            'Pair phones',
            starts,
            `${page}/check-in`,
          );
    default:
      return [];
  }
};

/** What staff should do next: at most five things, the most pressing first. */
export const nextForStaff = (conferences: readonly Conference[], now: Date): readonly NextThing[] =>
  conferences
    .flatMap((conference) => thingsFor(conference, now.getTime()))
    .sort((a, b) => a.dueAt - b.dueAt)
    .slice(0, MOST);
