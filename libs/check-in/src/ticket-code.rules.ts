import { hasMark, readSigned, signedLength, signedMessage, writeSigned } from './code-bytes';
import { withoutSeparators } from '@lectern/core';
import { type PartyCode, readPartyCode } from './party-code.rules';
import { readShortCode } from './short-code.rules';

/** Names the format and its version; a later format gets another mark. */
const MARK = 'L1';
const PURPOSE = 'lectern-ticket-1';
/** Characters of a ticket code, all of QR's alphanumeric set: a version 6-M symbol (154) holds them. */
export const TICKET_CODE_LENGTH = signedLength(MARK);

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
  /** A coach's code: it opens a party and lets nobody in. */
  | ({ readonly kind: 'party' } & PartyCode)
  | { readonly kind: 'short'; readonly shortCode: string }
  /** A short code with a slip in it. */
  | { readonly kind: 'mistyped' }
  /** It has our mark and cannot be read whole. */
  | { readonly kind: 'damaged' }
  /** Not one of our codes at all. */
  | { readonly kind: 'unknown' };

const UUID = /^[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i;

/**
 * The bytes that a ticket's signature covers: a text of their own, so that no other signature passes for a
 * ticket's, then the conference and the ticket.
 */
export const ticketCodeMessage = (conferenceId: string, ticketId: string): Uint8Array<ArrayBuffer> =>
  signedMessage(PURPOSE, conferenceId, ticketId);

/** The text of a ticket's QR: the mark, then tag, ticket and signature in Crockford base 32. */
export const writeTicketCode = ({ codeTag, ticketId, signature }: TicketCode): string =>
  writeSigned(MARK, { codeTag, id: ticketId, signature });

/** The last part of an address, since some printers and phones wrap a code in a link. */
const lastPart = (text: string): string => text.slice(text.search(/[^/#=?]*$/));

const readTicket = (symbols: string): TicketCodeReading => {
  const read = readSigned(MARK, symbols);
  if (read === null) return { kind: 'damaged' };
  return { kind: 'ticket', codeTag: read.codeTag, ticketId: read.id, signature: read.signature };
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
  if (hasMark(MARK, symbols)) return readTicket(symbols);
  // Eight letters at the end of a link are some other link, not a slip of somebody's finger.
  const isSlip = short.kind === 'wrong-check' && bare === trimmed;
  // A short code may begin as a coach's code does; one of the right length is a slip in it.
  if (isSlip) return { kind: 'mistyped' };
  return readPartyCode(symbols) ?? { kind: 'unknown' };
};
