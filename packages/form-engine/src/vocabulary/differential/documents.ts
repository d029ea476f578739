/**
 * Generated documents: a schema around one keyword with the definitions it may refer to, a family of inner documents with dynamic anchors, or draft-07.
 */
import fc from 'fast-check';
import type { JsonObject, JsonSchema, JsonValue } from '../../plan/plan.js';
import { DEFERRED_PATTERNS, FORMATS } from './pools.js';
import { COMPANION, type Document, DRAFT_07, DRAFT_2020_12 } from './document.js';
import { dynamic } from './dynamic-documents.js';
import { definition, type Draft, KEYWORDS, leafOf, schemaAround, schemaThatDefers } from './schemas.js';
import { mapOf } from './values.js';

const NEW_REFS = [
  '#/$defs/one',
  '#/$defs/two',
  '#/$defs/tree',
  '#/$defs/a~1b%25',
  '#here',
  '#here',
  '#here',
  'inner',
  'inner#/$defs/one',
  'inner#spot',
  COMPANION,
  `${COMPANION}#/$defs/one`,
  `${COMPANION}#here`,
];
const OLD_REFS = [
  '#/definitions/one',
  '#/definitions/two',
  '#/definitions/tree',
  '#/definitions/a~1b%25',
  '#here',
  '#here',
  '#here',
  '#here',
  'inner',
  'inner#/definitions/one',
  COMPANION,
  `${COMPANION}#/definitions/one`,
];

/** A document with one keyword in focus; definitions stand in it only when something refers. */
function around(draft: Draft, focus: string): fc.Arbitrary<Document> {
  const refs = draft === '2020-12' ? NEW_REFS : OLD_REFS;
  return fc
    .record({
      schema: schemaAround(focus, draft, refs, [...refs, '#']),
      definitions: draft === '2020-12' ? newDefinitions : oldDefinitions,
      companion: draft === '2020-12' ? newCompanion : oldCompanion,
      named: fc.boolean(),
    })
    .map(({ schema, definitions, companion, named }) => {
      const name = draft === 'draft-07' ? { $schema: DRAFT_07 } : named ? { $schema: DRAFT_2020_12 } : {};
      return assemble(draft, focus, name, schema, definitions, companion);
    });
}

function assemble(
  draft: Draft,
  focus: string,
  dialect: JsonObject,
  schema: JsonObject,
  definitions: JsonObject,
  companion: JsonObject,
): Document {
  const refers = JSON.stringify(schema).includes('"$ref"');
  // A `$ref` of draft-07 hides what stands beside it, the definitions of a root included.
  const root = draft === 'draft-07' && schema['$ref'] !== undefined ? { allOf: [schema] } : schema;
  return {
    draft,
    focus,
    schema: { ...dialect, ...root, ...(refers ? definitions : {}) },
    companions: refers ? { [COMPANION]: { ...dialect, ...companion } } : {},
  };
}

/** Keywords in which an anchor may be hidden: a reference must find it under each of them. */
const HOLDERS = [
  'properties',
  'patternProperties',
  'additionalProperties',
  'propertyNames',
  'items',
  'contains',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
];
const NEW_HOLDERS = [
  '$defs',
  'dependentSchemas',
  'prefixItems',
  'unevaluatedProperties',
  'unevaluatedItems',
  'contentSchema',
];
const OLD_HOLDERS = ['definitions', 'dependencies', 'additionalItems', 'items in a list'];
const MAPS = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas', 'dependencies'];
const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems', 'items in a list'];

/** A schema that nothing applies, with another inside it. */
function hide(holder: string, schema: JsonObject): JsonObject {
  const [keyword = ''] = holder.split(' ');
  return { [keyword]: MAPS.includes(holder) ? { a: schema } : LISTS.includes(holder) ? [true, schema] : schema };
}

const newDefinitions: fc.Arbitrary<JsonObject> = fc
  .record({
    one: leafOf('2020-12'),
    two: definition('2020-12', 'object', 1),
    twig: leafOf('2020-12'),
    odd: leafOf('2020-12'),
    here: leafOf('2020-12'),
    holder: fc.constantFrom(...HOLDERS, ...NEW_HOLDERS),
    innerOne: leafOf('2020-12'),
    inner: definition('2020-12', 'object', 1),
    spot: leafOf('2020-12'),
  })
  .map(({ one, two, twig, odd, here, holder, innerOne, inner, spot }) => ({
    $defs: {
      one,
      two: { ...two, properties: { ...(two['properties'] as JsonObject | undefined), a: { $ref: '#/$defs/one' } } },
      tree: {
        properties: { a: { $ref: '#/$defs/tree' }, b: twig },
        items: { $ref: '#/$defs/tree' },
        maxProperties: 2,
      },
      'a/b%': odd,
      hidden: hide(holder, { $anchor: 'here', ...here }),
      inner: {
        ...inner,
        $id: 'inner',
        $defs: { one: innerOne, spot: { $anchor: 'spot', ...spot } },
        properties: { ...(inner['properties'] as JsonObject | undefined), b: { $ref: '#/$defs/one' } },
      },
    },
  }));

const newCompanion: fc.Arbitrary<JsonObject> = fc
  .record({ one: leafOf('2020-12'), here: leafOf('2020-12'), root: definition('2020-12', 'object', 0) })
  .map(({ one, here, root }) => ({
    ...root,
    properties: { c: { $ref: '#/$defs/one' } },
    $defs: { one, here: { $anchor: 'here', ...here } },
  }));

