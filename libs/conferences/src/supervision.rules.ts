import type { FieldError } from '@lectern/core';
import type { SupervisionBand, YearGroup } from './conference.contract';

/** What a group's adults mean for its pupils: how many adults are advised, and how many are missing. */
export interface Supervision {
  readonly advisedAdults: number;
  readonly missingAdults: number;
}

/** What a conference says of adults: how many pupils one looks after, and for which year groups it is another number. */
export interface SupervisionAdvice {
  readonly pupilsPerAdult: number;
  readonly supervisionBands?: readonly SupervisionBand[];
}

/**
 * How many adults a group should bring at one adult to `pupilsPerAdult` pupils. There is no legal ratio for visits by
 * pupils of year 7 and above (OEAP guidance 4.3b): the answer is a warning that takes a reason, never a block.
 */
export const adviseSupervision = (pupils: number, adults: number, pupilsPerAdult: number): Supervision => {
  const advisedAdults = pupils === 0 ? 0 : Math.ceil(pupils / pupilsPerAdult);
  return { advisedAdults, missingAdults: Math.max(0, advisedAdults - adults) };
};

/** Pupils that one adult looks after in one year group: what its band says, or else the conference's one number. */
export const pupilsPerAdultIn = (advice: SupervisionAdvice, year: number): number =>
  advice.supervisionBands?.find(({ yearGroups }) => yearGroups.includes(year as YearGroup))?.pupilsPerAdult ??
  advice.pupilsPerAdult;

/** What holds while nobody knows in which year the pupils are: the most careful number of the years that are invited. */
export const mostCareful = (advice: SupervisionAdvice, yearGroups: readonly number[]): number =>
  Math.min(
    ...(yearGroups.length > 0
      ? yearGroups.map((year) => pupilsPerAdultIn(advice, year))
      : [advice.pupilsPerAdult]),
  );

/**
 * How many adults a group should bring when the years of some pupils are known: each pupil takes a share of an adult by
 * their year, those not named yet take the most careful share, and the sum is rounded up once.
 */
export const adviseSupervisionByYear = (
  advice: SupervisionAdvice & { readonly yearGroups: readonly number[] },
  pupils: number,
  named: ReadonlyMap<number, number>,
  adults: number,
): Supervision => {
  let unnamed = pupils;
  let shares = 0;
  for (const [year, count] of named) {
    shares += count / pupilsPerAdultIn(advice, year);
    unnamed -= count;
  }
  shares += Math.max(0, unnamed) / mostCareful(advice, advice.yearGroups);
  // Thirds and sevenths do not add up exactly in binary.
  const advisedAdults = Math.max(0, Math.ceil(shares - 1e-9));
  return { advisedAdults, missingAdults: Math.max(0, advisedAdults - adults) };
};

/** What is wrong with the bands of a conference: a year group has one number. */
export const checkSupervisionBands = (bands: readonly SupervisionBand[]): readonly FieldError[] => {
  const seen = new Set<YearGroup>();
  return bands.flatMap(({ yearGroups }, index) => {
    const twice = yearGroups.find((year) => seen.has(year));
    for (const year of yearGroups) seen.add(year);
    if (twice === undefined) return [];
    const message = `Year ${twice} has two numbers of pupils for each adult. Name it once.`;
    return [{ field: `supervisionBands[${index}].yearGroups`, code: 'named-twice', message }];
  });
};
