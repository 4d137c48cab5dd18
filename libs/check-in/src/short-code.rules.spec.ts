import fc from 'fast-check';
import { CROCKFORD } from '@lectern/core';
import { drawShortCode, formatShortCode, readShortCode } from './short-code.rules';

const aShortCode = fc
  .array(fc.nat(255), { minLength: 7, maxLength: 7 })
  .map((bytes) => [...bytes, 0, 0, 0, 0, 0, 0, 1])
  .map((bytes) => drawShortCode(() => bytes.shift() ?? 0));

const withSymbol = (code: string, at: number, symbol: string) =>
  code.slice(0, at) + symbol + code.slice(at + 1);

describe('short codes', () => {
  it('are seven random symbols and the check symbol of the number they write', () => {
    // ...0010 writes 32; 32 mod 37 is 32, beyond the alphabet, so the next seven bytes are drawn: 1, check 1.
    const bytes = [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1];
    expect(drawShortCode(() => bytes.shift() ?? 0)).toBe('00000011');
    expect(bytes).toEqual([]);
  });

  it('are not drawn from a source that is stuck', () => {
    const bytes = [0, 0, 0, 0, 0, 1, 0];
    let at = 0;
    expect(() => drawShortCode(() => bytes[at++ % 7] ?? 0)).toThrow('same bytes');
  });

  it('are printed in two halves and read back in any case, with or without the hyphen', () => {
    fc.assert(
      fc.property(aShortCode, (code) => {
        expect(readShortCode(formatShortCode(code))).toEqual({ kind: 'ok', shortCode: code });
        expect(readShortCode(` ${code.toLowerCase()} `)).toEqual({ kind: 'ok', shortCode: code });
      }),
    );
  });

  it('acceptance 4: O is read as 0, I and L as 1', () => {
    expect(readShortCode('OOOO-OOil')).toEqual({ kind: 'ok', shortCode: '00000011' });
  });

  it('acceptance 9: every single mistyped symbol is caught', () => {
    fc.assert(
      fc.property(aShortCode, fc.nat(7), fc.constantFrom(...CROCKFORD), (code, at, symbol) => {
        fc.pre(code[at] !== symbol);
        expect(readShortCode(withSymbol(code, at, symbol))).toEqual({ kind: 'wrong-check' });
      }),
    );
  });

  it('acceptance 9: every swap of two neighbours is caught', () => {
    fc.assert(
      fc.property(aShortCode, fc.nat(6), (code, at) => {
        const [left, right] = [code.charAt(at), code.charAt(at + 1)];
        fc.pre(left !== right);
        const swapped = withSymbol(withSymbol(code, at, right), at + 1, left);
        expect(readShortCode(swapped)).toEqual({ kind: 'wrong-check' });
      }),
    );
  });

  it('are not any other text', () => {
    for (const text of ['', 'ABCD', 'ABCD-EFGHJ', 'UUUU-UUUU', '0188d3a0-0000-7000-8000-000000000000']) {
      expect(readShortCode(text)).toEqual({ kind: 'not-a-short-code' });
    }
  });
});
