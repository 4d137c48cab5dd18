import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Seal } from '../platform/seal';
import type { ConferenceEntity } from './conference.entity';

/** The keys of one conference's tickets as they are stored. */
export interface StoredTicketKeys {
  readonly codeTag: string;
  readonly publicKey: string;
  readonly sealedPrivateKey: string;
}

const PURPOSE = 'ticket-key';

/** One Ed25519 key pair per conference: the private half is sealed and never leaves the server. */
@Injectable()
export class TicketKeys {
  // Opening a key costs more than a signature, and a class signs thirty at once.
  private readonly opened = new Map<string, KeyObject>();

  constructor(private readonly seal: Seal) {}

  make(conferenceId: string): StoredTicketKeys {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const raw = publicKey.export({ format: 'jwk' }).x ?? '';
    const secret = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
    return {
      codeTag: randomBytes(4).toString('hex'),
      publicKey: raw,
      sealedPrivateKey: this.seal.close(PURPOSE, conferenceId, secret),
    };
  }

  /** The 64-byte signature of a message by the conference's key. */
  sign(conference: Pick<ConferenceEntity, 'id' | 'sealedPrivateKey'>, message: Uint8Array): Uint8Array {
    return new Uint8Array(sign(null, message, this.open(conference)));
  }

  private open({ id, sealedPrivateKey }: Pick<ConferenceEntity, 'id' | 'sealedPrivateKey'>): KeyObject {
    const known = this.opened.get(id);
    if (known) return known;
    if (sealedPrivateKey === null) throw new Error('A conference signs tickets only after it is published.');
    const key = createPrivateKey({
      key: Buffer.from(this.seal.open(PURPOSE, id, sealedPrivateKey), 'base64'),
      format: 'der',
      type: 'pkcs8',
    });
    if (this.opened.size >= 100) this.opened.clear();
    this.opened.set(id, key);
    return key;
  }
}
