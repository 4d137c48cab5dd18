import { londonDate, londonTime } from '@lectern/core';
import type { CpdPlace, CpdSession } from './cpd-session.contract';

/** Where a session is, on one line: the room with its campus or school, or what the meeting is held with. */
export const placeLine = ({ kind, name, site }: CpdPlace): string =>
  kind === 'online' ? `Online, ${name}` : [name, site].filter(Boolean).join(', ');

/** When a session is: `Tuesday 9 March 2027, 4pm to 5.30pm`; with the day of its end where that is another. */
export const sessionWhen = ({ startsAt, endsAt }: Pick<CpdSession, 'startsAt' | 'endsAt'>): string => {
  const lastDay = londonDate(endsAt) === londonDate(startsAt) ? '' : `${londonDate(endsAt)}, `;
  return `${londonDate(startsAt)}, ${londonTime(startsAt)} to ${lastDay}${londonTime(endsAt)}`;
};
