// First of all: the decorators of everything below write to it.
import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { DomainError, systemClock } from '@lectern/core';
import { describeSchoolImport, describeSchoolLinks } from '@lectern/schools';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './create-app';
import { type DemoParts, seedDemo } from './demo/demo';
import { AccountsService } from './identity/accounts.service';
import { Database, openDatabase } from './persistence/database';
import { makeDataSources } from './persistence/data-sources';
import { ConfigError, readConfig } from './platform/config';
import { makeLogger } from './platform/logging';
import { openSeal } from './platform/seal';
import { SchoolImport } from './schools/school-import';
import { SchoolLinkImport } from './schools/school-link-import';

const USAGE = `Use: npm run lectern -- COMMAND
  migrate                bring the database up to date
  import-schools FILE    read the GIAS download, or a file with urn, name, open_date, town and postcode;
                         with --closing, close every school that it lacks, however many they are
  import-school-links FILE
                         read the GIAS file of links: which school took the place of which
  create-admin EMAIL     make an administrator; asks for name and password (or LECTERN_ADMIN_PASSWORD)
  seed-demo              fill an empty database with the demo`;

type Command = (app: NestFastifyApplication, words: readonly string[], parts: DemoParts) => Promise<void>;

/** A command that was written wrongly; prints the usage. */
class UsageError extends Error {}

const ask = async (question: string): Promise<string> => {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return answer;
};

const COMMANDS: Readonly<Record<string, Command>> = {
  migrate: () => {
    console.log('The database is up to date.');
    return Promise.resolve();
  },
  'import-schools': async (app, words) => {
    const [file] = words.filter((word) => word !== '--closing');
    if (!file) throw new UsageError('Name the file.');
    const closing = words.includes('--closing');
    console.log(describeSchoolImport(await app.get(SchoolImport).importFile(file, { closing })));
  },
  'import-school-links': async (app, [file]) => {
    if (!file) throw new UsageError('Name the file.');
    console.log(describeSchoolLinks(await app.get(SchoolLinkImport).importFile(file)));
  },
  'create-admin': async (app, [email]) => {
    if (!email?.includes('@')) throw new UsageError('Name the e-mail address.');
    const accounts = app.get(AccountsService);
    const name = process.stdin.isTTY ? await ask('Full name: ') : 'Administrator';
    const password =
      process.env['LECTERN_ADMIN_PASSWORD'] ?? (await ask('Password (15 characters or more): '));
    const hash = await accounts.prepare(password, email);
    await app
      .get(Database)
      .transaction(() => accounts.add({ email, name, roles: ['admin', 'staff'], schoolUrn: null }, hash));
    console.log(`${email} can sign in as an administrator.`);
  },
  'seed-demo': async (_app, _words, parts) => {
    const done = await seedDemo({ ...parts, config: { ...parts.config, demo: 'on' } });
    console.log(done ? 'The demo is in the database.' : 'The database is not empty; nothing was added.');
  },
};

const run = async (): Promise<void> => {
  const [name = '', ...words] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (!command) throw new UsageError(name === '' ? 'Say what to do.' : `There is no command called ${name}.`);
  const config = readConfig(process.env);
  mkdirSync(config.home, { recursive: true });
  const database = await openDatabase(makeDataSources(config.databaseUrl, join(config.home, 'lectern.db')));
  const parts: DemoParts = { config, logger: makeLogger('warn'), seal: openSeal(config), database };
  const app = await createApp({ ...parts, clock: systemClock }, database);
  await app.init();
  try {
    await command(app, words, parts);
  } finally {
    await app.close();
  }
};

run().catch((error: unknown) => {
  if (error instanceof UsageError) console.error(`${error.message}\n\n${USAGE}`);
  else if (error instanceof ConfigError) console.error(error.message);
  else if (error instanceof DomainError) {
    console.error([error.message, ...error.errors.map(({ message }) => `  ${message}`)].join('\n'));
  } else console.error(error);
  process.exit(1);
});
