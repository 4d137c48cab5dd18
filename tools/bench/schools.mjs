import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasMariadb, startMariadb } from '../mariadb.mjs';

const here = fileURLToPath(import.meta.url);
const root = join(dirname(here), '..', '..');
const require = createRequire(join(root, 'package.json'));
const built = (area) => require(join(root, 'dist/apps/api/apps/api/src', area));

const ROUNDS = 5;
const REGISTER = join(root, '../shared/data/gias_open_schools_2025-07.csv');
const SEARCHES = ['ormskirk st', 'L39 2AT', 'l392at', '104418', 'st marys', 'school', 's', 'a e i', 'zzzz'];

const parts = () => {
  const { makeDataSources } = built('persistence/data-sources.js');
  const { openDatabase } = built('persistence/database.js');
  const { AuditService } = built('audit/audit.service.js');
  const { SchoolsRepository } = built('schools/schools.repository.js');
  const { SchoolsService } = built('schools/schools.service.js');
  const { SchoolImport } = built('schools/school-import.js');
  const clock = { now: () => new Date() };
  const open = async (url, file) => {
    const sources = makeDataSources(url, file);
    const database = await openDatabase(sources);
    const repository = new SchoolsRepository(database);
    return {
      database,
      sources,
      search: new SchoolsService(repository),
      importer: new SchoolImport(database, repository, new AuditService(database, clock), clock),
    };
  };
  return { open };
};

const inFolder = async (work) => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Invented schools, for a machine without the register and for lists longer than it. */
const inventedFile = (folder, rows) => {
  const towns = ['Ormskirk', 'Southport', 'Wigan', 'St. Helens', 'Preston', 'West Kirby'];
  const names = [
    'St Mary’s Catholic Primary School',
    'Old Mill Academy',
    'Brook & Meadow High School',
    'Ash School',
  ];
  const lines = ['urn,name,open_date,town,postcode'];
  for (let at = 0; at < rows; at++) {
    const name = `${names[at % names.length]} ${at}`;
    lines.push(`${100_000 + at},${name},01-09-2012,${towns[at % towns.length]},L${at % 40} ${at % 10}ZZ`);
  }
  const file = join(folder, `schools-${rows}.csv`);
  writeFileSync(file, lines.join('\n'));
  return file;
};

const registerFile = (folder) => {
  if (existsSync(REGISTER)) return { file: REGISTER, what: 'the GIAS list of open schools' };
  return { file: inventedFile(folder, 22_010), what: '22,010 invented schools' };
};

const timed = async (work) => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];

/** `rounds` hold milliseconds of product and floor; a ratio of 1 is as fast as the floor. */
const print = (title, rounds) => {
  console.log(title);
  const ratios = rounds.map(({ product, floor }) => floor / product);
  rounds.forEach(({ product, floor }, at) =>
    console.log(
      `  round ${at + 1}: product ${product.toFixed(1)} ms, floor ${floor.toFixed(1)} ms, ratio ${ratios[at].toFixed(2)}`,
    ),
  );
  const [best, worst] = [sorted(ratios).at(-1), sorted(ratios)[0]];
  console.log(
    `  ratio: median ${median(ratios).toFixed(2)}, worst ${worst.toFixed(2)}, best ${best.toFixed(2)}`,
  );
  const floors = sorted(rounds.map(({ floor }) => floor));
  if (floors.at(-1) > 1.5 * floors[0]) {
    console.log('  VOID: the floor itself swings by more than 1.5 times; run again on a quieter machine.');
  }
};

const insertBare = (file, rows) => {
  const { DatabaseSync } = require('@photostructure/sqlite');
  const database = new DatabaseSync(file);
  database.exec('PRAGMA synchronous = FULL');
  const mode = database.prepare('PRAGMA journal_mode').get().journal_mode;
  const { synchronous } = database.prepare('PRAGMA synchronous').get();
  for (let at = 0; at < rows.length; at += 1000) {
    const some = rows.slice(at, at + 1000);
    database.exec('BEGIN');
    database
      .prepare(
        `INSERT INTO schools VALUES ${some.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ')}`,
      )
      .run(...some.flat());
    database.exec('COMMIT');
  }
  database.close();
  return `journal_mode ${mode}, synchronous ${synchronous}`;
};

