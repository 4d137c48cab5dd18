import { CROCKFORD, crockfordSymbol, crockfordValue, withoutSeparators } from './crockford';

/** One draw in seven is thrown away; a hundred in a row never are, unless the source is stuck. */
const DRAWS_MAX = 100;

/** Crockford's check: the number that the symbols write, modulo 37, a prime above 32. */
const checkValue = (symbols: string): number => {
  let value = 0;
  for (const symbol of symbols) value = (value * 32 + crockfordValue(symbol)) % 37;
  return value;
};

/**
 * A new code of so many symbols from a source of random bytes; the last symbol checks the others. Crockford's check
 * has 37 values and writes five of them as `*~$=U`, which nobody finds on a phone's keyboard; a draw that would need
 * one is thrown away (about one in seven). What remains still catches every single mistyped symbol and every swap of
 * two neighbours.
 */
export const drawCheckedCode = (length: number, randomByte: () => number): string => {
  for (let draw = 0; draw < DRAWS_MAX; draw++) {
    let symbols = '';
    // 256 is a multiple of 32: the low five bits of a random byte are evenly spread.
    while (symbols.length < length - 1) symbols += crockfordSymbol(randomByte() & 31);
    const check = checkValue(symbols);
    if (check < CROCKFORD.length) return symbols + crockfordSymbol(check);
  }
  throw new Error('The source of random bytes keeps giving the same bytes.');
};

export type CheckedCodeReading =
  | { readonly kind: 'ok'; readonly code: string }
  | { readonly kind: 'wrong-check' }
  | { readonly kind: 'not-a-code' };

/**
 * A code of so many symbols as typed, in its stored form (capitals, no hyphen). A wrong check symbol is told apart
 * from other text, so that a slip of the finger is named before anything is looked up.
 */
export const readCheckedCode = (length: number, text: string): CheckedCodeReading => {
  const values = Array.from(withoutSeparators(text), crockfordValue);
  if (values.length !== length || values.includes(-1)) return { kind: 'not-a-code' };
  const code = values.map(crockfordSymbol).join('');
  const check = crockfordValue(code.charAt(length - 1));
  return checkValue(code.slice(0, length - 1)) === check ? { kind: 'ok', code } : { kind: 'wrong-check' };
};