const oldDefinitions: fc.Arbitrary<JsonObject> = fc
  .record({
    one: leafOf('draft-07'),
    two: definition('draft-07', 'object', 1),
    twig: leafOf('draft-07'),
    odd: leafOf('draft-07'),
    here: leafOf('draft-07'),
    holder: fc.constantFrom(...HOLDERS, ...OLD_HOLDERS),
    innerOne: leafOf('draft-07'),
    inner: definition('draft-07', 'object', 1),
  })
  .map(({ one, two, twig, odd, here, holder, innerOne, inner }) => ({
    definitions: {
      one,
      two: {
        ...two,
        properties: { ...(two['properties'] as JsonObject | undefined), a: { $ref: '#/definitions/one' } },
      },
      tree: { properties: { a: { $ref: '#/definitions/tree' }, b: twig }, items: { $ref: '#/definitions/tree' } },
      'a/b%': odd,
      hidden: hide(holder, { $id: '#here', ...here }),
      inner: {
        ...inner,
        $id: 'inner',
        definitions: { one: innerOne },
        properties: { ...(inner['properties'] as JsonObject | undefined), b: { $ref: '#/definitions/one' } },
      },
    },
  }));

const oldCompanion: fc.Arbitrary<JsonObject> = fc
  .record({ one: leafOf('draft-07'), root: definition('draft-07', 'object', 0) })
  .map(({ one, root }) => ({ ...root, properties: { c: { $ref: '#/definitions/one' } }, definitions: { one } }));

/** Every keyword once, but `format` once for each format. */
const fociOf = (draft: Draft): string[] =>
  Object.keys(KEYWORDS)
    .filter((keyword) => KEYWORDS[keyword]?.drafts.includes(draft) === true)
    .flatMap((keyword) => (keyword === 'format' ? Object.keys(FORMATS).map(() => keyword) : [keyword]));

/** Over patterns that are not run, for the keywords that look at the truth of others. */
const deferring: fc.Arbitrary<Document> = fc.oneof(
  ...Object.entries(KEYWORDS)
    .filter(([, { nests, drafts }]) => nests && drafts.includes('2020-12'))
    .flatMap(([focus, { sees }]) => (sees === true ? [focus, focus, focus] : [focus]))
    .map((focus) =>
      schemaThatDefers(focus).map((schema): Document => ({ draft: '2020-12', focus, schema, companions: {} })),
    ),
);

/** What is left open beside what is known for sure, in the only combinations in which nothing else decides. */
const leftOpen: fc.Arbitrary<Document> = fc
  .record({
    pattern: fc.constantFrom(...Object.keys(DEFERRED_PATTERNS)),
    rest: fc.constantFrom<JsonSchema>(false, { type: 'string' }),
  })
  .chain(({ pattern, rest }) =>
    fc.constantFrom<JsonObject>(
      { properties: { aa: true, b: true }, patternProperties: { [pattern]: true }, unevaluatedProperties: rest },
      { prefixItems: [true], contains: { type: 'string', pattern }, minContains: 0, unevaluatedItems: rest },
      { contains: { type: 'string', pattern }, minContains: 2 },
      { contains: { type: 'string', pattern }, minContains: 0, maxContains: 1 },
      {
        required: ['a', 'b'],
        properties: { b: true },
        if: { properties: { b: { type: 'string', pattern } } },
        then: { properties: { a: true } },
        unevaluatedProperties: rest,
      },
    ),
  )
  .map((schema) => ({
    draft: '2020-12',
    focus: 'contains' in schema ? 'contains' : 'properties',
    schema,
    companions: {},
  }));

/** Keywords of later drafts, which say nothing in draft-07, each beside one that it would concern. */
const foreign: fc.Arbitrary<Document> = fc.oneof(
  ...(
    [
      ['properties', { dependentRequired: { a: ['b', 'c', 'ab'] } }],
      ['properties', { dependentSchemas: { a: false, b: false } }],
      ['items', { prefixItems: [false, false] }],
      ['contains', { minContains: 2 }],
      ['contains', { maxContains: 0 }],
      ['properties', { unevaluatedProperties: false }],
      ['items', { unevaluatedItems: false }],
      ['type', { $dynamicRef: '#nowhere' }],
      ['type', { $defs: { a: false } }],
    ] as const
  ).map(([focus, word]) =>
    around('draft-07', focus).map((document) => ({
      ...document,
      schema: { ...(document.schema as JsonObject), ...word } as JsonObject,
    })),
  ),
);

/** A boolean, or an object in which nothing asserts. */
const trivial: fc.Arbitrary<Document> = fc
  .oneof(
    fc.boolean() as fc.Arbitrary<JsonSchema>,
    mapOf<JsonValue>(fc.constantFrom<JsonValue>('title', 1, null), 2).map((unknown) => ({
      title: 'x',
      'x-own': unknown,
    })),
  )
  .map((schema) => ({ draft: '2020-12', focus: 'boolean', schema, companions: {} }));

/** Any document: nearly all around one keyword, each as often as any other. */
export const document: fc.Arbitrary<Document> = fc.oneof(
  { weight: 44, arbitrary: fc.oneof(...fociOf('2020-12').map((focus) => around('2020-12', focus))) },
  { weight: 9, arbitrary: dynamic },
  { weight: 7, arbitrary: deferring },
  { weight: 3, arbitrary: leftOpen },
  { weight: 2, arbitrary: foreign },
  { weight: 22, arbitrary: fc.oneof(...fociOf('draft-07').map((focus) => around('draft-07', focus))) },
  { weight: 1, arbitrary: trivial },
);
