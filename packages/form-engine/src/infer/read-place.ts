/**
 * All that a schema says of one place, with or without a condition, in the order in which it says it.
 */
import { isObject, setOwn } from '../data/json.js';
import { findDiscriminator } from '../compile/find-discriminator.js';
import type { JsonObject, JsonSchema, JsonValue } from '../plan/plan.js';
import { oneLine } from './label-of.js';
import { followReference } from './self-contained.js';

/** What is said of one place. */
export interface PlaceView {
  /** What the schemas say of the value itself; the first that speaks is heard. Title and description are those of the place alone. */
  said: JsonObject;
  /** Declared properties, each with all the schemas that describe it. */
  properties: Map<string, JsonSchema[]>;
  /** Properties that must be there, with or without a condition. */
  required: Set<string>;
  /** Schemas of entries that are not declared by name. */
  entries: JsonSchema[];
  /** The patterns of their names, the empty one for any other: a form asks for entries of one sort. */
  entryNames: Set<string>;
  items: JsonSchema[];
  /** By index. */
  prefix: JsonSchema[][];
  /** The schema objects that were read, by which recursion is known. */
  read: Set<JsonObject>;
  /** What the values of a choice are called, by the value as JSON. */
  titles: Map<string, string>;
  /** The same for the property that tells branches apart, by its name. */
  titlesOf: Map<string, Map<string, string>>;
  /** The last part of the reference that leads to the definition of the place. */
  definition: string | undefined;
}

/** Keywords that open another schema of the same place, or places in it; all others describe the value. */
const OPENING = new Set([
  '$ref',
  '$defs',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentSchemas',
  'properties',
  'required',
]);
/** What is said of the use of a definition and not of the definition itself. */
const LOCAL = new Set(['title', 'default', 'examples', 'deprecated']);

/** Reads the schemas of one place. */
export function readPlace(schemas: readonly JsonSchema[], root: JsonSchema): PlaceView {
  const view: PlaceView = {
    said: {},
    properties: new Map(),
    required: new Set(),
    entries: [],
    entryNames: new Set(),
    items: [],
    prefix: [],
    read: new Set(),
    titles: new Map(),
    titlesOf: new Map(),
    definition: undefined,
  };
  /** What a branch says of the property that leads to it is no description of that property. */
  const toldApartBy: string[] = [];
  for (const schema of schemas) read(schema, 'here');
  return view;

  function read(schema: JsonSchema, from: 'here' | 'elsewhere'): void {
    if (!isObject(schema) || view.read.has(schema)) return;
    view.read.add(schema);
    const names = Object.keys(schema);
    for (const name of names) if (!OPENING.has(name)) say(name, schema[name] as JsonValue, from);
    for (const name of names) if (OPENING.has(name)) open(name, schema[name] as JsonValue, schema);
  }

  function say(name: string, value: JsonValue, from: 'here' | 'elsewhere'): void {
    if (from === 'elsewhere' && LOCAL.has(name)) return;
    if (name === 'items' && value !== true) view.items.push(value as JsonSchema);
    if (name === 'additionalProperties' || name === 'unevaluatedProperties') if (isObject(value)) admit('', value);
    if (name === 'patternProperties' && isObject(value))
      for (const [pattern, schema] of Object.entries(value)) if (isObject(schema)) admit(pattern, schema);
    if (name === 'prefixItems' && Array.isArray(value))
      value.forEach((item, index) => (view.prefix[index] ??= []).push(item as JsonSchema));
    if (!Object.hasOwn(view.said, name)) setOwn(view.said, name, value);
  }

  function admit(pattern: string, schema: JsonObject): void {
    view.entryNames.add(pattern);
    view.entries.push(schema);
  }

  function open(name: string, value: JsonValue, schema: JsonObject): void {
    if (name === '$ref' && typeof value === 'string') {
      view.definition ??= /^#\/\$defs\/([^/]+)$/u.exec(value)?.[1];
      read(followReference(value, root), 'elsewhere');
    } else if (name === 'allOf' && Array.isArray(value)) value.forEach((part) => read(part as JsonSchema, 'elsewhere'));
    else if (name === 'then' || name === 'else') read(value as JsonSchema, 'elsewhere');
    else if (name === 'dependentSchemas' && isObject(value))
      Object.values(value).forEach((part) => read(part as JsonSchema, 'elsewhere'));
    else if (name === 'oneOf' || name === 'anyOf') readAlternatives(value, schema);
    else if (name === 'properties' && isObject(value)) declare(value);
    else if (name === 'required' && Array.isArray(value))
      for (const one of value) if (typeof one === 'string') view.required.add(one);
  }

  /** Branches that a property tells apart are all asked for, each while it is meant. */
  function readAlternatives(value: JsonValue, schema: JsonObject): void {
    if (!Array.isArray(value)) return;
    const targets = value.map((branch) => lookBehind(branch as JsonSchema));
    for (const target of targets)
      if (target !== undefined && Object.hasOwn(target, 'const')) name(view.titles, target['const'], target['title']);
    const told = findDiscriminator(targets);
    if (told === undefined) return;
    const titles = new Map<string, string>();
    told.values.forEach((values, index) => {
      const [only, ...others] = values;
      if (others.length === 0) name(titles, only, titleOf(value[index]) ?? titleOf(targets[index]));
    });
    view.titlesOf.set(told.name, titles);
    if (schema['properties'] === undefined) view.said['type'] ??= 'object';
    toldApartBy.push(told.name);
    for (const target of targets) if (target !== undefined) read(target, 'elsewhere');
    toldApartBy.pop();
  }

  function name(titles: Map<string, string>, value: JsonValue | undefined, title: JsonValue | undefined): void {
    const line = oneLine(title);
    if (line !== undefined && !titles.has(JSON.stringify(value))) titles.set(JSON.stringify(value), line);
  }

  function lookBehind(schema: JsonSchema): JsonObject | undefined {
    let here = schema;
    for (let steps = 0; steps < 16 && isObject(here) && typeof here['$ref'] === 'string'; steps += 1)
      here = followReference(here['$ref'], root);
    return isObject(here) ? here : undefined;
  }

  function declare(properties: JsonObject): void {
    for (const name of Object.keys(properties)) {
      const schema = properties[name] as JsonSchema;
      if (schema === false || toldApartBy.includes(name)) continue;
      const known = view.properties.get(name);
      if (known === undefined) view.properties.set(name, [schema]);
      else known.push(schema);
    }
  }
}

function titleOf(branch: JsonValue | undefined): JsonValue | undefined {
  return isObject(branch) ? branch['title'] : undefined;
}
