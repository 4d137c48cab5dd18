import { getMetadataStorage } from 'class-validator';

type Schema = Record<string, unknown>;

interface Constraint {
  readonly propertyName: string;
  readonly name?: string;
  readonly type: string;
  readonly constraints?: readonly unknown[];
  readonly each: boolean;
}

/** What each class-validator rule says in JSON Schema. */
const RULES: Readonly<Record<string, (args: readonly unknown[]) => Schema>> = {
  isInt: () => ({ type: 'integer' }),
  min: ([minimum]) => ({ minimum }),
  max: ([maximum]) => ({ maximum }),
  isLength: ([minLength, maxLength]) => ({ minLength, ...(maxLength === undefined ? {} : { maxLength }) }),
  maxLength: ([maxLength]) => ({ maxLength }),
  matches: ([pattern]) => ({ pattern: pattern instanceof RegExp ? pattern.source : String(pattern) }),
  isEmail: () => ({ format: 'email' }),
  isUuid: () => ({ format: 'uuid' }),
  isInstant: () => ({ format: 'date-time' }),
  arrayMinSize: ([minItems]) => ({ minItems }),
  arrayMaxSize: ([maxItems]) => ({ maxItems }),
  arrayUnique: () => ({ uniqueItems: true }),
};

const rulesOf = (target: abstract new () => unknown): readonly Constraint[] =>
  getMetadataStorage().getTargetValidationMetadatas(target, '', true, false);

/** Adds the rules that the API checks to the shape that the compiler knows. */
export const withRules = (schema: Schema, request: abstract new () => unknown): Schema => {
  const properties = { ...(schema['properties'] as Record<string, Schema>) };
  for (const { propertyName, name, constraints, each } of rulesOf(request)) {
    const property = properties[propertyName];
    const rule = name === undefined ? undefined : RULES[name];
    if (!property || !rule || '$ref' in property) continue;
    const said = rule(constraints ?? []);
    properties[propertyName] = each
      ? { ...property, items: { ...(property['items'] as Schema), ...said } }
      : { ...property, ...said };
  }
  return { ...schema, properties };
};
