import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../../commands.mjs';

export const require = createRequire(join(ROOT, 'package.json'));
const { ticketCodeMessage, writeTicketCode, drawShortCode } = require(
  join(ROOT, 'dist/apps/api/libs/check-in/src/index.js'),
);
const { v7 } = require('uuid');

const PARTY = 40;
const SCHOOLS = 2000;
const AT = '2027-03-09 09:00:00.000';
const LATER = '2099-01-01 00:00:00.000';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const token = randomBytes(32).toString('base64url');

/** One conference and one paired phone; the same for every database that a run compares. */
export const day = {
  token,
  tokenHash: createHash('sha256').update(token).digest('hex'),
  conferenceId: v7(),
  checkpointId: v7(),
  deviceId: v7(),
  accountId: v7(),
};

const CODE_TAG = '9fe01a2b';

/** The code on the badge of a ticket, with its real signature. */
export const codeOf = (ticketId) =>
  writeTicketCode({
    codeTag: CODE_TAG,
    ticketId,
    signature: sign(null, Buffer.from(ticketCodeMessage(day.conferenceId, ticketId)), privateKey),
  });

const seen = new Set();
const newShortCode = () => {
  const bytes = randomBytes(8);
  let at = 0;
  const code = drawShortCode(() => bytes[at++ % bytes.length] ?? 0);
  if (seen.has(code)) return newShortCode();
  seen.add(code);
  return code;
};

/** `count` tickets in parties of 40, as ids and short codes; rows are made of them as they are stored. */
export const newTickets = (count) =>
  Array.from({ length: count }, (_, at) => ({ id: v7(), shortCode: newShortCode(), at }));

const columns = (rows) => Object.keys(rows[0]);

/** Stores rows a thousand at a time through `run(sql, values)`. */
const insertAll = async (run, table, rows) => {
  for (let at = 0; at < rows.length; at += 1000) {
    const some = rows.slice(at, at + 1000);
    const marks = `(${columns(some)
      .map(() => '?')
      .join(', ')})`;
    await run(
      `INSERT INTO ${table} (${columns(some).join(', ')}) VALUES ${some.map(() => marks).join(', ')}`,
      some.flatMap((row) => Object.values(row)),
    );
  }
};

const fixedRows = () => ({
  accounts: {
    id: day.accountId,
    email: 'bench@example.org',
    email_key: 'bench@example.org',
    name: 'Bench',
    password_hash: null,
    roles: 'staff',
    school_urn: null,
    disabled_at: null,
    created_at: AT,
  },
  conferences: {
    id: day.conferenceId,
    slug: 'bench',
    status: 'live',
    title: 'Bench',
    summary: 'Bench',
    venue_name: 'Hall',
    venue_address: 'Road',
    starts_at: AT,
    ends_at: LATER,
    year_groups: '9',
    pupil_places: 2_000_000,
    school_cap: null,
    pupils_per_adult: 15,
    allocation: 'first-come',
    registration_opens_at: AT,
    registration_closes_at: AT,
    final_numbers_at: AT,
    places_given: 0,
    queue_length: 0,
    roster_version: 1,
    cancellation_reason: null,
    code_tag: CODE_TAG,
    public_key: publicKey.export({ format: 'jwk' }).x,
    sealed_private_key: null,
    created_by: day.accountId,
    created_at: AT,
    updated_at: AT,
  },
  checkpoints: {
    id: day.checkpointId,
    conference_id: day.conferenceId,
    name: 'Main door',
    admits: 'once',
    is_main_door: 1,
    opens_at: null,
    closes_at: null,
    created_at: AT,
  },
  devices: {
    id: day.deviceId,
    conference_id: day.conferenceId,
    role: 'steward',
    name: 'Sam',
    label: 'North door',
    token_hash: day.tokenHash,
    paired_at: AT,
    last_seen_at: AT,
    expires_at: LATER,
    skew_ms: 0,
    revoked_at: null,
  },
});

const schoolRow = (at) => ({
  urn: String(100_000 + at),
  name: `School ${at}`,
  town: 'Skelbrook',
  postcode: 'ZZ1 1AA',
  status: 'open',
  open_date: null,
  close_date: null,
  search_text: `school ${at}`,
  imported_at: AT,
});

