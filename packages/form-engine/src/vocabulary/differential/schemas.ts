/**
 * Generated schemas: every keyword in turn stands at the root beside others of its kind, over shared definitions, anchors and inner documents.
 */
import fc from 'fast-check';
import type { JsonObject, JsonSchema, JsonValue } from '../../plan/plan.js';
import { DEFERRED_PATTERNS, DIVISORS, FORMATS, NUMBERS, PATTERNS } from './pools.js';
import { mapOf, name, objectOf, value } from './values.js';

/** The drafts that schemas are generated for. */
export type Draft = '2020-12' | 'draft-07';

/** Kinds of keywords: a schema mostly keeps to one of them, so that its keywords meet on the same values. */
export type Kind = 'any' | 'number' | 'text' | 'list' | 'object';
const KINDS: readonly Kind[] = ['any', 'number', 'text', 'list', 'object'];

/** Where a schema stands, and so what it may contain. */
interface Spot {
  draft: Draft;
  kind: Kind;
  /** Levels of schemas that may still come below. */
  depth: number;
  /** References that may be used in place: none inside definitions. */
  refs: readonly string[];
  /** References that may be used one step into the data, where they may lead back. */
  refsBelow: readonly string[];
  /** Its texts are mostly matched against patterns that the evaluator does not run itself. */
  defers?: boolean;
}

type Members = fc.Arbitrary<JsonObject>;

const count = fc.integer({ min: 0, max: 3 });
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 2 });
const one = (keyword: string, member: fc.Arbitrary<JsonValue>): Members =>
  member.map((given) => ({ [keyword]: given }));
const some = (
  required: Record<string, fc.Arbitrary<JsonValue>>,
  optional: Record<string, fc.Arbitrary<JsonValue>>,
): Members =>
  fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required), noNullPrototype: true }) as Members;

const TYPES = ['null', 'boolean', 'string', 'number', 'integer', 'array', 'object'];
const TYPE_OF: Readonly<Record<Kind, readonly string[]>> = {
  any: TYPES,
  number: ['number', 'integer'],
  text: ['string'],
  list: ['array'],
  object: ['object'],
};

interface Entry {
  kind: Kind;
  drafts: readonly Draft[];
  /** Has schemas below it. */
  nests: boolean;
  /** Asks what others have looked at. */
  sees?: boolean;
  members(spot: Spot): Members;
}

const BOTH: readonly Draft[] = ['2020-12', 'draft-07'];
const NEW: readonly Draft[] = ['2020-12'];
const OLD: readonly Draft[] = ['draft-07'];

const plain = (kind: Kind, keyword: string, member: fc.Arbitrary<JsonValue>): [string, Entry] => [
  keyword,
  { kind, drafts: BOTH, nests: false, members: () => one(keyword, member) },
];
const nesting = (kind: Kind, keyword: string, members: (spot: Spot) => Members, drafts = BOTH): [string, Entry] => [
  keyword,
  { kind, drafts, nests: true, members },
];

const branches = (spot: Spot): fc.Arbitrary<JsonValue[]> => fc.array(inPlace(spot), { minLength: 1, maxLength: 3 });
const map = (spot: Spot): Members => mapOf(underneath(spot), 3, 1);
const patternMap = (spot: Spot): Members =>
  fc
    .uniqueArray(fc.tuple(patternSource(spot, ['^a', 'b$', '[0-9]', '^[^a]*$', '^.{2}$']), underneath(spot)), {
      minLength: 1,
      maxLength: 2,
      selector: ([key]) => key,
    })
    .map(objectOf);
/** Constants with titles, as forms write choices; now and then one comes twice, or asks for more. */
const titled = (keyword: string, constants: fc.Arbitrary<JsonValue>): Members =>
  one(
    keyword,
    fc
      .record({
        items: fc.array(
          fc.tuple(
            constants,
            fc.constantFrom<JsonObject>({}, {}, {}, {}, { minimum: 1 }, { type: 'string' }, { maxLength: 1 }),
          ),
          {
            minLength: 1,
            maxLength: 4,
          },
        ),
        twice: fc.constantFrom(false, false, true),
      })
      .map(({ items, twice }) =>
        [...items, ...(twice ? items.slice(0, 1) : [])].map(([item, more]) => ({
          const: item,
          title: 'a title',
          ...more,
        })),
      ),
  );
