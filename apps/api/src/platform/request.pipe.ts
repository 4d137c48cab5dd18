import { type FieldError, isStorableText, validationFailed } from '@lectern/core';
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';

const kebab = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

const isPlain = (type: unknown): boolean =>
  type === undefined || [String, Number, Boolean, Array, Object].includes(type as StringConstructor);

/** Dots between fields, brackets around positions: `people[3].yearGroup`. */
const join = (path: string, property: string): string =>
  path === '' ? property : /^\d+$/.test(property) ? `${path}[${property}]` : `${path}.${property}`;

// What kind of thing it is comes before how large it is: "lots" is no number, rather than a number above 10,000.
const KIND = /^(isString|isInt|isArray|isObject|isInstant|whitelistValidation)$/;

const worst = (constraints: Readonly<Record<string, string>>): readonly (readonly [string, string])[] => {
  const broken = Object.entries(constraints);
  const first = broken.find(([name]) => KIND.test(name)) ?? broken[0];
  return first ? [first] : [];
};

const flatten = (found: readonly ValidationError[], path: string): FieldError[] =>
  found.flatMap((error) => {
    const field = join(path, error.property);
    const own = worst(error.constraints ?? {}).map(([name, message]) => ({
      field,
      code: name === 'whitelistValidation' ? 'unknown-field' : kebab(name.replace(/^is/, 'not')),
      message:
        name === 'whitelistValidation'
          ? `There is no field called ${error.property} here. Leave it out.`
          : message,
    }));
    return [...own, ...flatten(error.children ?? [], field)];
  });

const DEPTH = 12;

/** Texts that could not be stored as they are, wherever they hide in the request. */
const unstorable = (value: unknown, path: string, depth = 0): FieldError[] => {
  if (typeof value === 'string') {
    return isStorableText(value)
      ? []
      : [
          {
            field: path,
            code: 'unstorable-text',
            message: 'This text holds control characters. Delete them and type it again.',
          },
        ];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (depth > DEPTH) return [{ field: path, code: 'too-deep', message: 'This is nested too deeply.' }];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(isStorableText(key) ? [] : unstorable(key, path, depth + 1)),
    ...unstorable(inner, join(path, key), depth + 1),
  ]);
};

/** The request without what its class checks apart (a static `apart`), item by item, so that one holds up no other. */
const envelope = (value: unknown, metatype: ArgumentMetadata['metatype']): unknown => {
  const { apart } = (metatype ?? {}) as { apart?: readonly string[] };
  if (!apart || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([key, inner]) => !(apart.includes(key) && Array.isArray(inner))),
  );
};

/** Checks everything that a request brings before any of our code sees it; a refusal names each field. */
export class RequestPipe implements PipeTransform {
  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type === 'custom') return value;
    const bad = unstorable(envelope(value, metatype), data ?? '');
    if (bad.length > 0) throw validationFailed(bad.slice(0, 50));
    if (isPlain(metatype) || metatype === undefined) return value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw validationFailed([
        {
          field: '',
          code: 'not-an-object',
          message: 'Send a JSON object with the fields that this address asks for.',
        },
      ]);
    }
    const request = plainToInstance(metatype, value) as object;
    const found = validateSync(request, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
    });
    if (found.length > 0) throw validationFailed(flatten(found, '').slice(0, 600));
    return request;
  }
}
