import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageScript, ROOT, start, stopping } from './commands.mjs';

/** The three applications that are built, each with the file that shows that it is there. */
export const APPS = {
  api: 'dist/apps/api/apps/api/src/main.js',
  web: 'dist/apps/web/browser/index.html',
  steward: 'dist/apps/steward/browser/index.html',
};

export const API_ENTRY = join(ROOT, APPS.api);
export const API_SOURCES = join(ROOT, 'dist/apps/api/apps/api/src');

const SHARED = ['libs', 'package-lock.json', 'nx.json', 'tsconfig.base.json'];
const TESTS =
  /\.(db-spec|e2e-spec|spec)\.ts$|(^|\/)test-setup\.ts$|(^|\/)jest\.[\w.-]*ts$|tsconfig\.spec\.json$/;

const filesUnder = (path) => {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
};

/** A fingerprint of everything that goes into one application's build; tests do not. */
const fingerprint = (app) => {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  const inputs = [`apps/${app}`, ...SHARED].map((path) => join(ROOT, path));
  const files = inputs.flatMap((path) => (/\.json$/.test(path) ? [path] : filesUnder(path)));
  for (const file of files.sort()) {
    const name = relative(ROOT, file);
    if (!TESTS.test(name)) hash.update(name).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
};

const stampOf = (app) => join(ROOT, 'dist', '.built', app);

const isBuilt = (app) =>
  existsSync(join(ROOT, APPS[app])) &&
  existsSync(stampOf(app)) &&
  readFileSync(stampOf(app), 'utf8') === fingerprint(app);

/** Forgets that an application was built, because something else (watch mode) writes into its folder. */
export const forgetBuild = (apps) => {
  for (const app of apps) rmSync(stampOf(app), { force: true });
};

const ENVIRONMENT = {
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NG_CLI_ANALYTICS: 'false',
};

/** Nx with nothing that stays behind, asks or phones home. */
export const nx = (args, options = {}) =>
  start(process.execPath, [packageScript('nx/dist/bin/nx.js'), ...args], {
    env: { ...process.env, ...ENVIRONMENT },
    ...options,
  });

/** Runs the build and keeps what it says for the case that it fails. */
const build = async (apps) => {
  const { child, ended } = nx(
    ['run-many', '--targets=build', `--projects=${apps.join(',')}`, '--parallel=2', '--output-style=static'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said = [];
  child.stdout.on('data', (chunk) => said.push(chunk));
  child.stderr.on('data', (chunk) => said.push(chunk));
  const code = await ended;
  if (code !== 0) process.stderr.write(Buffer.concat(said));
  return code === 0;
};

/**
 * Builds those of the applications whose sources changed since their last build; answers whether all are built. What
 * is said about it goes to stderr: stdout belongs to the command that was asked for.
 */
export const buildIfNeeded = async (apps = Object.keys(APPS)) => {
  const stale = apps.filter((app) => !isBuilt(app));
  if (stale.length === 0) return true;
  console.error(`Building ${stale.join(', ')} …`);
  const began = performance.now();
  const fingerprints = stale.map((app) => [app, fingerprint(app)]);
  forgetBuild(stale);
  if (!(await build(stale))) {
    if (!stopping) console.error('The build failed; what is wrong stands above.');
    return false;
  }
  const missing = stale.filter((app) => !existsSync(join(ROOT, APPS[app])));
  if (missing.length > 0) {
    console.error(`The build said that all is well, and made nothing for ${missing.join(', ')}.`);
    return false;
  }
  mkdirSync(join(ROOT, 'dist', '.built'), { recursive: true });
  for (const [app, print] of fingerprints) writeFileSync(stampOf(app), print);
  console.error(`Built in ${Math.round((performance.now() - began) / 1000)} s.`);
  return true;
};

// `node tools/build.mjs [APP …]` builds and does nothing else.
if (process.argv[1] === import.meta.filename) {
  const asked = process.argv.slice(2);
  process.exit((await buildIfNeeded(asked.length > 0 ? asked : undefined)) ? 0 : 1);
}
