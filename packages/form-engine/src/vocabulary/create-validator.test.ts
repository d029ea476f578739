import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonSchema, JsonValue } from '../plan/plan.js';
import { createValidator } from './create-validator.js';

describe('keywords beside one another', () => {
  const cases: [string, JsonSchema, JsonValue, boolean][] = [
    ['multipleOf is exact for decimals', { multipleOf: 0.1 }, 0.3, true],
    ['multipleOf refuses', { multipleOf: 0.01 }, 0.015, false],
    ['lengths count code points', { maxLength: 1 }, '😀', true],
    ['a fraction of zero is an integer', { type: 'integer' }, 1.0, true],
    [
      'uniqueItems sees through the order of properties',
      { uniqueItems: true },
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      false,
    ],
    ['uniqueItems keeps 1 and true apart', { uniqueItems: true }, [1, true, '1'], true],
    [
      'contains refuses an empty list after one that it passed',
      { additionalProperties: { contains: { type: 'number' } } },
      { a: [1], b: [] },
      false,
    ],
    ['contains beside prefixItems refuses an empty list', { prefixItems: [false], contains: false }, [], false],
    [
      'a branch that passes makes unevaluated in another harmless',
      { patternProperties: { '^a': true }, anyOf: [true, { unevaluatedProperties: false }] },
      { a: null },
      true,
    ],
    [
      'unevaluatedProperties sees the branches that passed',
      {
        anyOf: [
          { properties: { a: { const: 1 } }, required: ['a'] },
          { properties: { b: true }, required: ['b'] },
        ],
        unevaluatedProperties: false,
      },
      { a: 2, b: 1 },
      false,
    ],
    [
      'unevaluatedProperties sees through if, then and references',
      {
        if: { properties: { a: { const: 1 } } },
        then: { $ref: '#/$defs/b' },
        unevaluatedProperties: false,
        $defs: { b: { properties: { b: true } } },
      },
      { a: 1, b: 1 },
      true,
    ],
    ['contains with minContains 0', { contains: { const: 1 }, minContains: 0 }, [], true],
    ['contains with maxContains', { contains: { const: 1 }, maxContains: 1 }, [1, 1], false],
    ['items after prefixItems', { prefixItems: [{ type: 'string' }], items: false }, ['a', 1], false],
    ['pattern has the u flag', { pattern: '^\\p{Lu}$' }, 'Đ', true],
    [
      'patternProperties beside additionalProperties',
      { patternProperties: { '^x': true }, additionalProperties: false },
      { xa: 1 },
      true,
    ],
    ['propertyNames', { propertyNames: { maxLength: 2 } }, { abc: 1 }, false],
    ['dependentSchemas', { dependentSchemas: { a: { required: ['b'] } } }, { a: 1 }, false],
    ['if without then', { if: { required: ['a'] }, else: { required: ['b'] } }, { a: 1 }, true],
    [
      'a recursive schema',
      { $ref: '#/$defs/n', $defs: { n: { properties: { next: { $ref: '#/$defs/n' }, v: { type: 'string' } } } } },
      { next: { next: { v: 1 } } },
      false,
    ],
    ['an anchor', { $ref: '#here', $defs: { a: { $anchor: 'here', type: 'string' } } }, 1, false],
    ['unevaluatedItems after contains', { contains: { type: 'string' }, unevaluatedItems: false }, ['a', 1], false],
    ['a false schema', false, null, false],
    ['an unknown format annotates', { format: 'colour' }, 'x', true],
  ];
  for (const [name, schema, data, valid] of cases) {
    it(name, () => {
      assert.equal(createValidator(schema)(data).valid, valid);
    });
  }
});
