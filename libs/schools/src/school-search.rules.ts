import { foldText } from '@lectern/core';
import type { School } from './school.contract';

/** What is searched and sorted by: the part of a school that people type. */
export type SearchableSchool = Pick<School, 'urn' | 'name' | 'town' | 'postcode'>;

/** A search made ready: texts that a school's search text must hold, and tiers that say which schools come first. */
export interface SchoolSearch {
  /** Every one of these must be part of the search text. */
  readonly terms: readonly string[];
  /** Best first: a school belongs to the first tier whose fragments its search text holds all of. */
  readonly tiers: readonly (readonly string[])[];
}

// Single Cyrillic letters that stand in real names of the register where Latin ones are meant.
const CYRILLIC = 'аеорсух';
const LATIN = 'aeopcyx';

/** Letters of other alphabets by their number, so that a search text is ASCII: a third of the time to look through. */
const inAscii = (text: string): string =>
  text.replace(/[^\x20-\x7e]/gu, (letter) => `u${letter.codePointAt(0)?.toString(16) ?? ''}`);

const fold = (text: string): string =>
  inAscii(
    foldText(
      text
        // An acute accent that stands alone is somebody's apostrophe; folding would make a space of it.
        .replace(/[´′]/g, "'")
        .replace(/&/g, ' and ')
        .toLowerCase()
        .replace(/[аеорсух]/g, (letter) => LATIN.charAt(CYRILLIC.indexOf(letter))),
    ),
  );

/**
 * The text that a school is found and sorted by: `/ name , town , postcode , postcode without space , URN ,`. The marks
 * let a fragment say "the name begins with" or "the whole postcode"; words typed by people never hold them.
 */
export const schoolSearchText = ({ urn, name, town, postcode }: SearchableSchool): string => {
  const code = fold(postcode);
  const parts = [fold(name).slice(0, 200), fold(town).slice(0, 100), code, code.replace(/ /g, ''), urn];
  return `/ ${parts.join(' , ')} ,`;
};

/** The folded words of a search, in the order typed. */
export const schoolSearchTerms = (typed: string): string[] => fold(typed).split(' ').filter(Boolean);

const POSTCODE = /^[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}$/;

const postcodesIn = (terms: readonly string[]): string[] =>
  terms.flatMap((term, at) => [term, `${term}${terms[at + 1] ?? ''}`]).filter((word) => POSTCODE.test(word));

/**
 * Makes a search ready. First come the school of a URN, then a postcode's, then names that are or begin with what was
 * typed, then schools where each term begins a word, then the rest. Null when what was typed has neither letter nor
 * digit, so that no school can hold it; nothing typed finds every school.
 */
export const schoolSearch = (typed: string): SchoolSearch | null => {
  const words = schoolSearchTerms(typed);
  if (words.length === 0) return typed.trim() === '' ? { terms: [], tiers: [] } : null;
  const phrase = words.join(' ');
  // A term inside a longer one asks for nothing more.
  const terms = [...new Set(words)].filter(
    (term, _, all) => !all.some((other) => other !== term && other.includes(term)),
  );
  const tiers = [
    ...words.filter((word) => /^\d{6}$/.test(word)).map((urn) => [`, ${urn} ,`]),
    ...postcodesIn(words).map((code) => [`, ${code} ,`]),
    [`/ ${phrase} ,`],
    [`/ ${phrase}`],
    terms.map((term) => ` ${term}`),
  ];
  return { terms, tiers };
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The schools that a search finds, best first: by tier, open before closed, then by name, town and number. */
export const rankSchools = (schools: readonly School[], typed: string): School[] => {
  const search = schoolSearch(typed);
  if (!search) return [];
  const { terms, tiers } = search;
  const tierOf = (text: string): number => {
    const tier = tiers.findIndex((fragments) => fragments.every((fragment) => text.includes(fragment)));
    return tier === -1 ? tiers.length : tier;
  };
  return schools
    .map((school) => ({ school, text: schoolSearchText(school) }))
    .filter(({ text }) => terms.every((term) => text.includes(term)))
    .map(({ school, text }) => ({
      school,
      text,
      tier: tierOf(text),
      closed: school.status === 'closed' ? 1 : 0,
    }))
    .sort((a, b) => a.tier - b.tier || a.closed - b.closed || compareText(a.text, b.text))
    .map(({ school }) => school);
};
