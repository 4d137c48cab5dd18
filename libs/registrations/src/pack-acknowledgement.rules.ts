/**
 * Whether a group must still say that it has read the pack: there is one, and what was acknowledged last is an earlier
 * version. A new version of any file asks again.
 */
export const isPackDue = (packVersion: number, acknowledged: number | null): boolean =>
  packVersion > 0 && (acknowledged ?? 0) < packVersion;
