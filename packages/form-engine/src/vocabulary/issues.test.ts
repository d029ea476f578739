import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonSchema, JsonValue } from '../plan/plan.js';
import { codesOf } from '../testing/probe-validator.js';
import { createValidator } from './create-validator.js';

describe('issues', () => {
  it('points required, dependentRequired and additionalProperties at the property itself', () => {
    const schema = {
      required: ['a'],
      properties: { b: true },
      additionalProperties: false,
      dependentRequired: { b: ['c'] },
    };
    assert.deepEqual(codesOf(schema, { b: 1, x: 1 }), [
      '/x keyword.additionalProperties',
      '/a keyword.required',
      '/c keyword.dependentRequired',
    ]);
  });

  it('collects every fault, in nested places too', () => {
    const schema = {
      properties: {
        list: { items: { type: 'object', required: ['n'], properties: { n: { type: 'integer', maximum: 3 } } } },
      },
    };
    assert.deepEqual(codesOf(schema, { list: [{ n: 9 }, {}, { n: 'x' }] }), [
      '/list/0/n keyword.maximum',
      '/list/1/n keyword.required',
      '/list/2/n keyword.type',
    ]);
  });

  it('carries limits and never the value', () => {
    const secret = 'Nguyễn Thị Bí Mật';
    const schema = {
      maxLength: 5,
      minLength: 50,
      pattern: '^x',
      enum: ['x'],
      const: 'y',
      format: 'date',
      not: { type: 'string' },
    };
    const { issues } = createValidator(schema)(secret);
    assert.equal(issues.length, 7);
    assert.ok(!JSON.stringify(issues).includes(secret));
    assert.deepEqual(issues.find(({ code }) => code === 'keyword.maxLength')?.params, {
      limit: 5,
      actual: 17,
      difference: 12,
    });
  });

  it('does not repeat a long list of values', () => {
    const values = Array.from({ length: 3321 }, (_, index) => `${index}`);
    assert.ok(JSON.stringify(createValidator({ enum: values })('x').issues).length < 200);
    assert.deepEqual(codesOf({ oneOf: values.map((value) => ({ const: value, title: value })) }, 'x'), [
      ' keyword.oneOf',
    ]);
  });

  it('reports the branch of oneOf and anyOf that the value evidently means', () => {
    const branches = [
      { properties: { kind: { const: 'a' }, x: { type: 'integer' } }, required: ['kind', 'x'] },
      { properties: { kind: { const: 'b' }, y: { type: 'string' } }, required: ['kind', 'y'] },
    ];
    assert.deepEqual(codesOf({ oneOf: branches }, { kind: 'b' }), ['/y keyword.required']);
    assert.deepEqual(codesOf({ anyOf: branches }, { kind: 'a', x: 'no' }), ['/x keyword.type']);
    assert.deepEqual(codesOf({ anyOf: [{ type: 'string', maxLength: 1 }, { type: 'integer' }] }, 'abc'), [
      ' keyword.maxLength',
    ]);
    assert.deepEqual(codesOf({ oneOf: [{ minimum: 0 }, { maximum: 9 }] }, 5), [' keyword.oneOf']);
  });

  it('keeps unevaluated silent where a cause is known', () => {
    const schema = { properties: { a: { type: 'string' } }, unevaluatedProperties: false };
    assert.deepEqual(codesOf(schema, { a: 1, b: 2 }), ['/a keyword.type']);
    assert.deepEqual(codesOf(schema, { a: 'x', b: 2 }), ['/b keyword.unevaluatedProperties']);
  });

  it('raises an unsafe integer as an issue of its own, not as a verdict', () => {
    const { valid, issues } = createValidator({ properties: { n: { type: 'integer' } } })({ n: 12345678901234567000 });
    assert.equal(valid, true);
    assert.deepEqual(
      issues.map(({ code, pointer }) => [code, pointer]),
      [['data.unsafe-integer', '/n']],
    );
  });
});

describe('the list of issues', () => {
  it('is in document order: a value, then its members as they stand, then what is missing', () => {
    const schema = {
      allOf: [{ required: ['gone'] }, { properties: { b: { type: 'string' } } }],
      properties: { a: { type: 'string' }, list: { minItems: 5, items: { type: 'string' } } },
      maxProperties: 2,
      required: ['lost'],
    };
    assert.deepEqual(codesOf(schema, { list: ['x', 1, 'y', 2], b: 1, a: 1 }), [
      ' keyword.maxProperties',
      '/list keyword.minItems',
      '/list/1 keyword.type',
      '/list/3 keyword.type',
      '/b keyword.type',
      '/a keyword.type',
      '/lost keyword.required',
      '/gone keyword.required',
    ]);
  });

  it('holds the first 1,000 and counts the rest', () => {
    const data = Array.from({ length: 2_500 }, () => 1);
    const { issues, count } = createValidator({ items: { type: 'string' } })(data);
    assert.equal(issues.length, 1_000);
    assert.equal(count, 2_500);
    assert.deepEqual([issues[0]?.pointer, issues.at(-1)?.pointer], ['/0', '/999']);
  });

  it('names a fault once, however many schemas find it', () => {
    const part = { type: 'string' };
    const { issues, count } = createValidator({ allOf: [part, part, { $ref: '#/$defs/p' }], $defs: { p: part } })(5);
    assert.equal(count, 1);
    assert.equal(issues.length, 1);
  });

  it('puts unsafe integers among the faults by their place', () => {
    assert.deepEqual(codesOf({ properties: { z: { type: 'string' } } }, { a: 2 ** 60, z: 1 }), [
      '/a data.unsafe-integer',
      '/z keyword.type',
    ]);
  });

  it('carries no list of values and no data in the params of a miss', () => {
    const constants = Array.from({ length: 3_321 }, (_, index) => ({ const: `c${index}`, title: `Xã ${index}` }));
    for (const schema of [{ oneOf: constants }, { anyOf: constants }, { enum: constants.map((one) => one.const) }])
      assert.ok(JSON.stringify(createValidator(schema)('Bí mật').issues).length < 150);
  });
});

describe('the branch that is meant', () => {
  const cases: [string, JsonSchema, JsonValue, string[]][] = [
    [
      'by a constant through references',
      {
        oneOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/b' }],
        $defs: {
          a: { allOf: [{ properties: { kind: { const: 'a' } } }], required: ['kind', 'p', 'q'] },
          b: { properties: { kind: { enum: ['b', 'c'] } }, required: ['kind', 'r'] },
        },
      },
      { kind: 'a' },
      ['/p keyword.required', '/q keyword.required'],
    ],
    ['by type', { anyOf: [{ type: 'null' }, { type: 'string', maxLength: 2 }] }, 'abc', [' keyword.maxLength']],
    [
      'by the fewest faults',
      { anyOf: [{ required: ['a', 'b', 'c'] }, { required: ['x', 'y'] }] },
      { a: 1, b: 2 },
      ['/c keyword.required'],
    ],
    ['by being the only one', { oneOf: [{ type: 'string' }] }, 5, [' keyword.type']],
    ['not at all when two are as near', { oneOf: [{ required: ['a'] }, { required: ['b'] }] }, {}, [' keyword.oneOf']],
    ['not at all when none is of the type', { anyOf: [{ type: 'string' }, { type: 'null' }] }, 5, [' keyword.anyOf']],
    ['not when several hold', { oneOf: [{ minimum: 0 }, { maximum: 9 }] }, 5, [' keyword.oneOf']],
  ];
  for (const [name, schema, data, expected] of cases)
    it(`is known ${name}`, () => {
      assert.deepEqual(codesOf(schema, data), expected);
    });
});
