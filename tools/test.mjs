import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from './build.mjs';
import { forwardSignals, has, packageScript, runNode, stopping } from './commands.mjs';
import { installIfNeeded } from './install.mjs';
import { hasMariadb, startMariadb } from './mariadb.mjs';

// Every tier of tests, from a bare clone. Arguments go to Jest, as a filter: npm test -- libs/check-in
const REQUIRE_ALL = process.env.CI === 'true';
const filter = process.argv.slice(2);

/** The tiers in the order of how quickly they tell; each is one call of Jest, so that memory is given back between. */
const TIERS = [
  { name: 'libs and API', projects: ['libs', 'api'] },
  { name: 'pages', projects: ['web', 'steward'] },
  { name: 'SQLite', projects: ['db-sqlite'] },
  { name: 'MariaDB', projects: ['db-mariadb'], needs: 'mariadb' },
  { name: 'journeys', projects: ['e2e'], needs: 'chromium', build: true, oneByOne: true },
];

const CAMERA_TOOLS = { ffmpeg: 'ffmpeg', pdftoppm: 'poppler-utils' };
const CAMERA_SPECS = 'camera[^/]*\\.e2e-spec\\.ts$';

const findChromium = () => {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) || has(given) ? given : undefined;
  return ['chromium', 'chromium-browser', 'google-chrome'].find(has);
};

const leftOut = [];
const leaveOut = (what, why) => {
  leftOut.push(`${what}: ${why}`);
  console.log(`\n!!! LEFT OUT: ${what}, because ${why}.\n`);
};

const totals = { passed: 0, failed: 0, skipped: 0 };

const add = (report) => {
  totals.passed += report.numPassedTests;
  // A file that could not even be loaded has no tests to count; it is one failure all the same.
  totals.failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
  totals.skipped += report.numPendingTests + report.numTodoTests;
};

const jest = (args, options) => runNode([packageScript('jest/bin/jest.js'), ...args], options);

/** Whether the filter names any test of these projects; without a filter every tier has some. */
const hasTests = async ({ projects }, folder) => {
  if (filter.length === 0) return true;
  const list = join(folder, 'list.json');
  await jest(
    [
      ...filter,
      '--listTests',
      '--json',
      `--outputFile=${list}`,
      '--passWithNoTests',
      '--selectProjects',
      ...projects,
    ],
    { stdio: 'ignore' },
  );
  return existsSync(list) && JSON.parse(readFileSync(list, 'utf8')).length > 0;
};

const runTier = async (tier, folder, environment) => {
  const report = join(folder, `${tier.projects[0]}.json`);
  const code = await jest(
    [
      ...filter,
      '--json',
      `--outputFile=${report}`,
      '--passWithNoTests',
      tier.oneByOne ? '--runInBand' : '--maxWorkers=2',
      ...(environment.withoutCamera && tier.build ? [`--testPathIgnorePatterns=${CAMERA_SPECS}`] : []),
      '--selectProjects',
      ...tier.projects,
    ],
    { env: { ...process.env, ...environment.variables }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (existsSync(report)) {
    const told = JSON.parse(readFileSync(report, 'utf8'));
    add(told);
    // A tier that has lost its specs would pass for ever.
    if (told.numTotalTestSuites === 0 && filter.length === 0) leaveOut(tier.name, 'there are no tests in it');
  } else if (code !== 0 && !stopping) totals.failed += 1;
};

const runTiers = async (folder) => {
  const chromium = findChromium();
  const missing = Object.keys(CAMERA_TOOLS).filter((command) => !has(command));
  const environment = {
    variables: chromium ? { CHROMIUM_PATH: chromium } : {},
    withoutCamera: missing.length > 0,
  };
  let mariadb;
  try {
    for (const tier of TIERS) {
      if (stopping) break;
      if (!(await hasTests(tier, folder))) continue;
      if (tier.needs === 'mariadb') {
        if (!hasMariadb()) {
          leaveOut('the database tests on MariaDB', 'there is no mariadbd here (Debian: mariadb-server)');
          continue;
        }
        mariadb = await startMariadb();
        environment.variables.LECTERN_TEST_MARIADB = mariadb.url;
      }
      if (tier.needs === 'chromium' && !chromium) {
        leaveOut(
          'the journeys in a browser',
          'there is no Chromium here (Debian: chromium; or set CHROMIUM_PATH)',
        );
        continue;
      }
      // Two processes on one database are a journey too; without MariaDB its tier has said so.
      if (tier.build && hasMariadb()) {
        mariadb ??= await startMariadb();
        environment.variables.LECTERN_TEST_MARIADB = mariadb.url;
      }
      if (tier.build) {
        if (environment.withoutCamera) {
          const packages = missing.map((command) => CAMERA_TOOLS[command]).join(', ');
          leaveOut(
            "the journey of the phone's camera",
            `${missing.join(' and ')} missing here (Debian: ${packages})`,
          );
        }
        if (!(await buildIfNeeded())) {
          totals.failed += 1;
          continue;
        }
      }
      console.log(`\n── ${tier.name} ──`);
      await runTier(tier, folder, environment);
    }
  } finally {
    await mariadb?.stop();
  }
};

forwardSignals();
await installIfNeeded();
const folder = mkdtempSync(join(tmpdir(), 'lectern-test-'));
try {
  await runTiers(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (leftOut.length > 0) {
  console.log(`\nLeft out${REQUIRE_ALL ? ' (a failure, because CI=true asks for everything)' : ''}:`);
  for (const line of leftOut) console.log(`  - ${line}`);
  if (REQUIRE_ALL) totals.failed += leftOut.length;
}
if (stopping) console.log('\nStopped before the end.');
else if (totals.passed + totals.failed === 0) console.log('\nNo test ran.');
if (totals.skipped > 0) console.log(`${totals.skipped} skipped`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 || stopping || totals.passed === 0 ? 1 : 0);
