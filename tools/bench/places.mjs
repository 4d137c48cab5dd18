import { createHash, randomBytes } from 'node:crypto';
import { median } from './check-in/figures.mjs';
import { inFolder, onMariadb, onSqlite, serveProduct } from './check-in/stores.mjs';
import { hasMariadb, startMariadb } from '../mariadb.mjs';

const RUNS = 200;
const ROUNDS = 7;
const CLIENTS = [16, 64];
const WANTED = 5;
const AT = '2026-01-01 09:00:00.000';
const LATER = '2099-01-01 00:00:00.000';
const GROWTH = [1000, 1_000_000];

// Loaded late: they need the built API, which `npm run bench` makes sure of after this file is listed.
const parts = async () => ({
  ...(await import('./check-in/day.mjs')),
  ...(await import('./check-in/drive.mjs')),
});

const sha = (text) => createHash('sha256').update(text).digest('hex');
const urnOf = (at) => String(200_000 + at);

/** Coordinators of as many schools, each signed in already: a password is no part of what is measured. */
const signedIn = async (insert, count) => {
  const { require } = await parts();
  const { v7 } = require('uuid');
  const people = Array.from({ length: count }, (_, at) => ({
    id: v7(),
    urn: urnOf(at),
    token: randomBytes(32).toString('base64url'),
  }));
  await insert(
    'schools',
    people.map(({ urn }, at) => ({
      urn,
      name: `Racing school ${at}`,
      town: 'Skelbrook',
      postcode: 'ZZ1 1AA',
      status: 'open',
      search_text: `racing school ${at}`,
      imported_at: AT,
    })),
  );
  await insert(
    'accounts',
    people.map(({ id, urn }, at) => ({
      id,
      email: `racer${at}@example.org`,
      email_key: `racer${at}@example.org`,
      name: 'Pat Lowe',
      roles: 'coordinator',
      school_urn: urn,
      created_at: AT,
    })),
  );
  const now = new Date().toISOString().replace('T', ' ').slice(0, 23);
  await insert(
    'sessions',
    people.map(({ id, token }) => ({
      token_hash: sha(token),
      account_id: id,
      created_at: now,
      last_seen_at: now,
      expires_at: LATER,
    })),
  );
  return people;
};

/** An open conference with room for half of those who race for it, and a cap that most of them meet. */
const newRace = (v7, clients, createdBy) => {
  const id = v7();
  return {
    id,
    slug: `race-${id}`,
    status: 'registration-open',
    title: 'Race',
    summary: 'Race',
    venue_name: 'Hall',
    venue_address: 'Road',
    starts_at: LATER,
    ends_at: '2099-01-01 06:00:00.000',
    year_groups: '9',
    pupil_places: (clients / 2) * WANTED,
    school_cap: WANTED,
    pupils_per_adult: 15,
    allocation: 'first-come',
    registration_opens_at: AT,
    registration_closes_at: '2098-12-01 00:00:00.000',
    final_numbers_at: '2098-12-10 00:00:00.000',
    created_by: createdBy,
    created_at: AT,
    updated_at: AT,
  };
};

