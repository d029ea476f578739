/**
 * Any schema as one document of draft 2020-12 in which each `$ref` leads to `$defs` or to the whole: what a form is made from.
 * What it takes is what the given schema takes; only the branches that were chosen, and types that were left open, narrow it.
 */
import { cloneJson, isObject, ownValue, setOwn } from '../data/json.js';
import { join, tokensOf } from '../data/pointer.js';
import { refuseSchema } from '../errors.js';
import type { JsonObject, JsonSchema, JsonValue, Pointer } from '../plan/plan.js';
import { DRAFT_2020_12 } from '../vocabulary/keywords/index.js';
import type { Located, SchemaDocuments } from '../vocabulary/schema-documents.js';
import { isToldApart, settleBranches } from './branches.js';
import type { InferenceNotes } from './notes.js';
import { dropTautologies } from './drop-tautologies.js';
import { findDynamicTarget } from './dynamic-target.js';
import { settleType } from './settle-type.js';
import { toDraft2020 } from './to-draft-2020.js';
import { nameDefinition } from './name-definition.js';

/** What a form may narrow: nothing under `not` or in a test, where narrower means wider. */
type Stance = 'asked' | 'judged';

/** A place in the documents that were given, while it is copied. */
interface Copying {
  located: Located;
  stance: Stance;
}

/** Keywords whose schemas say what a value must be, wherever they stand. */
const ASKED = new Set([
  'properties',
  'patternProperties',
  'additionalProperties',
  'unevaluatedProperties',
  'prefixItems',
  'items',
  'additionalItems',
  'unevaluatedItems',
  'allOf',
  'then',
  'else',
  'dependentSchemas',
  'dependencies',
]);
/** What says which document and anchor a schema is: nothing asks for it any more. */
const NAMING = new Set([
  '$id',
  '$schema',
  '$anchor',
  '$dynamicAnchor',
  '$vocabulary',
  '$comment',
  '$defs',
  'definitions',
]);

/**
 * Brings everything that a schema refers to into one document.
 *
 * @throws {SchemaError} `schema.unsupported`, `schema.ref-unknown`, `schema.malformed`, `schema.ref-cycle`
 */
export function makeSelfContained(documents: SchemaDocuments, notes: InferenceNotes): JsonSchema {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const waiting: { name: string; copying: Copying }[] = [];

  const copy = ({ located, stance }: Copying): JsonSchema => {
    const { schema, dialect } = located;
    if (!isObject(schema)) return schema;
    if (dialect.missing !== undefined)
      refuseSchema(
        'schema.unsupported',
        { pointer: join(located.pointer, '$schema'), document: located.document },
        `A form cannot be made of ${dialect.missing}.`,
        'Use draft 2020-12 or draft-07.',
      );
    const alone = dialect.refAlone === true && typeof schema['$ref'] === 'string';
    const written: JsonObject = {};
    for (const name of Object.keys(schema)) {
      if (NAMING.has(name) || (alone && name !== '$ref' && DRAFT_2020_12.keywords.has(name))) continue;
      const value = schema[name] as JsonValue;
      const keyword = dialect.keywords.get(name);
      if (name === '$ref' || name === '$dynamicRef') written['$ref'] = refer(located, name, stance);
      else if (keyword?.holds !== undefined) setOwn(written, name, copyHeld(located, name, value, stance));
      else if (keyword !== undefined || !DRAFT_2020_12.keywords.has(name)) setOwn(written, name, cloneJson(value));
    }
    const plain = dropTautologies(dialect.refAlone === true ? toDraft2020(written) : written);
    return stance === 'judged' ? plain : settle(plain, located);
  };

  const copyHeld = (located: Located, name: string, value: JsonValue, outer: Stance): JsonValue => {
    const isAsked =
      ASKED.has(name) || (name.endsWith('Of') && isToldApart(located.schema as JsonObject, name, located, documents));
    const stance = outer === 'asked' && isAsked ? 'asked' : 'judged';
    const enter = (inner: JsonValue, ...tokens: (string | number)[]): JsonSchema =>
      copy({ located: documents.enter(inner, located, tokens), stance });
    if (Array.isArray(value)) return value.map((inner, index) => enter(inner, name, index));
    if (!isObject(value) || located.dialect.keywords.get(name)?.holds === 'one') return enter(value, name);
    const map: JsonObject = {};
    for (const key of Object.keys(value)) {
      const inner = value[key] as JsonValue;
      setOwn(map, key, Array.isArray(inner) ? cloneJson(inner) : enter(inner, name, key));
    }
    return map;
  };

  const refer = (located: Located, keyword: string, stance: Stance): string => {
    const ref = (located.schema as JsonObject)[keyword];
    if (typeof ref !== 'string')
      refuseSchema('schema.malformed', placeOf(located, keyword), 'A reference is a text.', 'Give a URI reference.');
    const target =
      keyword === '$dynamicRef' ? findDynamicTarget(ref, located, documents) : documents.resolve(ref, located);
    return nameOf(target, stance);
  };

  const nameOf = (target: Located, stance: Stance): string => {
    if (target.schema === documents.root.schema && stance === 'asked') return '#';
    const key = `${stance} ${target.document}#${target.pointer}`;
    let name = names.get(key);
    if (name === undefined) {
      const wanted = nameDefinition(target, stance === 'judged');
      name = wanted;
      for (let count = 2; taken.has(name); count += 1) name = `${wanted}-${count}`;
      taken.add(name);
      names.set(key, name);
      waiting.push({ name, copying: { located: target, stance } });
    }
    return `#${join('/$defs', name)}`;
  };

  /** Narrows what a form has to decide: the branch of a union, the type of a value that may be anything. */
  const settle = (plain: JsonObject, located: Located): JsonSchema => {
    const read = (schema: JsonValue, ...tokens: (string | number)[]): JsonSchema =>
      copy({ located: documents.enter(schema, located, tokens), stance: 'asked' });
    return settleType(settleBranches(plain, { located, documents, notes, read }));
  };

  const root = copy({ located: documents.root, stance: 'asked' });
  const definitions: JsonObject = {};
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
    setOwn(definitions, next.name, copy(next.copying));
  if (!isObject(root) || Object.keys(definitions).length === 0) return root;
  return { ...root, $defs: definitions };
}

/** The schema behind a reference of a self-contained document. */
export function followReference(ref: string, root: JsonSchema): JsonSchema {
  let here: JsonValue = root;
  for (const token of tokensOf(ref.slice(1))) here = isObject(here) ? (ownValue(here, token) ?? true) : true;
  return here as JsonSchema;
}

function placeOf({ pointer, document }: Located, keyword: string): { pointer: Pointer; document: string } {
  return { pointer: join(pointer, keyword), document };
}
