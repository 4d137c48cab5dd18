import fc from 'fast-check';
import { decodeCrockford, encodeCrockford } from './crockford';

describe('Crockford base 32', () => {
  it('writes bytes as five bits a symbol, padded with zero bits', () => {
    expect(encodeCrockford(Uint8Array.of())).toBe('');
    expect(encodeCrockford(Uint8Array.of(0xff))).toBe('ZW');
    expect(encodeCrockford(Uint8Array.of(0, 0, 0, 0, 1))).toBe('00000001');
  });

  it('reads back whatever it wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(decodeCrockford(encodeCrockford(bytes))).toEqual(bytes);
      }),
    );
  });

  it('reads either case, O as 0, I and L as 1, and past hyphens and spaces', () => {
    expect(decodeCrockford('oooo-ooo i')).toEqual(Uint8Array.of(0, 0, 0, 0, 1));
    expect(decodeCrockford('0000 000L')).toEqual(Uint8Array.of(0, 0, 0, 0, 1));
    expect(decodeCrockford('zw')).toEqual(Uint8Array.of(0xff));
  });

  it('refuses foreign symbols, and lengths and padding that no bytes have', () => {
    expect(decodeCrockford('U0')).toBeNull();
    expect(decodeCrockford('é0')).toBeNull();
    expect(decodeCrockford('ZZ')).toBeNull();
    expect(decodeCrockford('Z')).toBeNull();
  });
});
