import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError, ERROR_KINDS, type ErrorKind } from '@lectern/core';
import { ROOT } from './places';
import { problemOf } from './problems';

const isErrorKind = (text: string): text is ErrorKind => ERROR_KINDS.some((kind) => kind === text);

const sources = ['apps/api/src', 'libs']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => file.endsWith('.ts') && !/\.(spec|db-spec|harness)\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));

const statusOf = (kind: ErrorKind): string =>
  String(problemOf(new DomainError(kind, 'any', 'Any.'), 'none').status);

/** Code and status of every DomainError that the source throws. */
const thrown = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/new DomainError\(\s*(?:'([\w-]+)',\s*'([\w-]+)')?/g)].map(
    ([, kind = '', code = '']) => ({
      file,
      code,
      status: isErrorKind(kind) ? statusOf(kind) : 'none',
    }),
  ),
);

/** Codes of what the framework refuses, which problems.ts puts into words. */
const translated = [
  ...readFileSync(join(ROOT, 'apps/api/src/platform/problems.ts'), 'utf8').matchAll(/code: '([\w-]+)'/g),
].map(([, code = '']) => code);

const documented = new Map(
  [...readFileSync(join(ROOT, 'docs/errors.md'), 'utf8').matchAll(/^\| `([\w-]+)` \| (\w+) \|/gm)].map(
    ([, code = '', status = '']) => [code, status] as const,
  ),
);

describe('docs/errors.md', () => {
  it('can follow every DomainError, because each names its kind and code as texts', () => {
    expect(thrown.length).toBeGreaterThan(10);
    expect(thrown.filter(({ code, status }) => code === '' || status === 'none')).toEqual([]);
  });

  it('lists every code that the API gives, and none that it does not', () => {
    const given = new Set([...thrown.map(({ code }) => code), ...translated]);
    expect([...documented.keys()].sort()).toEqual([...given].sort());
  });

  it('gives each code the status that it is answered with', () => {
    const wrong = thrown.filter(({ code, status }) => documented.get(code) !== status);
    expect(wrong).toEqual([]);
  });

  it('is in alphabetical order', () => {
    expect([...documented.keys()]).toEqual([...documented.keys()].sort());
  });
});
