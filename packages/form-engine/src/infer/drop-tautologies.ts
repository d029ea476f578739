import { isObject, setOwn } from '../data/json.js';
import type { JsonObject, JsonValue } from '../plan/plan.js';

/** Without what is always so: a property that is there because it is there. A form would let it hang on itself. */
export function dropTautologies(schema: JsonObject): JsonObject {
  const dependent = schema['dependentRequired'];
  if (!isObject(dependent)) return schema;
  const written: JsonObject = {};
  for (const cause of Object.keys(dependent)) {
    const names = dependent[cause] as JsonValue;
    setOwn(written, cause, Array.isArray(names) ? names.filter((name) => name !== cause) : names);
  }
  return { ...schema, dependentRequired: written };
}
