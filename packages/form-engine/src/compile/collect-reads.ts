/**
 * Which places in the answers a test schema looks at.
 */
import { isObject } from '../data/json.js';
import { join } from '../data/pointer.js';
import type { JsonObject, JsonValue, Pointer } from '../plan/plan.js';
import type { Located, SchemaDocuments } from '../vocabulary/schema-documents.js';
import { appliedInPlace } from './applied-in-place.js';

/** Keywords that look at nothing of the value's inside, or are followed by themselves. */
const QUIET = new Set([
  'type',
  'properties',
  'required',
  '$ref',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'title',
  'description',
  '$comment',
  '$defs',
  'dependentRequired',
  'dependentSchemas',
  '$schema',
  '$id',
  '$anchor',
  'examples',
  'default',
]);

/** The pointers that a test at a place reads; the place itself when the whole value matters. */
export function collectReads(test: Located, at: Pointer, documents: SchemaDocuments): Pointer[] {
  const reads = new Set<Pointer>();
  const met = new Set<string>();

  const visit = (located: Located, place: Pointer): void => {
    const { schema } = located;
    if (!isObject(schema)) {
      if (place !== at) reads.add(place);
      return;
    }
    const key = `${located.pointer} ${place}`;
    if (met.has(key)) return;
    met.add(key);
    if (readsWhole(schema)) reads.add(place);
    for (const name of namesOf(schema['required'])) reads.add(join(place, name));
    for (const keyword of ['dependentRequired', 'dependentSchemas']) {
      const map = schema[keyword];
      if (!isObject(map)) continue;
      for (const name of Object.keys(map))
        for (const read of [name, ...namesOf(map[name])]) reads.add(join(place, read));
    }
    for (const target of appliedInPlace(schema, located, documents)) visit(target, place);
    if (!isObject(schema['properties'])) return;
    for (const name of Object.keys(schema['properties'])) {
      visit(documents.enter(schema['properties'][name] as JsonValue, located, ['properties', name]), join(place, name));
    }
  };

  visit(test, at);
  return [...reads];
}

function readsWhole(schema: JsonObject): boolean {
  return (
    Object.keys(schema).some((name) => !QUIET.has(name)) ||
    (schema['type'] !== undefined && schema['type'] !== 'object')
  );
}

function namesOf(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
