import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { require } from './day.mjs';

// The floor: a bare HTTP server that runs the SQL of one scan in one durable transaction for each request, and
// nothing else: `node floor.mjs sqlite FILE PORT` or `node floor.mjs mariadb URL PORT`.
const DEVICE =
  'SELECT id, conference_id, role, name, last_seen_at, expires_at FROM devices WHERE token_hash = ? AND revoked_at IS NULL';
const KNOWN =
  'SELECT device_id, ticket_id, outcome, reason, corrected_at, first_admitted_at, first_door FROM scans WHERE id = ? AND conference_id = ?';
const CHECKPOINT =
  'SELECT id, name, admits, opens_at, closes_at FROM checkpoints WHERE conference_id = ? AND id = ?';
const TICKET =
  'SELECT t.id, t.conference_id, t.group_id, t.kind, t.display_name, t.short_code, t.status, t.roster_version,' +
  ' g.status AS group_status, g.school_urn, s.name AS school_name, p.photo_consent,' +
  ' CASE WHEN p.sealed_day_only IS NULL THEN 0 ELSE 1 END AS has_day_only' +
  ' FROM tickets t JOIN visit_groups g ON g.id = t.group_id' +
  ' LEFT JOIN schools s ON s.urn = g.school_urn LEFT JOIN people p ON p.id = t.person_id' +
  ' WHERE t.conference_id = ? AND t.id = ?';
const ADMISSION =
  'SELECT first_admitted_at, first_door, inside, last_at, version FROM admissions WHERE ticket_id = ? AND checkpoint_id = ?';
const INSERT_SCAN =
  'INSERT INTO scans (id, conference_id, checkpoint_id, device_id, ticket_id, code_hash, direction, outcome, reason,' +
  ' scanned_at, corrected_at, received_at, skew_ms, override_reason, override_needed, first_admitted_at, first_door,' +
  ' let_in, shown, right_place, by_desk)' +
  ' VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
const INSERT_ADMISSION =
  'INSERT INTO admissions (ticket_id, checkpoint_id, conference_id, school_urn, first_scan_id, first_device_id,' +
  ' first_admitted_at, first_door, inside, last_at, changed_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)';

const sha = (text) => createHash('sha256').update(text).digest('hex');
const now = () => new Date().toISOString().replace('T', ' ').slice(0, 23);

const scanValues = (scan, device, at) => [
  scan.id,
  device.conference_id,
  scan.checkpointId,
  device.id,
  scan.ticketId,
  sha(scan.ticketId),
  scan.direction,
  'admitted',
  null,
  at,
  at,
  at,
  0,
  null,
  null,
  at,
  'Main door',
  1,
  null,
  null,
  0,
];

const admissionValues = (scan, device, ticket, at) => [
  scan.ticketId,
  scan.checkpointId,
  device.conference_id,
  ticket.school_urn,
  scan.id,
  device.id,
  at,
  'Main door',
  1,
  at,
  at,
];

const answer = (scan, ticket, at) => ({
  results: [
    {
      id: scan.id,
      outcome: 'admitted',
      message: 'Welcome. Let them in.',
      duplicate: false,
      firstAdmittedAt: at,
      firstDoor: 'Main door',
      ticket: {
        ticketId: ticket.id,
        displayName: ticket.display_name,
        school: ticket.school_name,
        groupId: ticket.group_id,
        kind: ticket.kind,
        flags: [],
      },
    },
  ],
  serverTime: at,
});

const onSqlite = (file) => {
  const { DatabaseSync } = require('@photostructure/sqlite');
  const database = new DatabaseSync(file);
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL');
  const [begin, commit, device, known, checkpoint, ticket, admission, insertScan, insertAdmission] = [
    'BEGIN',
    'COMMIT',
    DEVICE,
    KNOWN,
    CHECKPOINT,
    TICKET,
    ADMISSION,
    INSERT_SCAN,
    INSERT_ADMISSION,
  ].map((sql) => database.prepare(sql));
  const mode = database.prepare('PRAGMA journal_mode').get().journal_mode;
  return {
    settings: `journal_mode ${mode}, PRAGMA synchronous = ${database.prepare('PRAGMA synchronous').get().synchronous}`,
    take: (token, scan) => {
      const phone = device.get(sha(token));
      const at = now();
      begin.run();
      known.get(scan.id, phone.conference_id);
      checkpoint.get(phone.conference_id, scan.checkpointId);
      const found = ticket.get(phone.conference_id, scan.ticketId);
      admission.get(scan.ticketId, scan.checkpointId);
      insertScan.run(...scanValues(scan, phone, at));
      insertAdmission.run(...admissionValues(scan, phone, found, at));
      commit.run();
      return answer(scan, found, at);
    },
  };
};

const onMariadb = async (url) => {
  const pool = require('mysql2/promise').createPool({
    uri: url.replace(/^mariadb:/, 'mysql:'),
    connectionLimit: 16,
    charset: 'utf8mb4',
    timezone: 'Z',
  });
  const [[row]] = await pool.query('SELECT @@GLOBAL.innodb_flush_log_at_trx_commit AS flush');
  return {
    settings: `innodb_flush_log_at_trx_commit = ${row.flush}`,
    take: async (token, scan) => {
      const connection = await pool.getConnection();
      try {
        const [[phone]] = await connection.query(DEVICE, [sha(token)]);
        const at = now();
        await connection.query('START TRANSACTION');
        await connection.query(KNOWN, [scan.id, phone.conference_id]);
        await connection.query(CHECKPOINT, [phone.conference_id, scan.checkpointId]);
        const [[found]] = await connection.query(TICKET, [phone.conference_id, scan.ticketId]);
        await connection.query(ADMISSION, [scan.ticketId, scan.checkpointId]);
        await connection.query(INSERT_SCAN, scanValues(scan, phone, at));
        await connection.query(INSERT_ADMISSION, admissionValues(scan, phone, found, at));
        await connection.query('COMMIT');
        return answer(scan, found, at);
      } finally {
        connection.release();
      }
    },
  };
};

const [dialect, where, port] = process.argv.slice(2);
const door = dialect === 'sqlite' ? onSqlite(where) : await onMariadb(where);
createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', async () => {
    const { scans } = JSON.parse(Buffer.concat(parts).toString());
    const body = JSON.stringify(await door.take(request.headers.authorization.slice(7), scans[0]));
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  });
}).listen(Number(port), '127.0.0.1', () => console.log(door.settings));
