/**
 * Schemas as people and their tools write them, for tests of what is made of a schema alone.
 */
import fc from 'fast-check';
import type { JsonObject, JsonSchema, JsonValue } from '../plan/plan.js';

const NAMES = ['fullName', 'date_of_birth', 'kind', 'home', 'note', 'count', 'parts', 'x-y'];

const annotations: fc.Arbitrary<JsonObject> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  fc.constantFrom<JsonObject>(
    { title: 'Tên' },
    { description: 'Một câu.' },
    { examples: ['An'] },
    { deprecated: true },
  ),
);

const text = fc.constantFrom<JsonObject>(
  { type: 'string' },
  { type: 'string', minLength: 2 },
  { type: 'string', maxLength: 4 },
  { type: 'string', format: 'date' },
  { type: 'string', format: 'email' },
  { type: 'string', contentMediaType: 'text/plain' },
  { maxLength: 300 },
);
const leaf = fc
  .tuple(
    fc.oneof(
      text,
      fc.constantFrom<JsonObject>(
        { type: 'integer' },
        { type: 'integer', minimum: 1, maximum: 50 },
        { type: 'number', exclusiveMinimum: 0 },
        { type: 'boolean' },
        { type: ['string', 'null'] },
        { enum: ['a', 'b_c', 3] },
        { const: 'fixed' },
        {
          oneOf: [
            { const: 'x', title: 'Một' },
            { const: 'y', title: 'Hai' },
          ],
        },
        { anyOf: [{ type: 'integer' }, { type: 'null' }] },
        { type: 'array', items: { enum: ['a', 'b'] }, uniqueItems: true },
        { $ref: '#/$defs/address' },
        { $ref: '#/$defs/tree' },
      ),
    ),
    annotations,
  )
  .map(([schema, notes]): JsonObject => ({ ...schema, ...notes }));

function objectOf(inner: fc.Arbitrary<JsonSchema>): fc.Arbitrary<JsonObject> {
  return fc
    .record({
      properties: fc.dictionary(fc.constantFrom(...NAMES), inner, { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
      required: fc.subarray(NAMES.slice(0, 3)),
      closed: fc.boolean(),
      more: fc.constantFrom(
        'none',
        'if',
        'dependentRequired',
        'dependentSchemas',
        'allOf',
        'union',
        'not',
        'unevaluated',
      ),
    })
    .map(({ properties, required, closed, more }) => {
      const names = Object.keys(properties);
      const demanded = required.filter((name) => names.includes(name));
      const schema: JsonObject = { type: 'object', properties: properties as JsonObject };
      if (demanded.length > 0) schema['required'] = demanded;
      if (closed && !['if', 'dependentSchemas', 'allOf', 'union', 'unevaluated'].includes(more))
        schema['additionalProperties'] = false;
      return { ...schema, ...further(more, names) };
    });
}

function further(more: string, names: readonly string[]): JsonObject {
  const [first = 'a', second = first] = names;
  switch (more) {
    case 'if':
      return {
        if: { required: [first] },
        then: { properties: { thenAsked: { type: 'string' } }, required: ['thenAsked'] },
        else: { properties: { elseAsked: { type: 'integer' } } },
      };
    case 'dependentRequired':
      return { dependentRequired: { [first]: [second] } };
    case 'dependentSchemas':
      return { dependentSchemas: { [first]: { properties: { dependent: { type: 'boolean' } } } } };
    case 'allOf':
      return { allOf: [{ $ref: '#/$defs/person' }] };
    case 'union':
      return {
        oneOf: [
          { title: 'Thư', properties: { street: { type: 'string' } }, required: ['street'] },
          { title: 'Gọi', properties: { number: { type: 'string' } }, required: ['number'] },
        ],
      };
    case 'unevaluated':
      return { allOf: [{ properties: { inherited: { type: 'string' } } }], unevaluatedProperties: false };
    case 'not':
      return { not: { required: ['forbidden'] } };
    default:
      return {};
  }
}

const nested: fc.Arbitrary<JsonSchema> = fc.letrec<{ schema: JsonSchema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 4, arbitrary: leaf },
    objectOf(tie('schema')),
    tie('schema').map((items): JsonObject => ({ type: 'array', items, maxItems: 3 })),
    tie('schema').map((entries): JsonObject => ({ type: 'object', additionalProperties: entries })),
    fc.tuple(leaf, leaf).map(([first, second]): JsonObject => ({ prefixItems: [first, second], items: false })),
    fc.tuple(leaf, leaf).map(([one, other]): JsonObject => ({
      oneOf: [
        { title: 'Mèo', properties: { type: { const: 'cat' }, own: one }, required: ['type'] },
        { title: 'Chó', properties: { type: { const: 'dog' }, other }, required: ['type'] },
      ],
    })),
  ),
})).schema;

/** A schema of an object, with definitions of which one contains itself; now and then in the words of draft-07. */
export const anySchema: fc.Arbitrary<JsonObject> = fc
  .tuple(objectOf(nested), fc.boolean())
  .map(([schema, isOld]): JsonObject => {
    const definitions: JsonObject = {
      person: { properties: { first: { type: 'string' }, last: { type: 'string' } } },
      address: { type: 'object', properties: { street: { type: 'string' }, town: { type: 'string', minLength: 1 } } },
      tree: {
        type: 'object',
        properties: { label: { type: 'string' }, parts: { type: 'array', items: { $ref: '#/$defs/tree' } } },
      },
    };
    const whole: JsonObject = { ...schema, $defs: definitions };
    return isOld && isSpokenByBoth(whole) ? inDraft07(whole) : whole;
  });

/** Do both drafts mean the same by it? */
function isSpokenByBoth(schema: JsonValue): boolean {
  return !/"(prefixItems|dependent(Required|Schemas)|unevaluatedProperties)"|"\$ref":"[^"]*","/u.test(
    JSON.stringify(schema),
  );
}

function inDraft07(schema: JsonObject): JsonObject {
  const text = JSON.stringify(schema).replaceAll('#/$defs/', '#/definitions/').replace('"$defs":', '"definitions":');
  return { $schema: 'http://json-schema.org/draft-07/schema#', ...(JSON.parse(text) as JsonObject) };
}
