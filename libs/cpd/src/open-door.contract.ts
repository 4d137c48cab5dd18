import type { YearGroup } from '@lectern/conferences';
import type { VisitAction, VisitStatus } from './visit-lifecycle.rules';

export const OPEN_DOOR_PATH = 'cpd/open-door-lessons';
export const VISITS_PATH = 'cpd/visits';

/** Visitors that one lesson takes at most: more would be an audience. */
export const VISITORS_MAX = 6;

export const OPEN_DOOR_STATUSES = ['offered', 'cancelled'] as const;
export type OpenDoorStatus = (typeof OPEN_DOOR_STATUSES)[number];

/** A lesson that a school lets teachers of partner schools observe. */
export interface OpenDoorLesson {
  readonly id: string;
  readonly school: { readonly urn: string; readonly name: string; readonly town: string };
  readonly hostName: string;
  readonly topicId: string | null;
  readonly title: string;
  readonly yearGroup: YearGroup;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly visitorPlaces: number;
  /** Places that nobody has, or has asked for. */
  readonly placesLeft: number;
  /** Where to report, whom to ask for; only for the school itself, confirmed visitors and staff. */
  readonly arrival: string | null;
  readonly status: OpenDoorStatus;
  readonly cancellationReason: string | null;
  /** Whether the reader answers for it: may change it, call it off and say who comes. */
  readonly mayChange: boolean;
  /** The reader’s own visit, the latest that they asked for. */
  readonly visit: { readonly id: string; readonly status: VisitStatus } | null;
}

/** Whose thoughts a reflection holds. */
export const REFLECTION_SIDES = ['visitor', 'host', 'presenter'] as const;
export type ReflectionSide = (typeof REFLECTION_SIDES)[number];

export const REFLECTION_LENGTH = 2000;

/** A short note on what somebody takes away; seen by both sides of a visit, or by a trainee and their mentor. */
export interface Reflection {
  readonly id: string;
  readonly side: ReflectionSide;
  readonly of:
    | { readonly kind: 'visit'; readonly visitId: string }
    | { readonly kind: 'session'; readonly sessionId: string };
  readonly text: string;
  readonly writtenAt: string;
}

/** The lesson of a visit, as a line of a list. */
export interface VisitedLesson {
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly schoolName: string;
  readonly town: string;
  readonly hostName: string;
  /** Where to report, whom to ask for; once the visit is confirmed. */
  readonly arrival: string | null;
}

/** One teacher’s visit to an open-door lesson. */
export interface Visit {
  readonly id: string;
  readonly lessonId: string;
  readonly lesson: VisitedLesson;
  readonly visitor: { readonly name: string; readonly schoolUrn: string; readonly schoolName: string };
  readonly status: VisitStatus;
  readonly askedAt: string;
  /** Why it was declined or called off, where somebody said so. */
  readonly reason: string | null;
  /** For the two sides of the visit; to everybody else, staff included, none is shown. */
  readonly reflections: readonly Reflection[];
  /** Which sides have written one. */
  readonly reflected: readonly ReflectionSide[];
  /** The side that the reader is on; null for staff. */
  readonly side: ReflectionSide | null;
  /** What the reader may do with it now. */
  readonly actions: readonly VisitAction[];
  /** Whether the reader may write, or write anew, what they take away. */
  readonly mayReflect: boolean;
}
