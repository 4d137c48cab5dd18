const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `one pupil`, `ten pupils`, `30 pupils`: numbers to ten in words, for sentences. */
export const count = (many: number, one: string, more = `${one}s`): string =>
  `${WORDS[many] ?? many} ${many === 1 ? one : more}`;

/** `1 pupil`, `30 pupils`: figures, for buttons and labels. */
export const figure = (many: number, one: string, more = `${one}s`): string =>
  `${many} ${many === 1 ? one : more}`;

/** `30 pupils and 2 adults`, leaving out what there is none of. */
export const peopleFigures = (pupils: number, adults: number): string =>
  [
    ...(pupils > 0 || adults === 0 ? [figure(pupils, 'pupil')] : []),
    ...(adults > 0 ? [figure(adults, 'adult')] : []),
  ].join(' and ');

/** `1st`, `2nd`, `11th`. */
export const ordinal = (place: number): string => {
  const last = place % 100;
  const ending = last > 10 && last < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place}${ending}`;
};
