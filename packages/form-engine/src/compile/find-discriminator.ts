import { canonicalJson } from '../data/canonical-json.js';
import { isObject, ownValue } from '../data/json.js';
import type { JsonObject, JsonValue } from '../plan/plan.js';

/** The property by whose constants the branches of `oneOf` or `anyOf` tell themselves apart, and its values by branch. */
export function findDiscriminator(
  branches: readonly (JsonObject | undefined)[],
): { name: string; values: JsonValue[][] } | undefined {
  const properties = branches[0]?.['properties'];
  if (!isObject(properties)) return undefined;
  for (const name of Object.keys(properties)) {
    const values = branches.map((branch) => constantsOf(branch, name));
    const all = values.flat().map(canonicalJson);
    if (values.every((list) => list.length > 0) && new Set(all).size === all.length) return { name, values };
  }
  return undefined;
}

function constantsOf(branch: JsonObject | undefined, name: string): JsonValue[] {
  const properties = branch?.['properties'];
  const schema = isObject(properties) ? ownValue(properties, name) : undefined;
  if (!isObject(schema)) return [];
  if (Object.hasOwn(schema, 'const')) return [schema['const'] as JsonValue];
  return Array.isArray(schema['enum']) ? schema['enum'] : [];
}
