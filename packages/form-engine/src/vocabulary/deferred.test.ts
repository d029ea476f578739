import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { JsonObject, JsonSchema, JsonValue } from '../plan/plan.js';
import { schemaErrorOf } from '../testing/probe-validator.js';
import { createValidator } from './create-validator.js';

/** With a back-reference; it says the same as `PLAIN` of the texts below. */
const DEFERRED = '^(a)\\1$';
const PLAIN = '^aa$';

describe('a pattern that cannot be run in linear time', () => {
  it('is refused at its place by default', () => {
    const error = schemaErrorOf(() => createValidator({ properties: { a: { pattern: DEFERRED } } }));
    assert.deepEqual([error.code, error.pointer], ['schema.pattern-unsafe', '/properties/a/pattern']);
    assert.ok(error.cure.length > 10);
  });

  it('leaves its place undecided when deferred, and the rest decided', () => {
    const schema = { properties: { a: { pattern: DEFERRED }, b: { type: 'string' } } };
    const validate = createValidator(schema, { patterns: 'defer' });
    assert.deepEqual(validate({ a: 'x' }), { valid: undefined, issues: [], count: 0, deferred: ['/a'] });
    assert.deepEqual(validate({ a: 1 }), { valid: true, issues: [], count: 0, deferred: [] });
    assert.deepEqual([validate({ a: 'x', b: 1 }).valid, validate({ a: 'x', b: 1 }).deferred], [false, ['/a']]);
  });

  it('does not make a broken pattern pass', () => {
    assert.equal(
      schemaErrorOf(() => createValidator({ pattern: '(' }, { patterns: 'defer' })).code,
      'schema.pattern-invalid',
    );
  });

  const outcomes: [string, JsonSchema, JsonValue, boolean | undefined][] = [
    ['not', { not: { pattern: DEFERRED } }, 'x', undefined],
    ['anyOf with one that holds', { anyOf: [{ pattern: DEFERRED }, { minLength: 1 }] }, 'x', true],
    ['anyOf with none that holds', { anyOf: [{ pattern: DEFERRED }, { minLength: 9 }] }, 'x', undefined],
    ['oneOf with two that hold', { oneOf: [{ pattern: DEFERRED }, { minLength: 1 }, { maxLength: 5 }] }, 'x', false],
    ['oneOf with one that holds', { oneOf: [{ pattern: DEFERRED }, { minLength: 1 }] }, 'x', undefined],
    [
      'if whose branches agree',
      { if: { pattern: DEFERRED }, then: { minLength: 9 }, else: { minLength: 8 } },
      'x',
      false,
    ],
    ['if whose branches differ', { if: { pattern: DEFERRED }, then: { minLength: 9 } }, 'x', undefined],
    ['contains that is satisfied', { contains: { anyOf: [{ const: 1 }, { pattern: DEFERRED }] } }, [1, 'x'], true],
    ['contains that hangs', { contains: { pattern: DEFERRED, type: 'string' } }, ['x', 2], undefined],
    [
      'contains with too many',
      { contains: { anyOf: [{ const: 1 }, { pattern: DEFERRED, type: 'string' }] }, maxContains: 1 },
      [1, 1, 'x'],
      false,
    ],
    ['patternProperties with what holds', { patternProperties: { [DEFERRED]: { type: 'integer' } } }, { x: 1 }, true],
    [
      'patternProperties with what may not',
      { patternProperties: { [DEFERRED]: { type: 'integer' } } },
      { x: 'y' },
      undefined,
    ],
    [
      'additionalProperties beside',
      { patternProperties: { [DEFERRED]: true }, additionalProperties: false },
      { x: 1 },
      undefined,
    ],
    [
      'unevaluatedProperties',
      { anyOf: [{ properties: { a: { pattern: DEFERRED } } }, true], unevaluatedProperties: false },
      { a: 'x' },
      undefined,
    ],
    ['propertyNames', { propertyNames: { pattern: DEFERRED } }, { x: 1 }, undefined],
  ];
  for (const [name, schema, data, valid] of outcomes)
    it(`is weighed right in ${name}`, () => {
      const verdict = createValidator(schema, { patterns: 'defer' })(data);
      assert.equal(verdict.valid, valid);
      if (valid !== false) assert.equal(verdict.deferred.length > 0, valid === undefined);
      assert.equal(verdict.issues.length > 0, valid === false);
    });

  it('never leads to a verdict other than the one with the pattern run', () => {
    const leaf = fc.oneof(
      fc.constant<JsonSchema>({ pattern: 'P' }),
      fc.constantFrom<JsonSchema>(
        true,
        false,
        { type: 'string' },
        { minLength: 2 },
        { const: 'aa' },
        { type: 'integer' },
      ),
    );
    const { schema } = fc.letrec<{ schema: JsonSchema }>((tie) => {
      const list = fc.array(tie('schema'), { minLength: 1, maxLength: 3 });
      const make = (...keywords: [string, fc.Arbitrary<JsonValue>][]): fc.Arbitrary<JsonSchema> =>
        fc.record(Object.fromEntries(keywords), { requiredKeys: [] }) as fc.Arbitrary<JsonObject>;
      return {
        schema: fc.oneof(
          { maxDepth: 4, depthIdentifier: 'schema' },
          leaf,
          make(['not', tie('schema')]),
          make(['allOf', list], ['unevaluatedProperties', tie('schema')], ['unevaluatedItems', tie('schema')]),
          make(['anyOf', list], ['unevaluatedProperties', tie('schema')], ['unevaluatedItems', tie('schema')]),
          make(['oneOf', list], ['unevaluatedProperties', fc.constant(false)]),
          make(
            ['if', tie('schema')],
            ['then', tie('schema')],
            ['else', tie('schema')],
            ['unevaluatedProperties', fc.constant(false)],
          ),
          make(
            ['contains', tie('schema')],
            ['minContains', fc.nat(2)],
            ['maxContains', fc.nat(2)],
            ['unevaluatedItems', fc.constant(false)],
          ),
          make(['prefixItems', list], ['items', tie('schema')]),
          make(
            ['properties', fc.record({ aa: tie('schema'), b: tie('schema') }, { requiredKeys: [] })],
            ['patternProperties', fc.record({ P: tie('schema'), '^a': tie('schema') }, { requiredKeys: [] })],
            ['additionalProperties', tie('schema')],
            ['propertyNames', tie('schema')],
            ['dependentSchemas', fc.record({ aa: tie('schema') }, { requiredKeys: [] })],
          ),
        ),
      };
    });
    const text = fc.constantFrom('a', 'aa', 'aaa', 'b');
    const data: fc.Arbitrary<JsonValue> = fc.oneof(
      text,
      fc.nat(3),
      fc.array(fc.oneof(text, fc.nat(2), fc.dictionary(text, text, { maxKeys: 2 })), { maxLength: 3 }),
      fc.dictionary(text, fc.oneof(text, fc.nat(2), fc.array(text, { maxLength: 2 })), { maxKeys: 3 }),
    );
    const write = (skeleton: JsonSchema, source: string): JsonSchema =>
      JSON.parse(JSON.stringify(skeleton).replaceAll('"P"', JSON.stringify(source))) as JsonSchema;
    const counts = { decided: 0, undecided: 0 };
    fc.assert(
      fc.property(schema, fc.array(data, { minLength: 4, maxLength: 4 }), (skeleton, values) => {
        const judge = createValidator(write(skeleton, PLAIN));
        const wary = createValidator(write(skeleton, DEFERRED), { patterns: 'defer' });
        for (const value of values) {
          const { valid, issues, deferred } = wary(value);
          if (valid === undefined) {
            counts.undecided += 1;
            assert.deepEqual(issues, []);
            assert.ok(deferred.length > 0);
          } else {
            counts.decided += 1;
            assert.equal(valid, judge(value).valid);
            assert.equal(issues.length > 0, !valid);
          }
        }
      }),
      { numRuns: 3_000 },
    );
    assert.ok(counts.undecided > 500 && counts.decided > 500, JSON.stringify(counts));
  });
});
