import type { ScanRequest, ScanResult } from '@lectern/check-in';
import type { OwnScan } from './own-records';

/** A scan as the first version of this app kept it. */
export interface FormerScan {
  readonly scan: ScanRequest;
  readonly refusedHere: boolean;
  readonly parked?: ScanResult;
}

/** The same scan as it is kept now, so that none is lost when the app renews itself. */
export const recordOfFormerScan = ({ scan, refusedHere, parked }: FormerScan, order: number): OwnScan => ({
  kind: 'scan',
  id: scan.id,
  order,
  scan,
  at: scan.scannedAt,
  ticketId: parked?.ticket?.ticketId ?? null,
  ticket: parked?.ticket ?? null,
  before: null,
  told: refusedHere ? 'refused' : null,
  reason: null,
  sent: parked !== undefined,
  parked: parked ?? null,
  annulledBy: null,
  isFollowUp: false,
});
