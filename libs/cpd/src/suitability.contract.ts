export const SUITABILITY_PATH = 'cpd/suitability';

export const SUITABILITY_STATES = ['not-confirmed', 'expired', 'confirmed'] as const;
export type SuitabilityState = (typeof SUITABILITY_STATES)[number];

/** Years for which a confirmation of suitability holds when the host does not say. */
export const SUITABILITY_YEARS = 3;
export const SUITABILITY_YEARS_MAX = 10;

/**
 * That somebody’s suitability to work with schools was confirmed: by whom and on which day. What the certificate says,
 * its number and its level are never stored.
 */
export interface Suitability {
  readonly accountId: string;
  readonly confirmedBy: string;
  /** A day, `2026-09-14`. */
  readonly confirmedOn: string;
}

/** One line of what was recorded; the latest counts, and none is ever changed. */
export interface SuitabilityRecord {
  readonly confirmedBy: string;
  readonly confirmedOn: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
}

/** How it stands with one trainee, for mentors and staff. */
export interface TraineeSuitability {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly state: SuitabilityState;
  /** The last day on which the confirmation holds; null without one. */
  readonly until: string | null;
  /** What counts now. */
  readonly current: SuitabilityRecord | null;
  /** What was recorded before, latest first. */
  readonly earlier: readonly SuitabilityRecord[];
}
