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
