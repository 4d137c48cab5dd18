import { createServer, request } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, has } from '../commands.mjs';
import { median, quantile } from './check-in/figures.mjs';
import { inFolder, onSqlite, serveProduct } from './check-in/stores.mjs';

const SIZES = [1000, 10_000, 100_000];
const FRAMES = 24;
const ROUNDS = 7;
const VERDICTS = 400;

// Loaded late: they need the built API, which `npm run bench` makes sure of after this file is listed.
const parts = () => import('./check-in/day.mjs');

const chromiumPath = () => {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  const folders = (process.env.PATH ?? '').split(':');
  const names = ['chromium', 'chromium-browser', 'google-chrome'].filter(has);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
};

/** The door's services and the page that drives them, as one script. */
const bundlePage = async (require) => {
  const { outputFiles } = await require('esbuild').build({
    entryPoints: [join(import.meta.dirname, 'device', 'page.mjs')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    alias: { '#door': join(ROOT, 'apps/steward/src/app') },
    tsconfig: join(ROOT, 'apps/steward/tsconfig.app.json'),
    logLevel: 'error',
  });
  return outputFiles[0].text;
};

/** Serves the page on localhost, where a browser has WebCrypto and storage. */
const servePage = async (script) => {
  const wasm = readFileSync(join(ROOT, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'));
  const server = createServer((asked, answer) => {
    const files = {
      '/': ['text/html', '<!doctype html><title>bench</title><script type="module" src="/page.js"></script>'],
      '/page.js': ['text/javascript', script],
      '/zxing/zxing_reader.wasm': ['application/wasm', wasm],
    };
    const [type, body] = files[asked.url] ?? ['text/plain', ''];
    answer.writeHead(files[asked.url] ? 200 : 404, { 'content-type': type }).end(body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://localhost:${server.address().port}/`, close: () => server.close() };
};

/** What a phone at the door of this day is told, for as many people. */
const dayOf = async (tickets) => {
  const { day, phone } = await parts();
  const device = phone();
  return {
    device,
    state: {
      ...{ role: device.role, conference: device.conference, publicKey: device.publicKey },
      checkpoints: device.checkpoints,
      groups: [],
      placements: [],
      conflicts: [],
      count: { admitted: 0, onSite: 0 },
      serverTime: new Date().toISOString(),
      skewMs: 0,
    },
    roster: tickets.map(({ id, shortCode, at }) => ({
      ticketId: id,
      shortCode: `${shortCode.slice(0, 4)}-${shortCode.slice(4)}`,
      displayName: `Given${at} Family`,
      school: `School ${Math.floor(at / 40)}`,
      groupId: day.conferenceId,
      kind: 'pupil',
      status: 'valid',
      flags: at % 5 === 0 ? ['no-photo'] : [],
    })),
  };
};

const milliseconds = (took) => `p50 ${median(took).toFixed(2)} ms, p95 ${quantile(took, 0.95).toFixed(2)} ms`;

const readFrames = async (page, tickets) => {
  const { codeOf } = await parts();
  const codes = tickets.slice(0, FRAMES).map(({ id }) => codeOf(id));
  const { product, floor, read, decided, shown } = await page.evaluate(
    ([all, rounds]) => window.lecternBench.frames(all, rounds),
    [codes, ROUNDS],
  );
  const ratios = codes.map((_, at) => {
    const of = (side) => median(side.filter((one) => one.at === at).map(({ took }) => took));
    return of(product) / of(floor);
  });
  const took = (side) => side.map((one) => one.took);
  console.log(`  ${FRAMES} frames, ${ROUNDS} rounds: from the picture to the verdict, kept on the disk`);
  console.log(
    `    product: ${milliseconds(took(product))}; floor, decoding alone: ${milliseconds(took(floor))}`,
  );
  console.log(
    `    times the floor: median ${median(ratios).toFixed(2)}, worst frame ${Math.max(...ratios).toFixed(2)}; read ${read} of ${shown}, decided ${decided}`,
  );
};

const growing = async (browser, url, tickets) => {
  const { codeOf } = await parts();
  const medians = new Map();
  for (const size of SIZES) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => window.lecternBench !== undefined);
    const some = tickets.slice(0, size);
    const day = await dayOf(some);
    const paired = await page.evaluate((all) => window.lecternBench.pair(all), day);
    const again = await page.evaluate((all) => window.lecternBench.restart(all), { ...day, roster: [] });
    if (paired.people !== size || again.people !== size) console.log(`  WRONG: ${again.people} people held`);
    const step = Math.max(1, Math.floor(size / VERDICTS));
    const codes = some.filter((_, at) => at % step === step - 1).map(({ id }) => codeOf(id));
    const { took, decided } = await page.evaluate((all) => window.lecternBench.verdicts(all), codes);
    medians.set(size, median(took));
    console.log(
      `  ${size.toLocaleString('en-GB')} tickets: verdict ${milliseconds(took)} (${decided} of ${codes.length} let in); list kept in ${paired.took.toFixed(0)} ms, opened at a start in ${again.loaded.toFixed(0)} ms`,
    );
    if (size === SIZES[0]) await readFrames(page, some);
    await context.close();
  }
  const [small, large] = [medians.get(SIZES[0]), medians.get(SIZES.at(-1))];
  console.log(`  a verdict at 100,000 tickets takes ${(large / small).toFixed(2)} times as long as at 1,000`);
};

/** Bytes of the whole list over the wire, as a phone asks for it. */
const wire = (tickets) =>
  inFolder(async (folder) => {
    const { day } = await parts();
    const { port } = await serveProduct(await onSqlite(folder).filled(tickets));
    const page = (cursor) =>
      new Promise((done, failed) => {
        const path = `/api/check-in/roster${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`;
        const headers = { authorization: `Bearer ${day.token}`, 'accept-encoding': 'br, gzip' };
        request({ host: '127.0.0.1', port, path, headers }, (answer) => {
          const bytes = [];
          answer.on('data', (some) => bytes.push(some));
          answer.on('end', () =>
            done({ bytes: Buffer.concat(bytes), encoding: answer.headers['content-encoding'] }),
          );
        })
          .on('error', failed)
          .end();
      });
    const { brotliDecompressSync, gunzipSync } = await import('node:zlib');
    const sizes = { packed: 0, plain: 0, people: 0 };
    let encoding;
    for (let cursor = null; ;) {
      const got = await page(cursor);
      encoding ??= got.encoding;
      const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[got.encoding] ?? ((same) => same);
      const plain = unpack(got.bytes);
      const told = JSON.parse(plain);
      sizes.packed += got.bytes.length;
      sizes.plain += plain.length;
      sizes.people += told.upserts.length;
      cursor = told.cursor;
      if (!told.more) break;
    }
    console.log(
      `  over the wire (${encoding}): ${(sizes.packed / sizes.people).toFixed(0)} bytes a ticket for ${sizes.people.toLocaleString('en-GB')}, ${(sizes.plain / sizes.people).toFixed(0)} unpacked`,
    );
  });

const device = async () => {
  const executablePath = chromiumPath();
  if (!executablePath) {
    console.log('device: left out, since no Chromium is installed here.');
    return;
  }
  const { require, newTickets } = await parts();
  const tickets = newTickets(SIZES.at(-1));
  const served = await servePage(await bundlePage(require));
  const browser = await require('playwright-core').chromium.launch({
    executablePath,
    args: ['--no-sandbox'],
  });
  console.log('device: the door’s own services in Chromium, offline, on sealed storage with durable writes');
  try {
    await growing(browser, served.url, tickets);
  } finally {
    await browser.close();
    served.close();
  }
  await wire(newTickets(10_000));
};

/** A phone at the door without a connection. */
export const benches = { device };
