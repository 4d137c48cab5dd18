import type { YearGroup } from '@lectern/conferences';
import type { VisitStatus } from './visit-lifecycle.rules';

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
  readonly placesLeft: number;
  /** Where to report, whom to ask for. */
  readonly arrival: string | null;
  readonly status: OpenDoorStatus;
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

/** One teacher’s visit to an open-door lesson. */
export interface Visit {
  readonly id: string;
  readonly lessonId: string;
  readonly visitor: { readonly name: string; readonly schoolUrn: string; readonly schoolName: string };
  readonly status: VisitStatus;
  readonly askedAt: string;
  readonly reflections: readonly Reflection[];
}
