/**
 * Refuses schemas that are too large, before any work is done on them.
 */
import { measure, ROOT, UNLIMITED } from '../data/limits.js';
import { pointerOf } from '../data/path.js';
import { refuseSchema } from '../errors.js';
import type { JsonSchema, Pointer } from '../plan/plan.js';

/** How large a schema may be. */
export interface SchemaLimits {
  /** UTF-16 units of all documents as JSON, roughly. */
  bytes: number;
  /** Levels of nested schemas; each takes up to two levels of JSON. */
  depth: number;
  /** JSON values in one document. */
  nodes: number;
  /** Values of one `enum`, branches of one `oneOf`, `anyOf` or `allOf`. */
  enum: number;
  /** Schemas compiled in all; and those that may apply to one value, each counted as often as references lead to it. */
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
 * @returns the documents that name schemas by `$id` or anchor, or refer dynamically, somewhere inside
 * @throws {SchemaError} `schema.limit-bytes`, `schema.limit-depth`, `schema.limit-nodes`, `schema.limit-enum`, `schema.limit-branches`.
 */
export function refuseLargeSchemas(documents: readonly JsonSchema[], limits: SchemaLimits): Set<JsonSchema> {
  const naming = new Set<JsonSchema>();
  let size = 0;
  for (const document of documents) {
    const found = measure(document, {
      ...UNLIMITED,
      depth: 2 * limits.depth,
      nodes: limits.nodes,
      arrayLength: limits.enum,
    });
    size += found.size;
    if (found.names) naming.add(document);
    const { limit = '', path = ROOT } = found.broken ?? {};
    const name = limit === 'array' ? (path.token?.endsWith('Of') ? 'branches' : 'enum') : limit;
    if (name) refuseSize(name as keyof SchemaLimits, limits, pointerOf(path));
    if (size > limits.bytes) refuseSize('bytes', limits);
  }
  return naming;
}

/** Ends the compilation: the schema is larger than the limit. */
export function refuseSize(limit: keyof SchemaLimits, limits: SchemaLimits, pointer: Pointer = ''): never {
  refuseSchema(`schema.limit-${limit}`, pointer, `More than ${limits[limit]}.`, 'Split it, or use a catalogue.');
}
