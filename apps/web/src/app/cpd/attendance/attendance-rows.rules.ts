import { figure, londonDate, londonTime } from '@lectern/core';
import {
  ATTENDANCE_STATE_NAMES,
  type AttendanceLine,
  type AttendanceState,
  type CpdPlace,
  hoursWords,
  type SessionAttendance,
} from '@lectern/cpd';
import type { HeadNumber, Tone } from '@lectern/ui';

const TONES: Readonly<Record<AttendanceState, Tone>> = {
  expected: 'wait',
  here: 'go',
  left: 'past',
  attended: 'go',
  'no-show': 'stop',
  'not-recorded': 'needs',
};

export interface AttendanceRow {
  readonly line: AttendanceLine;
  readonly mark: { readonly tone: Tone; readonly words: string };
  readonly arrived: string;
  readonly left: string;
  readonly stayed: string;
  /** What is unusual about the line. */
  readonly note: string;
}

const clock = (moment: string | null): string => (moment === null ? '–' : londonTime(moment));

export const attendanceRow = (line: AttendanceLine): AttendanceRow => ({
  line,
  mark: { tone: TONES[line.state], words: ATTENDANCE_STATE_NAMES[line.state] },
  arrived: clock(line.arrivedAt),
  left: clock(line.leftAt),
  stayed: line.minutes > 0 ? hoursWords(line.minutes) : '–',
  note: [
    line.isExpected ? '' : 'Without a place',
    line.source === 'staff' ? `By hand: ${line.reason ?? ''}` : '',
  ]
    .filter(Boolean)
    .join('. '),
});

export const hasBegun = ({ startsAt }: Pick<SessionAttendance, 'startsAt'>, now: number): boolean =>
  Date.parse(startsAt) <= now;

export const isOver = (
  { endsAt, status }: Pick<SessionAttendance, 'endsAt' | 'status'>,
  now: number,
): boolean => status === 'delivered' || Date.parse(endsAt) <= now;

/** The numbers at the head: who is here while it runs, who did not come once it is over. */
export const attendanceNumbers = (of: SessionAttendance, now: number): readonly HeadNumber[] => [
  { label: 'Expected', value: of.expected },
  { label: 'Came', value: of.attended },
  isOver(of, now) ? { label: 'Did not come', value: of.noShows } : { label: 'Here now', value: of.onSite },
];

export const placeWords = ({ name, site }: CpdPlace): string => [name, site].filter(Boolean).join(', ');

/** `Tuesday 12 January 2027, 4pm to 5.30pm, Arden 2.04` */
export const whenAndWhere = ({
  startsAt,
  endsAt,
  place,
}: Pick<SessionAttendance, 'startsAt' | 'endsAt' | 'place'>): string =>
  `${londonDate(startsAt)}, ${londonTime(startsAt)} to ${londonTime(endsAt)}, ${placeWords(place)}`;

/** Presenters of whom the door knows nothing, before a session is marked delivered: their offers go by it. */
export const unseenPresenters = ({ people, isDoorUsed }: SessionAttendance): readonly AttendanceLine[] =>
  isDoorUsed ? people.filter(({ part, attended }) => part === 'presenter' && !attended) : [];

export const peopleWords = (count: number): string => figure(count, 'person', 'people');
