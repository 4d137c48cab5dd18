/** Below this, what looks like a wrong clock is only the network's delay. */
const NETWORK_DELAY_MS = 5_000;

export interface CorrectedTime {
  /** When the scan was made, by the server's clock. */
  readonly at: string;
  /** How far the device's clock is behind the server's, in milliseconds; null when it did not say. */
  readonly skewMs: number | null;
}

/**
 * When a scan was really made. A device that says what its clock showed as it sent is measured against the
 * server, and its scans move by the difference; a difference within the network's delay moves nothing, so that
 * two uploads of one device keep their order. No scan was made after it arrived.
 */
export const correctScanTime = (scan: {
  readonly scannedAt: string;
  readonly sentAt?: string | undefined;
  readonly receivedAt: string;
}): CorrectedTime => {
  const received = Date.parse(scan.receivedAt);
  const skewMs = scan.sentAt === undefined ? null : received - Date.parse(scan.sentAt);
  const shift = skewMs !== null && Math.abs(skewMs) > NETWORK_DELAY_MS ? skewMs : 0;
  const at = Math.min(Date.parse(scan.scannedAt) + shift, received);
  return { at: new Date(at).toISOString(), skewMs };
};
