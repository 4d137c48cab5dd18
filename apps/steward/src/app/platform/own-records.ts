import type {
  AdmissionFacts,
  RefusalReason,
  ScannedTicket,
  ScanOutcome,
  ScanRequest,
  ScanResult,
} from '@lectern/check-in';

/** A scan that this phone made: on its way to the server, or answered and still listed under "Recent". */
export interface OwnScan {
  readonly kind: 'scan';
  readonly id: string;
  /** Its place in the order in which this phone did things, whatever its clock did meanwhile. */
  readonly order: number;
  readonly scan: ScanRequest;
  /** When it was made, corrected for this phone's clock. */
  readonly at: string;
  /** The ticket, as far as this phone could tell. */
  readonly ticketId: string | null;
  readonly ticket: ScannedTicket | null;
  /** What was on record for the ticket before this scan. */
  readonly before: AdmissionFacts | null;
  /** What the steward was told; null until something was. */
  readonly told: ScanOutcome | null;
  readonly reason: RefusalReason | null;
  readonly sent: boolean;
  /** The server's answer that came too late to be shown at the door, until somebody settles it. */
  readonly parked: ScanResult | null;
  /** The annulment that took it back. */
  readonly annulledBy: string | null;
  /** Whether it says again, as one that was let in, what the server had refused after the person was in. */
  readonly isFollowUp: boolean;
}

/** A scan taken back on this phone, in its place among the scans. */
export interface OwnAnnulment {
  readonly kind: 'annulment';
  readonly id: string;
  readonly order: number;
  readonly scanId: string;
  readonly reason: string;
  readonly annulledAt: string;
  readonly sent: boolean;
  /** Why the server did not take it back, until somebody has read it. */
  readonly refused: string | null;
}

export type OwnRecord = OwnScan | OwnAnnulment;

/** Whether a verdict lets the person through the door, in or out. */
export const letsThrough = (outcome: ScanOutcome | null): boolean =>
  outcome === 'admitted' || outcome === 'left' || outcome === 'conflict';
