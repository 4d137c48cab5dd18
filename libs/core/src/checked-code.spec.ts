import fc from 'fast-check';
import { drawCheckedCode, readCheckedCode } from './checked-code';
import { CROCKFORD } from './crockford';

const LENGTH = 12;
const aCode = fc
  .array(fc.nat(255), { minLength: LENGTH - 1, maxLength: LENGTH - 1 })
  .map((bytes) => [...bytes, ...Array.from({ length: LENGTH - 2 }, () => 0), 1])
  .map((bytes) => drawCheckedCode(LENGTH, () => bytes.shift() ?? 0));

describe('a code with a check symbol', () => {
  it('is read as it was drawn, in any case and with any hyphens', () => {
    fc.assert(
      fc.property(aCode, (code) => {
        const typed = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`.toLowerCase();
        expect(readCheckedCode(LENGTH, typed)).toEqual({ kind: 'ok', code });
      }),
    );
  });

  it('tells every single wrong symbol from the right one', () => {
    fc.assert(
      fc.property(aCode, fc.nat(LENGTH - 1), fc.nat(31), (code, at, value) => {
        const symbol = CROCKFORD.charAt(value);
        fc.pre(symbol !== code.charAt(at));
        const wrong = code.slice(0, at) + symbol + code.slice(at + 1);
        expect(readCheckedCode(LENGTH, wrong)).toEqual({ kind: 'wrong-check' });
      }),
    );
  });

  it('is not a code of another length, nor one with a foreign symbol', () => {
    expect(readCheckedCode(8, '0000000')).toEqual({ kind: 'not-a-code' });
    expect(readCheckedCode(8, '0000000U')).toEqual({ kind: 'not-a-code' });
    expect(readCheckedCode(8, '')).toEqual({ kind: 'not-a-code' });
  });

  it('throws when the source of random bytes is stuck on a draw that no keyboard could check', () => {
    // 0000010 writes 32, and 32 modulo 37 is beyond the alphabet: every draw is thrown away.
    const stuck = [0, 0, 0, 0, 0, 1, 0];
    let at = 0;
    expect(() => drawCheckedCode(8, () => stuck[at++ % stuck.length] ?? 0)).toThrow('same bytes');
  });
});
