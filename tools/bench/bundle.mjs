import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { buildIfNeeded } from '../build.mjs';
import { ROOT } from '../commands.mjs';

/** A minimal Angular Material app, built in the same way; measured once, since it changes with Angular only. */
const MINIMAL = 115_000;
const GOALS = { web: 1.5, steward: 1 };

const packed = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** What a browser fetches before the first page shows: the scripts that the page names, and what those import at once. */
const initialScripts = (folder, page) => {
  const named = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, name]) => name);
  const found = new Set();
  const follow = (name) => {
    if (found.has(name)) return;
    found.add(name);
    const text = readFileSync(join(folder, name), 'utf8');
    // Static imports only; what is imported later is written import("…").
    for (const [, other] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) follow(other);
  };
  named.map((name) => name.replace(/^.*\//, '')).forEach(follow);
  return [...found];
};

const bundle = async () => {
  if (!(await buildIfNeeded(['web', 'steward']))) process.exit(1);
  console.log(
    `bundle: initial JavaScript in brotli 11; floor: a minimal Angular Material app, ${kilo(MINIMAL)}`,
  );
  for (const app of Object.keys(GOALS)) {
    const folder = join(ROOT, 'dist', 'apps', app, 'browser');
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const scripts = initialScripts(folder, page);
    const initial = scripts.reduce((sum, name) => sum + packed(readFileSync(join(folder, name))), 0);
    const rest = readdirSync(folder).filter((name) => name.endsWith('.js') && !scripts.includes(name));
    const later = rest.reduce((sum, name) => sum + packed(readFileSync(join(folder, name))), 0);
    console.log(
      `  ${app}: ${kilo(initial)} in ${scripts.length} files, ${(initial / MINIMAL).toFixed(2)} times the floor (goal ${GOALS[app]}); later ${kilo(later)} in ${rest.length} files`,
    );
  }
};

/** How much a first visit loads. */
export const benches = { bundle };
