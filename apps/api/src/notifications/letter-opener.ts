import { Injectable } from '@nestjs/common';
import { Seal } from '../platform/seal';
import type { Letter } from './letter';
import type { OutboxMailEntity } from './outbox-mail.entity';
import { SEALED_LETTER } from './outbox';

/** A letter that was sealed with another key; only the right key helps, another try does not. */
class UnreadableLetter extends Error {
  readonly code = 'EUNREADABLE';
}

/** Opens the sealed letter of a stored mail. */
@Injectable()
export class LetterOpener {
  constructor(private readonly seal: Seal) {}

  open(mail: Pick<OutboxMailEntity, 'id' | 'sealedLetter'>): Letter {
    try {
      return JSON.parse(this.seal.open(SEALED_LETTER, mail.id, mail.sealedLetter)) as Letter;
    } catch {
      throw new UnreadableLetter('The letter does not open with the present LECTERN_DATA_KEY.');
    }
  }
}
