import type { Grouping } from '@lectern/conferences';

export const SESSION_CHOICES_MAX = 10;

/** A group, or part of one, in a session. */
export interface SessionPlacement {
  readonly id: string;
  readonly groupId: string;
  readonly sessionId: string;
  readonly pupils: number;
  readonly adults: number;
  /** Whether staff put it there; what is worked out leaves it alone. */
  readonly byHand: boolean;
  readonly reason: string | null;
}

/** A session that a group may choose. */
export interface SessionOffer {
  readonly sessionId: string;
  readonly title: string;
  readonly summary: string | null;
  readonly strand: string | null;
  readonly room: string | null;
  readonly seats: number | null;
  readonly speakers: readonly string[];
  readonly yearGroups: readonly number[];
  /** Whether it is for one of the group's year groups, as far as they are known. */
  readonly suits: boolean;
}

/** A slot that groups choose in, with what this group has chosen, best first. */
export interface SlotChoice {
  readonly slotId: string;
  readonly name: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly sessions: readonly SessionOffer[];
  readonly chosen: readonly string[];
}

/** One line of a group's day. */
export interface TimetableEntry {
  readonly slotId: string;
  readonly slot: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly grouping: Grouping;
  /** None while nothing is decided for this time. */
  readonly session: {
    readonly sessionId: string;
    readonly title: string;
    readonly summary: string | null;
    readonly room: string | null;
    readonly speakers: readonly string[];
  } | null;
  /** How many of the group are there; null when everybody is. */
  readonly pupils: number | null;
  readonly adults: number | null;
  readonly reason: string | null;
}

/** What one group has to do with the programme: what it may choose, and its day. */
export interface GroupSessions {
  readonly groupId: string;
  readonly conference: {
    readonly id: string;
    readonly slug: string;
    readonly title: string;
    readonly startsAt: string;
    readonly endsAt: string;
  };
  readonly school: string;
  readonly choosing: {
    readonly isOpen: boolean;
    readonly until: string;
    readonly slots: readonly SlotChoice[];
  };
  /** When the sessions of groups were published; its own are in the timetable from then on. */
  readonly publishedAt: string | null;
  /** Empty until the programme is published. */
  readonly timetable: readonly TimetableEntry[];
}

/** A group as staff place it in one slot. */
export interface BoardGroup {
  readonly groupId: string;
  readonly school: string;
  readonly pupils: number;
  readonly adults: number;
  /** What it chose in this slot, best first. */
  readonly chosen: readonly string[];
  readonly placements: readonly SessionPlacement[];
  /** Pupils that have no session in this slot. */
  readonly pupilsWithout: number;
}

export interface BoardSession {
  readonly sessionId: string;
  readonly title: string;
  readonly room: string | null;
  readonly seats: number | null;
  /** Pupils and adults that are placed there. */
  readonly taken: number;
}

export interface BoardSlot {
  readonly slotId: string;
  readonly name: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly grouping: Grouping;
  readonly sessions: readonly BoardSession[];
  readonly groups: readonly BoardGroup[];
}

/** Which group is where, for staff: every slot that groups are not all together in. */
export interface SessionBoard {
  readonly conferenceId: string;
  readonly publishedAt: string | null;
  readonly slots: readonly BoardSlot[];
}

/** Part of a group in one session, as it was worked out. */
export interface PlannedPart {
  readonly sessionId: string;
  readonly title: string;
  readonly pupils: number;
  readonly adults: number;
}

export interface PlannedGroup {
  readonly groupId: string;
  readonly school: string;
  readonly parts: readonly PlannedPart[];
  /** Which of its choices it got, 1 is the first; null when none. */
  readonly choice: number | null;
  readonly reason: string;
  readonly pupilsWithout: number;
}

export interface PlannedSlot {
  readonly slotId: string;
  readonly name: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly groups: readonly PlannedGroup[];
}

/** A dry run: where groups would go. Publishing asks for its digest, so that nobody publishes what they have not seen. */
export interface SessionPlan {
  readonly seed: string;
  readonly digest: string;
  readonly slots: readonly PlannedSlot[];
  readonly counts: {
    readonly firstChoice: number;
    readonly otherChoice: number;
    readonly withoutChoice: number;
    readonly split: number;
    readonly pupilsWithout: number;
  };
}
