const ORDINALS = [
  'First',
  'Second',
  'Third',
  'Fourth',
  'Fifth',
  'Sixth',
  'Seventh',
  'Eighth',
  'Ninth',
  'Tenth',
];

/** `First choice`, `Second choice` */
export const choiceInWords = (choice: number): string => `${ORDINALS[choice - 1] ?? `${choice}th`} choice`;

const count = (number: number, one: string): string => `${number} ${number === 1 ? one : `${one}s`}`;

/** `1 seat`, `12 seats` */
export const seatsInWords = (seats: number): string => count(seats, 'seat');

/** `12 pupils and 1 adult`, `12 pupils`, `1 adult` */
export const peopleInWords = (pupils: number, adults: number): string =>
  [
    ...(pupils > 0 || adults === 0 ? [count(pupils, 'pupil')] : []),
    ...(adults > 0 ? [count(adults, 'adult')] : []),
  ].join(' and ');

/** `18 pupils and 1 adult in ‘Codes’, 12 pupils and 1 adult in ‘Dance’` */
export const partsInWords = (
  parts: readonly { readonly title: string; readonly pupils: number; readonly adults: number }[],
): string =>
  parts.map(({ title, pupils, adults }) => `${peopleInWords(pupils, adults)} in ‘${title}’`).join(', ');

/** Why a whole group is where it is, given why each better wish could not be granted. */
export const whyThere = (choice: number | null, better: readonly string[]): string => {
  const why = better.length > 0 ? `: ${better.join('; ')}` : '';
  if (choice !== null) return `${choiceInWords(choice)}${why}.`;
  return better.length > 0
    ? `Placed where most seats were left${why}.`
    : 'Placed where most seats were left.';
};
