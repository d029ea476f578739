/**
 * The schema documents that references may reach: the one to compile and those given beside it. Nothing is ever fetched.
 */
import { isObject, ownValue } from '../data/json.js';
import { isPlain } from '../data/limits.js';
import { join, tokensOf } from '../data/pointer.js';
import { refuseSchema, type SchemaPlace } from '../errors.js';
import type { JsonObject, JsonSchema, JsonValue, Pointer } from '../plan/plan.js';
import type { Dialect, DialectReader } from './keyword.js';
import { DRAFT_2020_12 } from './keywords/index.js';
import { refuseLargeSchemas, type SchemaLimits } from './schema-limits.js';

/** A schema and where it stands: the base by which its references resolve, its pointer in its document, and its draft. */
export interface Located {
  schema: JsonSchema;
  base: string;
  pointer: Pointer;
  /** Name of the document in `schemas`; empty for the schema itself. */
  document: string;
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
  /** The target of a reference, which a keyword holds (`$ref`, unless told otherwise); throws `schema.ref-unknown`. */
  resolve(ref: string, from: Located, keyword?: string): Located;
  /** The schema at a pointer into the root document; throws `schema.ref-unknown`. */
  at(pointer: Pointer): Located;
  /** A schema inside another: its own `$id` and `$schema` hold there, or those of its surroundings. */
  enter(schema: JsonValue, from: Located, tokens: readonly (string | number)[]): Located;
}

/**
 * Registers a schema and its companions by `$id` and anchor.
 *
 * @throws {SchemaError} `schema.limit-*`, `schema.malformed`
 */
export function registerSchemas(
  schema: JsonSchema,
  companions: Readonly<Record<string, JsonSchema>> = {},
  limits: SchemaLimits,
  dialects: readonly (Dialect | DialectReader)[] = [],
): SchemaDocuments {
  if (!isPlain(companions)) refuseSchema('schema.malformed', {}, 'Malformed.', 'Give `schemas` by URI.');
  const documents = Object.entries<JsonSchema>(companions);
  const named = refuseLargeSchemas([['', schema], ...documents], limits);
  const known = new Map<string, Located>();
  const dynamicNames = new Set<string>();
  const chosen = new Map<string, Dialect>();
  const root = register('', schema, NAMELESS, DRAFT_2020_12);
  for (const [name, document] of documents) register(name, document, resolveUri(name, NAMELESS), root.dialect);
  return {
    root,
    dynamicNames,
    anchorOf(base, name) {
      const located = known.get(`${base}#${name}`);
      return located && textOf(located.schema as JsonObject, '$dynamicAnchor') === name ? located : undefined;
    },
    resolve(ref, from, keyword = '$ref') {
      const [place, fragment] = splitUri(resolveUri(ref, from.base));
      const isName = fragment && !fragment.startsWith('/');
      const found = isName ? walk(`${place}#${fragment}`, '') : walk(place, fragment);
      return found ?? refuseReference(ref, { ...from, pointer: join(from.pointer, keyword) });
    },
    at: (pointer) => (/^[^/]/.test(pointer) ? undefined : walk(root.base, pointer)) ?? refuseReference(pointer, {}),
    enter,
  };

  function walk(uri: string, pointer: Pointer): Located | undefined {
    let here = known.get(uri);
    for (const token of tokensOf(pointer)) {
      const value = here && ownValue(Object(here.schema) as JsonObject, token);
      here = here && value !== undefined ? enter(value, here, [token]) : undefined;
    }
    return here && (isObject(here.schema) || typeof here.schema === 'boolean') ? here : undefined;
  }

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

  function register(name: string, document: JsonSchema, uri: string, dialect: Dialect): Located {
    const [base] = splitUri(uri);
    const start = enter(document, { schema: true, base, pointer: '', document: name, dialect }, []);
    assign(base, start);
    const open = [start];
    for (let located = open.pop(); located; located = open.pop()) {
      if (!isObject(located.schema)) continue;
      registerNames(located.schema, located);
      if (!named.has(document)) break;
      for (const [name, value] of Object.entries(located.schema)) {
        const holds = located.dialect.keywords.get(name)?.holds;
        if (!holds || typeof value !== 'object' || !value) continue;
        if (holds === 'one' && isObject(value)) open.push(enter(value, located, [name]));
        else for (const [key, inner] of Object.entries(value)) open.push(enter(inner, located, [name, key]));
      }
    }
    return start;
  }

  /** No name may mean two things: a companion could take the place of the document itself. */
  function assign(uri: string, located: Located): void {
    if ((known.get(uri) ?? located).schema !== located.schema)
      refuseSchema('schema.malformed', located, `Named twice: ${uri}.`, 'Rename one.');
    known.set(uri, located);
  }

  function registerNames(schema: JsonObject, located: Located): void {
    const { base, dialect } = located;
    const [place, fragment] = splitUri(textOf(schema, '$id'));
    if (place && !(dialect.refAlone && textOf(schema, '$ref'))) assign(base, located);
    for (const anchor of dialect.refAlone ? [fragment] : [textOf(schema, '$anchor'), textOf(schema, '$dynamicAnchor')])
      if (anchor) assign(`${base}#${anchor}`, located);
    const [, dynamicName] = splitUri(textOf(schema, '$dynamicRef'));
    if (dynamicName) dynamicNames.add(dynamicName);
  }

  function enter(schema: JsonValue, from: Located, tokens: readonly (string | number)[]): Located {
    let { base, dialect } = from;
    const pointer = tokens.reduce<Pointer>(join, from.pointer);
    if (isObject(schema)) {
      const id = textOf(schema, '$id');
      const draft = textOf(schema, '$schema');
      if (draft && (id || !pointer)) dialect = { ...choose(draft), pointer };
      if (id && !(dialect.refAlone && textOf(schema, '$ref'))) [base] = splitUri(resolveUri(id, base));
    }
    return { schema: schema as JsonSchema, base, pointer, document: from.document, dialect };
  }
}

function refuseReference(ref: string, place: SchemaPlace): never {
  refuseSchema('schema.ref-unknown', place, `Unknown: ${ref}.`, 'Correct it, or give it in `schemas`.');
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
