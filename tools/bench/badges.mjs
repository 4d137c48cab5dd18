import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API_ENTRY } from '../build.mjs';
import { freePort } from '../mariadb.mjs';
import { fill, prepare, signIn } from './badges/conference.mjs';

const ROUNDS = 5;
const SIZES = [1000, 10_000];
/** A small heap keeps garbage from counting as need. */
const SMALL_HEAP = '--max-old-space-size=96';

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];

const children = new Set();

/** Starts a server in a process of its own; resolves when it says that it listens. */
const serve = (args, environment, port) => {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  return new Promise((resolve, reject) => {
    child.stdout.once('data', () => resolve({ child, port }));
    child.once('exit', (code) => reject(new Error(`A server ended with ${code}.`)));
  });
};

const stop = (child) => {
  children.delete(child);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  return gone;
};

const serveProduct = async (home) => {
  const port = await freePort();
  const environment = { LECTERN_HOME: home, LECTERN_DEMO: 'off', LOG_LEVEL: 'silent', DATABASE_URL: '' };
  return serve([SMALL_HEAP, API_ENTRY], { ...environment, PORT: String(port) }, port);
};

const serveFloor = async (file) => {
  const port = await freePort();
  return serve([join(import.meta.dirname, 'badges', 'floor.mjs'), file, String(port)], {}, port);
};

/** Reads a file to its end; gives milliseconds, bytes and pages. */
const read = (port, path, cookie) => {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get({ port, path, agent: false, headers: cookie ? { cookie } : {} }, (answer) => {
      let bytes = 0;
      let pages = 0;
      let seam = '';
      answer.on('data', (part) => {
        bytes += part.length;
        // The number of pages stands before a table that grows with them, so it is looked for as the file comes.
        const text = seam + part.toString('latin1');
        pages = Number(/\/Count (\d+)/.exec(text)?.[1] ?? pages);
        seam = text.slice(-40);
      });
      answer.on('end', () => {
        if (answer.statusCode === 200 && pages > 0)
          resolve({ took: performance.now() - began, bytes, pages });
        else reject(new Error(`${path}: ${answer.statusCode}, ${pages} pages`));
      });
      answer.on('error', reject);
    }).on('error', reject);
  });
};

const pathOf = (id) => `/api/conferences/${id}/tickets.pdf?layout=badges`;

/** The most memory that a process held so far, in MB; where the machine tells. */
const peakOf = ({ pid }) =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);

const print = (title, rounds) => {
  console.log(title);
  const ratios = rounds.map(({ product, floor }) => floor.took / product.took);
  rounds.forEach(({ product, floor }, at) =>
    console.log(
      `  round ${at + 1}: product ${product.took.toFixed(0)} ms, floor ${floor.took.toFixed(0)} ms, ratio ${ratios[at].toFixed(2)}`,
    ),
  );
  const [worst, best] = [Math.min(...ratios), Math.max(...ratios)].map((ratio) => ratio.toFixed(2));
  console.log(`  ratio: median ${median(ratios).toFixed(2)}, worst ${worst}, best ${best}`);
  const floors = sorted(rounds.map(({ floor }) => floor.took));
  if (floors.at(-1) > 1.5 * floors[0]) {
    console.log('  VOID: the floor itself swings by more than 1.5 times; run again on a quieter machine.');
  }
};

const compare = async (home, { id, badges }, cookie) => {
  const file = join(home, `badges-${badges.length}.json`);
  writeFileSync(file, JSON.stringify(badges));
  const product = await serveProduct(home);
  const floor = await serveFloor(file);
  const rounds = [];
  // The first round only warms up. Product and floor take turns at going first.
  for (let round = 0; round <= ROUNDS; round++) {
    const sides = [
      ['product', () => read(product.port, pathOf(id), cookie)],
      ['floor', () => read(floor.port, '/')],
    ];
    if (round % 2 === 1) sides.reverse();
    const result = {};
    for (const [side, ask] of sides) result[side] = await ask();
    if (round > 0) rounds.push(result);
  }
  await Promise.all([product, floor].map(({ child }) => stop(child)));
  const size = badges.length.toLocaleString('en-GB');
  print(`badges: ${size} as one PDF over HTTP, SQLite; floor: raw pdfkit drawing the same`, rounds);
  const [{ product: ours, floor: theirs }] = rounds;
  console.log(
    `  product ${ours.pages} pages (a card before each school), ${(ours.bytes / 1e6).toFixed(1)} MB; floor ${theirs.pages} pages, ${(theirs.bytes / 1e6).toFixed(1)} MB`,
  );
};

/** The time and the most memory of a fresh process that printed so many badges once. */
const memoryOf = async (home, { id }, cookie) => {
  const { child, port } = await serveProduct(home);
  const before = peakOf(child);
  const { took } = await read(port, pathOf(id), cookie);
  const after = peakOf(child);
  await stop(child);
  return { before, after, took };
};

const bench = async () => {
  const home = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  try {
    mkdirSync(home, { recursive: true });
    prepare(home, Math.max(...SIZES) / 500);
    const filling = await serveProduct(home);
    const staff = await signIn(filling.port);
    const conferences = [];
    for (const size of SIZES) conferences.push(await fill(staff, size));
    await stop(filling.child);
    await compare(home, conferences[0], staff.cookie);
    const grown = [];
    for (const conference of conferences) grown.push(await memoryOf(home, conference, staff.cookie));
    grown.forEach(({ before, after, took }, at) =>
      console.log(
        `  ${SIZES[at].toLocaleString('en-GB')} badges in a fresh process: ${(took / 1000).toFixed(1)} s,` +
          ` peak memory ${after} MB (${before} MB before the first)`,
      ),
    );
    const [small, large] = grown;
    console.log(
      `  at 10,000 badges: ${(large.took / small.took).toFixed(1)} times the time, ${(large.after / small.after).toFixed(2)} times the memory`,
    );
  } finally {
    await Promise.all([...children].map(stop));
    rmSync(home, { recursive: true, force: true });
  }
};

/** A whole conference's badges as one PDF, beside raw pdfkit drawing the same; time, growth and memory. */
export const benches = { badges: bench };
