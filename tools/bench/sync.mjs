import { median } from './check-in/figures.mjs';
import { inFolder, onMariadb, onSqlite, serveProduct } from './check-in/stores.mjs';
import { hasMariadb, startMariadb } from '../mariadb.mjs';

const ROUNDS = 5;
const QUEUED = 5000;
const BATCH = 500;
const TIMES = 10;

// Loaded late: they need the built API, which `npm run bench` makes sure of after this file is listed.
const parts = async () => ({
  ...(await import('./check-in/day.mjs')),
  ...(await import('./check-in/drive.mjs')),
});

/** A phone's queue in requests of at most `size` scans, ready to be sent. */
const requestsOf = async (tickets, size) => {
  const { scanByCode, requestOf } = await parts();
  const scans = tickets.flatMap((ticket) => scanByCode(ticket).scans);
  const requests = [];
  for (let at = 0; at < scans.length; at += size) {
    requests.push(requestOf({ scans: scans.slice(at, at + size), sentAt: new Date().toISOString() }));
  }
  return requests;
};

const countOf = (body, text) => body.split(text).length - 1;

/** Sends a queue as a phone does, one request after the other; answers milliseconds and what was answered. */
const upload = async (port, requests) => {
  const { openLine } = await parts();
  const line = await openLine(port);
  const told = { admitted: 0, duplicate: 0 };
  const began = performance.now();
  for (const bytes of requests) {
    const { status, body } = await line.send(bytes);
    if (status !== 200) throw new Error(`${status} ${body}`);
    told.admitted += countOf(body, '"outcome":"admitted"');
    told.duplicate += countOf(body, '"duplicate":true');
  }
  const took = performance.now() - began;
  line.close();
  return { took, ...told };
};

const check = (what, found, wanted) => {
  if (found !== wanted) console.log(`  WRONG: ${what}: ${found} instead of ${wanted}`);
};

const compare = async (store) => {
  const { newTickets } = await parts();
  const each = QUEUED * (ROUNDS + 1);
  const tickets = newTickets(each * 2 + QUEUED * TIMES);
  const place = await store.filled(tickets);
  const { port } = await serveProduct(place);
  console.log(
    `sync on ${store.title}: ${QUEUED.toLocaleString('en-GB')} queued scans, ${BATCH} a request; control: one a request, the same API; ${store.setting} = ${place.durable}`,
  );
  const ratios = [];
  const controls = [];
  const uploads = [];
  let next = 0;
  const some = (count) => tickets.slice(next, (next += count));
  for (let round = 0; round <= ROUNDS; round++) {
    const sides = [
      ['product', await requestsOf(some(QUEUED), BATCH)],
      ['control', await requestsOf(some(QUEUED), 1)],
    ];
    if (round % 2 === 1) sides.reverse();
    const result = {};
    for (const [side, requests] of sides) result[side] = { requests, ...(await upload(port, requests)) };
    const { product, control } = result;
    check('scans let in', product.admitted + control.admitted, 2 * QUEUED);
    // The first round only warms up.
    if (round === 0) continue;
    uploads.push(product.took);
    controls.push(control.took);
    ratios.push(control.took / product.took);
    console.log(
      `  round ${round}: product ${product.took.toFixed(0)} ms, control ${control.took.toFixed(0)} ms, ratio ${ratios.at(-1).toFixed(1)}`,
    );
    if (round === ROUNDS) {
      const before = await place.rows('scans');
      const again = await upload(port, product.requests);
      check('scans answered as before', again.duplicate, QUEUED);
      check('answers the same', again.admitted, product.admitted);
      check('rows after the replay', await place.rows('scans'), before);
      console.log(`  sent again: ${again.took.toFixed(0)} ms, no row more`);
    }
  }
  console.log(
    `  ratio: median ${median(ratios).toFixed(1)}, worst ${Math.min(...ratios).toFixed(1)}, best ${Math.max(...ratios).toFixed(1)}`,
  );
  const swing = Math.max(...controls) / Math.min(...controls);
  if (swing > 1.5) console.log(`  VOID: the control itself swings by ${swing.toFixed(2)} times.`);
  const large = await upload(port, await requestsOf(some(QUEUED * TIMES), BATCH));
  check('scans let in', large.admitted, QUEUED * TIMES);
  check('rows at the end', await place.rows('scans'), next);
  console.log(
    `  ${(QUEUED * TIMES).toLocaleString('en-GB')} scans: ${large.took.toFixed(0)} ms, ${(large.took / median(uploads)).toFixed(1)} times as long as ${QUEUED.toLocaleString('en-GB')}`,
  );
};

const sync = async () => {
  await inFolder((folder) => compare(onSqlite(folder)));
  if (!hasMariadb()) {
    console.log('sync on MariaDB: left out, since no MariaDB is installed here.');
    return;
  }
  const server = await startMariadb();
  try {
    await inFolder((folder) => compare(onMariadb(server, folder)));
  } finally {
    await server.stop();
  }
};

/** A phone that was offline sends what it queued. */
export const benches = { sync };
