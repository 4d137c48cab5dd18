import { decodeCrockford, encodeCrockford } from '@lectern/core';

const TAG_BYTES = 4;
const ID_BYTES = 16;
const SIGNATURE_BYTES = 64;
/** Symbols of a signed code behind its mark. */
const SYMBOLS = Math.ceil(((TAG_BYTES + ID_BYTES + SIGNATURE_BYTES) * 8) / 5);

/** What a signed code carries: a hint at the event, what it stands for, and the signature over both. */
export interface SignedId {
  /** Eight hex digits that tell one event's codes from another's; not secret and not proof of anything. */
  readonly codeTag: string;
  readonly id: string;
  /** Ed25519 over `signedMessage`. */
  readonly signature: Uint8Array;
}

const fromHex = (hex: string): Uint8Array => {
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16);
  return bytes;
};

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const toHex = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += HEX[byte] ?? '';
  return text;
};

const idBytes = (id: string): Uint8Array => fromHex(id.replaceAll('-', ''));

const idText = (bytes: Uint8Array): string =>
  toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const join = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const textBytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/**
 * The bytes that a signature covers: a text of the code's own kind, so that no other signature passes for it, then the
 * conference and what the code stands for.
 */
export const signedMessage = (purpose: string, conferenceId: string, id: string): Uint8Array<ArrayBuffer> =>
  join(textBytes(purpose), idBytes(conferenceId), idBytes(id));

/** How long a code with this mark is. */
export const signedLength = (mark: string): number => mark.length + SYMBOLS;

/** The text of a code: the mark, then tag, id and signature in Crockford base 32. */
export const writeSigned = (mark: string, { codeTag, id, signature }: SignedId): string =>
  mark + encodeCrockford(join(fromHex(codeTag), idBytes(id), signature));

/** Whether a text without its separators begins as codes with this mark do. */
export const hasMark = (mark: string, symbols: string): boolean =>
  symbols.length > mark.length && symbols.slice(0, mark.length).toUpperCase() === mark;

/** What a text with this mark carries, or null when it cannot be read whole. It proves nothing. */
export const readSigned = (mark: string, symbols: string): SignedId | null => {
  const bytes = symbols.length === signedLength(mark) ? decodeCrockford(symbols.slice(mark.length)) : null;
  return (
    bytes && {
      codeTag: toHex(bytes.subarray(0, TAG_BYTES)),
      id: idText(bytes.subarray(TAG_BYTES, TAG_BYTES + ID_BYTES)),
      signature: bytes.slice(TAG_BYTES + ID_BYTES),
    }
  );
};
