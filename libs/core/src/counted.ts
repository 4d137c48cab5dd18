const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `one pupil`, `ten pupils`, `30 pupils`: numbers to ten in words, for sentences. */
export const count = (many: number, one: string, more = `${one}s`): string =>
  `${WORDS[many] ?? many} ${many === 1 ? one : more}`;

/** `1 pupil`, `30 pupils`: figures, for buttons and labels. */
export const figure = (many: number, one: string, more = `${one}s`): string =>
  `${many} ${many === 1 ? one : more}`;

/** `1st`, `2nd`, `11th`. */
export const ordinal = (place: number): string => {
  const last = place % 100;
  const ending = last > 10 && last < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place}${ending}`;
};

/** `A`, `A and B`, `A, B and C`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** The sentence with its first letter in upper case. */
export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
