import { figure, londonDate, londonShortDate, londonTime, startOfDay } from '@lectern/core';
import {
  CPD_SESSION_STATUS_NAMES,
  type CpdPlace,
  type CpdProgrammeStatus,
  type CpdSession,
  type CpdSessionStatus,
} from '@lectern/cpd';
import type { Tone } from '@lectern/ui';

export interface Mark {
  readonly tone: Tone;
  readonly words: string;
}

const TONES: Readonly<Record<CpdSessionStatus, Tone>> = {
  proposed: 'note',
  draft: 'wait',
  published: 'go',
  delivered: 'past',
  cancelled: 'stop',
};

/** How a session stands, as word and shape. */
export const sessionMark = (status: CpdSessionStatus): Mark => ({
  tone: TONES[status],
  words: CPD_SESSION_STATUS_NAMES[status],
});

const PROGRAMME_MARKS: Readonly<Record<CpdProgrammeStatus, Mark>> = {
  draft: { tone: 'wait', words: 'Draft: only staff and mentors see it' },
  open: { tone: 'go', words: 'Open' },
  closed: { tone: 'past', words: 'Closed: no more sessions are opened in it' },
};

export const programmeMark = (status: CpdProgrammeStatus): Mark => PROGRAMME_MARKS[status];

/** `Tuesday 9 March 2027, 4pm to 5.30pm`, by London’s clocks. */
export const sessionWhen = ({ startsAt, endsAt }: Pick<CpdSession, 'startsAt' | 'endsAt'>): string => {
  const [from, to] = [londonDate(startsAt), londonDate(endsAt)];
  return from === to
    ? `${from}, ${londonTime(startsAt)} to ${londonTime(endsAt)}`
    : `${from}, ${londonTime(startsAt)} to ${to}, ${londonTime(endsAt)}`;
};

/** `Arden 2.04`, `Larkfield Academy`, `Online: Teams`. */
export const placeWords = ({ kind, name, site }: CpdPlace): string => {
  if (kind === 'online') return `Online: ${name}`;
  return site && site !== name ? `${name}, ${site}` : name;
};

/** `1 Sept to 23 Oct 2026` for the head of a column. */
export const halfTermDays = (startsOn: string, endsOn: string): string => {
  const from = londonShortDate(startOfDay(startsOn));
  const to = londonShortDate(startOfDay(endsOn));
  return from.slice(-4) === to.slice(-4) ? `${from.slice(0, -5)} to ${to}` : `${from} to ${to}`;
};

/** `marked by 3 teachers of 2 schools`; what nobody marked has no words. */
export const demandWords = ({ schools, teachers }: { schools: number; teachers: number }): string =>
  teachers === 0 ? '' : `${figure(teachers, 'teacher')} of ${figure(schools, 'school')}`;
