/**
 * Refuses schemas that are too large, before any work is done on them.
 */
import { measure, ROOT, UNLIMITED } from '../data/limits.js';
import { pointerOf } from '../data/path.js';
import { refuseSchema, type SchemaPlace } from '../errors.js';
import type { JsonSchema } from '../plan/plan.js';

/** Levels of nested schemas that can be compiled with less than half of the stack that a page or a worker has. */
export const DEEPEST_SCHEMA = 256;

/** How large a schema may be. */
export interface SchemaLimits {
  /** UTF-16 units of all documents as JSON, roughly. */
  bytes: number;
  /** Levels of nested schemas; each takes up to two levels of JSON. More than `DEEPEST_SCHEMA` counts as that. */
  depth: number;
  /** JSON values in one document. */
  nodes: number;
  /** Values of one `enum`, branches of one `oneOf`, `anyOf` or `allOf`. */
  enum: number;
  /** Schemas compiled in all, each once more for every name of dynamic references; and those that may apply to one value, each counted as often as references lead to it. */
  branches: number;
}

/** Enough for any procedure; at least 64 levels are promised. */
export const SCHEMA_LIMITS: SchemaLimits = {
  bytes: 8_000_000,
  depth: 128,
  nodes: 250_000,
  enum: 20_000,
  branches: 20_000,
};

/**
 * Refuses what is too large, or no JSON.
 *
 * @param documents by name; the name of the schema itself is empty
 * @returns the documents that name schemas by `$id` or anchor, or refer dynamically, somewhere inside
 * @throws {SchemaError} `schema.limit-bytes`, `schema.limit-depth`, `schema.limit-nodes`, `schema.limit-enum`, `schema.limit-branches`,
 * `schema.malformed`
 */
export function refuseLargeSchemas(
  documents: readonly (readonly [name: string, document: JsonSchema])[],
  limits: SchemaLimits,
): Set<JsonSchema> {
  const naming = new Set<JsonSchema>();
  const most = { ...UNLIMITED, depth: 2 * limits.depth, nodes: limits.nodes, arrayLength: limits.enum };
  let size = 0;
  for (const [document, schema] of documents) {
    const found = measure(schema, most, true);
    size += found.size;
    if (found.names) naming.add(schema);
    const { limit = size > limits.bytes && 'bytes', path = ROOT } = found.broken ?? {};
    const place = { pointer: pointerOf(path), document };
    if (limit === 'json') refuseSchema('schema.malformed', place, 'Malformed.', 'Give a JSON value.');
    const name = limit === 'array' ? (path.token?.endsWith('Of') ? 'branches' : 'enum') : limit;
    if (name) refuseSize(name as keyof SchemaLimits, limits, place);
  }
  return naming;
}

/** Ends the compilation: the schema is larger than the limit. */
export function refuseSize(limit: keyof SchemaLimits, limits: SchemaLimits, place: SchemaPlace): never {
  refuseSchema(`schema.limit-${limit}`, place, `More than ${limits[limit]}.`, 'Split it, or use a catalogue.');
}
