import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds package.json, from the sources as well as from the build. */
const rootOf = (folder: string): string =>
  existsSync(join(folder, 'nx.json')) ? folder : rootOf(dirname(folder));

export const ROOT = rootOf(__dirname);
export const OPENAPI_FILE = join(ROOT, 'docs', 'openapi.json');
export const WEB_FILES = join(ROOT, 'dist', 'apps', 'web', 'browser');
export const STEWARD_FILES = join(ROOT, 'dist', 'apps', 'steward', 'browser');
