import type { Device } from '@lectern/check-in';
import { londonClock, londonShortDate } from '@lectern/core';
import type { Tone } from '@lectern/ui';

const MINUTE = 60_000;

/** Whether a phone is in touch: seen within two minutes, some time ago, or shut out. */
export const deviceMark = (
  device: Pick<Device, 'lastSeenAt' | 'revokedAt'>,
  now: number,
): { readonly tone: Tone; readonly words: string } => {
  if (device.revokedAt !== null) return { tone: 'stop', words: `Shut out, ${londonClock(device.revokedAt)}` };
  const minutes = Math.floor((now - Date.parse(device.lastSeenAt)) / MINUTE);
  if (minutes < 2) return { tone: 'go', words: 'In touch' };
  if (minutes < 60) return { tone: 'wait', words: `Last seen ${minutes} minutes ago` };
  if (minutes < 16 * 60) return { tone: 'wait', words: `Last seen at ${londonClock(device.lastSeenAt)}` };
  return { tone: 'past', words: `Last seen on ${londonShortDate(device.lastSeenAt)}` };
};
