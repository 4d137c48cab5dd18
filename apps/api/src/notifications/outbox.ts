import { type Clock, newId } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { Seal } from '../platform/seal';
import { CLOCK } from '../platform/tokens';
import type { Outgoing } from './letter';
import { LetterKinds } from './letter-kinds';

export const SEALED_LETTER = 'outbox-letter';

/** A header is one line, whatever somebody typed into a title. */
const oneLine = (text: string, most: number): string =>
  text
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
    .trim()
    .slice(0, most);

/**
 * Where letters are left for the post. A letter is stored in the unit of work of the change that it tells of, so
 * neither exists without the other; it is sealed, since it may hold a link that opens something.
 */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly kinds: LetterKinds,
    private readonly seal: Seal,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async post({ kind, to, letter, about }: Outgoing): Promise<void> {
    if (!this.kinds.has(kind)) throw new Error(`No kind of letter is called ${kind}.`);
    const id = newId();
    const now = this.clock.now();
    const subject = oneLine(letter.subject, 200);
    await this.database.execute(
      'INSERT INTO outbox_mails (id, kind, object_kind, object_id, recipient_name, recipient_email, subject,' +
        ' sealed_letter, status, tries, next_try_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)',
      [
        id,
        kind,
        about.kind,
        about.id,
        oneLine(to.name, 120),
        to.email,
        subject,
        this.seal.close(SEALED_LETTER, id, JSON.stringify({ ...letter, subject })),
        'waiting',
        now,
        now,
      ],
    );
  }
}
