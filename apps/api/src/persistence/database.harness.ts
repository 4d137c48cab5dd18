import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { Database } from './database';
import { openDatabase } from './database';
import { type DataSources, makeDataSources } from './data-sources';

declare const LECTERN_TEST_DIALECT: 'sqlite' | 'mariadb' | undefined;

/** A database for one spec file, on the dialect of its Jest project. */
export interface TestDatabase {
  readonly database: Database;
  readonly sources: DataSources;
  close(): Promise<void>;
}

const createOnServer = async (url: string): Promise<() => Promise<void>> => {
  const { pathname } = new URL(url.replace(/^mariadb:/, 'http:'));
  const name = pathname.slice(1);
  const server = url.slice(0, url.length - name.length).replace(/^mariadb:/, 'mysql:');
  const run = async (sql: string): Promise<void> => {
    const connection = await createConnection(server);
    await connection.query(sql);
    await connection.end();
  };
  await run(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  return () => run(`DROP DATABASE \`${name}\``);
};

/** Data sources on an empty database that is removed afterwards; not yet opened or migrated. */
export const emptySources = async (): Promise<{ sources: DataSources; remove: () => Promise<void> }> => {
  const dialect = typeof LECTERN_TEST_DIALECT === 'undefined' ? 'sqlite' : LECTERN_TEST_DIALECT;
  if (dialect === 'mariadb') {
    const url = process.env['DATABASE_URL'] ?? '';
    const remove = await createOnServer(url);
    return { sources: makeDataSources(url, ''), remove };
  }
  const folder = mkdtempSync(join(tmpdir(), 'lectern-spec-'));
  return {
    sources: makeDataSources(null, join(folder, 'lectern.db')),
    remove: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  };
};

export const testDatabase = async (): Promise<TestDatabase> => {
  const { sources, remove } = await emptySources();
  const database = await openDatabase(sources);
  return {
    database,
    sources,
    close: async () => {
      await database.close();
      await remove();
    },
  };
};
