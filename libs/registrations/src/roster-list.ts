import type { DroppedColumn } from './roster.contract';
import type { ColumnUse } from './roster-columns.rules';

/** One row of a file or of pasted cells; `line` is the line of the file on which it begins. */
export interface RosterCells {
  readonly line: number;
  readonly values: readonly string[];
}

/** A column that is used: its place in the row and its heading, empty when the list has none. */
export interface UsedColumn {
  readonly index: number;
  readonly heading: string;
  readonly use: ColumnUse;
}

/** A list once its columns are known: the rows below its heading, and what was left out. */
export interface RosterLayout {
  readonly columns: readonly UsedColumn[];
  readonly rows: readonly RosterCells[];
  readonly droppedColumns: readonly DroppedColumn[];
  readonly notices: readonly string[];
}
