import { isPackDue } from './pack-acknowledgement.rules';

describe('acknowledging the visit pack', () => {
  it('is due when there is a pack that nobody of the group has acknowledged', () => {
    expect(isPackDue(1, null)).toBe(true);
    expect(isPackDue(3, 3)).toBe(false);
  });

  it('is due again with every new version', () => {
    expect(isPackDue(4, 3)).toBe(true);
  });

  it('is never due while there is nothing to read', () => {
    expect(isPackDue(0, null)).toBe(false);
  });
});
