import { join } from 'node:path';
import { API_SOURCES, buildIfNeeded } from './build.mjs';
import { forwardSignals, runNode } from './commands.mjs';
import { installIfNeeded } from './install.mjs';

// The operator's commands: npm run lectern -- COMMAND …
forwardSignals();
await installIfNeeded();
if (!(await buildIfNeeded(['api']))) process.exit(1);
process.exit(await runNode(['--enable-source-maps', join(API_SOURCES, 'cli.js'), ...process.argv.slice(2)]));
