/** `?, ?, ?`: one for each of the values of a list. */
export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** So many rows of so many values each, for an INSERT. */
export const tuples = (rows: number, columns: number): string =>
  Array<string>(rows)
    .fill(`(${marks(Array(columns).fill(0))})`)
    .join(', ');
