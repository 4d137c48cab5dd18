import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  TableColumn,
  type TableColumnOptions,
  type TableForeignKeyOptions,
  TableIndex,
} from 'typeorm';
import { RESTRICTED } from '../columns';

/** How a column is asked for here; each dialect gets its own options from it. */
export interface Column {
  readonly name: string;
  readonly type: 'varchar' | 'text' | 'mediumtext' | 'mediumblob' | 'int' | 'bigint' | 'boolean' | 'datetime';
  readonly length?: number;
  readonly nullable?: boolean;
  readonly primary?: boolean;
  readonly default?: string | number;
  /** Whether texts are equal only when every character is: ids, codes, tokens and normalised keys. */
  readonly exact?: boolean;
}

type Extra = Partial<Omit<Column, 'name' | 'type'>>;

export const id = (name = 'id', extra: Extra = {}): Column => ({
  name,
  type: 'varchar',
  length: 36,
  exact: true,
  ...(name === 'id' ? { primary: true } : {}),
  ...extra,
});
export const exact = (name: string, length: number, extra: Extra = {}): Column => ({
  name,
  type: 'varchar',
  length,
  exact: true,
  ...extra,
});
export const words = (name: string, length: number, extra: Extra = {}): Column => ({
  name,
  type: 'varchar',
  length,
  ...extra,
});
export const text = (name: string, extra: Extra = {}): Column => ({ name, type: 'text', ...extra });
export const longText = (name: string, extra: Extra = {}): Column => ({ name, type: 'mediumtext', ...extra });
export const longBytes = (name: string, extra: Extra = {}): Column => ({
  name,
  type: 'mediumblob',
  ...extra,
});
export const whole = (name: string, extra: Extra = {}): Column => ({ name, type: 'int', ...extra });
export const flag = (name: string, extra: Extra = {}): Column => ({ name, type: 'boolean', ...extra });
export const moment = (name: string, extra: Extra = {}): Column => ({ name, type: 'datetime', ...extra });
export const maybe: Extra = { nullable: true };

export interface TableRequest {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly unique?: readonly (readonly string[])[];
  readonly indices?: readonly (readonly string[])[];
  /** Whether its rows keep no trace of the order in which they came: SQLite would number them as they do. */
  readonly unordered?: boolean;
  /** Column to the table whose id it holds. */
  readonly references?: Readonly<Record<string, string>>;
}

const isSqlite = (runner: QueryRunner): boolean => runner.dataSource.options.type === 'better-sqlite3';

// The names that the schema comparison expects to read back.
const SQLITE_TYPES: Readonly<Record<string, string>> = {
  mediumtext: 'text',
  mediumblob: 'blob',
  int: 'integer',
};

/** MySQL takes the words of a default as they stand in the statement: a text without its quotes would be a column. */
const defaultOf = (value: string | number, sqlite: boolean): string | number =>
  typeof value === 'string' && !sqlite ? `'${value}'` : value;

const columnOf = (column: Column, sqlite: boolean): TableColumnOptions => ({
  name: column.name,
  type: (sqlite && SQLITE_TYPES[column.type]) || column.type,
  isNullable: column.nullable ?? false,
  isPrimary: column.primary ?? false,
  ...(column.length === undefined ? {} : { length: String(column.length) }),
  ...(column.type === 'datetime' ? { precision: 3 } : {}),
  ...(column.default === undefined ? {} : { default: defaultOf(column.default, sqlite) }),
  // utf8mb4_unicode_ci treats `abc` and `Abç ` as equal, which codes and keys must never be.
  ...(column.exact && !sqlite ? { charset: 'utf8mb4', collation: 'utf8mb4_bin' } : {}),
});

const foreignKeys = (request: TableRequest): TableForeignKeyOptions[] =>
  Object.entries(request.references ?? {}).map(([column, table]) => ({
    name: `fk_${request.name}_${column}`,
    columnNames: [column],
    referencedTableName: table,
    referencedColumnNames: [table === 'schools' ? 'urn' : 'id'],
    ...RESTRICTED,
  }));

