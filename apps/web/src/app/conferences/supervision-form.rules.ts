import { type SupervisionBand, YEAR_GROUPS, type YearGroup } from '@lectern/conferences';

/** What is typed for each year group: a number of pupils for each adult, or nothing where the one number holds. */
export type SupervisionByYear = Readonly<Record<YearGroup, string>>;

export const NO_BANDS: SupervisionByYear = { 7: '', 8: '', 9: '', 10: '', 11: '', 12: '', 13: '' };

/** Bands as the form shows them, a box for each year group. */
export const byYearOf = (bands: readonly SupervisionBand[] = []): SupervisionByYear => {
  const typed: Record<YearGroup, string> = { ...NO_BANDS };
  for (const { yearGroups, pupilsPerAdult } of bands) {
    for (const year of yearGroups) typed[year] = String(pupilsPerAdult);
  }
  return typed;
};

/** The bands that the boxes stand for: years with one number together, years that are not invited left out. */
export const bandsOf = (
  byYear: SupervisionByYear,
  yearGroups: readonly YearGroup[],
  numberOf: (typed: string) => number,
): { yearGroups: YearGroup[]; pupilsPerAdult: number }[] => {
  const bands = new Map<string, YearGroup[]>();
  for (const year of YEAR_GROUPS) {
    const typed = byYear[year].trim();
    if (typed !== '' && yearGroups.includes(year)) bands.set(typed, [...(bands.get(typed) ?? []), year]);
  }
  return [...bands].map(([typed, years]) => ({ yearGroups: years, pupilsPerAdult: numberOf(typed) }));
};
