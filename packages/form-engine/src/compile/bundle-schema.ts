/**
 * Brings every definition that a data schema refers to into its `$defs`, so that each `$ref` resolves inside one document.
 */
import { cloneJson, isObject, ownValue, setOwn } from '../data/json.js';
import { join } from '../data/pointer.js';
import { SchemaError } from '../errors.js';
import type { JsonObject, JsonSchema, JsonValue, Pointer } from '../plan/plan.js';

/** Nesting that the bundler follows; the compiler's own limit on schemas is lower. */
const DEPTH = 512;

/**
 * @throws {SchemaError} `schema.ref-unknown` for a definition that was not given, `schema.unsupported` for a reference by anchor or absolute URI, `schema.limit-depth`.
 */
export function bundleSchema(data: JsonSchema, definitions: Readonly<Record<string, JsonSchema>>): JsonSchema {
  if (!isObject(data)) return data;
  const names = new Map<string, string>();
  const waiting: [name: string, definition: JsonSchema][] = [];
  const taken = new Set(isObject(data['$defs']) ? Object.keys(data['$defs']) : []);

  const rewrite = (value: JsonValue, home: Pointer, place: Pointer, depth: number): JsonValue => {
    if (depth > DEPTH)
      throw new SchemaError('schema.limit-depth', 'The schema nests too deep.', {
        pointer: place,
        cure: 'Name the inner parts in $defs and refer to them.',
      });
    if (Array.isArray(value)) return value.map((item, index) => rewrite(item, home, join(place, index), depth + 1));
    if (!isObject(value)) return value;
    const result: JsonObject = {};
    for (const name of Object.keys(value)) {
      const member = value[name] as JsonValue;
      const written =
        name === '$ref' && typeof member === 'string'
          ? pointInside(member, home, place)
          : holdsValues(name)
            ? cloneJson(member)
            : rewrite(member, home, join(place, name), depth + 1);
      setOwn(result, name, written);
    }
    return result;
  };

  const pointInside = (ref: string, home: Pointer, place: Pointer): string => {
    const [file = '', fragment = ''] = ref.split('#');
    if (fragment !== '' && !fragment.startsWith('/'))
      throw new SchemaError('schema.unsupported', `The reference ${ref} names an anchor.`, {
        pointer: place,
        cure: 'Refer by JSON Pointer.',
      });
    if (file === '') return `#${home}${fragment}`;
    return `#/$defs/${nameOf(file, place)}${fragment}`;
  };

  const nameOf = (file: string, place: Pointer): string => {
    const name = canonicalName(file);
    const known = names.get(name);
    if (known !== undefined) return known;
    const definition = findDefinition(file, name, definitions);
    if (definition === undefined)
      throw new SchemaError('schema.ref-unknown', `There is no definition ${file}.`, {
        pointer: place,
        cure: 'Put the file into schemas/definitions, or correct the reference.',
      });
    let own = name;
    while (taken.has(own)) own = `${own}-shared`;
    taken.add(own);
    names.set(name, own);
    waiting.push([own, definition]);
    return own;
  };

  const root = withoutIdentity(rewrite(data, '', '', 0) as JsonObject);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [name, definition] = next;
    const home = join('/$defs', name);
    const written = rewrite(definition, home, home, 0);
    const defs = isObject(root['$defs']) ? root['$defs'] : (root['$defs'] = {});
    setOwn(defs, name, isObject(written) ? withoutIdentity(written) : written);
  }
  return root;
}

/** `address` for `../../definitions/address.schema.json`. */
export function canonicalName(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/(\.schema)?\.json$/u, '');
}

function findDefinition(
  file: string,
  name: string,
  definitions: Readonly<Record<string, JsonSchema>>,
): JsonSchema | undefined {
  const given = definitions as JsonObject;
  const exact = ownValue(given, file) ?? ownValue(given, name);
  if (exact !== undefined) return exact as JsonSchema;
  const key = Object.keys(given).find((candidate) => canonicalName(candidate) === name);
  return key === undefined ? undefined : (given[key] as JsonSchema);
}

/** Members whose value is data, in which a `$ref` is no reference. */
function holdsValues(name: string): boolean {
  return name === 'const' || name === 'enum' || name === 'default' || name === 'examples';
}

function withoutIdentity(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$id' && name !== '$schema'));
}