const requestOf = (conferenceId, { token }) => {
  const text = JSON.stringify({
    pupilsWanted: WANTED,
    adults: 1,
    visitLeader: { name: 'Pat Lowe', phone: '07700 900123' },
  });
  return Buffer.from(
    `POST /api/conferences/${conferenceId}/groups HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: lectern=${token}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
};

/** Everybody registers at once, each over a line of their own; answers groups a second and what each was told. */
const raceProduct = async (port, race, people) => {
  const { openLine } = await parts();
  const lines = await Promise.all(people.map(() => openLine(port)));
  const began = performance.now();
  const answers = await Promise.all(lines.map((line, at) => line.send(requestOf(race.id, people[at]))));
  const rate = people.length / ((performance.now() - began) / 1000);
  for (const line of lines) line.close();
  return {
    rate,
    statuses: answers.map(({ status, body }) => {
      if (status !== 201) throw new Error(`${status} ${body}`);
      return JSON.parse(body).status;
    }),
  };
};

/** The floor: the same decision as a bare script, one durable transaction for each group. */
const raceFloor = async (work, race, people, v7) => {
  const began = performance.now();
  await Promise.all(
    people.map(({ id, urn }) =>
      work(async (run) => {
        const [row] = await run('lock', [race.id]);
        await run('SELECT id FROM visit_groups WHERE live_key = ?', [`${race.id}/${urn}`]);
        await run(
          "SELECT id, pupils_minimum FROM visit_groups WHERE conference_id = ? AND status = 'waiting' ORDER BY queue_number",
          [race.id],
        );
        const fits = Number(row.places_given) + WANTED <= row.pupil_places;
        await run(
          'INSERT INTO visit_groups (id, conference_id, school_urn, live_key, status, pupils_wanted, pupils_minimum, places, queue_number, adults, visit_leader_name, visit_leader_phone, registered_by, registered_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
          [
            v7(),
            race.id,
            urn,
            `${race.id}/${urn}`,
            fits ? 'confirmed' : 'waiting',
            WANTED,
            WANTED,
            fits ? WANTED : 0,
            Number(row.queue_length) + 1,
            1,
            'Pat Lowe',
            '07700 900123',
            id,
            AT,
            AT,
          ],
        );
        await run(
          'UPDATE conferences SET queue_length = queue_length + 1, places_given = places_given + ? WHERE id = ?',
          [fits ? WANTED : 0, race.id],
        );
      }),
    ),
  );
  return people.length / ((performance.now() - began) / 1000);
};

/** What the database says after a race: places given beyond those there are, and those that nobody got. */
const outcome = async (select, race, people, statuses) => {
  const [{ given, groups }] = await select(
    'SELECT SUM(places) AS given, COUNT(*) AS groups FROM visit_groups WHERE conference_id = ?',
    [race.id],
  );
  const confirmed = statuses.filter((status) => status === 'confirmed').length;
  return {
    oversold: Math.max(0, Number(given) - race.pupil_places),
    lost:
      Math.max(0, race.pupil_places - Number(given)) +
      (people.length - Number(groups)) * WANTED +
      Math.abs(confirmed * WANTED - Number(given)),
  };
};

/** Statements on the same file or server as the product, for filling, asking and for the floor. */
const beside = async (place) => {
  const { require } = await parts();
  if (place.dialect === 'sqlite') {
    const { DatabaseSync } = require('@photostructure/sqlite');
    const database = new DatabaseSync(place.file, { timeout: 20_000 });
    database.exec('PRAGMA synchronous = FULL');
    const run = async (sql, values) => {
      const text =
        sql === 'lock'
          ? 'SELECT pupil_places, places_given, queue_length FROM conferences WHERE id = ?'
          : sql;
      const statement = database.prepare(text);
      return /^select/i.test(text) ? statement.all(...values) : statement.run(...values);
    };
    let last = Promise.resolve();
    // SQLite has one writer: the bare script queues as everybody must.
    const work = (job) =>
      (last = last.then(async () => {
        database.exec('BEGIN IMMEDIATE');
        await job(run);
        database.exec('COMMIT');
      }));
    return { run, work, close: () => database.close() };
  }
  const { createPool } = require('mysql2/promise');
  const pool = createPool({ uri: place.url.replace(/^mariadb:/, 'mysql:'), connectionLimit: 64 });
  const on = (connection) => async (sql, values) => {
    const text =
      sql === 'lock'
        ? 'SELECT pupil_places, places_given, queue_length FROM conferences WHERE id = ? FOR UPDATE'
        : sql;
    const [rows] = await connection.query(text, values);
    return rows;
  };
  const work = async (job) => {
    const connection = await pool.getConnection();
    try {
      await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
      await connection.beginTransaction();
      await job(on(connection));
      await connection.commit();
    } finally {
      connection.release();
    }
  };
  return { run: on(pool), work, close: () => pool.end() };
};

const inserting = (run) => async (table, rows) => {
  const names = Object.keys(rows[0]);
  for (let at = 0; at < rows.length; at += 500) {
    const some = rows.slice(at, at + 500);
    const marks = `(${names.map(() => '?').join(', ')})`;
    await run(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES ${some.map(() => marks).join(', ')}`,
      some.flatMap((row) => Object.values(row)),
    );
  }
};

