/** A person's two names. */
export interface PersonName {
  readonly givenName: string;
  readonly familyName: string;
}

const TITLE = /^(mr|mrs|ms|miss|mx|dr|prof|sir|rev)\.?\s+(?=\S)/i;
const NUMBERING = /^\d{1,3}[.)]\s+/;
/** Words that begin a family name of several words, as in van Dijk and de la Cruz. */
const PARTICLE =
  /^(van|von|der|den|de|da|do|dos|das|del|della|di|du|la|le|bin|bint|ibn|al|el|ten|ter|st\.?)$/i;

// Two capitals are more often initials (AJ Khan) than a family name.
const isCapitals = (word: string): boolean =>
  word.length > 2 && word === word.toLocaleUpperCase('en-GB') && word !== word.toLocaleLowerCase('en-GB');

/**
 * Splits a whole name: `Khan, Aisha`, `KHAN Aisha` and `Aisha Khan` alike. Without a comma the last word is the
 * family name, with the particles before it; in a surname-first column it is the first word.
 */
export const splitName = (text: string, familyFirst = false): PersonName => {
  const name = text.replace(NUMBERING, '').replace(TITLE, '').trim();
  const comma = name.indexOf(',');
  if (comma >= 0) {
    return {
      givenName: name
        .slice(comma + 1)
        .replace(/,/g, ' ')
        .trim()
        .replace(TITLE, ''),
      familyName: name.slice(0, comma).trim(),
    };
  }
  const words = name.split(' ');
  if (words.length < 2) return { givenName: name, familyName: '' };
  const cut = familyFirst || isCapitalsFirst(words) ? firstWords(words) : lastWords(words);
  const [before, after] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
  return familyFirst || isCapitalsFirst(words)
    ? { givenName: after, familyName: before }
    : { givenName: before, familyName: after };
};

/** Whether a name begins in capitals and does not end so, as registers print `KHAN Aisha`. */
const isCapitalsFirst = (words: readonly string[]): boolean =>
  isCapitals(words[0] ?? '') && !isCapitals(words.at(-1) ?? '') && (words.at(-1) ?? '').length > 1;

/** How many words at the beginning make a family name. */
const firstWords = (words: readonly string[]): number => {
  if (isCapitalsFirst(words)) return words.findIndex((word) => !isCapitals(word));
  const cut = words.findIndex((word) => !PARTICLE.test(word)) + 1;
  return cut === 0 || cut >= words.length ? 1 : cut;
};

/** How many words at the beginning are given names. */
const lastWords = (words: readonly string[]): number => {
  let cut = words.length - 1;
  while (cut > 1 && PARTICLE.test(words[cut - 1] ?? '')) cut -= 1;
  return cut;
};
