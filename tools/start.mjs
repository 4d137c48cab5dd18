import { API_ENTRY, buildIfNeeded } from './build.mjs';
import { forwardSignals, runNode } from './commands.mjs';
import { installIfNeeded } from './install.mjs';

// From a bare clone to a page that answers. The API itself migrates, fills an empty database and says where it is.
forwardSignals();
await installIfNeeded();
if (!(await buildIfNeeded())) process.exit(1);
process.exit(await runNode(['--enable-source-maps', API_ENTRY]));