const prepare = async (store) => {
  const { newTickets, require, day } = await parts();
  const place = await store.filled(newTickets(40));
  const { run, work, close } = await beside(place);
  const insert = inserting(run);
  const { v7 } = require('uuid');
  const people = await signedIn(insert, Math.max(...CLIENTS));
  const { port } = await serveProduct(place);
  const race = async (clients) => {
    const made = newRace(v7, clients, day.accountId);
    await insert('conferences', [made]);
    return made;
  };
  return { place, run, work, close, insert, people, port, race, v7 };
};

const compare = async (store) => {
  const { place, run, work, close, people, port, race, v7 } = await prepare(store);
  console.log(
    `places on ${store.title}: everybody registers at once for room for half of them; floor: the same decision as a bare script; ${store.setting} = ${place.durable}`,
  );
  for (const clients of CLIENTS) {
    const some = people.slice(0, clients);
    const ratios = [];
    const floors = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const product = await raceProduct(port, await race(clients), some);
      const floor = await raceFloor(work, await race(clients), some, v7);
      // The first round only warms up.
      if (round === 0) continue;
      floors.push(floor);
      ratios.push(product.rate / floor);
      console.log(
        `  ${clients} clients, round ${round}: product ${product.rate.toFixed(0)} groups/s, floor ${floor.toFixed(0)}, ratio ${ratios.at(-1).toFixed(2)}`,
      );
    }
    const swing = Math.max(...floors) / Math.min(...floors);
    console.log(
      `  ${clients} clients: ratio median ${median(ratios).toFixed(2)}, worst ${Math.min(...ratios).toFixed(2)}` +
        (swing > 1.5 ? `; VOID: the floor itself swings by ${swing.toFixed(2)} times` : ''),
    );
  }
  const all = { oversold: 0, lost: 0 };
  for (let at = 0; at < RUNS; at++) {
    const clients = CLIENTS[at % CLIENTS.length];
    const some = people.slice(0, clients);
    const made = await race(clients);
    const { statuses } = await raceProduct(port, made, some);
    const { oversold, lost } = await outcome(run, made, some, statuses);
    all.oversold += oversold;
    all.lost += lost;
  }
  console.log(`  ${RUNS} races: ${all.oversold} places oversold, ${all.lost} lost`);
  await close();
};

/** Registrations of other conferences: a race must not slow down with what the house has held before. */
const grow = async (store) => {
  const { close, insert, people, port, race, v7 } = await prepare(store);
  let held = 0;
  const hold = async (count) => {
    while (held < count) {
      const conference = await race(2);
      const rows = Array.from({ length: Math.min(50_000, count - held) }, (_, at) => ({
        id: v7(),
        conference_id: conference.id,
        school_urn: urnOf(at % people.length),
        live_key: null,
        status: 'confirmed',
        pupils_wanted: WANTED,
        pupils_minimum: WANTED,
        places: WANTED,
        queue_number: at,
        adults: 1,
        visit_leader_name: 'Pat Lowe',
        visit_leader_phone: '07700 900123',
        registered_by: people[0].id,
        registered_at: AT,
        updated_at: AT,
      }));
      await insert('visit_groups', rows);
      held += rows.length;
    }
  };
  console.log(`places on ${store.title} as registrations grow: 16 clients, ${ROUNDS} rounds each`);
  const medians = [];
  for (const size of GROWTH) {
    await hold(size);
    const rates = [];
    for (let round = 0; round <= ROUNDS * 2; round++) {
      const { rate } = await raceProduct(port, await race(16), people.slice(0, 16));
      if (round > 0) rates.push(rate);
    }
    medians.push(median(rates));
    console.log(`  ${size.toLocaleString('en-GB')} registrations: ${medians.at(-1).toFixed(0)} groups/s`);
  }
  console.log(
    `  at ${GROWTH[1].toLocaleString('en-GB')} it takes ${(medians[0] / medians[1]).toFixed(2)} times as long`,
  );
  await close();
};

const places = async (...args) => {
  const bench = args.includes('--growth') ? grow : compare;
  await inFolder((folder) => bench(onSqlite(folder)));
  if (!hasMariadb()) {
    console.log('places on MariaDB: left out, since no MariaDB is installed here.');
    return;
  }
  const server = await startMariadb();
  try {
    await inFolder((folder) => bench(onMariadb(server, folder)));
  } finally {
    await server.stop();
  }
};

/** Groups racing for the last places; `-- places --growth` compares a thousand registrations with a million. */
export const benches = { places };