/** Branches that tell themselves apart by a constant, as forms write them. */
const discriminated = (spot: Spot): fc.Arbitrary<JsonValue[]> =>
  fc.tuple(objectSpot(spot), objectSpot(spot), fc.boolean()).map(([first, second, strict]) =>
    [first, second].map((schema, index) => ({
      ...schema,
      properties: { ...(schema['properties'] as JsonObject | undefined), a: { const: index } },
      ...(strict ? { required: ['a'] } : {}),
    })),
  );
const objectSpot = (spot: Spot): Members => schemaObject({ ...lower(spot), kind: 'object' });

function patternSource({ defers }: Spot, sources: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: defers ? 1 : 15, arbitrary: fc.constantFrom(...sources) },
    { weight: defers ? 3 : 1, arbitrary: fc.constantFrom(...Object.keys(DEFERRED_PATTERNS)) },
  );
}

/** The vocabulary of both drafts; a keyword that only modifies another brings that one along. */
export const KEYWORDS: Readonly<Record<string, Entry>> = Object.fromEntries([
  ['type', { kind: 'any', drafts: BOTH, nests: false, members: typeMembers }] satisfies [string, Entry],
  plain('any', 'enum', fc.uniqueArray(value, { minLength: 1, maxLength: 4, selector: (item) => JSON.stringify(item) })),
  plain('any', 'const', value),
  ...(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const).map((keyword) =>
    plain('number', keyword, fc.constantFrom(...NUMBERS)),
  ),
  plain('number', 'multipleOf', fc.constantFrom(...DIVISORS)),
  plain('text', 'minLength', count),
  plain('text', 'maxLength', count),
  [
    'pattern',
    {
      kind: 'text',
      drafts: BOTH,
      nests: false,
      members: (spot) => one('pattern', patternSource(spot, Object.keys(PATTERNS))),
    },
  ] satisfies [string, Entry],
  ['format', { kind: 'text', drafts: BOTH, nests: false, members: formatMembers }] satisfies [string, Entry],
  plain('object', 'required', names),
  plain('object', 'minProperties', count),
  plain('object', 'maxProperties', count),
  nesting('object', 'properties', (spot) => one('properties', map(spot))),
  nesting('object', 'patternProperties', (spot) => one('patternProperties', patternMap(spot))),
  nesting('object', 'additionalProperties', (spot) =>
    some({ additionalProperties: underneath(spot) }, { properties: map(spot), patternProperties: patternMap(spot) }),
  ),
  nesting('object', 'propertyNames', (spot) => one('propertyNames', schema({ ...lower(spot), kind: 'text' }))),
  [
    'dependentRequired',
    { kind: 'object', drafts: NEW, nests: false, members: () => one('dependentRequired', mapOf(names, 2, 1)) },
  ] satisfies [string, Entry],
  nesting('object', 'dependentSchemas', (spot) => one('dependentSchemas', mapOf(inPlace(spot), 2, 1)), NEW),
  nesting(
    'object',
    'dependencies',
    (spot) => one('dependencies', mapOf<JsonValue>(fc.oneof(names, inPlace(spot)), 2, 1)),
    OLD,
  ),
  nesting(
    'list',
    'prefixItems',
    (spot) => one('prefixItems', fc.array(underneath(spot), { minLength: 1, maxLength: 3 })),
    NEW,
  ),
  nesting('list', 'items', (spot) =>
    spot.draft === 'draft-07'
      ? one('items', fc.oneof(underneath(spot), fc.array(underneath(spot), { minLength: 1, maxLength: 3 })))
      : some({ items: underneath(spot) }, { prefixItems: fc.array(underneath(spot), { minLength: 1, maxLength: 2 }) }),
  ),
  nesting(
    'list',
    'additionalItems',
    (spot) =>
      some(
        { additionalItems: underneath(spot) },
        {
          items: fc.oneof(
            { weight: 5, arbitrary: fc.array(underneath(spot), { minLength: 1, maxLength: 2 }) },
            { weight: 1, arbitrary: underneath(spot) },
          ),
        },
      ),
    OLD,
  ),
  nesting('list', 'contains', (spot) => one('contains', underneath(spot))),
  nesting('list', 'minContains', (spot) => some({ contains: underneath(spot), minContains: count }, {}), NEW),
  nesting(
    'list',
    'maxContains',
    (spot) => some({ contains: underneath(spot), maxContains: count }, { minContains: fc.integer({ min: 0, max: 1 }) }),
    NEW,
  ),
  plain('list', 'minItems', count),
  plain('list', 'maxItems', count),
  plain('list', 'uniqueItems', fc.constantFrom(true, true, true, false)),
  nesting('any', 'allOf', (spot) => one('allOf', branches(spot))),
  nesting('any', 'anyOf', (spot) =>
    fc.oneof(
      { weight: 3, arbitrary: one('anyOf', branches(spot)) },
      one('anyOf', discriminated(spot)),
      titled('anyOf', value),
    ),
  ),
  nesting('any', 'oneOf', (spot) =>
    fc.oneof(
      { weight: 3, arbitrary: one('oneOf', branches(spot)) },
      one('oneOf', discriminated(spot)),
      titled('oneOf', value),
    ),
  ),
  nesting('any', 'not', (spot) => one('not', inPlace(spot))),
  nesting('any', 'if', (spot) => some({ if: inPlace(spot) }, { then: inPlace(spot), else: inPlace(spot) })),
  nesting('any', 'then', (spot) => some({ if: inPlace(spot), then: inPlace(spot) }, {})),
  nesting('any', 'else', (spot) => some({ if: inPlace(spot), else: inPlace(spot) }, {})),
  [
    'unevaluatedProperties',
    {
      kind: 'object',
      drafts: NEW,
      nests: true,
      sees: true,
      members: (spot) => fc.tuple(one('unevaluatedProperties', unevaluated(spot)), beside(spot)).map(merged),
    },
  ] satisfies [string, Entry],
  [
    'unevaluatedItems',
    {
      kind: 'list',
      drafts: NEW,
      nests: true,
      sees: true,
      members: (spot) => fc.tuple(one('unevaluatedItems', unevaluated(spot)), beside(spot)).map(merged),
    },
  ] satisfies [string, Entry],
  ['$ref', { kind: 'any', drafts: BOTH, nests: false, members: referenceMembers }] satisfies [string, Entry],
]);

