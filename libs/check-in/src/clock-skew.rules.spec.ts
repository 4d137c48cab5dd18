import { correctScanTime } from './clock-skew.rules';

const receivedAt = '2027-03-09T10:00:00.000Z';

describe('the time of a scan', () => {
  it('acceptance 22: is when it was scanned, not when it was uploaded', () => {
    const corrected = correctScanTime({
      scannedAt: '2027-03-09T09:12:00Z',
      sentAt: '2027-03-09T09:59:59.800Z',
      receivedAt,
    });
    expect(corrected).toEqual({ at: '2027-03-09T09:12:00.000Z', skewMs: 200 });
  });

  it('acceptance 45: is right from a device whose clock is one day slow or fast', () => {
    const slow = { scannedAt: '2027-03-08T09:12:00Z', sentAt: '2027-03-08T10:00:00Z', receivedAt };
    const fast = { scannedAt: '2027-03-10T09:12:00Z', sentAt: '2027-03-10T10:00:00Z', receivedAt };
    expect(correctScanTime(slow).at).toBe('2027-03-09T09:12:00.000Z');
    expect(correctScanTime(fast).at).toBe('2027-03-09T09:12:00.000Z');
  });

  it('keeps what the device says when it does not say what its clock shows', () => {
    const corrected = correctScanTime({ scannedAt: '2027-03-09T09:12:00+00:00', receivedAt });
    expect(corrected).toEqual({ at: '2027-03-09T09:12:00.000Z', skewMs: null });
  });

  it('is never after the scan arrived', () => {
    expect(correctScanTime({ scannedAt: '2027-03-11T09:12:00Z', receivedAt }).at).toBe(receivedAt);
  });

  it('does not move with a slow network, so that two uploads keep their order', () => {
    const first = { scannedAt: '2027-03-09T09:59:50Z', sentAt: '2027-03-09T09:59:56Z', receivedAt };
    const second = { scannedAt: '2027-03-09T09:59:52Z', sentAt: '2027-03-09T09:59:59Z', receivedAt };
    expect(correctScanTime(first).at < correctScanTime(second).at).toBe(true);
  });
});
