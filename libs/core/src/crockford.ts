/** Crockford's base 32: no I, L, O or U, so that a code survives being read aloud and typed. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const valueOf = (symbol: string): number => {
  const upper = symbol.toUpperCase();
  if (upper === 'O') return 0;
  if (upper === 'I' || upper === 'L') return 1;
  return upper.length === 1 ? CROCKFORD.indexOf(upper) : -1;
};

// A code has 137 symbols and a door reads thousands: what ASCII can hold is worked out once.
const ASCII = Int8Array.from({ length: 128 }, (_, at) => valueOf(String.fromCharCode(at)));

/** The value 0–31 of one symbol as people write it (any case, O for 0, I or L for 1), or -1. */
export const crockfordValue = (symbol: string): number =>
  symbol.length === 1 ? (ASCII[symbol.charCodeAt(0)] ?? valueOf(symbol)) : valueOf(symbol);

/** The symbol of a value 0–31. */
export const crockfordSymbol = (value: number): string => CROCKFORD.charAt(value);

/** Text without the hyphens, dashes and spaces that people and scanners put into codes. */
export const withoutSeparators = (text: string): string =>
  text.replace(/[\s\-\u2010-\u2015\u200b\ufeff]/g, '');

/** Bytes as Crockford base 32, five bits a symbol, the last symbol padded with zero bits. */
export const encodeCrockford = (bytes: Uint8Array): string => {
  let text = '';
  let pending = 0;
  let bits = 0;
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += crockfordSymbol((pending >> bits) & 31);
    }
    pending &= (1 << bits) - 1;
  }
  return bits > 0 ? text + crockfordSymbol((pending << (5 - bits)) & 31) : text;
};

/**
 * The bytes of a text in Crockford base 32, read leniently, or null when a symbol is foreign or when the text is
 * not what `encodeCrockford` would write (a length or padding that no bytes have): bytes have one spelling only.
 */
export const decodeCrockford = (text: string): Uint8Array | null => {
  const symbols = withoutSeparators(text);
  const bytes = new Uint8Array(Math.floor((symbols.length * 5) / 8));
  let pending = 0;
  let bits = 0;
  let at = 0;
  for (const symbol of symbols) {
    const value = crockfordValue(symbol);
    if (value < 0) return null;
    pending = (pending << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (pending >> bits) & 255;
    }
    pending &= (1 << bits) - 1;
  }
  return bits < 5 && pending === 0 ? bytes : null;
};
