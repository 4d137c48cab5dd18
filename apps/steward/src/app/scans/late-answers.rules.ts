import { type ScanResult, verdictMessage } from '@lectern/check-in';
import { newId } from '@lectern/core';
import { letsThrough, type OwnRecord, type OwnScan } from '../platform/own-records';

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

/** A scan with the server's answer; what nobody has seen of it and somebody must is parked. */
export const answered = (record: OwnScan, result: ScanResult, isSeen: boolean): OwnScan => ({
  ...record,
  sent: true,
  told: record.told ?? result.outcome,
  ticketId: record.ticketId ?? result.ticket?.ticketId ?? null,
  ticket: result.ticket ?? record.ticket,
  parked: !isSeen && isNews(record, result) ? result : null,
});

/** The scan once more under a new id, as one that was let in. */
export const saidAgain = (record: OwnScan, order: number): OwnScan => {
  const id = newId();
  const scan = { ...record.scan, id, ...(record.told ? { shown: record.told } : {}) };
  return { ...record, id, order, scan, isFollowUp: true };
};

/** Whether the phone may forget a record: the server's list tells of it, and nobody may want to look at it any more. */
export const isDone = (
  record: OwnRecord,
  recent: ReadonlySet<string>,
  known: ReadonlySet<string>,
): boolean => {
  if (!known.has(record.id)) return false;
  if (record.kind === 'annulment') return record.refused === null && !recent.has(record.scanId);
  return !recent.has(record.id) && !record.parked && (!record.annulledBy || known.has(record.annulledBy));
};

/** A scan that was sent with its answer, if it has one. */
export const pairOf = (
  sent: OwnScan,
  result: ScanResult | undefined,
): { readonly sent: OwnScan; readonly result: ScanResult }[] => (result ? [{ sent, result }] : []);
