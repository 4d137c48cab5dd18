import { figure } from '@lectern/core';

export { count, figure, ordinal } from '@lectern/core';

/** `30 pupils and 2 adults`, leaving out what there is none of. */
export const peopleFigures = (pupils: number, adults: number): string =>
  [
    ...(pupils > 0 || adults === 0 ? [figure(pupils, 'pupil')] : []),
    ...(adults > 0 ? [figure(adults, 'adult')] : []),
  ].join(' and ');
