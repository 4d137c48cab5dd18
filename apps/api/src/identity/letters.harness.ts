import type { TestApp } from '../app.harness';
import type { Letter } from '../notifications/letter';
import { SEALED_LETTER } from '../notifications/outbox';
import { Seal } from '../platform/seal';

/** A letter that was left with the post, opened. */
export interface PostedLetter extends Letter {
  readonly kind: string;
  readonly to: string;
  /** The address that its button leads to. */
  readonly url: string;
}

/** Every letter that was left with the post, in the order in which they were written. */
export const postedLetters = async ({ app, database }: TestApp): Promise<PostedLetter[]> => {
  const seal = app.get(Seal);
  const rows = await database.select<{
    id: string;
    kind: string;
    recipient_email: string;
    sealed_letter: string;
  }>('SELECT id, kind, recipient_email, sealed_letter FROM outbox_mails ORDER BY id');
  return rows.map(({ id, kind, recipient_email, sealed_letter }) => {
    const letter = JSON.parse(seal.open(SEALED_LETTER, id, sealed_letter)) as Letter;
    const button = letter.parts.find((part) => part.kind === 'button');
    return { ...letter, kind, to: recipient_email, url: button?.kind === 'button' ? button.url : '' };
  });
};

/** The last word of a letter's link: its token. */
export const tokenOf = (letter: PostedLetter | undefined): string => letter?.url.split('/').at(-1) ?? '';
