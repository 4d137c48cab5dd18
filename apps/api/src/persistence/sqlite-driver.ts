import { DatabaseSync } from '@photostructure/sqlite';

/** SQLite's extended result codes under the names that TypeORM and our own code look for. */
const CODES: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  // Another process wrote between our reading and our writing: the same cure, run the unit of work again.
  517: 'SQLITE_BUSY',
  275: 'SQLITE_CONSTRAINT_CHECK',
  787: 'SQLITE_CONSTRAINT_FOREIGNKEY',
  1299: 'SQLITE_CONSTRAINT_NOTNULL',
  1555: 'SQLITE_CONSTRAINT_PRIMARYKEY',
  2067: 'SQLITE_CONSTRAINT_UNIQUE',
};

/** What a statement may be given; dates and booleans are made into these. */
type Bound = string | number | bigint | Uint8Array | null;

interface Prepared {
  columns(): readonly unknown[];
  all(...values: Bound[]): unknown[];
  get(...values: Bound[]): unknown;
  run(...values: Bound[]): unknown;
}

/** The part of node:sqlite's interface that is used here; the package types it as a bare constructor. */
interface Connection {
  prepare(sql: string): Prepared;
  exec(sql: string): void;
  close(): void;
}

const named = <T>(call: () => T): T => {
  try {
    return call();
  } catch (error) {
    const failure = error as { sqliteExtendedCode?: number; errcode?: number; code?: string };
    const code = CODES[failure.sqliteExtendedCode ?? failure.errcode ?? -1];
    if (code) failure.code = code;
    throw error;
  }
};

/** The text of a moment in a `datetime` column: UTC with milliseconds, as TypeORM writes it. */
const sqlText = (date: Date): string => date.toISOString().replace('T', ' ').slice(0, 23);

// SQLite has no dates or booleans: raw statements may bind them all the same, as they do on MySQL.
const bind = (values: readonly unknown[]): Bound[] =>
  values.map((value) =>
    value instanceof Date
      ? sqlText(value)
      : typeof value === 'boolean'
        ? Number(value)
        : ((value ?? null) as Bound),
  );

class Statement {
  readonly reader: boolean;

  constructor(private readonly statement: Prepared) {
    this.reader = statement.columns().length > 0;
  }

  all(...values: unknown[]): unknown[] {
    return named(() => this.statement.all(...bind(values)));
  }

  get(...values: unknown[]): unknown {
    return named(() => this.statement.get(...bind(values)));
  }

  run(...values: unknown[]): unknown {
    return named(() => this.statement.run(...bind(values)));
  }
}

/** The part of better-sqlite3's interface that TypeORM uses, on a driver whose binary ships inside its package. */
export class SqliteDatabase {
  private readonly database: Connection;
  // Preparing costs as much as running for the small statements of a check-in, so each text is prepared once.
  private readonly prepared = new Map<string, Statement>();

  constructor(file: string, options: { readonly?: boolean; timeout?: number } = {}) {
    this.database = new DatabaseSync(file, {
      readOnly: options.readonly ?? false,
      timeout: options.timeout ?? 5000,
    });
  }

  prepare(sql: string): Statement {
    const known = this.prepared.get(sql);
    if (known) return known;
    const statement = named(() => new Statement(this.database.prepare(sql)));
    if (/^\s*(select|insert|update|delete)/i.test(sql)) {
      if (this.prepared.size >= 500) this.prepared.clear();
      this.prepared.set(sql, statement);
    }
    return statement;
  }

  exec(sql: string): this {
    named(() => this.database.exec(sql));
    return this;
  }

  pragma(source: string): unknown[] {
    return this.database.prepare(`PRAGMA ${source}`).all();
  }

  close(): void {
    this.prepared.clear();
    this.database.close();
  }
}
