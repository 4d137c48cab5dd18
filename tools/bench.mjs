import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfNeeded } from './build.mjs';
import { ROOT } from './commands.mjs';
import { installIfNeeded } from './install.mjs';

// One benchmark beside its floor, in one run: npm run bench -- NAME. Benchmarks print, they judge nothing.
const folder = join(ROOT, 'tools', 'bench');

/** Every benchmark by its name; a module in tools/bench offers some by exporting `benches`. */
const findBenches = async () => {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.mjs')) : [];
  const modules = await Promise.all(files.sort().map((file) => import(pathToFileURL(join(folder, file)))));
  return Object.assign({}, ...modules.map((module) => module.benches));
};

await installIfNeeded();
const [name, ...args] = process.argv.slice(2);
const benches = await findBenches();
const names = Object.keys(benches).sort();
if (!name || !Object.hasOwn(benches, name)) {
  if (name) console.error(`There is no benchmark called ${name}.`);
  console.log(
    names.length > 0
      ? `Benchmarks:\n${names.map((one) => `  npm run bench -- ${one}`).join('\n')}`
      : 'There are no benchmarks yet.',
  );
  process.exit(name ? 1 : 0);
}
if (!(await buildIfNeeded(['api']))) process.exit(1);
await benches[name](...args);
