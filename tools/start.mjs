import { API_ENTRY, buildIfNeeded } from './build.mjs';
import { forwardSignals, runNode } from './commands.mjs';
import { installIfNeeded } from './install.mjs';

// From a bare clone to a page that answers. The API itself migrates, fills an empty database and says where it is.
// With --phone (or --phone=192.168.1.20) it serves HTTPS in the local network, so that a real phone can be tried.
const phone = process.argv.slice(2).find((word) => word === '--phone' || word.startsWith('--phone='));
if (phone) process.env.LECTERN_PHONE = phone.split('=')[1] || 'on';

forwardSignals();
await installIfNeeded();
if (!(await buildIfNeeded())) process.exit(1);
process.exit(await runNode(['--enable-source-maps', API_ENTRY]));
