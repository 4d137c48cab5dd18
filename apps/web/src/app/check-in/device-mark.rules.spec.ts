import { deviceDetails, deviceMark, silenceWords } from './device-mark.rules';

const NOW = Date.parse('2027-03-09T10:45:00.000Z');
const seen = (at: string, change: object = {}) => ({
  lastSeenAt: `2027-03-09T${at}:00.000Z`,
  revokedAt: null,
  queued: 0,
  parked: 0,
  ...change,
});
const mark = (device: Parameters<typeof deviceMark>[0], isLive = true) => {
  const { tone, words } = deviceMark(device, NOW, isLive);
  return `${tone}: ${words}`;
};

describe('whether a phone is in touch', () => {
  it('is so within two minutes, with what it has still to send', () => {
    expect(mark(seen('10:44'))).toBe('go: In touch');
    expect(mark(seen('10:44', { queued: 3 }))).toBe('go: In touch, 3 scans to send');
  });

  it('is flagged from two minutes of silence on while the day is on', () => {
    expect(mark(seen('10:43'))).toBe('needs: Offline since 10:43');
    expect(mark(seen('10:42', { queued: 12 }))).toBe(
      'needs: Offline since 10:42, 12 scans to send when we last heard',
    );
    expect(mark({ ...seen('10:42'), lastSeenAt: '2027-03-08T10:42:00.000Z' })).toBe(
      'needs: Offline since 8 Mar 2027',
    );
  });

  it('is only told before the day and after it', () => {
    expect(mark(seen('10:43'), false)).toBe('wait: Last seen 2 minutes ago');
    expect(mark(seen('09:12'), false)).toBe('wait: Last seen at 09:12');
    expect(mark({ ...seen('10:42'), lastSeenAt: '2027-03-08T10:42:00.000Z' }, false)).toBe(
      'past: Last seen on 8 Mar 2027',
    );
  });

  it('matters no more once it is shut out', () => {
    expect(mark(seen('10:00', { revokedAt: '2027-03-09T10:10:00.000Z' }))).toBe('stop: Shut out, 10:10');
  });
});

describe('what is said of phones that are offline', () => {
  it('is nothing while all are in touch', () => {
    expect(silenceWords([])).toBe('');
  });

  it('is how many there are, and what they have to send between them', () => {
    expect(silenceWords([{ queued: 0 }])).toMatch(/^1 phone is offline\. They go on scanning/);
    expect(silenceWords([{ queued: 1 }, { queued: 12 }])).toMatch(
      /^2 phones are offline, with 13 scans to send when we last heard\./,
    );
  });
});

describe('what else is known of a phone', () => {
  it.each([
    [{ appVersion: null, parked: 0, skewMs: 0 }, ''],
    [{ appVersion: '1.4.0', parked: 0, skewMs: 29_000 }, 'version 1.4.0'],
    [
      { appVersion: '1.4.0', parked: 2, skewMs: 45_000 },
      'version 1.4.0, 2 answers to settle on the phone, clock 45 seconds slow',
    ],
    [
      { appVersion: null, parked: 1, skewMs: -3_600_000 },
      '1 answer to settle on the phone, clock 60 minutes fast',
    ],
  ])('%j is %s', (device, words) => {
    expect(deviceDetails(device)).toBe(words);
  });
});
