import type { AttendanceSource, AttendanceState } from './session-attendance.contract';

/** When somebody came and went; a moment is null when nobody saw it. */
export interface Stay {
  readonly arrivedAt: Date | null;
  readonly leftAt: Date | null;
}

export interface SessionSpan {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface AttendanceFacts {
  readonly session: SessionSpan;
  /** What the door saw of this person; null when it never let them in. */
  readonly door: Stay | null;
  /** Whether the door let anybody in at all. */
  readonly isDoorUsed: boolean;
  /** What staff said; it stands over the door. */
  readonly hand: (Stay & { readonly attended: boolean }) | null;
  readonly now: Date;
}

export interface AttendanceDecision extends Stay {
  readonly state: AttendanceState;
  readonly attended: boolean;
  readonly minutes: number;
  readonly source: AttendanceSource | null;
}

const MINUTE = 60_000;

/**
 * Minutes of a session that a stay covers, rounded to whole minutes and at least one: from the arrival, but not before
 * the session starts, until the leaving, but not after it ends. Who was not seen to leave stayed to the end, or until
 * now while it runs. Who went out and came back was there in between: the door sees people, not attention.
 */
export const stayMinutes = (
  { startsAt, endsAt }: SessionSpan,
  { arrivedAt, leftAt }: Stay,
  now: Date,
): number => {
  const from = Math.max(startsAt.getTime(), (arrivedAt ?? startsAt).getTime());
  const until = Math.min(endsAt.getTime(), (leftAt ?? endsAt).getTime(), now.getTime());
  return until > from ? Math.max(1, Math.round((until - from) / MINUTE)) : 0;
};

const NOTHING = { attended: false, arrivedAt: null, leftAt: null, minutes: 0 } as const;

/**
 * Where somebody stands at a session. What staff say stands over the door; without times of its own it is the whole
 * session. By the door, who was let in and stayed for any of the session has attended; who left before it began, or came
 * after its end, has not. Nobody is a no-show before the end, or where no door was kept and nobody said.
 */
export const decideAttendance = ({
  session,
  door,
  isDoorUsed,
  hand,
  now,
}: AttendanceFacts): AttendanceDecision => {
  const isOver = session.endsAt <= now;
  if (hand) {
    if (!hand.attended) return { ...NOTHING, state: 'no-show', source: 'staff' };
    const { arrivedAt, leftAt } = hand;
    const minutes = stayMinutes(session, hand, now);
    const state = isOver ? 'attended' : leftAt && leftAt <= now ? 'left' : 'here';
    return { state, attended: true, arrivedAt, leftAt, minutes, source: 'staff' };
  }
  if (!door?.arrivedAt) {
    if (!isOver) return { ...NOTHING, state: 'expected', source: null };
    return isDoorUsed
      ? { ...NOTHING, state: 'no-show', source: 'door' }
      : { ...NOTHING, state: 'not-recorded', source: null };
  }
  const { arrivedAt, leftAt } = door;
  const minutes = stayMinutes(session, door, now);
  if (isOver)
    return {
      state: minutes > 0 ? 'attended' : 'no-show',
      attended: minutes > 0,
      arrivedAt,
      leftAt,
      minutes,
      source: 'door',
    };
  const state = leftAt === null ? 'here' : 'left';
  return { state, attended: minutes > 0, arrivedAt, leftAt, minutes, source: 'door' };
};
