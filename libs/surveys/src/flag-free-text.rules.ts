import { foldText } from '@lectern/core';

/** Why staff should look at a text before anybody else does. */
export const TEXT_FLAGS = ['e-mail', 'telephone', 'name'] as const;
export type TextFlag = (typeof TEXT_FLAGS)[number];

const E_MAIL = /[^\s@]+@[^\s@]+\.[^\s@]{2,}/;
const DIGITS_IN_A_ROW = 7;
// Seven digits and more, however they are grouped, are a number that somebody can be called on.
const TELEPHONE = new RegExp(String.raw`(?:\+?\d[\s().-]{0,2}){${DIGITS_IN_A_ROW},}`);

const wordsOf = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0);

/** Whether a name stands in a text as whole words: `Will` is found in “Will Oakley said”, and not in “willing”. */
const names = (words: readonly string[], name: string): boolean => {
  const wanted = wordsOf(name);
  return (
    wanted.length > 0 && words.some((_, at) => wanted.every((word, offset) => words[at + offset] === word))
  );
};

/**
 * Flags a text that seems to hold an e-mail address, a telephone number, or a full name or family name of the roster.
 * Given names alone are not looked for: half of them are words. A flag is a hint for whoever reads, never a decision.
 */
export const flagFreeText = (
  text: string,
  roster: readonly { readonly givenName: string; readonly familyName: string }[],
): readonly TextFlag[] => {
  const words = wordsOf(text);
  const named = roster.some(
    ({ givenName, familyName }) => names(words, `${givenName} ${familyName}`) || names(words, familyName),
  );
  return [
    ...(E_MAIL.test(text) ? (['e-mail'] as const) : []),
    ...(TELEPHONE.test(text) ? (['telephone'] as const) : []),
    ...(named ? (['name'] as const) : []),
  ];
};
