import fc from 'fast-check';
import { isUpn } from './upn.rules';

describe('isUpn', () => {
  it('knows a unique pupil number by its check letter', () => {
    expect(isUpn('H801200001001')).toBe(true);
  });

  it('is blind to case and spaces', () => {
    expect(isUpn(' h801 200001001 ')).toBe(true);
  });

  it('knows a temporary number, which ends in a letter', () => {
    // 8×2 + 1×4 + 2×5 + 1×10 + A (0)×13 = 40; 40 mod 23 = 17, which is U.
    expect(isUpn('U80120000100A')).toBe(true);
    expect(isUpn('T80120000100A')).toBe(false);
  });

  it.each(['', 'H80120000100', 'H8012000010011', 'A801200001001', '8801200001001', 'I801200001001', 'Anna'])(
    'does not take %p for one',
    (text) => expect(isUpn(text)).toBe(false),
  );

  it('notices any one wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 9 }), (position, digit) => {
        const upn = [...'H801200001001'];
        fc.pre(upn[position] !== String(digit));
        upn[position] = String(digit);
        expect(isUpn(upn.join(''))).toBe(false);
      }),
    );
  });
});
