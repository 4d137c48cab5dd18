export const CPD_SESSIONS_PATH = 'cpd/sessions';

export const PLACE_KINDS = ['campus', 'school', 'online'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export const PLACE_KIND_NAMES: Readonly<Record<PlaceKind, string>> = {
  campus: 'On campus',
  school: 'At a school',
  online: 'Online',
};

/** Where a session is: a room on campus, a school, or a meeting online. */
export interface CpdPlace {
  readonly kind: PlaceKind;
  /** The room, the school, or what the meeting is held with. */
  readonly name: string;
  /** The campus or school that the room is in; absent for the host’s only campus, and where the name says it. */
  readonly site?: string;
}

/** `proposed` comes from a trainee and is nobody’s to book until it is approved. */
export const CPD_SESSION_STATUSES = ['proposed', 'draft', 'published', 'delivered', 'cancelled'] as const;
export type CpdSessionStatus = (typeof CPD_SESSION_STATUSES)[number];

export const CPD_SESSION_STATUS_NAMES: Readonly<Record<CpdSessionStatus, string>> = {
  proposed: 'Proposed',
  draft: 'Draft',
  published: 'Open for booking',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
};

/** From each status of a session, those that may follow; the first is the usual next step. */
export const CPD_SESSION_TRANSITIONS: Readonly<Record<CpdSessionStatus, readonly CpdSessionStatus[]>> = {
  proposed: ['draft', 'cancelled'],
  draft: ['published', 'cancelled'],
  published: ['delivered', 'cancelled'],
  delivered: [],
  cancelled: [],
};

export const TEACHER_PLACES_MAX = 500;
export const PRESENTERS_MAX = 20;

/** Somebody who presents, as everybody may see it; only those whose suitability is confirmed. */
export interface SessionPresenter {
  readonly name: string;
}

/** One session of CPD. */
export interface CpdSession {
  readonly id: string;
  readonly programmeId: string;
  readonly programmeLabel: string;
  readonly seriesId: string | null;
  readonly topicId: string;
  readonly topicTitle: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: CpdPlace;
  readonly teacherPlaces: number;
  readonly placesLeft: number;
  readonly presentersWanted: number;
  readonly presenters: readonly SessionPresenter[];
  readonly status: CpdSessionStatus;
  /** Why it was cancelled; absent for all others. */
  readonly cancellationReason?: string;
}