const groupRow = (id, at) => ({
  id,
  conference_id: day.conferenceId,
  school_urn: String(100_000 + (at % SCHOOLS)),
  live_key: null,
  status: 'confirmed',
  pupils_wanted: PARTY,
  pupils_minimum: PARTY,
  places: PARTY,
  queue_number: at,
  adults: 2,
  visit_leader_name: 'Pat Lowe',
  visit_leader_phone: '07700 900123',
  supervision_reason: null,
  notes: null,
  registered_by: day.accountId,
  registered_at: AT,
  updated_at: AT,
  cancelled_at: null,
  cancellation_reason: null,
});

const personRow = (id, groupId, at) => ({
  id,
  group_id: groupId,
  place_in_list: at % PARTY,
  kind: 'pupil',
  given_name: `Given${at}`,
  family_name: 'Family',
  year_group: 9,
  photo_consent: at % 5 === 0 ? 'no' : 'yes',
  notice_version: '1',
  sealed_day_only: null,
  day_only_deleted_on: null,
  created_at: AT,
});

const ticketRow = (ticket, groupId, personId) => ({
  id: ticket.id,
  conference_id: day.conferenceId,
  group_id: groupId,
  person_id: personId,
  kind: 'pupil',
  display_name: `Given${ticket.at} Family`,
  short_code: ticket.shortCode,
  status: 'valid',
  roster_version: 1,
  issued_at: AT,
  revoked_at: null,
  revoked_reason: null,
});

/** Stores the conference, its phone and its tickets in an empty, migrated database. */
export const fill = async (run, tickets) => {
  const fixed = fixedRows();
  const parties = Math.ceil(tickets.length / PARTY);
  for (const table of ['accounts', 'conferences', 'checkpoints', 'devices']) {
    await insertAll(run, table, [fixed[table]]);
  }
  await insertAll(
    run,
    'schools',
    Array.from({ length: Math.min(parties, SCHOOLS) }, (_, at) => schoolRow(at)),
  );
  for (let from = 0; from < parties; from += 1000) {
    const groups = Array.from({ length: Math.min(1000, parties - from) }, () => v7());
    await insertAll(
      run,
      'visit_groups',
      groups.map((id, at) => groupRow(id, from + at)),
    );
    const some = tickets.slice(from * PARTY, (from + groups.length) * PARTY);
    const people = some.map(() => v7());
    const groupOf = (at) => groups[Math.floor(at / PARTY)];
    await insertAll(
      run,
      'people',
      some.map((ticket, at) => personRow(people[at], groupOf(at), ticket.at)),
    );
    await insertAll(
      run,
      'tickets',
      some.map((ticket, at) => ticketRow(ticket, groupOf(at), people[at])),
    );
  }
};

const scanOf = (what) => ({
  scans: [
    {
      id: v7(),
      checkpointId: day.checkpointId,
      ...what,
      direction: 'in',
      scannedAt: new Date().toISOString(),
    },
  ],
  sentAt: new Date().toISOString(),
});

/** What a phone sends for one ticket: the code that its camera read. */
export const scanByCode = (ticket) => scanOf({ code: codeOf(ticket.id) });

/** The same for the floor, which reads no codes and proves no signatures: it is told the ticket. */
export const scanById = (ticket) => scanOf({ ticketId: ticket.id });

/** What the phone is told as it is paired. */
export const phone = () => ({
  deviceId: day.deviceId,
  token,
  role: 'steward',
  conference: {
    id: day.conferenceId,
    title: 'Bench',
    startsAt: new Date().toISOString(),
    endsAt: '2099-01-01T00:00:00.000Z',
    venueName: 'Hall',
    codeTag: CODE_TAG,
  },
  checkpoints: [
    {
      id: day.checkpointId,
      name: 'Main door',
      admits: 'once',
      isMainDoor: true,
      opensAt: null,
      closesAt: null,
      session: null,
    },
  ],
  publicKey: publicKey.export({ format: 'jwk' }).x,
  serverTime: new Date().toISOString(),
});
