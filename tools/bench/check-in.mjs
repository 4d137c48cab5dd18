import { quantile, median } from './check-in/figures.mjs';
import { inFolder, onMariadb, onSqlite, serveFloor, serveProduct } from './check-in/stores.mjs';
import { hasMariadb, startMariadb } from '../mariadb.mjs';

const ROUNDS = 7;
const PER_ROUND = { 1: 250, 16: 1000 };
const GROWTH = [1000, 1_000_000];

// Loaded late: they need the built API, which `npm run bench` makes sure of after this file is listed.
const parts = async () => ({
  ...(await import('./check-in/day.mjs')),
  ...(await import('./check-in/drive.mjs')),
});

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
