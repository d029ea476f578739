import { isObject } from '../data/json.js';
import type { JsonObject, JsonValue } from '../plan/plan.js';
import type { Located, SchemaDocuments } from '../vocabulary/schema-documents.js';

const IN_PLACE = ['not', 'if', 'then', 'else'];
const IN_PLACE_LISTS = ['allOf', 'anyOf', 'oneOf'];

/** The schemas that a schema applies to the same value. */
export function appliedInPlace(schema: JsonObject, located: Located, documents: SchemaDocuments): Located[] {
  const targets: Located[] = [];
  const add = (value: JsonValue | undefined, ...tokens: (string | number)[]): void => {
    if (value !== undefined) targets.push(documents.enter(value, located, tokens));
  };
  if (typeof schema['$ref'] === 'string') targets.push(documents.resolve(schema['$ref'], located));
  for (const name of IN_PLACE) add(schema[name], name);
  for (const name of IN_PLACE_LISTS)
    if (Array.isArray(schema[name])) schema[name].forEach((value, index) => add(value, name, index));
  const dependent = schema['dependentSchemas'];
  if (isObject(dependent)) for (const name of Object.keys(dependent)) add(dependent[name], 'dependentSchemas', name);
  return targets;
}
