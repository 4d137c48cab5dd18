import { type DomainError, validationFailed } from '@lectern/core';
import type { RosterCells } from '@lectern/registrations';

/** A list as its file holds it, with what its reader must be told. */
export interface RosterFile {
  readonly cells: readonly RosterCells[];
  readonly notices: readonly string[];
}

/** Bounds that no school's list comes near; they keep a file of nothing but delimiters or empty tags cheap. */
export const COLUMNS_MAX = 200;
export const ROW_CHARACTERS_MAX = 100_000;

export const refuseFile = (code: string, message: string): DomainError =>
  validationFailed([{ field: 'file', code, message }]);

export const charactersOf = (values: readonly string[]): number =>
  values.reduce((sum, value) => sum + value.length, 0);