/** Peak memory in MB of one import in a process of its own; its small heap keeps garbage from counting as need. */
const peakOf = (file) =>
  Number(
    execFileSync(process.execPath, ['--max-old-space-size=48', here, 'peak', file], { encoding: 'utf8' }),
  );

const importBench = () =>
  inFolder(async (folder) => {
    const { open } = parts();
    const { file, what } = registerFile(folder);
    let rows = [];
    let settings = '';
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const fresh = join(folder, `product-${round}.db`);
      const { database, importer } = await open(null, fresh);
      const product = await timed(() => importer.importFile(file));
      if (round === 0)
        rows = (await database.select('SELECT * FROM schools')).map((row) => Object.values(row));
      await database.close();
      const bare = join(folder, `floor-${round}.db`);
      await (await open(null, bare)).database.close();
      const floor = await timed(() => {
        settings = insertBare(bare, rows);
      });
      // The first round only warms up.
      if (round > 0) rounds.push({ product, floor });
    }
    const best = sorted(rounds.map(({ product }) => product))[0];
    print(`import of ${what}, SQLite (${settings}); floor: bare INSERT of 1,000 rows a statement`, rounds);
    console.log(`  ${rows.length} rows, ${Math.round(rows.length / (best / 1000))} rows a second at best`);
    const [small, large] = [20_000, 200_000].map((count) => peakOf(inventedFile(folder, count)));
    console.log(
      `  peak memory: ${small} MB at 20,000 rows, ${large} MB at 200,000 rows, ${(large / small).toFixed(2)} times`,
    );
  });

const searchOn = async (dialect, { database, search, importer }, file) => {
  await importer.importFile(file);
  const { readSchoolQuery, schoolSearchTerms } = require(
    join(root, 'dist/apps/api/libs/schools/src/index.js'),
  );
  const ask = (q) => search.search(readSchoolQuery({ q, limit: '20' }));
  const bare = (q) => {
    const terms = schoolSearchTerms(q);
    const where = terms.map(() => 'search_text LIKE ?').join(' AND ');
    return database.select(
      `SELECT urn, name, town, postcode, status FROM schools WHERE ${where} ORDER BY name LIMIT 21`,
      terms.map((term) => `%${term}%`),
    );
  };
  const each = new Map(SEARCHES.map((q) => [q, []]));
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round++) {
    let [product, floor] = [0, 0];
    for (const q of SEARCHES) {
      const took = await timed(() => ask(q));
      product += took;
      floor += await timed(() => bare(q));
      if (round > 0) each.get(q).push(took);
    }
    if (round > 0) rounds.push({ product: product / SEARCHES.length, floor: floor / SEARCHES.length });
  }
  print(
    `school-search, ${dialect}, mean of ${SEARCHES.length} searches; floor: bare SELECT … LIKE … ORDER BY name`,
    rounds,
  );
  for (const [q, took] of each) {
    console.log(
      `  ${JSON.stringify(q)}: median ${median(took).toFixed(1)} ms, worst ${sorted(took).at(-1).toFixed(1)} ms`,
    );
  }
};

const searchBench = () =>
  inFolder(async (folder) => {
    const { open } = parts();
    const { file, what } = registerFile(folder);
    console.log(`searching ${what}`);
    const sqlite = await open(null, join(folder, 'search.db'));
    await searchOn('SQLite', sqlite, file);
    await sqlite.database.close();
    if (!hasMariadb()) {
      console.log('school-search, MariaDB: left out, since no MariaDB is installed here.');
      return;
    }
    const server = await startMariadb();
    try {
      const connection = await require('mysql2/promise').createConnection(
        server.url.replace(/^mariadb:/, 'mysql:'),
      );
      await connection.query('CREATE DATABASE bench CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci');
      await connection.end();
      const mariadb = await open(`${server.url}bench`, '');
      await searchOn('MariaDB', mariadb, file);
      await mariadb.database.close();
    } finally {
      await server.stop();
    }
  });

/** Importing the register, and finding schools in it. */
export const benches = { import: importBench, 'school-search': searchBench };

if (process.argv[1] === here && process.argv[2] === 'peak') {
  await inFolder(async (folder) => {
    mkdirSync(folder, { recursive: true });
    const { database, importer } = await parts().open(null, join(folder, 'peak.db'));
    await importer.importFile(process.argv[3]);
    await database.close();
    console.log(Math.round(process.resourceUsage().maxRSS / 1024));
  });
}
