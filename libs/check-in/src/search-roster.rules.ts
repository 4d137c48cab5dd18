import { foldText } from '@lectern/core';
import type { RosterEntry } from './check-in.contract';

/** Letters of a name that a search needs: with fewer it would list half of everybody. */
export const NAME_LETTERS_MIN = 3;
/** People that one search shows; whoever seeks somebody types another letter. */
export const NAMES_FOUND_MAX = 20;

/** A person with the words that a search compares, made ready once. */
export interface SearchablePerson {
  readonly entry: RosterEntry;
  readonly nameWords: readonly string[];
  /** The name as one word, for whoever types a double name without its gap. */
  readonly joinedName: string;
  readonly schoolWords: readonly string[];
}

export type RosterSearch =
  | { readonly kind: 'too-short' }
  | {
      readonly kind: 'found';
      readonly people: readonly RosterEntry[];
      /** Whether there are more than are shown. */
      readonly more: boolean;
    };

/** Letters that folding leaves as they are, as people without them on the keyboard type them. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

const fold = (text: string): string =>
  foldText(text).replace(/[łøđðþßæœı]/g, (letter) => LETTERS[letter] ?? letter);

const wordsOf = (text: string): string[] => fold(text).split(' ').filter(Boolean);

/** Makes a person ready to be searched for. */
export const searchablePerson = (entry: RosterEntry): SearchablePerson => {
  const nameWords = wordsOf(entry.displayName);
  return { entry, nameWords, joinedName: nameWords.join(''), schoolWords: wordsOf(entry.school) };
};

const begins = (words: readonly string[], typed: string): boolean =>
  words.some((word) => word.startsWith(typed));

/** How many letters of the name were typed, where every word typed fits the person; -1 where one does not. */
const lettersOfName = (person: SearchablePerson, typed: readonly string[]): number => {
  let letters = 0;
  for (const word of typed) {
    if (begins(person.nameWords, word) || person.joinedName.startsWith(word)) letters += word.length;
    else if (!begins(person.schoolWords, word)) return -1;
  }
  return letters;
};

/**
 * People by the beginnings of their names, whatever the accents, capitals and apostrophes. Words of the school narrow
 * a search, but at least three letters must be of the name: a school alone finds nobody, and at most twenty are shown,
 * so that no search lists a whole school.
 */
export const searchRoster = (people: Iterable<SearchablePerson>, typed: string): RosterSearch => {
  const words = wordsOf(typed);
  if (words.join('').length < NAME_LETTERS_MIN) return { kind: 'too-short' };
  const found: RosterEntry[] = [];
  for (const person of people) {
    if (lettersOfName(person, words) < NAME_LETTERS_MIN) continue;
    if (found.length === NAMES_FOUND_MAX) return { kind: 'found', people: found, more: true };
    found.push(person.entry);
  }
  return { kind: 'found', people: found, more: false };
};
