import { type ScanResult, verdictMessage } from '@lectern/check-in';
import { letsThrough, type OwnScan } from '../platform/own-records';

/** The answer to a scan that the server would not even read. */
export const unreadable = (id: string): ScanResult => {
  const told = { outcome: 'refused', reason: 'bad-scan' } as const;
  return { id, ...told, message: verdictMessage(told), duplicate: false };
};

/**
 * Whether an answer says what the steward does not know. A conflict is shown as one, with both its sides, for as long
 * as it is open: it need not be parked as well.
 */
export const isNews = (record: OwnScan, result: ScanResult): boolean => {
  if (record.annulledBy !== null || result.outcome === 'conflict') return false;
  if (letsThrough(result.outcome) !== letsThrough(record.told ?? 'admitted')) return true;
  // Let in by this phone against a rule that it could not know of: counted, and somebody has to see to it.
  return result.outcome === 'admitted' && result.reason !== undefined && record.told !== null;
};

/**
 * Whether the person went in on this phone's word while a question to the server was still under way, and the server
 * then refused. What was said at the door stands: it is sent again as such, or somebody inside would not be counted.
 */
export const mustBeSaidAgain = (record: OwnScan, sent: OwnScan, result: ScanResult): boolean =>
  (sent.scan.shown === undefined || result.duplicate) &&
  !record.isFollowUp &&
  record.annulledBy === null &&
  letsThrough(record.told) &&
  !letsThrough(result.outcome) &&
  result.reason !== 'bad-scan';
