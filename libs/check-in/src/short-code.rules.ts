import { CROCKFORD, crockfordSymbol, crockfordValue, withoutSeparators } from './crockford';

const PAYLOAD = 7;
/** Symbols of a short code: seven drawn at random and one that checks them. */
export const SHORT_CODE_LENGTH = PAYLOAD + 1;

/** One draw in seven is thrown away; a hundred in a row never are, unless the source is stuck. */
const DRAWS_MAX = 100;

/** Crockford's check: the number that the symbols write, modulo 37, a prime above 32. */
const checkValue = (symbols: string): number => {
  let value = 0;
  for (const symbol of symbols) value = (value * 32 + crockfordValue(symbol)) % 37;
  return value;
};

/**
 * A new short code from a source of random bytes. Crockford's check has 37 values and writes five of them as
 * `*~$=U`, which nobody finds on a phone's keyboard; a draw that would need one is thrown away (about one in
 * seven). What remains still catches every single mistyped symbol and every swap of two neighbours.
 */
export const drawShortCode = (randomByte: () => number): string => {
  for (let draw = 0; draw < DRAWS_MAX; draw++) {
    let symbols = '';
    // 256 is a multiple of 32: the low five bits of a random byte are evenly spread.
    while (symbols.length < PAYLOAD) symbols += crockfordSymbol(randomByte() & 31);
    const check = checkValue(symbols);
    if (check < CROCKFORD.length) return symbols + crockfordSymbol(check);
  }
  throw new Error('The source of random bytes keeps giving the same bytes.');
};

/** `ABCD-EFGH`, as printed under the QR. */
export const formatShortCode = (shortCode: string): string =>
  `${shortCode.slice(0, 4)}-${shortCode.slice(4)}`;

export type ShortCodeReading =
  | { readonly kind: 'ok'; readonly shortCode: string }
  | { readonly kind: 'wrong-check' }
  | { readonly kind: 'not-a-short-code' };

/**
 * A short code as typed, in its stored form (eight capitals, no hyphen). A wrong check symbol is told apart from
 * other text, so that a slip of the finger is named before anything is looked up.
 */
export const readShortCode = (text: string): ShortCodeReading => {
  const values = Array.from(withoutSeparators(text), crockfordValue);
  if (values.length !== SHORT_CODE_LENGTH || values.includes(-1)) return { kind: 'not-a-short-code' };
  const shortCode = values.map(crockfordSymbol).join('');
  const check = crockfordValue(shortCode.charAt(PAYLOAD));
  return checkValue(shortCode.slice(0, PAYLOAD)) === check
    ? { kind: 'ok', shortCode }
    : { kind: 'wrong-check' };
};
