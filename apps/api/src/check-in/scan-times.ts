import { type CorrectedTime, correctScanTime } from '@lectern/check-in';

/** When a scan was made by the server's clock, and how far the device's clock is behind. */
export const correctedTime = (scan: {
  readonly request: { readonly scannedAt: string };
  readonly sentAt: string | undefined;
  readonly receivedAt: Date;
}): CorrectedTime =>
  correctScanTime({
    scannedAt: scan.request.scannedAt,
    sentAt: scan.sentAt,
    receivedAt: scan.receivedAt.toISOString(),
  });

/** SQLite's and MySQL's int column holds a skew of 24 days either way; a clock further off is simply wrong. */
const SKEW_MAX = 2_000_000_000;

/** A skew as it is stored. */
export const storableSkew = (skewMs: number | null): number =>
  Math.max(-SKEW_MAX, Math.min(SKEW_MAX, skewMs ?? 0));

/** How far a device's clock is behind as it sends, in milliseconds. */
export const measuredSkew = (sentAt: string, receivedAt: Date): number =>
  storableSkew(receivedAt.getTime() - Date.parse(sentAt));
