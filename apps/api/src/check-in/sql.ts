/** `?, ?, ?` for so many values. */
export const marks = (count: number): string => Array<string>(count).fill('?').join(', ');

/** So many rows of so many values each, for an INSERT. */
export const tuples = (rows: number, columns: number): string =>
  Array<string>(rows)
    .fill(`(${marks(columns)})`)
    .join(', ');
