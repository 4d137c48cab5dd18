import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API_ENTRY, API_SOURCES } from '../build.mjs';
import { freePort, hasMariadb, startMariadb } from '../mariadb.mjs';

const ROUNDS = 7;
const PER_ROUND = { 1: 250, 16: 1000 };
const GROWTH = [1000, 1_000_000];

// Loaded late: they need the built API, which `npm run bench` makes sure of after this file is listed.
const parts = async () => ({
  ...(await import('./check-in/day.mjs')),
  ...(await import('./check-in/drive.mjs')),
});

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const quantile = (numbers, q) =>
  sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * q))];
const median = (numbers) => quantile(numbers, 0.5);

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

const serveProduct = async ({ home, url }) => {
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

const serveFloor = async ({ dialect, where }) => {
  const port = await freePort();
  const script = join(import.meta.dirname, 'check-in', 'floor.mjs');
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
const onSqlite = (folder) => {
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

const onMariadb = (server, folder) => {
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

const figures = ({ rate, took }) =>
  `${rate.toFixed(0).padStart(6)} req/s, p50 ${quantile(took, 0.5).toFixed(2)} ms, p99 ${quantile(took, 0.99).toFixed(2)} ms`;

/** Prints the rounds of one number of connections; a ratio of 1 is as fast as the floor. */
const print = (connections, rounds) => {
  console.log(`\n${connections} connection${connections === 1 ? '' : 's'}`);
  const ratios = rounds.map(({ product, floor }) => product.rate / floor.rate);
  rounds.forEach(({ product, floor }, at) =>
    console.log(
      `  round ${at + 1}: product ${figures(product)}; floor ${figures(floor)}; ratio ${ratios[at].toFixed(2)}`,
    ),
  );
  const p99 = (side) =>
    quantile(
      rounds.flatMap((round) => round[side].took),
      0.99,
    );
  console.log(
    `  ratio: median ${median(ratios).toFixed(2)}, worst ${Math.min(...ratios).toFixed(2)}, best ${Math.max(...ratios).toFixed(2)};` +
      ` p99 of all rounds: ${(p99('product') / p99('floor')).toFixed(2)} times the floor’s`,
  );
  const floors = rounds.map(({ floor }) => floor.rate);
  const swing = Math.max(...floors) / Math.min(...floors);
  if (swing > 1.5) {
    console.log(
      `  VOID: the floor itself swings by ${swing.toFixed(2)} times; run again on a quieter machine.`,
    );
  }
};

const compare = async (store) => {
  const { newTickets, scanByCode, scanById, requestOf, drive } = await parts();
  const perRound = Object.values(PER_ROUND).reduce((sum, count) => sum + count, 0);
  const tickets = newTickets(perRound * (ROUNDS + 1));
  const mine = await store.filled(tickets);
  const theirs = await store.filled(tickets, mine);
  const product = await serveProduct(mine);
  const floor = await serveFloor(theirs);
  console.log(
    `check-in on ${store.title}: one scan a request; product: ${store.setting} = ${mine.durable}; floor: ${floor.said}`,
  );
  const rounds = new Map(Object.keys(PER_ROUND).map((connections) => [Number(connections), []]));
  let next = 0;
  // The first round only warms up. Product and floor take turns at going first.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [connections, kept] of rounds) {
      const some = tickets.slice(next, (next += PER_ROUND[connections]));
      const sides = [
        ['product', product.port, some.map((ticket) => requestOf(scanByCode(ticket)))],
        ['floor', floor.port, some.map((ticket) => requestOf(scanById(ticket)))],
      ];
      if (round % 2 === 1) sides.reverse();
      const result = {};
      for (const [side, port, requests] of sides) result[side] = await drive(port, requests, connections);
      if (round > 0) kept.push(result);
    }
  }
  for (const [connections, kept] of rounds) print(connections, kept);
  for (const table of ['scans', 'admissions']) {
    const [ours, others] = [await mine.rows(table), await theirs.rows(table)];
    const right = ours === next && others === next ? '' : ` — WRONG: ${next} were sent`;
    console.log(`  rows in ${table}: product ${ours}, floor ${others}${right}`);
  }
};

/** The same request at a thousand and at a million tickets: a door must not slow down with the event. */
const grow = async (store) => {
  const { newTickets, scanByCode, requestOf, drive } = await parts();
  const sizes = [];
  for (const size of GROWTH) {
    const tickets = newTickets(size);
    const product = await serveProduct(await store.filled(tickets));
    // Spread over the whole table, so that its size shows.
    const step = Math.floor(size / 1000);
    sizes.push({ size, product, tickets: tickets.filter((_, at) => at % step === 0), took: [] });
  }
  console.log(`check-in on ${store.title} as tickets grow: 1 connection, ${ROUNDS} interleaved rounds`);
  const PIECE = 120;
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { product, tickets, took } of sizes) {
      const some = tickets.slice(round * PIECE, (round + 1) * PIECE);
      const result = await drive(
        product.port,
        some.map((ticket) => requestOf(scanByCode(ticket))),
        1,
      );
      if (round > 0) took.push(median(result.took));
    }
  }
  for (const { size, took } of sizes) {
    console.log(
      `  ${size.toLocaleString('en-GB')} tickets: p50 ${median(took).toFixed(2)} ms (rounds ${took.map((one) => one.toFixed(2)).join(', ')})`,
    );
  }
  const [small, large] = sizes.map(({ took }) => median(took));
  console.log(
    `  p50 at ${GROWTH[1].toLocaleString('en-GB')} is ${(large / small).toFixed(2)} times that at 1,000`,
  );
};

const inFolder = async (work) => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  try {
    return await work(folder);
  } finally {
    await stopAll();
    rmSync(folder, { recursive: true, force: true });
  }
};

const bench = (args) => (args.includes('--growth') ? grow : compare);

const sqlite = (...args) => inFolder((folder) => bench(args)(onSqlite(folder)));

const mariadb = async (...args) => {
  if (!hasMariadb()) {
    console.log('check-in: left out, since no MariaDB is installed here; check-in-sqlite needs none.');
    return;
  }
  const server = await startMariadb();
  try {
    await inFolder((folder) => bench(args)(onMariadb(server, folder)));
  } finally {
    await server.stop();
  }
};

/** Scans at the door beside their floor; `-- check-in --growth` compares a thousand tickets with a million. */
export const benches = { 'check-in': mariadb, 'check-in-sqlite': sqlite };
