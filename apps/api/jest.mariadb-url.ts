import { randomBytes } from 'node:crypto';

// Each spec file gets a database of its own on the private server that tools/test.mjs started.
const server = process.env['LECTERN_TEST_MARIADB'];
if (!server)
  throw new Error('LECTERN_TEST_MARIADB names no server: run npm test, or node tools/mariadb.mjs first.');
process.env['DATABASE_URL'] = `${server}lectern_${randomBytes(6).toString('hex')}`;
