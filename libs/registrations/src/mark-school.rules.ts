import { ordinal } from '@lectern/core';
import type { Criterion } from './allocation.contract';

/** What criteria look at in one school. */
export interface SchoolMarks {
  readonly projectSchool: boolean;
  readonly priorityMeasure: boolean;
  readonly firstVisit: boolean;
  readonly distanceKm: number | null;
  /** Its place in the order of registration, 1 is first, and how many there are. */
  readonly registered: number;
  readonly registeredOf: number;
}

/** How far a school meets a criterion: 0 to 100, with words; `exact` tells apart what rounding makes equal. */
export interface Mark {
  readonly mark: number;
  readonly exact: number;
  readonly words: string;
}

const share = (part: number, whole: number): number => Math.round((100 * part) / whole);

const yes = (met: boolean, met100: string, met0: string): Mark => ({
  mark: met ? 100 : 0,
  exact: met ? 1 : 0,
  words: met ? met100 : met0,
});

const bandWords = (bandsKm: readonly number[], band: number): string => {
  if (band === 0) return `within ${bandsKm[0]} km`;
  const from = bandsKm[band - 1];
  const to = bandsKm[band];
  return to === undefined ? `more than ${from} km away` : `${from} to ${to} km away`;
};

const markDistance = ({ bandsKm = [], favours }: Criterion, distanceKm: number | null): Mark => {
  if (distanceKm === null) return { mark: 0, exact: 0, words: 'distance not known' };
  const beyond = bandsKm.findIndex((end) => distanceKm <= end);
  const band = beyond === -1 ? bandsKm.length : beyond;
  const steps = favours === 'far' ? band : bandsKm.length - band;
  return { mark: share(steps, bandsKm.length), exact: steps, words: bandWords(bandsKm, band) };
};

/** Marks one school by one criterion. */
export const markSchool = (criterion: Criterion, school: SchoolMarks): Mark => {
  switch (criterion.kind) {
    case 'project-school':
      return yes(school.projectSchool, 'project school', 'not a project school');
    case 'first-visit':
      return yes(school.firstVisit, 'first visit', 'has been before');
    case 'priority-measure':
      return yes(school.priorityMeasure, 'priority measure', 'no priority measure');
    case 'distance':
      return markDistance(criterion, school.distanceKm);
    case 'registered-first': {
      const after = school.registeredOf - school.registered;
      return {
        mark: school.registeredOf === 1 ? 100 : share(after, school.registeredOf - 1),
        exact: after,
        words: `registered ${ordinal(school.registered)}`,
      };
    }
  }
};

/** Kilometres between two places of the national grid, to a tenth. */
export const distanceKm = (
  a: { readonly easting: number; readonly northing: number },
  b: { readonly easting: number; readonly northing: number },
): number => Math.round(Math.hypot(a.easting - b.easting, a.northing - b.northing) / 100) / 10;
