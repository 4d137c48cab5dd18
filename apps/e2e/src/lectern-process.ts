import { execFileSync, spawn } from 'node:child_process';
import { CLI, DEMO_PASSWORD, freePort, MAIN, untilReady } from './running-lectern';

const ADMIN = 'admin@uni.example';

/** The built API as a process that a test may kill, on a folder that outlives it. */
export interface LecternProcess {
  readonly url: string;
  ask(method: string, path: string, body?: object): Promise<{ status: number; body: unknown }>;
  /** Makes the administrator when there is none, and signs in. */
  signIn(password: string): Promise<void>;
  /** SIGKILL: nothing is finished, nothing is written. */
  kill(): Promise<void>;
}

export const spawnLectern = async (
  home: string,
  settings: Readonly<Record<string, string>>,
): Promise<LecternProcess> => {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...process.env,
    PORT: String(port),
    LECTERN_HOME: home,
    LOG_LEVEL: 'error',
    DATABASE_URL: '',
    NODE_ENV: 'test',
    ...settings,
  };
  const server = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const gone = new Promise<void>((done) => server.once('exit', () => done()));
  await untilReady(url, server);
  let cookie = '';
  const ask: LecternProcess['ask'] = async (method, path, body) => {
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers: { 'content-type': 'application/json', origin: url, cookie },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return { status: answer.status, body: await answer.json() };
  };
  return {
    url,
    ask,
    signIn: async (password) => {
      const session = () => ask('POST', '/session', { email: ADMIN, password });
      if ((await session()).status === 201) return;
      execFileSync(process.execPath, [CLI, 'create-admin', ADMIN], { env, stdio: 'ignore' });
      const { status } = await session();
      if (status !== 201) throw new Error(`Signing in answered ${status}.`);
    },
    kill: async () => {
      server.kill('SIGKILL');
      await gone;
    },
  };
};

/** Signs in as staff of the demo. */
export const signInStaff = async (lectern: LecternProcess): Promise<void> => {
  const { status } = await lectern.ask('POST', '/session', {
    email: 'staff@lectern.example',
    password: DEMO_PASSWORD,
  });
  if (status !== 201) throw new Error(`Signing in answered ${status}.`);
};
