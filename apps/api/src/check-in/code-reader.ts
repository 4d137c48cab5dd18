import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { type NoTicketReason, partyCodeMessage, readTicketCode, ticketCodeMessage } from '@lectern/check-in';
import { Injectable } from '@nestjs/common';

// In the thread pool: the event loop answers other doors meanwhile.
const verifies = promisify(verify);

/** What is needed to tell a conference's own tickets from others. */
export interface CodeKeys {
  readonly conferenceId: string;
  readonly codeTag: string;
  readonly publicKey: string;
}

export type ReadCode =
  | { readonly kind: 'ticket'; readonly ticketId: string }
  | { readonly kind: 'short'; readonly shortCode: string }
  | { readonly kind: 'refused'; readonly reason: NoTicketReason };

/** Reads what a camera or a finger brought and proves its signature; trusts nothing that it did not verify. */
@Injectable()
export class CodeReader {
  private readonly keys = new Map<string, KeyObject>();

  async read(text: string, { conferenceId, codeTag, publicKey }: CodeKeys): Promise<ReadCode> {
    const code = readTicketCode(text);
    switch (code.kind) {
      case 'short':
        return code;
      case 'mistyped':
        return { kind: 'refused', reason: 'mistyped-code' };
      case 'damaged':
        return { kind: 'refused', reason: 'damaged-code' };
      case 'unknown':
        return { kind: 'refused', reason: 'unknown-code' };
      case 'ticket': {
        if (code.codeTag !== codeTag) return { kind: 'refused', reason: 'wrong-event' };
        const message = ticketCodeMessage(conferenceId, code.ticketId);
        return (await verifies(null, message, this.key(publicKey), code.signature))
          ? { kind: 'ticket', ticketId: code.ticketId }
          : { kind: 'refused', reason: 'damaged-code' };
      }
      case 'party': {
        if (code.codeTag !== codeTag) return { kind: 'refused', reason: 'wrong-event' };
        const message = partyCodeMessage(conferenceId, code.groupId);
        const isOurs = await verifies(null, message, this.key(publicKey), code.signature);
        return { kind: 'refused', reason: isOurs ? 'party-code' : 'damaged-code' };
      }
    }
  }

  private key(publicKey: string): KeyObject {
    const known = this.keys.get(publicKey);
    if (known) return known;
    if (this.keys.size >= 100) this.keys.clear();
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    this.keys.set(publicKey, key);
    return key;
  }
}
