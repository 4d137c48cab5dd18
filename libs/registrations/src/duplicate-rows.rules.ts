import { foldText } from '@lectern/core';
import type { DuplicateRows, RosterRow } from './roster.contract';

/** Finds rows that name the same person: the same names, blind to case and accents, of the same year group. */
export const findDuplicateRows = (rows: readonly RosterRow[]): readonly DuplicateRows[] => {
  const alike = new Map<string, RosterRow[]>();
  for (const row of rows) {
    if (row.givenName === '' || row.familyName === '') continue;
    const key = [foldText(row.givenName), foldText(row.familyName), row.kind, row.yearGroup].join('|');
    alike.set(key, [...(alike.get(key) ?? []), row]);
  }
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined || same.length < 2
      ? []
      : [{ lines: same.map((row) => row.line), name: `${first.givenName} ${first.familyName}` }];
  });
};
