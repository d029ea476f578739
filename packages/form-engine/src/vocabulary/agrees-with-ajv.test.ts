/**
 * The outside judge: ajv, over generated schemas and data. The seed of a failing run is printed by fast-check.
 */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import type { JsonObject, JsonSchema, JsonValue } from '../plan/plan.js';
import { createValidator } from './create-validator.js';

/** Without `toString` and the like: ajv compares objects that own such names through them; our own cases cover those. */
const NAMES = ['a', 'b', 'c', 'a.b', 'a/b'];
const name = fc.constantFrom(...NAMES);
const text = fc.constantFrom('', 'a', 'ab', 'abc', 'x1', 'Đặng', '😀', '2024-02-29', '2023-02-29');
const number = fc.constantFrom(-1, 0, 1, 2, 3, 0.5, 1.5, 10);
const leaf: fc.Arbitrary<JsonValue> = fc.oneof(fc.constant(null), fc.boolean(), number, text);
const value: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }) as fc.Arbitrary<JsonValue>,
  ),
})).value;

/** For `contains`, in which ajv keeps a verdict of before when the schema is false or a branch. */
const simple = fc.constantFrom<JsonSchema>({ type: 'string' }, { const: 1 }, { minimum: 1 }, { required: ['a'] });
const count = fc.integer({ min: 0, max: 3 });
const names = fc.uniqueArray(name, { maxLength: 2 });

function oneKeyword(schema: fc.Arbitrary<JsonSchema>): fc.Arbitrary<JsonObject> {
  const map = fc.dictionary(name, schema, { maxKeys: 3, noNullPrototype: true });
  const branches = fc.array(schema, { minLength: 1, maxLength: 3 });
  const single = (key: string, arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<JsonObject> =>
    arbitrary.map((member) => ({ [key]: member }) as JsonObject);
  return fc.oneof(
    single(
      'type',
      fc.oneof(
        fc.constantFrom('null', 'boolean', 'string', 'number', 'integer', 'array', 'object'),
        fc.constant(['string', 'object']),
      ),
    ),
    single('enum', fc.uniqueArray(value, { minLength: 1, maxLength: 4, selector: (item) => JSON.stringify(item) })),
    single('const', value),
    single('minimum', number),
    single('maximum', number),
    single('exclusiveMinimum', number),
    single('exclusiveMaximum', number),
    single('multipleOf', fc.constantFrom(0.5, 1, 2)),
    single('minLength', count),
    single('maxLength', count),
    single('pattern', fc.constantFrom('^a', '^\\p{L}+$', '[0-9]')),
    single('format', fc.constant('date')),
    single('required', names),
    single('properties', map),
    single(
      'patternProperties',
      fc.dictionary(fc.constantFrom('^a', 'b'), schema, { maxKeys: 2, noNullPrototype: true }),
    ),
    single('additionalProperties', schema),
    single('propertyNames', schema),
    single('minProperties', count),
    single('maxProperties', count),
    single('dependentRequired', fc.dictionary(name, names, { maxKeys: 2, noNullPrototype: true })),
    single('dependentSchemas', map),
    single('prefixItems', branches),
    single('items', schema),
    single('contains', simple),
    fc.record({
      contains: simple,
      minContains: fc.integer({ min: 0, max: 1 }),
      maxContains: fc.integer({ min: 1, max: 3 }),
    }) as fc.Arbitrary<JsonObject>,
    single('minItems', count),
    single('maxItems', count),
    single('uniqueItems', fc.boolean()),
    single('allOf', branches),
    single('anyOf', branches),
    single('oneOf', branches),
    single('not', schema),
    fc.record({ if: schema, then: schema, else: schema }) as fc.Arbitrary<JsonObject>,
    single('unevaluatedProperties', schema),
    single('$ref', fc.constantFrom('#/$defs/one', '#/$defs/two')),
  );
}

const schema: fc.Arbitrary<JsonSchema> = fc.letrec<{ schema: JsonSchema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.boolean(),
    fc
      .array(oneKeyword(tie('schema')), { minLength: 1, maxLength: 3 })
      .map((parts) => Object.assign({}, ...parts) as JsonObject),
  ),
})).schema;

const DEFS: JsonObject = {
  one: { type: ['string', 'object'], maxLength: 2 },
  two: { properties: { a: { $ref: '#/$defs/one' } }, minProperties: 1 },
};

const ajv = new Ajv2020({
  strict: false,
  ownProperties: true,
  logger: false,
  validateFormats: true,
  formats: { date: (text: string) => createValidator({ format: 'date' })(text).valid },
});

/** The verdict of ajv; undefined where its generated code throws, which it does for some branches without evaluated items or names. */
function ask(judge: (data: unknown) => unknown, item: JsonValue): boolean | undefined {
  try {
    return judge(item) === true;
  } catch {
    return undefined;
  }
}

it('gives the verdict of ajv for every covered keyword', () => {
  let valid = 0;
  let cases = 0;
  fc.assert(
    fc.property(schema, fc.array(value, { minLength: 4, maxLength: 8 }), (generated, data) => {
      const whole: JsonSchema = typeof generated === 'boolean' ? generated : { ...generated, $defs: DEFS };
      const judge = ajv.compile(whole);
      const validate = createValidator(whole);
      // ajv loses track of what was evaluated when branches stand beside or around `unevaluatedProperties`.
      fc.pre(
        !JSON.stringify(whole).includes('"unevaluatedProperties"') ||
          !/"(?:anyOf|oneOf|not|if|dependentSchemas|contains)"/u.test(JSON.stringify(whole)),
      );
      const asksForItems = JSON.stringify(whole).includes('"contains"');
      for (const item of data) {
        // ajv keeps its verdict on an earlier item or keyword when `contains` meets an empty list; our own cases cover that.
        if (asksForItems && JSON.stringify(item).includes('[]')) continue;
        const expected = ask(judge, item);
        if (expected === undefined) continue;
        const verdict = validate(item);
        cases += 1;
        valid += Number(expected);
        assert.equal(verdict.valid, expected, JSON.stringify({ whole, item, ajv: judge.errors, ours: verdict.issues }));
        assert.equal(verdict.issues.length === 0, expected, 'issues and verdict agree');
      }
    }),
    { numRuns: 1500 },
  );
  assert.ok(valid > cases * 0.2 && valid < cases * 0.8, `${valid} of ${cases} were valid`);
});
