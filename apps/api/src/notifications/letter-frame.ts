import type { LetterKind, Recipient } from './letter';

/** What stands above and below every letter. */
export interface LetterFrame {
  readonly greeting: string;
  /** Who sent it, and why to this person. */
  readonly foot: readonly string[];
}

const WHY = 'You get this mail because of what you do in Lectern.';

/** The greeting and the foot for one person; somebody who has no account yet has no name either. */
export const letterFrame = (
  to: Pick<Recipient, 'name'>,
  kind: Pick<LetterKind, 'why'> | undefined,
  url: string,
): LetterFrame => ({
  greeting: to.name === '' ? 'Hello,' : `Dear ${to.name},`,
  foot: [`Lectern sent you this mail, from ${url}`, kind?.why ?? WHY],
});
