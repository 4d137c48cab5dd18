import { spawn, spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openBrowser, PHONE, visit } from './browser';
import { freePort } from './running-lectern';

const ROOT = resolve(__dirname, '../../..');
const START = join(ROOT, 'tools/start.mjs');

/** What `npm start -- --phone` runs, on this machine's own address. */
const startForPhone = async (home: string) => {
  const port = await freePort();
  const url = `https://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    PORT: String(port),
    LECTERN_HOME: home,
    LOG_LEVEL: 'error',
    DATABASE_URL: '',
    NODE_ENV: 'test',
  };
  const server = spawn(process.execPath, [START, '--phone=127.0.0.1'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  await new Promise<void>((ready, failed) => {
    server.stdout.on('data', (data: Buffer) => {
      printed += data.toString();
      if (printed.includes('phone-certificate.crt')) ready();
    });
    server.once('exit', () => failed(new Error(`It stopped: ${printed}`)));
  });
  return {
    url,
    printed,
    stop: async () => {
      const gone = new Promise((done) => server.once('exit', done));
      server.kill('SIGTERM');
      await gone;
    },
  };
};

const fetchWith = (url: string, ca?: string): Promise<string> =>
  new Promise((answered, failed) => {
    get(url, { ...(ca ? { ca } : {}), agent: false }, (response) => {
      let body = '';
      response.on('data', (data: Buffer) => (body += data.toString()));
      response.on('end', () => answered(body));
    }).on('error', failed);
  });

describe('npm start -- --phone', () => {
  const home = mkdtempSync(join(tmpdir(), 'lectern-phone-'));
  let running: Awaited<ReturnType<typeof startForPhone>>;
  let authority: string;

  beforeAll(async () => {
    running = await startForPhone(home);
    authority = readFileSync(join(home, 'phone', 'authority.crt'), 'utf8');
  });

  afterAll(async () => {
    await running.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('says where the door is, with a QR, and where the certificate to trust is', async () => {
    expect(running.printed).toContain(`open ${running.url}/steward/`);
    // The small blocks that a terminal draws a QR with.
    expect(running.printed.match(/[▀▄█]/g)?.length).toBeGreaterThan(200);
    const path = /https:\S+phone-certificate\.crt/.exec(running.printed)?.[0] ?? '';
    expect(await fetchWith(path, authority)).toBe(authority);
    await expect(fetchWith(`${running.url}/steward/`)).rejects.toThrow(/certificate|issuer/i);
  });

  it('gives the door’s app its camera and its service worker, so that it opens without a network', async () => {
    const certificate = new X509Certificate(readFileSync(join(home, 'phone', 'server.crt')));
    const spki = certificate.publicKey.export({ type: 'spki', format: 'der' });
    const browser = await openBrowser(undefined, createHash('sha256').update(spki).digest('base64'));
    try {
      const { context, page } = await visit(browser, { viewport: PHONE, camera: true });
      await page.goto(`${running.url}/steward/`);
      const abilities = await page.evaluate(async () => ({
        secure: isSecureContext,
        camera: 'mediaDevices' in navigator,
        worker: (await navigator.serviceWorker.ready).active !== null,
      }));
      expect(abilities).toEqual({ secure: true, camera: true, worker: true });
      await page.waitForFunction(async () => {
        const cached = await Promise.all(
          (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length),
        );
        return cached.reduce((sum, count) => sum + count, 0) > 5;
      });
      await page.reload();
      await context.setOffline(true);
      await page.reload();
      await page.getByRole('button', { name: 'Pair this phone' }).waitFor();
    } finally {
      await browser.close();
    }
  });

  it('is refused in production, naming the setting', () => {
    const { status, stderr } = spawnSync(process.execPath, [START, '--phone'], {
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LECTERN_HOME: home,
        LECTERN_URL: 'https://lectern.example',
        LECTERN_DATA_KEY: Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString('base64'),
      },
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('LECTERN_PHONE: is refused in production');
  });
});
