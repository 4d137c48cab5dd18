import { hasMark, readSigned, signedLength, signedMessage, writeSigned } from './code-bytes';

/** Names the format and its version, apart from a ticket's. */
const MARK = 'P1';
const PURPOSE = 'lectern-party-1';

/** Characters of a coach's code, all of QR's alphanumeric set: the same symbol as a ticket's holds them. */
export const PARTY_CODE_LENGTH = signedLength(MARK);

/** What a coach's code carries: a hint at the event, the group that it opens, and the signature over both. */
export interface PartyCode {
  /** Eight hex digits that tell one event's codes from another's; not secret and not proof of anything. */
  readonly codeTag: string;
  readonly groupId: string;
  /** Ed25519 over `partyCodeMessage`. */
  readonly signature: Uint8Array;
}

/**
 * The bytes that a coach's code is signed over. They begin with a text of their own: a ticket's signature never passes
 * for a party's, nor the other way round.
 */
export const partyCodeMessage = (conferenceId: string, groupId: string): Uint8Array<ArrayBuffer> =>
  signedMessage(PURPOSE, conferenceId, groupId);

/** The text of the QR that opens a whole party at the door. */
export const writePartyCode = ({ codeTag, groupId, signature }: PartyCode): string =>
  writeSigned(MARK, { codeTag, id: groupId, signature });

/** A text with a coach's mark, read; null for any other text. */
export const readPartyCode = (
  symbols: string,
): ({ readonly kind: 'party' } & PartyCode) | { readonly kind: 'damaged' } | null => {
  if (!hasMark(MARK, symbols)) return null;
  const read = readSigned(MARK, symbols);
  if (read === null) return { kind: 'damaged' };
  return { kind: 'party', codeTag: read.codeTag, groupId: read.id, signature: read.signature };
};
