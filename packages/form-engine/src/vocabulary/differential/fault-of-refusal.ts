/**
 * A schema that is spoilt somewhere has to be refused with the pointer of that very place.
 */
import { isObject } from '../../data/json.js';
import { escapeToken } from '../../data/pointer.js';
import type { JsonObject, JsonValue } from '../../plan/plan.js';
import type { CreateValidator } from './compare.js';
import type { Document } from './document.js';
import { KEYWORDS } from './schemas.js';

/** Keywords of earlier drafts, of which this one is silent. */
const EARLIER = ['dependencies', 'additionalItems'];

/** Values that no keyword takes, but for those that take any. */
const WRONG: readonly JsonValue[] = [null, [[1]]];
const TAKES_ANY = ['const', 'enum'];

/** Further values that a keyword does not take. */
const WRONG_FOR: Readonly<Record<string, readonly JsonValue[]>> = {
  type: [[], ['string', 1], 'text'],
  multipleOf: [0, -1],
  ...Object.fromEntries(
    ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'].map((name) => [
      name,
      [-1, 0.5],
    ]),
  ),
};

/** A type that is none. */
const MALFORMED: JsonObject = { type: 0 };

const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const MAPS = ['properties', 'patternProperties', 'dependentSchemas', 'dependencies'];
const SINGLE = [
  'additionalProperties',
  'propertyNames',
  'items',
  'additionalItems',
  'contains',
  'not',
  'if',
  'then',
  'else',
  'unevaluatedProperties',
  'unevaluatedItems',
];

/** What is wrong with the refusals of the document spoilt below each keyword of its root, in a few words. */
export function faultOfRefusal(
  createValidator: CreateValidator,
  { draft, schema, companions }: Document,
): string | undefined {
  if (!isObject(schema) || (draft === 'draft-07' && '$ref' in schema)) return undefined;
  const dynamic = refusalOf(() => createValidator({ $dynamicRef: [[1]] }));
  if (dynamic !== 'schema.malformed /$dynamicRef') return `meets a wrong $dynamicRef with ${dynamic}`;
  for (const keyword of draft === '2020-12' ? EARLIER : []) {
    const told = refusalOf(() => createValidator({ ...schema, [keyword]: {} }, { schemas: companions }));
    if (told !== `schema.unsupported /${keyword}`) return `meets ${keyword} with ${told}`;
  }
  for (const keyword of Object.keys(schema)) {
    if (KEYWORDS[keyword]?.drafts.includes(draft) !== true) continue;
    if (isSilent(keyword, schema)) continue;
    for (const value of TAKES_ANY.includes(keyword) ? [] : [...WRONG, ...(WRONG_FOR[keyword] ?? [])]) {
      const told = refusalOf(() => createValidator({ ...schema, [keyword]: value }, { schemas: companions }));
      if (!told.startsWith(`schema.malformed /${keyword}`))
        return `meets ${keyword}: ${JSON.stringify(value)} with ${told}`;
    }
    const spoilt = spoil(keyword, schema[keyword] as JsonValue);
    if (spoilt === undefined) continue;
    const expected = `schema.malformed ${spoilt.pointer}/type`;
    const told = refusalOf(() => createValidator({ ...schema, [keyword]: spoilt.value }, { schemas: companions }));
    if (told !== expected) return `refuses with ${told} where ${expected} is the fault`;
  }
  return undefined;
}

/** Without another keyword it says nothing, and is not looked at. */
function isSilent(keyword: string, schema: JsonObject): boolean {
  if (keyword === 'then' || keyword === 'else') return !('if' in schema);
  return keyword === 'additionalItems' && !Array.isArray(schema['items']);
}

function spoil(keyword: string, value: JsonValue): { value: JsonValue; pointer: string } | undefined {
  if (SINGLE.includes(keyword) && !Array.isArray(value)) return { value: MALFORMED, pointer: `/${keyword}` };
  if (Array.isArray(value) && (LISTS.includes(keyword) || keyword === 'items'))
    return { value: [...value, MALFORMED], pointer: `/${keyword}/${value.length}` };
  const [name] = MAPS.includes(keyword) && isObject(value) ? Object.keys(value).slice(-1) : [];
  if (name === undefined || !isObject(value)) return undefined;
  return {
    value: Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === name ? MALFORMED : part])),
    pointer: `/${keyword}/${escapeToken(name)}`,
  };
}

function refusalOf(compile: () => unknown): string {
  try {
    compile();
    return 'nothing';
  } catch (error) {
    return error instanceof Error && 'code' in error && 'pointer' in error
      ? `${String(error.code)} ${String(error.pointer)}`
      : String(error);
  }
}
