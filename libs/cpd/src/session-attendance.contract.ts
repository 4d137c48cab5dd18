import type { CpdPlace, CpdSessionStatus } from './cpd-session.contract';
import type { PersonAttendance } from './series-attendance.rules';

export const CPD_HOURS_PATH = 'cpd/hours';

/** A teacher who booked, or a trainee who presents. */
export const ATTENDANCE_PARTS = ['teacher', 'presenter'] as const;
export type AttendancePart = (typeof ATTENDANCE_PARTS)[number];

/** Who said so: the door’s scans, or staff by hand, whose word stands over the door’s. */
export type AttendanceSource = 'door' | 'staff';

/**
 * Where somebody stands: `expected` before it is over, `here` and `left` by the door while it runs, then `attended` or
 * `no-show`; `not-recorded` where nobody kept a door and nobody said.
 */
export const ATTENDANCE_STATES = ['expected', 'here', 'left', 'attended', 'no-show', 'not-recorded'] as const;
export type AttendanceState = (typeof ATTENDANCE_STATES)[number];

export const ATTENDANCE_STATE_NAMES: Readonly<Record<AttendanceState, string>> = {
  expected: 'Expected',
  here: 'Here',
  left: 'Left',
  attended: 'Attended',
  'no-show': 'Did not come',
  'not-recorded': 'Not recorded',
};

/** One person on the list of a session. */
export interface AttendanceLine {
  readonly personId: string;
  readonly part: AttendancePart;
  readonly name: string;
  /** The school that booked; null for presenters. */
  readonly school: { readonly urn: string; readonly name: string } | null;
  /** Whether they have a place, or present; who waits for a place may come all the same. */
  readonly isExpected: boolean;
  readonly state: AttendanceState;
  readonly attended: boolean;
  readonly arrivedAt: string | null;
  readonly leftAt: string | null;
  /** Minutes of the session that they were there for. */
  readonly minutes: number;
  readonly source: AttendanceSource | null;
  /** Why staff corrected it. */
  readonly reason: string | null;
}

/** Who came to a session. */
export interface SessionAttendance {
  readonly sessionId: string;
  readonly seriesId: string | null;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: CpdPlace;
  readonly status: CpdSessionStatus;
  /** The event that phones are paired with; null while the session has no door. */
  readonly eventId: string | null;
  /** Whether anybody was scanned. */
  readonly isDoorUsed: boolean;
  readonly expected: number;
  readonly attended: number;
  readonly onSite: number;
  readonly noShows: number;
  readonly people: readonly AttendanceLine[];
  readonly at: string;
}

/** The door of a session: the event that phones are paired with. */
export interface SessionDoor {
  readonly sessionId: string;
  readonly eventId: string;
  /** How many tickets it admits. */
  readonly tickets: number;
}

/** Somebody’s own ticket for a session. */
export interface SessionTicket {
  readonly sessionId: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: CpdPlace;
  readonly name: string;
  /** What the QR carries; a secret of its holder. */
  readonly code: string;
  readonly shortCode: string;
}

/** One session that somebody attended, or missed. */
export interface SessionHours {
  readonly sessionId: string;
  readonly title: string;
  readonly programmeLabel: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly part: AttendancePart;
  readonly attended: boolean;
  readonly minutes: number;
}

/** The hours of one person: minutes attended as a teacher and minutes presented, and each session behind them. */
export interface CpdHours {
  readonly accountId: string;
  readonly name: string;
  readonly teacherMinutes: number;
  readonly presenterMinutes: number;
  readonly sessions: readonly SessionHours[];
}

/** Attendance across a series, with what is expected. */
export interface SeriesAttendance {
  readonly seriesId: string;
  readonly title: string;
  /** Sessions that each teacher should attend; null when all of them. */
  readonly sessionsExpected: number | null;
  readonly sessions: readonly {
    readonly id: string;
    readonly title: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly status: CpdSessionStatus;
  }[];
  readonly people: readonly SeriesPerson[];
}

/** Somebody in a series, with the sessions they came to. */
export interface SeriesPerson extends PersonAttendance {
  readonly school: string | null;
  readonly attendedSessionIds: readonly string[];
}
