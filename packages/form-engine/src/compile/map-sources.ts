/**
 * Which file each shared definition of a plan came from, for `explain`: only where it is asked for, since a page has no use for it.
 */
import { isObject } from '../data/json.js';
import type { JsonSchema } from '../plan/plan.js';
import type { ProcedureSource } from '../plan/procedure-source.js';
import { canonicalName } from './bundle-schema.js';

/** By name in the `$defs` of the bundled schema: the name under which the definition was given. */
export function mapSources({ data, definitions }: ProcedureSource, schema: JsonSchema): Record<string, string> {
  const own = isObject(data) && isObject(data['$defs']) ? data['$defs'] : {};
  const all = isObject(schema) && isObject(schema['$defs']) ? schema['$defs'] : {};
  const files = new Map(Object.keys(definitions).map((file) => [canonicalName(file), file]));
  return Object.fromEntries(
    Object.keys(all)
      .filter((name) => !Object.hasOwn(own, name))
      .map((name) => [name, files.get(name.replace(/(-shared)+$/u, '')) ?? name]),
  );
}
