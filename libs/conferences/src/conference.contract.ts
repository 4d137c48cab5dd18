import { type ConferenceState } from './lifecycle.rules';

export const CONFERENCES_PATH = 'conferences';

export const ALLOCATIONS = ['first-come', 'fair'] as const;
/** How places are given: as groups register, or all together after registration closes. */
export type Allocation = (typeof ALLOCATIONS)[number];

export const YEAR_GROUPS = [7, 8, 9, 10, 11, 12, 13] as const;
export type YearGroup = (typeof YEAR_GROUPS)[number];

/** Pupils that one adult looks after when a conference does not say; a starting point, not a rule in law. */
export const PUPILS_PER_ADULT = 15;

/** Year groups that need more adults, or fewer, than the conference's one number says. */
export interface SupervisionBand {
  readonly yearGroups: readonly YearGroup[];
  readonly pupilsPerAdult: number;
}

/** A conference as anyone may see it (drafts: staff only). */
export interface Conference {
  readonly id: string;
  readonly slug: string;
  readonly status: ConferenceState;
  readonly title: string;
  readonly summary: string;
  readonly venue: { readonly name: string; readonly address: string };
  readonly startsAt: string;
  readonly endsAt: string;
  readonly yearGroups: readonly YearGroup[];
  readonly pupilPlaces: number;
  readonly schoolCap: number | null;
  readonly pupilsPerAdult: number;
  /** Where it is another number of pupils for some year groups; absent where it is one number for all. */
  readonly supervisionBands?: readonly SupervisionBand[];
  readonly allocation: Allocation;
  readonly registrationOpensAt: string;
  readonly registrationClosesAt: string;
  readonly finalNumbersAt: string;
  /** Places not yet given or held; 0 when full. */
  readonly placesLeft: number;
  readonly cancellationReason: string | null;
  /** The states that may follow now; empty for those who may not change it. */
  readonly transitions: readonly ConferenceState[];
}
