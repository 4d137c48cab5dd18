import type { YearGroup } from './conference.contract';

export const PROGRAMME_PATH = 'programme';

export const SPEAKER_KINDS = ['staff', 'guest', 'trainee'] as const;
export type SpeakerKind = (typeof SPEAKER_KINDS)[number];

export const SPEAKER_KIND_NAMES: Readonly<Record<SpeakerKind, string>> = {
  staff: 'University staff',
  guest: 'Guest',
  trainee: 'Trainee teacher',
};

/**
 * How groups come to the sessions of a slot: `together` all of them go to all of it (a welcome, lunch), `placed` staff
 * place them, `choose` their coordinators say what they would like first.
 */
export const GROUPINGS = ['together', 'placed', 'choose'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const GROUPING_NAMES: Readonly<Record<Grouping, string>> = {
  together: 'Everybody together',
  placed: 'Groups are placed',
  choose: 'Groups choose',
};

export const ROOM_CAPACITY_MAX = 2000;

/** What one programme holds at most, of each kind. */
export const PROGRAMME_LIMITS = { strands: 30, rooms: 100, slots: 60, speakers: 200, sessions: 300 } as const;

/** A theme that runs through several sessions. */
export interface ProgrammeStrand {
  readonly id: string;
  readonly name: string;
}

export interface ProgrammeRoom {
  readonly id: string;
  readonly name: string;
  /** People that it holds, pupils and adults together. */
  readonly capacity: number;
}

/** A stretch of the day that sessions stand in. */
export interface ProgrammeSlot {
  readonly id: string;
  readonly name: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly grouping: Grouping;
}

export interface ProgrammeSpeaker {
  readonly id: string;
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly affiliation: string | null;
}

/** What happens in one slot, usually in one room. */
export interface ProgrammeSession {
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
  readonly strandId: string | null;
  readonly slotId: string;
  /** None until it is decided: nobody can be placed there before. */
  readonly roomId: string | null;
  /** Empty: for every year group of the conference. */
  readonly yearGroups: readonly YearGroup[];
  readonly speakerIds: readonly string[];
}

/** The whole programme of a conference; empty for the public until it is published. */
export interface Programme {
  readonly conferenceId: string;
  readonly publishedAt: string | null;
  readonly strands: readonly ProgrammeStrand[];
  readonly rooms: readonly ProgrammeRoom[];
  /** In the order of the day. */
  readonly slots: readonly ProgrammeSlot[];
  readonly speakers: readonly ProgrammeSpeaker[];
  readonly sessions: readonly ProgrammeSession[];
}