const tableOf = (request: TableRequest, sqlite: boolean): Table =>
  new Table({
    name: request.name,
    engine: sqlite ? undefined : 'InnoDB',
    withoutRowid: request.unordered ?? false,
    columns: request.columns.map((column) => columnOf(column, sqlite)),
    foreignKeys: foreignKeys(request),
    indices: indicesOf(request),
  });

const indicesOf = ({ name, unique, indices }: Omit<TableRequest, 'columns'>) => [
  ...(unique ?? []).map((columnNames) => ({
    name: `uq_${name}_${columnNames.join('_')}`,
    columnNames: [...columnNames],
    isUnique: true,
  })),
  ...(indices ?? []).map((columnNames) => ({
    name: `ix_${name}_${columnNames.join('_')}`,
    columnNames: [...columnNames],
  })),
];

/**
 * A migration that makes one table. One step each, since DDL commits by itself on MySQL: one that died half-way runs
 * again cleanly. `order` is a millisecond timestamp, which TypeORM sorts by.
 */
export const tableMigration = (order: number, request: TableRequest): new () => MigrationInterface => {
  const className = `Create_${request.name}_${order}`;
  return class implements MigrationInterface {
    readonly name = className;

    async up(runner: QueryRunner): Promise<void> {
      await runner.createTable(tableOf(request, isSqlite(runner)), true, true, true);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.dropTable(request.name, true);
    }
  };
};

/** The statement's own words for a new column; TypeORM would copy the whole table on SQLite, and drop what others point at. */
const addition = (column: Column): string => {
  const type = SQLITE_TYPES[column.type] ?? column.type;
  const size = column.length === undefined ? '' : `(${column.length})`;
  const fallback = typeof column.default === 'string' ? `'${column.default}'` : column.default;
  return (
    `"${column.name}" ${type}${column.type === 'datetime' ? '(3)' : size}` +
    (column.nullable ? '' : ' NOT NULL') +
    (fallback === undefined ? '' : ` DEFAULT (${fallback})`)
  );
};

/**
 * A migration that adds one column to a table that has rows: nullable, or with a default. One step each, and one that
 * died half-way runs again cleanly.
 */
export const columnMigration = (
  order: number,
  table: string,
  column: Column,
): new () => MigrationInterface => {
  const className = `Add_${table}_${column.name}_${order}`;
  return class implements MigrationInterface {
    readonly name = className;

    async up(runner: QueryRunner): Promise<void> {
      if (await runner.hasColumn(table, column.name)) return;
      if (isSqlite(runner)) await runner.query(`ALTER TABLE "${table}" ADD COLUMN ${addition(column)}`);
      else await runner.addColumn(table, new TableColumn(columnOf(column, false)));
    }

    async down(runner: QueryRunner): Promise<void> {
      if (isSqlite(runner)) await runner.query(`ALTER TABLE "${table}" DROP COLUMN "${column.name}"`);
      else await runner.dropColumn(table, column.name);
    }
  };
};

/** A migration that adds one index to a table, named as the first ones are. */
export const indexMigration = (
  order: number,
  table: string,
  kind: 'unique' | 'indices',
  columns: readonly string[],
): new () => MigrationInterface => {
  const [index] = indicesOf({ name: table, [kind]: [columns] });
  if (!index) throw new Error('An index has columns.');
  const className = `Index_${index.name}_${order}`;
  return class implements MigrationInterface {
    readonly name = className;

    async up(runner: QueryRunner): Promise<void> {
      const there = await runner.getTable(table);
      if (there?.indices.some(({ name }) => name === index.name)) return;
      await runner.createIndex(table, new TableIndex(index));
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.dropIndex(table, index.name);
    }
  };
};
