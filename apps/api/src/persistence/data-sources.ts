import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Dialect } from './dialect';
import { ENTITIES } from './entities';
import { MIGRATIONS } from './migrations';
import { SnakeCase } from './naming';
import { SqliteDatabase } from './sqlite-driver';

const shared = {
  entities: [...ENTITIES],
  migrations: [...MIGRATIONS],
  migrationsTransactionMode: 'each',
  namingStrategy: new SnakeCase(),
  synchronize: false,
} as const;

const sqlite = (file: string, readOnly: boolean): DataSourceOptions => ({
  ...shared,
  entities: [...ENTITIES],
  migrations: [...MIGRATIONS],
  type: 'better-sqlite3',
  database: file,
  driver: SqliteDatabase,
  enableWAL: !readOnly,
  prepareDatabase: (database: SqliteDatabase) => {
    database.pragma('busy_timeout = 5000');
    database.pragma('foreign_keys = ON');
    if (readOnly) database.pragma('query_only = ON');
    // FULL: what was acknowledged survives a power cut, not only a crash of the process.
    else database.pragma('synchronous = FULL');
  },
});

const mysql = (dialect: 'mysql' | 'mariadb', url: string): DataSourceOptions => ({
  ...shared,
  entities: [...ENTITIES],
  migrations: [...MIGRATIONS],
  type: dialect,
  url: url.replace(/^mariadb:/, 'mysql:'),
  charset: 'utf8mb4',
  timezone: 'Z',
  poolSize: 16,
  supportBigNumbers: true,
  extra: { connectionLimit: 16, waitForConnections: true, enableKeepAlive: true },
});

/** The pair of sources of one database: `write` takes every change, `read` cannot change anything on SQLite. */
export interface DataSources {
  readonly dialect: Dialect;
  readonly write: DataSource;
  readonly read: DataSource;
}

/** Opens the database of a URL, or the SQLite file when there is none; the reader opens after migration. */
export const makeDataSources = (databaseUrl: string | null, sqliteFile: string): DataSources => {
  if (databaseUrl === null) {
    return {
      dialect: 'sqlite',
      write: new DataSource(sqlite(sqliteFile, false)),
      read: new DataSource(sqlite(sqliteFile, true)),
    };
  }
  const dialect = databaseUrl.startsWith('mariadb:') ? 'mariadb' : 'mysql';
  const source = new DataSource(mysql(dialect, databaseUrl));
  return { dialect, write: source, read: source };
};
