import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API_ENTRY, API_SOURCES } from '../../build.mjs';
import { freePort } from '../../mariadb.mjs';

// Loaded late: it needs the built API, which `npm run bench` makes sure of after this file is listed.
const parts = () => import('./day.mjs');

const children = new Set();

/** Starts a server in a process of its own; resolves with its first line when it listens. */
const serve = (args, environment, port) => {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  return new Promise((resolve, reject) => {
    child.stdout.once('data', (text) => resolve({ child, port, said: String(text).trim() }));
    child.once('exit', (code) => reject(new Error(`A server ended with ${code}.`)));
  });
};

const stopAll = () =>
  Promise.all(
    [...children].map((child) => {
      children.delete(child);
      if (child.exitCode !== null) return undefined;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      return gone;
    }),
  );

export const serveProduct = async ({ home, url }) => {
  const port = await freePort();
  const flags = process.env.BENCH_NODE_FLAGS?.split(' ') ?? [];
  const environment = {
    LECTERN_HOME: home,
    LECTERN_DEMO: 'off',
    LOG_LEVEL: 'silent',
    PORT: String(port),
    DATABASE_URL: url ?? '',
  };
  return serve([...flags, API_ENTRY], environment, port);
};

export const serveFloor = async ({ dialect, where }) => {
  const port = await freePort();
  const script = join(import.meta.dirname, 'floor.mjs');
  return serve([script, dialect, where, String(port)], {}, port);
};

/** Brings an empty database up to date with the product's own migrations; reads its durability back. */
const migrated = async (url, file, read) => {
  const { require } = await parts();
  const { makeDataSources } = require(join(API_SOURCES, 'persistence/data-sources.js'));
  const { openDatabase } = require(join(API_SOURCES, 'persistence/database.js'));
  const sources = makeDataSources(url, file);
  const database = await openDatabase(sources);
  const [row] = await sources.write.query(read);
  await database.close();
  return Object.values(row)[0];
};

/** Where product and floor keep their rows: `filled(tickets)` makes one more database with the same rows. */
export const onSqlite = (folder) => {
  let made = 0;
  return {
    title: 'SQLite',
    setting: 'PRAGMA synchronous',
    filled: async (tickets, copyOf) => {
      const { fill, require } = await parts();
      const home = join(folder, `home-${++made}`);
      mkdirSync(home);
      const file = join(home, 'lectern.db');
      if (copyOf) copyFileSync(copyOf.file, file);
      const durable = await migrated(null, file, 'PRAGMA synchronous');
      if (!copyOf) {
        const database = new (require('@photostructure/sqlite').DatabaseSync)(file);
        database.exec('PRAGMA synchronous = OFF; BEGIN');
        await fill((sql, values) => database.prepare(sql).run(...values), tickets);
        database.exec('COMMIT; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)');
        database.close();
      }
      const rows = (table) => {
        const database = new (require('@photostructure/sqlite').DatabaseSync)(file);
        const { n } = database.prepare(`SELECT COUNT(*) AS n FROM ${table}`).get();
        database.close();
        return n;
      };
      return { home, file, durable, dialect: 'sqlite', where: file, rows };
    },
  };
};

export const onMariadb = (server, folder) => {
  let made = 0;
  return {
    title: 'MariaDB',
    setting: 'innodb_flush_log_at_trx_commit',
    filled: async (tickets) => {
      const { fill, require } = await parts();
      const { createConnection } = require('mysql2/promise');
      const name = `bench${++made}`;
      const home = join(folder, `home-${name}`);
      mkdirSync(home);
      const admin = server.url.replace(/^mariadb:/, 'mysql:');
      const connection = await createConnection(admin);
      await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
      const url = `${server.url}${name}`;
      const durable = await migrated(url, '', 'SELECT @@GLOBAL.innodb_flush_log_at_trx_commit AS flush');
      await connection.query(`USE ${name}`);
      await connection.query('START TRANSACTION');
      await fill((sql, values) => connection.query(sql, values), tickets);
      await connection.query('COMMIT');
      await connection.query('ANALYZE TABLE tickets, people, visit_groups, schools, admissions, scans');
      await connection.end();
      const rows = async (table) => {
        const asking = await createConnection(`${admin}${name}`);
        const [[row]] = await asking.query(`SELECT COUNT(*) AS n FROM ${table}`);
        await asking.end();
        return Number(row.n);
      };
      return { home, url, durable, dialect: 'mariadb', where: url, rows };
    },
  };
};

/** Works in a folder of its own, and leaves neither it nor a server behind. */
export const inFolder = async (work) => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  try {
    return await work(folder);
  } finally {
    await stopAll();
    rmSync(folder, { recursive: true, force: true });
  }
};
