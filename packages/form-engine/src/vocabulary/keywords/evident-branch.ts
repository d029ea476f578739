/**
 * Which branch of `oneOf` or `anyOf` a value evidently means: by a property with one constant in each branch, else by type.
 */
import { isEqual, isObject, ownValue } from '../../data/json.js';
import type { JsonObject, JsonValue } from '../../plan/plan.js';
import type { SchemaSite } from '../check.js';

/** Finds the property by whose constants the branches tell themselves apart, and its values by branch. */
export function findDiscriminator(
  branches: readonly (JsonObject | undefined)[],
): { name: string; values: JsonValue[][] } | undefined {
  const [first] = branches;
  if (first === undefined || !isObject(first['properties'])) return undefined;
  for (const name of Object.keys(first['properties'])) {
    const values = branches.map((branch) => constantsOf(branch, name));
    if (values.every((list) => list.length > 0) && areDisjoint(values)) return { name, values };
  }
  return undefined;
}

/** Compiles the question; undefined: none is evident. */
export function evidentBranch(
  branches: readonly JsonValue[],
  site: SchemaSite,
): (value: JsonValue) => number | undefined {
  const schemas = branches.map((branch) => {
    const schema = site.look(branch as JsonObject | boolean);
    return isObject(schema) ? schema : undefined;
  });
  const discriminator = findDiscriminator(schemas);
  return (value) => {
    if (isObject(value) && discriminator !== undefined) {
      const meant = ownValue(value, discriminator.name);
      const index = discriminator.values.findIndex((list) => list.some((constant) => isEqual(constant, meant)));
      if (index >= 0) return index;
    }
    const ofType = schemas.flatMap((schema, index) =>
      schema !== undefined && mayBe(schema['type'], value) ? [index] : [],
    );
    return ofType.length === 1 ? ofType[0] : undefined;
  };
}

function constantsOf(branch: JsonObject | undefined, name: string): JsonValue[] {
  const properties = branch?.['properties'];
  const schema = isObject(properties) ? ownValue(properties, name) : undefined;
  if (!isObject(schema)) return [];
  if (Object.hasOwn(schema, 'const')) return [schema['const'] as JsonValue];
  return Array.isArray(schema['enum']) ? schema['enum'] : [];
}

function areDisjoint(values: readonly JsonValue[][]): boolean {
  const all = values.flat();
  return all.every((value, index) => all.findIndex((other) => isEqual(other, value)) === index);
}

function mayBe(type: JsonValue | undefined, value: JsonValue): boolean {
  if (typeof type !== 'string') return type === undefined;
  if (type === 'integer') return typeof value === 'number';
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  return type === 'object' ? isObject(value) : typeof value === type;
}
