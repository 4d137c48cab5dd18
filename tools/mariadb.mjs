import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { has } from './commands.mjs';

/** Whether this machine can run a private MariaDB. */
export const hasMariadb = () => has('mariadbd') && has('mariadb-install-db');

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/**
 * Starts a MariaDB of our own in a new folder, with durable settings, and answers with its URL (ending in `/`) and a
 * `stop` that removes every trace.
 */
export const startMariadb = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-mariadb-'));
  const root = process.getuid?.() === 0;
  const user = root ? ['--user=mysql'] : [];
  if (root) execFileSync('chown', ['mysql:mysql', folder]);
  const data = join(folder, 'data');
  execFileSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--datadir=${data}`,
      ...user,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ],
    { stdio: 'ignore' },
  );
  const port = await freePort();
  const server = spawn(
    'mariadbd',
    [
      '--no-defaults',
      ...user,
      `--datadir=${data}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      `--socket=${join(folder, 'm.sock')}`,
      `--pid-file=${join(folder, 'm.pid')}`,
      '--skip-log-bin',
      '--skip-name-resolve',
      '--max-connections=600',
      '--innodb-flush-log-at-trx-commit=1',
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_unicode_ci',
    ],
    { stdio: 'ignore' },
  );
  for (let attempt = 0; ; attempt++) {
    const ping = spawnSync('mariadb-admin', ['--no-defaults', '-uroot', '-h127.0.0.1', `-P${port}`, 'ping'], {
      stdio: 'ignore',
    });
    if (ping.status === 0) break;
    if (attempt > 200 || server.exitCode !== null) {
      server.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
      throw new Error('MariaDB did not start.');
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url: `mariadb://root@127.0.0.1:${port}/`,
    stop: async () => {
      if (server.exitCode === null && server.signalCode === null) {
        const gone = new Promise((resolve) => server.once('exit', resolve));
        server.kill('SIGTERM');
        await gone;
      }
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
    },
  };
};

// `node tools/mariadb.mjs` keeps one running until it is stopped, for work on the database tests.
if (process.argv[1] === import.meta.filename) {
  const running = await startMariadb();
  console.log(`export LECTERN_TEST_MARIADB=${running.url}`);
  process.on('SIGINT', () => void running.stop().then(() => process.exit(0)));
  process.on('SIGTERM', () => void running.stop().then(() => process.exit(0)));
}
