import type { Device } from '@lectern/check-in';
import { figure, londonClock, londonShortDate } from '@lectern/core';
import type { Tone } from '@lectern/ui';

const MINUTE = 60_000;
/** A clock that is this far off is worth putting right; scans are corrected for it all the same. */
const CLOCK_OFF = 30_000;

type Seen = Pick<Device, 'lastSeenAt' | 'revokedAt'>;
type Waiting = Pick<Device, 'queued' | 'parked'>;

const minutesSince = (instant: string, now: number): number =>
  Math.floor((now - Date.parse(instant)) / MINUTE);

/** Whether a phone should be in touch and is not: two minutes of silence while the day is on. */
export const isOffline = ({ lastSeenAt, revokedAt }: Seen, now: number, isLive: boolean): boolean =>
  isLive && revokedAt === null && minutesSince(lastSeenAt, now) >= 2;

const day = (instant: string): string => londonShortDate(instant);

const clockOrDay = (instant: string, now: number): string =>
  minutesSince(instant, now) < 16 * 60 ? londonClock(instant) : day(instant);

/**
 * Whether a phone is in touch: seen within two minutes, some time ago, or shut out. While the day is on, one that is
 * not is offline, with what it had still to send when it was last heard.
 */
export const deviceMark = (
  device: Seen & Waiting,
  now: number,
  isLive: boolean,
): { readonly tone: Tone; readonly words: string } => {
  const { lastSeenAt, revokedAt, queued } = device;
  if (revokedAt !== null) return { tone: 'stop', words: `Shut out, ${londonClock(revokedAt)}` };
  if (isOffline(device, now, isLive)) {
    const waiting = queued > 0 ? `, ${figure(queued, 'scan')} to send when we last heard` : '';
    return { tone: 'needs', words: `Offline since ${clockOrDay(lastSeenAt, now)}${waiting}` };
  }
  const minutes = minutesSince(lastSeenAt, now);
  if (minutes < 2) {
    return queued > 0
      ? { tone: 'go', words: `In touch, ${figure(queued, 'scan')} to send` }
      : { tone: 'go', words: 'In touch' };
  }
  if (minutes < 60) return { tone: 'wait', words: `Last seen ${minutes} minutes ago` };
  if (minutes < 16 * 60) return { tone: 'wait', words: `Last seen at ${londonClock(lastSeenAt)}` };
  return { tone: 'past', words: `Last seen on ${day(lastSeenAt)}` };
};

const clockWords = (skewMs: number): string => {
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  const off = seconds < 120 ? figure(seconds, 'second') : figure(Math.round(seconds / 60), 'minute');
  return `clock ${off} ${skewMs > 0 ? 'slow' : 'fast'}`;
};

/** What else is known of a phone: the app's version, answers that nobody has settled on it, a clock that is off. */
export const deviceDetails = ({
  appVersion,
  parked,
  skewMs,
}: Pick<Device, 'appVersion' | 'parked' | 'skewMs'>): string =>
  [
    appVersion === null ? '' : `version ${appVersion}`,
    parked > 0 ? `${figure(parked, 'answer')} to settle on the phone` : '',
    Math.abs(skewMs) >= CLOCK_OFF ? clockWords(skewMs) : '',
  ]
    .filter(Boolean)
    .join(', ');

/** What is to be said of phones that are offline: how many, what they have to send, and what that means. */
export const silenceWords = (offline: readonly Pick<Device, 'queued'>[]): string => {
  if (offline.length === 0) return '';
  const queued = offline.reduce((sum, device) => sum + device.queued, 0);
  const phones = figure(offline.length, 'phone is', 'phones are');
  const waiting = queued > 0 ? `, with ${figure(queued, 'scan')} to send when we last heard` : '';
  return `${phones} offline${waiting}. They go on scanning; until they are back, the numbers here may be wrong.`;
};
