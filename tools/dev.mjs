import { createInterface } from 'node:readline';
import { API_ENTRY, buildIfNeeded, forgetBuild, nx } from './build.mjs';
import { forwardSignals, packageScript, runNode, start, stopping } from './commands.mjs';
import { installIfNeeded } from './install.mjs';

// Watch mode: the API restarts after each good compilation; web and steward are rebuilt and served by the API.
forwardSignals();
await installIfNeeded();
if (!(await buildIfNeeded())) process.exit(1);
// From here on watchers write into dist, with development settings; the next npm start builds afresh.
forgetBuild(['api', 'web', 'steward']);

const PROJECT = ['-p', 'apps/api/tsconfig.app.json'];
let api;

/** Aliases first, then the restart: a process that starts between the two would not find @lectern/*. */
const restart = async () => {
  if (stopping) return;
  await runNode([packageScript('tsc-alias/dist/bin/index.js'), ...PROJECT]);
  if (api) {
    api.child.kill('SIGTERM');
    await api.ended;
  }
  api = start(process.execPath, ['--enable-source-maps', API_ENTRY]);
};

let last = Promise.resolve();
const compiler = start(
  process.execPath,
  [packageScript('typescript/bin/tsc'), ...PROJECT, '--watch', '--preserveWatchOutput'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
createInterface({ input: compiler.child.stdout }).on('line', (line) => {
  if (line.trim()) console.log(`[api] ${line}`);
  if (line.includes('Found 0 errors')) last = last.then(restart);
});

const watchApp = (app) => nx(['run', `${app}:build:development`, '--watch', '--skip-nx-cache']).ended;
await Promise.all([compiler.ended, watchApp('web'), watchApp('steward')]);
await last;
await api?.ended;
