// First of all: the decorators of everything below write to it.
import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '@lectern/core';
import { toString } from 'qrcode';
import { AttendanceBoard } from './check-in/attendance-board';
import { createApp } from './create-app';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, seedDemo } from './demo/demo';
import { openDatabase } from './persistence/database';
import { makeDataSources } from './persistence/data-sources';
import { Jobs } from './platform/jobs';
import { type Config, ConfigError, readConfig } from './platform/config';
import { makeLogger } from './platform/logging';
import { AUTHORITY_PATH, phoneCertificate } from './platform/phone-certificate';
import { Readiness } from './platform/readiness';
import { openSeal } from './platform/seal';

/** How long running requests may take to finish once a stop was asked for. */
const DRAIN = 10_000;

const greet = (config: Config, withDemo: boolean): void => {
  console.log(`\nLectern is ready at ${config.url}`);
  console.log(`The door's app is at ${config.url}/steward/`);
  if (withDemo) {
    console.log(`\nDemo accounts, all with the password ${DEMO_PASSWORD}:`);
    for (const { email, what } of DEMO_ACCOUNTS) console.log(`  ${email.padEnd(30)} ${what}`);
  }
  console.log('\nStop with Ctrl+C.\n');
};

/** What somebody with a phone in the other hand does next. */
const greetPhone = async (config: Config): Promise<void> => {
  const door = `${config.url}/steward/`;
  console.log(`On a phone in the same network, open ${door}:\n`);
  console.log(await toString(door, { type: 'terminal', small: true }));
  console.log('It warns that nobody vouches for the certificate. Go on, and the camera works.');
  console.log('To work offline too, let the phone trust it (install it as a CA certificate, then reload):');
  console.log(`  ${config.url}${AUTHORITY_PATH}\n`);
};

const start = async (): Promise<void> => {
  const config = readConfig(process.env);
  mkdirSync(config.home, { recursive: true });
  const logger = makeLogger(config.logLevel);
  for (const warning of config.warnings) logger.warn(warning);
  const database = await openDatabase(makeDataSources(config.databaseUrl, join(config.home, 'lectern.db')));
  const seal = openSeal(config);
  const withDemo = await seedDemo({ config, logger, seal, database });
  const certificate =
    config.phone === null ? undefined : await phoneCertificate(config.home, config.phone, systemClock.now());
  const app = await createApp({ config, clock: systemClock, logger, seal }, database, certificate);
  await app.listen({
    port: config.port,
    host: config.phone ?? (config.production ? '0.0.0.0' : '127.0.0.1'),
  });
  app.get(Jobs).start();
  greet(config, withDemo);
  if (config.phone !== null) await greetPhone(config);

  const stop = (signal: string): void => {
    logger.info({ signal }, 'stopping');
    app.get(Readiness).stopping = true;
    app.get(AttendanceBoard).close();
    setTimeout(() => process.exit(1), DRAIN).unref();
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.once('SIGINT', () => stop('SIGINT'));
};

start().catch((error: unknown) => {
  if (error instanceof ConfigError) console.error(`Lectern did not start.\n  ${error.message}`);
  else console.error('Lectern did not start.', error);
  process.exit(1);
});
