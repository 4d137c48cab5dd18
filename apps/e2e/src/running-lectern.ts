import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');
export const MAIN = join(ROOT, 'dist/apps/api/apps/api/src/main.js');
export const CLI = join(ROOT, 'dist/apps/api/apps/api/src/cli.js');

export const DEMO_PASSWORD = 'three-random-words';

/** The built product, running on its embedded database with the demo in it. */
export interface RunningLectern {
  readonly url: string;
  /** The folder of its database and keys. */
  readonly home: string;
  /** Runs a command of the command line on the same database. */
  cli(...words: string[]): string;
  stop(): Promise<void>;
}

export const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? found(address.port) : failed(new Error('no port')),
      );
    });
  });

const answers = async (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

export const untilReady = async (url: string, server: ChildProcess): Promise<void> => {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) throw new Error('Lectern stopped as it started.');
    if (await answers(url)) return;
    await new Promise((again) => setTimeout(again, 100));
  }
  throw new Error('Lectern did not become ready.');
};

/** Starts the built product in a new folder. */
export const startLectern = async (): Promise<RunningLectern> => {
  if (!existsSync(MAIN)) throw new Error('Build first: npm test does.');
  const home = mkdtempSync(join(tmpdir(), 'lectern-journey-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...process.env,
    PORT: String(port),
    LECTERN_HOME: home,
    LOG_LEVEL: 'error',
    DATABASE_URL: '',
    NODE_ENV: 'test',
  };
  const server = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  await untilReady(url, server);
  return {
    url,
    home,
    cli: (...words) => execFileSync(process.execPath, [CLI, ...words], { env, encoding: 'utf8' }),
    stop: async () => {
      const gone = new Promise((done) => server.once('exit', done));
      server.kill('SIGTERM');
      await gone;
      rmSync(home, { recursive: true, force: true });
    },
  };
};
