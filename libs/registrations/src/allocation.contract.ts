import type { Allocation } from '@lectern/conferences';

/** What a fair allocation may go by. */
export const CRITERION_KINDS = [
  'project-school',
  'first-visit',
  'priority-measure',
  'distance',
  'registered-first',
] as const;
export type CriterionKind = (typeof CRITERION_KINDS)[number];

export const CRITERION_NAMES: Readonly<Record<CriterionKind, string>> = {
  'project-school': 'Project school',
  'first-visit': 'First visit',
  'priority-measure': 'Priority measure',
  distance: 'Distance',
  'registered-first': 'Earlier registration',
};

/** `weights`: schools are put in order by points; `in-order`: by the first criterion that tells them apart. */
export const ALLOCATION_METHODS = ['weights', 'in-order'] as const;
export type AllocationMethod = (typeof ALLOCATION_METHODS)[number];

export const DISTANCE_FAVOURS = ['near', 'far'] as const;
export type DistanceFavours = (typeof DISTANCE_FAVOURS)[number];

/** One criterion with its weight; the last four belong to distance alone. */
export interface Criterion {
  readonly kind: CriterionKind;
  /** The most points it gives, 1 to 100; not looked at when criteria go in order. */
  readonly weight: number;
  readonly favours?: DistanceFavours;
  /** Where one band ends and the next begins, in kilometres, rising. */
  readonly bandsKm?: readonly number[];
  /** The host's place on the national grid, in metres. */
  readonly easting?: number;
  readonly northing?: number;
}

/** How one conference gives its places, as anyone may read it. */
export interface PlaceRules {
  readonly allocation: Allocation;
  /** Hours that an offer of a freed place stands. */
  readonly offerHours: number;
  readonly method: AllocationMethod;
  readonly criteria: readonly Criterion[];
  /** The same in sentences. */
  readonly words: readonly string[];
  /** When the places of a fair conference were shared out. */
  readonly allocatedAt: string | null;
}

/** What a fair allocation decides for one group. */
export interface AllocationOutcome {
  readonly groupId: string;
  readonly school: { readonly urn: string; readonly name: string; readonly town: string };
  /** Its place in the order, 1 is first. */
  readonly rank: number;
  /** 0 when criteria go in order. */
  readonly points: number;
  readonly pupilsWanted: number;
  readonly pupilsMinimum: number;
  /** 0: it goes to the waiting list. */
  readonly places: number;
  readonly reason: string;
}

/** An allocation worked out and not stored: the same groups, facts and criteria always give the same. */
export interface AllocationTrial {
  /** What decides between equals. */
  readonly seed: string;
  /** Names this result: publishing asks for it, so that what is published is what was seen. */
  readonly fingerprint: string;
  readonly placesToShare: number;
  readonly placesGiven: number;
  readonly items: readonly AllocationOutcome[];
}

/** What is known of one registered school that criteria look at. */
export interface AllocationSchool {
  readonly groupId: string;
  readonly school: { readonly urn: string; readonly name: string; readonly town: string };
  readonly pupilsWanted: number;
  readonly pupilsMinimum: number;
  readonly registeredAt: string;
  readonly projectSchool: boolean;
  readonly priorityMeasure: boolean;
  readonly firstVisit: boolean;
  /** Null when there is no distance criterion, or the register does not place the school. */
  readonly distanceKm: number | null;
}

/** Everything that staff need to share out the places of a fair conference. */
export interface AllocationBoard {
  readonly rules: PlaceRules;
  readonly placesToShare: number;
  readonly schoolCap: number | null;
  /** Whether it may be published now: registration is closed, and it was not published before. */
  readonly isDue: boolean;
  readonly schools: readonly AllocationSchool[];
  readonly published: {
    readonly at: string;
    readonly seed: string;
    readonly items: readonly AllocationOutcome[];
  } | null;
}

/** What staff say of a school. */
export interface SchoolFacts {
  readonly urn: string;
  readonly projectSchool: boolean;
  readonly priorityMeasure: boolean;
}
