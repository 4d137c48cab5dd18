// First of all: the decorators of everything below write to it.
import 'reflect-metadata';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as checkInRequests from '@lectern/check-in/requests';
import * as conferenceRequests from '@lectern/conferences/requests';
import { systemClock } from '@lectern/core';
import * as cpdRequests from '@lectern/cpd/requests';
import * as identityRequests from '@lectern/identity/requests';
import * as registrationRequests from '@lectern/registrations/requests';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { createGenerator } from 'ts-json-schema-generator';
import { createApp } from './create-app';
import { openDatabase } from './persistence/database';
import { makeDataSources } from './persistence/data-sources';
import { readConfig } from './platform/config';
import { makeLogger } from './platform/logging';
import { OPENAPI_FILE, ROOT } from './platform/places';
import { withRules } from './platform/request-schema';
import { openSeal } from './platform/seal';

type Schema = Record<string, unknown>;

const REQUESTS: Readonly<Record<string, unknown>> = {
  ...identityRequests,
  ...conferenceRequests,
  ...registrationRequests,
  ...checkInRequests,
  ...cpdRequests,
};

const isClass = (value: unknown): value is abstract new () => unknown => typeof value === 'function';

/** Every contract type of the libs as JSON Schema, with the rules of the request classes. */
const contractSchemas = (): Record<string, Schema> => {
  const generator = createGenerator({
    path: join(ROOT, 'libs/*/src/*.{contract,requests}.ts'),
    tsconfig: join(ROOT, 'tsconfig.base.json'),
    type: '*',
    expose: 'export',
    jsDoc: 'basic',
    topRef: true,
    skipTypeCheck: true,
    additionalProperties: false,
  });
  const problem = createGenerator({
    path: join(ROOT, 'libs/core/src/problem.ts'),
    tsconfig: join(ROOT, 'tsconfig.base.json'),
    type: 'Problem',
    jsDoc: 'basic',
    skipTypeCheck: true,
    additionalProperties: true,
  });
  const definitions = {
    ...generator.createSchema('*').definitions,
    ...problem.createSchema('Problem').definitions,
  } as Record<string, Schema>;
  const text = JSON.stringify(definitions).replaceAll('#/definitions/', '#/components/schemas/');
  const schemas = JSON.parse(text) as Record<string, Schema>;
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const request = REQUESTS[name];
      return [name, isClass(request) ? withRules(schema, request) : schema];
    }),
  );
};

const pageOf = (item: string): Schema => ({
  type: 'object',
  description: 'One page of a list; nextCursor is null on the last page.',
  properties: {
    items: { type: 'array', items: { $ref: `#/components/schemas/${item}` } },
    nextCursor: { type: ['string', 'null'] },
  },
  required: ['items', 'nextCursor'],
});

/** Only what the routes reach, in alphabetical order, so that the file changes only when the contract does. */
const reached = (paths: unknown, all: Readonly<Record<string, Schema>>): Record<string, Schema> => {
  const found = new Map<string, Schema>();
  const walk = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value ?? null).matchAll(
      /"#\/components\/schemas\/([^"]+)"/g,
    )) {
      if (found.has(name)) continue;
      const schema = name.endsWith('Page') ? pageOf(name.slice(0, -'Page'.length)) : all[name];
      if (!schema) throw new Error(`The API names a contract type that no lib exports: ${name}`);
      found.set(name, schema);
      walk(schema);
    }
  };
  walk(paths);
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Every question after the `?` may be left out; the decorators cannot say so. */
const optionalQueries = (route: object): void => {
  for (const operation of Object.values(route) as { parameters?: { in?: string; required?: boolean }[] }[]) {
    for (const parameter of operation.parameters ?? [])
      if (parameter.in === 'query') parameter.required = false;
  }
};

const makeDocument = async (): Promise<string> => {
  const home = mkdtempSync(join(tmpdir(), 'lectern-openapi-'));
  const config = readConfig({ LECTERN_HOME: home, LOG_LEVEL: 'error' });
  const database = await openDatabase(makeDataSources(null, join(home, 'empty.db')));
  const logger = makeLogger('error');
  const app = await createApp({ config, clock: systemClock, logger, seal: openSeal(config) }, database);
  try {
    const builder = new DocumentBuilder()
      .setOpenAPIVersion('3.1.0')
      .setTitle('Lectern')
      .setDescription(
        'Student conferences, school groups and the door. Refusals are application/problem+json.',
      )
      .setVersion('1')
      .setLicense('MIT', 'https://opensource.org/license/mit');
    const document = SwaggerModule.createDocument(app, builder.build());
    for (const route of Object.values(document.paths)) optionalQueries(route);
    const schemas = reached(document.paths, contractSchemas());
    return `${JSON.stringify({ ...document, components: { schemas } }, null, 2)}\n`;
  } finally {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  }
};

const run = async (): Promise<void> => {
  const made = await makeDocument();
  if (!process.argv.includes('--check')) {
    writeFileSync(OPENAPI_FILE, made);
    console.log('Wrote docs/openapi.json.');
    return;
  }
  if (readFileSync(OPENAPI_FILE, 'utf8') !== made) {
    console.error(
      'docs/openapi.json is not what the API says of itself. Run: node dist/apps/api/apps/api/src/openapi-cli.js',
    );
    process.exitCode = 1;
  }
};

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
