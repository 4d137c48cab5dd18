import type { Letter } from './letter';

/** A letter as others than its recipient may read it: where a button led, it says that only the mail itself leads there. */
export const withoutLinks = (letter: Letter): Letter => ({
  ...letter,
  parts: letter.parts.map((part) =>
    part.kind === 'button'
      ? { kind: 'words', text: `${part.label}: this link stands only in the mail itself.` }
      : part,
  ),
});
