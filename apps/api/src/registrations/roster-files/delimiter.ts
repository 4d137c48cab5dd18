export type Delimiter = '\t' | ';' | ',';

/** Tried in this order: "Khan, Aisha" puts commas into lists that tabs or semicolons delimit, seldom the other way. */
const DELIMITERS: readonly Delimiter[] = ['\t', ';', ','];
const LINES_LOOKED_AT = 30;

/** The delimiter that stands on most of the first lines, not counting what stands between quotation marks. */
export const findDelimiter = (text: string): Delimiter => {
  const lines = text
    .slice(0, 100_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, LINES_LOOKED_AT);
  const linesWith = (delimiter: Delimiter) => lines.filter((line) => line.includes(delimiter)).length;
  return DELIMITERS.reduce<Delimiter>(
    (best, delimiter) => (linesWith(delimiter) > linesWith(best) ? delimiter : best),
    '\t',
  );
};
