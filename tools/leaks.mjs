import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './commands.mjs';

const LARGEST = 2_000_000;

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A path as a whole beginning: `/app/` must not be found inside `src/app/`. */
const path = (folder) => (folder.length > 1 ? [new RegExp(`(?<![\\w./@-])${escape(folder)}/`)] : []);

const MACHINE = [...path(homedir()), ...path(dirname(ROOT)), /(?<![\w./@-])\/(home|Users)\/[\w.-]+\//];

const SECRETS = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[opsur]_[A-Za-z0-9]{36}\b/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\bxox[abpr]-[A-Za-z0-9-]{20,}/,
  /_authToken\s*=/,
];

const KINDS = [
  ['a path of one machine', MACHINE],
  ['something like a secret', SECRETS],
];

/** What git holds or would hold. */
const files = () =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: ROOT })
    .toString('utf8')
    .split('\0')
    .filter(Boolean);

const readText = (file) => {
  try {
    if (statSync(join(ROOT, file)).size > LARGEST) return '';
    const bytes = readFileSync(join(ROOT, file));
    return bytes.includes(0) ? '' : bytes.toString('utf8');
  } catch {
    // Deleted, but not yet in git's index.
    return '';
  }
};

const leaksIn = (file) =>
  readText(file)
    .split('\n')
    .flatMap((line, at) =>
      KINDS.filter(([, patterns]) => patterns.some((pattern) => pattern.test(line))).map(
        ([what]) => `${file}:${at + 1} holds ${what}`,
      ),
    );

/** The lock file names versions and checksums, and leaves to npm's settings which registry they come from. */
const hostsInLock = () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const named = Object.entries(packages).filter(([, entry]) => entry.resolved && !entry.link);
  return named.map(([name]) => `package-lock.json: ${name} names a registry (resolved)`);
};

/** Everything that must not be in a commit: paths of one machine, secrets, registry hosts. */
export const findLeaks = () => [...files().flatMap(leaksIn), ...hostsInLock()];