function typeMembers({ kind }: Spot): Members {
  const names = TYPE_OF[kind];
  return fc.oneof(
    { weight: 6, arbitrary: one('type', fc.constantFrom(...names)) },
    { weight: 1, arbitrary: one('type', fc.uniqueArray(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 3 })) },
  );
}

/** Draft-07 does not know `uuid`: there it says nothing. */
function formatMembers({ draft }: Spot): Members {
  return one(
    'format',
    fc.constantFrom(...Object.keys(FORMATS).filter((format) => draft === '2020-12' || format !== 'uuid')),
  );
}

function referenceMembers({ refs }: Spot): Members {
  return refs.length === 0 ? fc.constant({}) : one('$ref', fc.constantFrom(...refs));
}

function unevaluated(spot: Spot): fc.Arbitrary<JsonSchema> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant<JsonSchema>(false) }, { weight: 1, arbitrary: underneath(spot) });
}

/** Something that looks at names or items in place, for `unevaluated*` to see. */
function beside(spot: Spot): Members {
  const near = { ...spot, depth: 1 };
  const looks = fc.oneof(
    ...entriesOf(near, (entry) => entry.kind === spot.kind && entry.nests && (spot.depth > 1 || !entry.sees)).map(
      (entry) => entry.members(near),
    ),
  );
  const few = fc.array(looks, { minLength: 1, maxLength: 2 });
  return fc.oneof(
    looks,
    one('allOf', few),
    one('anyOf', few),
    one('oneOf', few),
    some({ if: looks }, { then: looks, else: looks }),
    one('not', looks),
    one('not', one('not', looks)),
    ...(spot.kind === 'object' ? [one('dependentSchemas', mapOf(looks, 2, 1))] : []),
    referenceMembers(spot),
  );
}

