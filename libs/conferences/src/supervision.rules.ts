/** What a group's adults mean for its pupils: how many adults are advised, and how many are missing. */
export interface Supervision {
  readonly advisedAdults: number;
  readonly missingAdults: number;
}

/**
 * How many adults a group should bring at one adult to `pupilsPerAdult` pupils. There is no legal ratio for visits by
 * pupils of year 7 and above (OEAP guidance 4.3b): the answer is a warning that takes a reason, never a block.
 */
export const adviseSupervision = (pupils: number, adults: number, pupilsPerAdult: number): Supervision => {
  const advisedAdults = pupils === 0 ? 0 : Math.ceil(pupils / pupilsPerAdult);
  return { advisedAdults, missingAdults: Math.max(0, advisedAdults - adults) };
};
