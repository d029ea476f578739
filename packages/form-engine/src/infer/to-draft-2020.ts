import { isObject, setOwn } from '../data/json.js';
import type { JsonObject, JsonValue } from '../plan/plan.js';

/** A schema object of draft-07 in the words of 2020-12: `items` as a list, `additionalItems`, `dependencies`. */
export function toDraft2020(schema: JsonObject): JsonObject {
  const written: JsonObject = {};
  const first = schema['items'];
  for (const name of Object.keys(schema)) {
    const value = schema[name] as JsonValue;
    if (name === 'items' && Array.isArray(value)) {
      if (value.length > 0) written['prefixItems'] = value;
    } else if (name === 'additionalItems') {
      if (Array.isArray(first)) written['items'] = value;
    } else if (name === 'dependencies' && isObject(value)) Object.assign(written, splitDependencies(value));
    else setOwn(written, name, value);
  }
  return written;
}

/** Does a schema without `$schema` speak as draft-07 did? Only that draft knows these words. */
export function speaksDraft07(schema: JsonValue): boolean {
  const open: JsonValue[] = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) open.push(...next);
    else if (isObject(next)) {
      if (Array.isArray(next['items']) || isObject(next['dependencies']) || next['additionalItems'] !== undefined)
        return true;
      for (const name of Object.keys(next))
        if (!['const', 'enum', 'default', 'examples'].includes(name)) open.push(next[name] as JsonValue);
    }
  }
  return false;
}

function splitDependencies(dependencies: JsonObject): JsonObject {
  const names: JsonObject = {};
  const schemas: JsonObject = {};
  for (const cause of Object.keys(dependencies)) {
    const value = dependencies[cause] as JsonValue;
    setOwn(Array.isArray(value) ? names : schemas, cause, value);
  }
  return {
    ...(Object.keys(names).length > 0 ? { dependentRequired: names } : {}),
    ...(Object.keys(schemas).length > 0 ? { dependentSchemas: schemas } : {}),
  };
}
