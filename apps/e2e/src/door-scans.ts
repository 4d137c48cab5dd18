import { randomUUID } from 'node:crypto';

/** A scan as a phone sends it. */
export interface SentScan {
  readonly id: string;
  readonly checkpointId: string;
  readonly ticketId: string;
  readonly direction: 'in' | 'out';
  readonly scannedAt: string;
  /** What the steward was told, of a scan that was made offline. */
  readonly shown?: 'admitted';
}

export interface AnsweredScan {
  readonly id: string;
  readonly outcome: string;
  readonly duplicate: boolean;
}

export const scanOf = (ticketId: string, checkpointId: string, direction: 'in' | 'out' = 'in'): SentScan => ({
  id: randomUUID(),
  ticketId,
  checkpointId,
  direction,
  scannedAt: new Date().toISOString(),
});

/** Sends scans as a phone; null when no answer came. */
export const sendScans = async (
  url: string,
  token: string,
  scans: readonly SentScan[],
): Promise<readonly AnsweredScan[] | null> => {
  const told = await fetch(`${url}/api/check-in/scans`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ scans, sentAt: new Date().toISOString() }),
  })
    .then(async (answer) => ({ status: answer.status, text: await answer.text() }))
    // The other side is gone, before its answer or in the middle of it.
    .catch(() => null);
  if (told === null) return null;
  if (told.status !== 200) throw new Error(`Scans answered ${told.status}: ${told.text}`);
  return (JSON.parse(told.text) as { results: AnsweredScan[] }).results;
};
