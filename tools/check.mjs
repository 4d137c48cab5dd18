import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { API_SOURCES, buildIfNeeded } from './build.mjs';
import { forwardSignals, packageScript, runNode, stopping } from './commands.mjs';
import { installIfNeeded } from './install.mjs';

// What must hold before the tests are worth running. npm run check -- STEP runs one of them.

const node =
  (script, ...args) =>
  async () =>
    (await runNode([packageScript(script), ...args])) === 0;

/** One step after the other until one fails. */
const all =
  (...steps) =>
  async () => {
    for (const step of steps) if (!(await step())) return false;
    return true;
  };

const tsc = (project) => node('typescript/bin/tsc', '-p', project, '--noEmit');
/** Angular's compiler also checks the templates. */
const ngc = (project) => node('@angular/compiler-cli/bundles/src/bin/ngc.js', '-p', project, '--noEmit');

const contract = async () => {
  if (!(await buildIfNeeded(['api']))) return false;
  const script = join(API_SOURCES, 'openapi-cli.js');
  if (!existsSync(script)) {
    console.error('The API has no openapi-cli to compare docs/openapi.json with.');
    return false;
  }
  return (await runNode(['--enable-source-maps', script, '--check'])) === 0;
};

const leaks = async () => {
  const { findLeaks } = await import('./leaks.mjs');
  const found = findLeaks();
  for (const leak of found) console.error(leak);
  return found.length === 0;
};

const STEPS = {
  format: node('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
  lint: node('eslint/bin/eslint.js', '.'),
  'types-api': all(tsc('apps/api/tsconfig.app.json'), tsc('apps/api/tsconfig.spec.json')),
  'types-web': all(ngc('apps/web/tsconfig.app.json'), tsc('apps/web/tsconfig.spec.json')),
  'types-steward': all(ngc('apps/steward/tsconfig.app.json'), tsc('apps/steward/tsconfig.spec.json')),
  boundaries: node(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    'apps',
    'libs',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err-long',
  ),
  duplicates: node('jscpd/bin/jscpd'),
  contract,
  leaks,
};

forwardSignals();
await installIfNeeded();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(STEPS, name));
if (unknown.length > 0) {
  console.error(`There is no step called ${unknown.join(', ')}. Steps: ${Object.keys(STEPS).join(', ')}.`);
  process.exit(1);
}
const failed = [];
for (const [name, step] of Object.entries(STEPS)) {
  if (stopping || (asked.length > 0 && !asked.includes(name))) continue;
  console.log(`\n── ${name} ──`);
  const began = performance.now();
  const good = await step();
  if (!good) failed.push(name);
  console.log(`${good ? 'ok' : 'FAILED'}  ${name}  ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '\nAll good.');
process.exit(failed.length > 0 || stopping ? 1 : 0);
