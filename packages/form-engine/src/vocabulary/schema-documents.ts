/**
 * The schema documents that references may reach: the one to compile and those given beside it. Nothing is ever fetched.
 */
import { isObject, ownValue } from '../data/json.js';
import { join, tokensOf } from '../data/pointer.js';
import { refuseSchema } from '../errors.js';
import type { JsonObject, JsonSchema, JsonValue, Pointer } from '../plan/plan.js';
import type { Dialect, DialectReader } from './keyword.js';
import { DRAFT_2020_12 } from './keywords/index.js';
import { refuseLargeSchemas, type SchemaLimits } from './schema-limits.js';

/** A schema and where it stands: the base by which its references resolve, its pointer in its document, and its draft. */
export interface Located {
  schema: JsonSchema;
  base: string;
  pointer: Pointer;
  dialect: Dialect;
}

/** Base of a document that has no name of its own; it never leaves this module. */
const NAMELESS = 'x:/';

/** Resolves references among known documents. */
export interface SchemaDocuments {
  root: Located;
  /** The names that dynamic references ask for. */
  dynamicNames: ReadonlySet<string>;
  /** The schema with that dynamic anchor in a resource. */
  anchorOf(base: string, name: string): Located | undefined;
  /** The target of a reference; throws `schema.ref-unknown`. */
  resolve(ref: string, from: Located): Located;
  /** The schema at a pointer into the root document; throws `schema.ref-unknown`. */
  at(pointer: Pointer): Located;
  /** A schema inside another: its own `$id` and `$schema` hold there, or those of its surroundings. */
  enter(schema: JsonValue, from: Located, tokens: readonly (string | number)[]): Located;
}

/**
 * Registers a schema and its companions by `$id` and anchor.
 *
 * @throws {SchemaError} `schema.limit-*`
 */
export function registerSchemas(
  schema: JsonSchema,
  companions: Readonly<Record<string, JsonSchema>> = {},
  limits: SchemaLimits,
  dialects: readonly (Dialect | DialectReader)[] = [],
): SchemaDocuments {
  const documents = Object.entries(companions);
  const named = refuseLargeSchemas([schema, ...documents.map(([, document]) => document)], limits);
  const known = new Map<string, Located>();
  const dynamicNames = new Set<string>();
  const chosen = new Map<string, Dialect>();
  const root = register(schema, NAMELESS, DRAFT_2020_12);
  for (const [name, document] of documents) register(document, resolveUri(name, NAMELESS), root.dialect);

  function choose(uri: string): Dialect {
    const [place] = splitUri(uri);
    let dialect = chosen.get(place);
    if (!dialect) {
      chosen.set(place, (dialect = { ...DRAFT_2020_12, missing: uri }));
      for (const source of [DRAFT_2020_12, ...dialects])
        if (dialect.missing && (typeof source === 'function' || source.uri === place))
          dialect = typeof source === 'function' ? (source(place, companions, choose) ?? dialect) : source;
      chosen.set(place, dialect);
    }
    return dialect;
  }

  function register(document: JsonSchema, uri: string, dialect: Dialect): Located {
    const [base] = splitUri(uri);
    const start = enter(document, { schema: true, base, pointer: '', dialect }, []);
    name(base, start);
    const open = [start];
    for (let located = open.pop(); located; located = open.pop()) {
      if (!isObject(located.schema)) continue;
      registerNames(located.schema, located);
      if (!named.has(document)) break;
      for (const name of Object.keys(located.schema)) {
        const holds = located.dialect.keywords.get(name)?.holds;
        const value = ownValue(located.schema, name);
        if (!holds || typeof value !== 'object' || !value) continue;
        if (holds === 'one' && isObject(value)) open.push(enter(value, located, [name]));
        else for (const [key, inner] of Object.entries(value)) open.push(enter(inner, located, [name, key]));
      }
    }
    return start;
  }

  /** No name may mean two things: a companion could take the place of the document itself. */
  function name(uri: string, located: Located): void {
    if ((known.get(uri) ?? located).schema !== located.schema)
      refuseSchema('schema.malformed', located.pointer, `Named twice: ${uri}.`, 'Rename one.');
    known.set(uri, located);
  }

  function registerNames(schema: JsonObject, located: Located): void {
    const { base, dialect } = located;
    const [place, fragment] = splitUri(textOf(schema, '$id'));
    if (place && !(dialect.refAlone && textOf(schema, '$ref'))) name(base, located);
    for (const anchor of dialect.refAlone ? [fragment] : [textOf(schema, '$anchor'), textOf(schema, '$dynamicAnchor')])
      if (anchor) name(`${base}#${anchor}`, located);
    const [, dynamicName] = splitUri(textOf(schema, '$dynamicRef'));
    if (dynamicName) dynamicNames.add(dynamicName);
  }

  function enter(schema: JsonValue, from: Located, tokens: readonly (string | number)[]): Located {
    let { base, dialect } = from;
    const pointer = tokens.reduce<Pointer>(join, from.pointer);
    if (isObject(schema)) {
      const id = textOf(schema, '$id');
      const draft = textOf(schema, '$schema');
      if (draft && (id || !pointer)) dialect = choose(draft);
      if (id && !(dialect.refAlone && textOf(schema, '$ref'))) [base] = splitUri(resolveUri(id, base));
    }
    return { schema: schema as JsonSchema, base, pointer, dialect };
  }

  function resolve(ref: string, from: Located): Located {
    const [place, fragment] = splitUri(resolveUri(ref, from.base));
    const isName = fragment && !fragment.startsWith('/');
    let here = known.get(isName ? `${place}#${fragment}` : place);
    for (const token of tokensOf(isName ? '' : fragment)) {
      const value = here && ownValue(Object(here.schema) as JsonObject, token);
      here = here && value !== undefined ? enter(value, here, [token]) : undefined;
    }
    if (here && (isObject(here.schema) || typeof here.schema === 'boolean')) return here;
    return refuseSchema('schema.ref-unknown', from.pointer, `Unknown: ${ref}.`, 'Correct it, or give it in `schemas`.');
  }

  return {
    root,
    dynamicNames,
    anchorOf(base, name) {
      const located = known.get(`${base}#${name}`);
      return located && textOf(located.schema as JsonObject, '$dynamicAnchor') === name ? located : undefined;
    },
    resolve,
    at: (pointer) => resolve(`#${encodeURIComponent(pointer)}`, root),
    enter,
  };
}

function textOf(schema: JsonObject, name: string): string {
  const value = ownValue(schema, name);
  return typeof value === 'string' ? value : '';
}

/** The absolute form of a reference: the text is parsed, nothing is asked of anyone. */
function resolveUri(ref: string, base: string): string {
  if (ref.startsWith('#')) return base + ref;
  try {
    return new URL(ref, base).href;
  } catch {
    return ref;
  }
}

/** A URI without its fragment, and the fragment in plain characters. */
export function splitUri(uri: string): [place: string, fragment: string] {
  const [place, fragment = ''] = uri.split('#') as [string, string?];
  try {
    return [place, decodeURIComponent(fragment)];
  } catch {
    return [place, fragment];
  }
}
