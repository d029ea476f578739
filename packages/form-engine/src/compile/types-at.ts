import { isObject } from '../data/json.js';
import type { JsonValue, Pointer } from '../plan/plan.js';
import type { SchemaDocuments } from '../vocabulary/schema-documents.js';
import { type JsonType, typeOf, type Types } from './check-operands.js';
import { lookThrough, type Trace } from './trace-schema.js';

/** The types that every unconditional schema of a place allows; undefined where none says so. */
export function typesAt(pointer: Pointer, trace: Trace, documents: SchemaDocuments): Types {
  let types: Types;
  for (const { located, condition } of trace.places.get(pointer)?.occurrences ?? []) {
    const { schema } = lookThrough(located, documents);
    const own = condition === undefined && isObject(schema) ? typesOfSchema(schema) : undefined;
    if (own !== undefined) types = new Set(types === undefined ? own : own.filter((type) => types?.has(type)));
  }
  return types;
}

function typesOfSchema(schema: { [name: string]: JsonValue }): JsonType[] | undefined {
  const { type, enum: values } = schema;
  if (Array.isArray(values)) return values.map(typeOf);
  if (Object.hasOwn(schema, 'const')) return [typeOf(schema['const'] as JsonValue)];
  if (type === undefined) return undefined;
  return (Array.isArray(type) ? type : [type]).map((name) => (name === 'integer' ? 'number' : name) as JsonType);
}
