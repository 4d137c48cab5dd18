import { decodeCrockford, encodeCrockford, withoutSeparators } from './crockford';
import { readShortCode } from './short-code.rules';

/** Names the format and its version; a later format gets another mark. */
const MARK = 'L1';
const TAG_BYTES = 4;
const ID_BYTES = 16;
const SIGNATURE_BYTES = 64;
/** Characters of a ticket code, all of QR's alphanumeric set: a version 6-M symbol (154) holds them. */
export const TICKET_CODE_LENGTH = MARK.length + Math.ceil(((TAG_BYTES + ID_BYTES + SIGNATURE_BYTES) * 8) / 5);

/** What a ticket code carries: a hint at the event, the ticket, and the signature over both. */
export interface TicketCode {
  /** Eight hex digits that tell one event's tickets from another's; not secret and not proof of anything. */
  readonly codeTag: string;
  readonly ticketId: string;
  /** Ed25519 over `ticketCodeMessage`. */
  readonly signature: Uint8Array;
}

export type TicketCodeReading =
  | ({ readonly kind: 'ticket' } & TicketCode)
  | { readonly kind: 'short'; readonly shortCode: string }
  /** A short code with a slip in it. */
  | { readonly kind: 'mistyped' }
  /** It has our mark and cannot be read whole. */
  | { readonly kind: 'damaged' }
  /** Not one of our codes at all. */
  | { readonly kind: 'unknown' };

const UUID = /^[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i;

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

const PURPOSE = Uint8Array.from('lectern-ticket-1', (letter) => letter.charCodeAt(0));

/**
 * The bytes that a ticket's signature covers: a text of their own, so that no other signature passes for a
 * ticket's, then the conference and the ticket.
 */
export const ticketCodeMessage = (conferenceId: string, ticketId: string): Uint8Array<ArrayBuffer> =>
  join(PURPOSE, idBytes(conferenceId), idBytes(ticketId));

/** The text of a ticket's QR: the mark, then tag, ticket and signature in Crockford base 32. */
export const writeTicketCode = ({ codeTag, ticketId, signature }: TicketCode): string =>
  MARK + encodeCrockford(join(fromHex(codeTag), idBytes(ticketId), signature));

/** The last part of an address, since some printers and phones wrap a code in a link. */
const lastPart = (text: string): string => text.slice(text.search(/[^/#=?]*$/));

const readSigned = (text: string): TicketCodeReading => {
  const bytes = text.length === TICKET_CODE_LENGTH ? decodeCrockford(text.slice(MARK.length)) : null;
  if (bytes === null) return { kind: 'damaged' };
  return {
    kind: 'ticket',
    codeTag: toHex(bytes.subarray(0, TAG_BYTES)),
    ticketId: idText(bytes.subarray(TAG_BYTES, TAG_BYTES + ID_BYTES)),
    signature: bytes.slice(TAG_BYTES + ID_BYTES),
  };
};

/**
 * What a scanned or typed text is. It forgives case, spaces, hyphens and an address in front; it takes no
 * internal id for a code. It proves nothing: the signature is the caller's to verify.
 */
export const readTicketCode = (text: string): TicketCodeReading => {
  const trimmed = text.trim();
  const bare = lastPart(trimmed);
  const symbols = withoutSeparators(bare);
  if (UUID.test(symbols)) return { kind: 'unknown' };
  const short = readShortCode(symbols);
  if (short.kind === 'ok') return { kind: 'short', shortCode: short.shortCode };
  if (symbols.slice(0, MARK.length).toUpperCase() === MARK && symbols.length > MARK.length) {
    return readSigned(symbols);
  }
  // Eight letters at the end of a link are some other link, not a slip of somebody's finger.
  return short.kind === 'wrong-check' && bare === trimmed ? { kind: 'mistyped' } : { kind: 'unknown' };
};
