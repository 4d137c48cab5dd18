import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './commands.mjs';

// Plain Node only: this runs before anything is installed.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;

/** Stops with a sentence when this Node is too old for the packages. */
const refuseOldNode = () => {
  if (supported) return;
  console.error(
    `Lectern needs Node 20.19, 22.12, or 24 and newer. This is ${process.versions.node}: install a newer one and run the command again.`,
  );
  process.exit(1);
};

/** Whether what is installed is missing, or older than the lock file. */
const isStale = () => {
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return true;
  return statSync(join(ROOT, 'package-lock.json')).mtimeMs > statSync(installed).mtimeMs;
};

/** Installs exactly what the lock file names, when that has not been done yet. */
export const installIfNeeded = async () => {
  refuseOldNode();
  if (!isStale()) return;
  console.error('Installing packages (once; about a minute) …');
  // --include=dev: the build tools are needed in production too, where npm would leave them out.
  const code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    stdio: ['inherit', process.stderr, 'inherit'],
    shell: process.platform === 'win32',
  });
  if (code !== 0) {
    console.error('The packages could not be installed; npm says why above.');
    process.exit(code);
  }
};
