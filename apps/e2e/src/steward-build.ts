import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = resolve(__dirname, '../../../dist/apps/steward/browser');
const BASE = '/steward/';

interface Manifest {
  readonly timestamp: number;
  readonly hashTable: Readonly<Record<string, string>>;
}

export interface NextBuild {
  /** The version that the built app says it is, and the one that the next build says. */
  readonly from: string;
  readonly to: string;
  /** The files that differ, by their paths at the server: one of the app's, and the manifest with its new hash. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** The next build of the steward's app: the built one with another version in it. */
export const nextBuild = (): NextBuild => {
  const { version: from } = JSON.parse(readFileSync(resolve(__dirname, '../../../package.json'), 'utf8')) as {
    version: string;
  };
  const to = `${from}-next`;
  const says = `"${from}"`;
  const name = readdirSync(FOLDER).find(
    (file) => file.endsWith('.js') && readFileSync(join(FOLDER, file), 'utf8').includes(says),
  );
  if (!name) throw new Error('No file of the built app says its version.');
  const changed = Buffer.from(readFileSync(join(FOLDER, name), 'utf8').replaceAll(says, `"${to}"`));
  const manifest = JSON.parse(readFileSync(join(FOLDER, 'ngsw.json'), 'utf8')) as Manifest;
  const hash = createHash('sha1').update(changed).digest('hex');
  const next = {
    ...manifest,
    timestamp: manifest.timestamp + 1,
    hashTable: { ...manifest.hashTable, [BASE + name]: hash },
  };
  return {
    from,
    to,
    files: new Map([
      [BASE + name, changed],
      [`${BASE}ngsw.json`, Buffer.from(JSON.stringify(next))],
    ]),
  };
};
