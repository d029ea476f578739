/**
 * The schema documents that references may reach: the one to compile and those given beside it. Nothing is ever fetched.
 */
import { isObject, readTokens } from '../data/json.js';
import { join, tokensOf } from '../data/pointer.js';
import { SchemaError } from '../errors.js';
import type { JsonObject, JsonSchema, JsonValue, Pointer } from '../plan/plan.js';
import { SCHEMA_KEYWORDS, SCHEMA_LIST_KEYWORDS, SCHEMA_MAP_KEYWORDS } from './keywords/index.js';

/** A schema and where it stands: the base by which its references resolve, and its pointer in its document. */
export interface Located {
  schema: JsonSchema;
  base: string;
  pointer: Pointer;
}

/** Base of a document that has no name of its own; it never leaves this module. */
const NAMELESS = 'schema:/root';

/** How large a schema may be. */
export interface SchemaLimits {
  /** Levels of nested schemas. */
  depth: number;
  /** Schemas in all. */
  nodes: number;
}

/** Enough for any procedure; at least 64 levels are promised. */
export const SCHEMA_LIMITS: SchemaLimits = { depth: 128, nodes: 50_000 };

/** Resolves references among known documents. */
export interface SchemaDocuments {
  root: Located;
  /** Every schema of every document. */
  all: readonly Located[];
  /** The target of a reference, if it is known. */
  find(ref: string, from: Located): Located | undefined;
  /** As `find`; throws `schema.ref-unknown`. */
  resolve(ref: string, from: Located): Located;
  /** The schema at a pointer into the root document; throws `schema.ref-unknown`. */
  at(pointer: Pointer): Located;
  /** The base that holds inside a schema: its own `$id`, or that of its surroundings. */
  enter(schema: JsonValue, from: Located, tokens: readonly (string | number)[]): Located;
}

/**
 * Registers a schema and its companions by `$id` and anchor.
 *
 * @throws {SchemaError} `schema.limit-depth`, `schema.limit-nodes`.
 */
export function registerSchemas(
  schema: JsonSchema,
  companions: Readonly<Record<string, JsonSchema>>,
  limits: SchemaLimits,
): SchemaDocuments {
  const resources = new Map<string, Located>();
  const anchors = new Map<string, Located>();
  const all: Located[] = [];
  const root = register(schema, NAMELESS);
  for (const [name, companion] of Object.entries(companions)) register(companion, resolveUri(name, NAMELESS));

  function register(document: JsonSchema, uri: string): Located {
    const start: Located = { schema: document, base: baseOf(document, uri), pointer: '' };
    resources.set(uri, start);
    let nodes = 0;
    const open = [{ located: start, depth: 0 }];
    for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
      const { located, depth } = entry;
      all.push(located);
      nodes += 1;
      if (depth > limits.depth)
        throw new SchemaError('schema.limit-depth', `More than ${limits.depth} schemas inside one another.`, {
          pointer: located.pointer,
          cure: 'Name the inner parts in $defs and refer to them.',
        });
      if (nodes > limits.nodes)
        throw new SchemaError('schema.limit-nodes', `More than ${limits.nodes} schemas.`, {
          pointer: '',
          cure: 'Split the document, or move long lists to a catalogue.',
        });
      if (!isObject(located.schema)) continue;
      if (typeof located.schema['$id'] === 'string') resources.set(withoutFragment(located.base), located);
      for (const keyword of ['$anchor', '$dynamicAnchor']) {
        const anchor = located.schema[keyword];
        if (typeof anchor === 'string') anchors.set(`${withoutFragment(located.base)}#${anchor}`, located);
      }
      for (const child of childrenOf(located)) open.push({ located: child, depth: depth + 1 });
    }
    return start;
  }

  function childrenOf(parent: Located): Located[] {
    const schema = parent.schema as JsonObject;
    const children: Located[] = [];
    const add = (value: JsonValue | undefined, ...tokens: (string | number)[]): void => {
      if (isObject(value) || typeof value === 'boolean') children.push(enter(value, parent, tokens));
    };
    for (const name of SCHEMA_KEYWORDS) add(schema[name], name);
    for (const name of SCHEMA_LIST_KEYWORDS)
      if (Array.isArray(schema[name])) schema[name].forEach((value, index) => add(value, name, index));
    for (const name of SCHEMA_MAP_KEYWORDS) {
      const map = schema[name];
      if (isObject(map)) for (const key of Object.keys(map)) add(map[key], name, key);
    }
    return children;
  }

  function enter(schema: JsonValue, from: Located, tokens: readonly (string | number)[]): Located {
    const pointer = tokens.reduce<Pointer>((place, token) => join(place, token), from.pointer);
    return { schema: schema as JsonSchema, base: baseOf(schema, from.base), pointer };
  }

  function find(ref: string, from: Located): Located | undefined {
    const uri = resolveUri(ref, from.base);
    const fragment = decodeFragment(uri.split('#')[1] ?? '');
    if (fragment !== '' && !fragment.startsWith('/')) return anchors.get(`${withoutFragment(uri)}#${fragment}`);
    const resource = resources.get(withoutFragment(uri));
    return resource === undefined ? undefined : walk(resource, fragment);
  }

  function walk(resource: Located, fragment: Pointer): Located | undefined {
    let base = resource.base;
    const tokens = tokensOf(fragment);
    tokens.forEach((_, index) => {
      base = baseOf(readTokens(resource.schema, tokens.slice(0, index + 1)), base);
    });
    const schema = readTokens(resource.schema, tokens);
    if (!isObject(schema) && typeof schema !== 'boolean') return undefined;
    return { schema, base, pointer: `${resource.pointer}${fragment}` };
  }

  return {
    root,
    all,
    find,
    resolve: (ref, from) => find(ref, from) ?? unknown(ref, from),
    enter,
    at: (pointer) => walk(root, pointer) ?? unknown(pointer, root),
  };
}

function baseOf(schema: JsonValue | undefined, base: string): string {
  return isObject(schema) && typeof schema['$id'] === 'string' ? resolveUri(schema['$id'], base) : base;
}

function resolveUri(ref: string, base: string): string {
  try {
    return new URL(ref, base).href;
  } catch {
    return ref;
  }
}

function withoutFragment(uri: string): string {
  return uri.split('#')[0] ?? uri;
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function unknown(ref: string, from: Located): never {
  throw new SchemaError('schema.ref-unknown', `Nothing is known under ${JSON.stringify(ref)}.`, {
    pointer: from.pointer,
    cure: 'Give the document in `schemas`, or correct the reference.',
  });
}