const lower = (spot: Spot): Spot => ({ ...spot, depth: spot.depth - 1 });

/** A schema for the same value: of the same kind, mostly. */
function inPlace(spot: Spot): fc.Arbitrary<JsonSchema> {
  const inner = lower(spot);
  return fc.oneof({ weight: 4, arbitrary: schema(inner) }, { weight: 1, arbitrary: schema({ ...inner, kind: 'any' }) });
}

/** A schema for a value one step into the data. */
function underneath(spot: Spot): fc.Arbitrary<JsonSchema> {
  const inner = { ...lower(spot), refs: spot.refsBelow };
  return fc.oneof(
    ...KINDS.map((kind) => ({
      weight: spot.defers && kind === 'text' ? 12 : 1,
      arbitrary: schema({ ...inner, kind }),
    })),
  );
}

const known = new Map<string, fc.Arbitrary<JsonSchema>>();

/** A schema for a spot. */
function schema(spot: Spot): fc.Arbitrary<JsonSchema> {
  const key = JSON.stringify(spot);
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = fc.oneof({ weight: 1, arbitrary: fc.boolean() }, { weight: 9, arbitrary: schemaObject(spot) });
  known.set(key, made);
  return made;
}

/** One to three keywords of a kind, now and then one of any other. */
function schemaObject(spot: Spot): Members {
  const own = entriesOf(spot, (entry) => entry.kind === spot.kind);
  const shared = entriesOf(spot, (entry) => entry.kind === 'any');
  const keyword = fc.oneof(
    ...own.map((entry) => ({ weight: spot.kind === 'any' ? 2 : 3, arbitrary: entry.members(spot) })),
    ...shared.map((entry) => ({ weight: 1, arbitrary: entry.members(spot) })),
  );
  const pattern = spot.defers && spot.kind === 'text' ? [one('pattern', patternSource(spot, ['^a']))] : [];
  return fc
    .tuple(fc.array(keyword, { minLength: spot.defers ? 0 : 1, maxLength: spot.depth > 0 ? 3 : 2 }), ...pattern)
    .map(([parts, more]) => merged([...parts, more ?? {}]));
}

function entriesOf(spot: Spot, wanted: (entry: Entry) => boolean): Entry[] {
  return Object.values(KEYWORDS).filter(
    (entry) => entry.drafts.includes(spot.draft) && (!entry.nests || spot.depth > 0) && wanted(entry),
  );
}

function merged(parts: readonly JsonObject[]): JsonObject {
  return Object.assign({}, ...parts) as JsonObject;
}

/** A schema whose root has the keyword in focus, beside others that concern the same values. */
export function schemaAround(
  keyword: string,
  draft: Draft,
  refs: readonly string[],
  refsBelow: readonly string[],
): Members {
  const entry = KEYWORDS[keyword];
  if (entry === undefined) throw new Error(`There is no generator for ${keyword}.`);
  const spot: Spot = { draft, kind: entry.kind, depth: 2, refs, refsBelow };
  return fc.oneof(
    { weight: 1, arbitrary: entry.members(spot) },
    { weight: 2, arbitrary: fc.tuple(schemaObject({ ...spot, depth: 1 }), entry.members(spot)).map(merged) },
  );
}

/** A schema whose root has the keyword in focus, over texts and names that mostly meet a pattern that is not run. */
export function schemaThatDefers(keyword: string): Members {
  const entry = KEYWORDS[keyword];
  if (entry === undefined) throw new Error(`There is no generator for ${keyword}.`);
  const kind = entry.kind === 'any' ? 'text' : entry.kind;
  return entry.members({ draft: '2020-12', kind, depth: 1, refs: [], refsBelow: [], defers: true });
}

/** A schema of one kind without references, for definitions. */
export function definition(draft: Draft, kind: Kind, depth: number): Members {
  return schemaObject({ draft, kind, depth, refs: [], refsBelow: [] });
}

/** A schema of any one kind, in which nothing nests. */
export function leafOf(draft: Draft): Members {
  return fc.oneof(...(['number', 'text', 'object', 'list'] as const).map((kind) => definition(draft, kind, 0)));
}
