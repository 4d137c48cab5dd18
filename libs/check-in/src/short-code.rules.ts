import { drawCheckedCode, readCheckedCode } from '@lectern/core';

/** Symbols of a short code: seven drawn at random and one that checks them. */
export const SHORT_CODE_LENGTH = 8;

/** A new short code from a source of random bytes. */
export const drawShortCode = (randomByte: () => number): string =>
  drawCheckedCode(SHORT_CODE_LENGTH, randomByte);

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
  const reading = readCheckedCode(SHORT_CODE_LENGTH, text);
  if (reading.kind === 'ok') return { kind: 'ok', shortCode: reading.code };
  return { kind: reading.kind === 'wrong-check' ? 'wrong-check' : 'not-a-short-code' };
};
