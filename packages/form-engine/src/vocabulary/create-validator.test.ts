import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SchemaError } from '../errors.js';
import type { JsonSchema, JsonValue } from '../plan/plan.js';
import { createValidator } from './create-validator.js';

function codes(schema: JsonSchema, data: JsonValue): string[] {
  return createValidator(schema)(data).issues.map(({ code, pointer }) => `${pointer} ${code}`);
}

function schemaErrorOf(act: () => unknown): SchemaError {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof SchemaError, String(error));
    return error;
  }
  return assert.fail('nothing was thrown');
}

describe('issues', () => {
  it('points required, dependentRequired and additionalProperties at the property itself', () => {
    const schema = {
      required: ['a'],
      properties: { b: true },
      additionalProperties: false,
      dependentRequired: { b: ['c'] },
    };
    assert.deepEqual(codes(schema, { b: 1, x: 1 }), [
      '/a keyword.required',
      '/x keyword.additionalProperties',
      '/c keyword.dependentRequired',
    ]);
  });

  it('collects every fault, in nested places too', () => {
    const schema = {
      properties: {
        list: { items: { type: 'object', required: ['n'], properties: { n: { type: 'integer', maximum: 3 } } } },
      },
    };
    assert.deepEqual(codes(schema, { list: [{ n: 9 }, {}, { n: 'x' }] }), [
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
    assert.deepEqual(codes({ oneOf: values.map((value) => ({ const: value, title: value })) }, 'x'), [
      ' keyword.oneOf',
    ]);
  });

  it('reports the branch of oneOf and anyOf that the value evidently means', () => {
    const branches = [
      { properties: { kind: { const: 'a' }, x: { type: 'integer' } }, required: ['kind', 'x'] },
      { properties: { kind: { const: 'b' }, y: { type: 'string' } }, required: ['kind', 'y'] },
    ];
    assert.deepEqual(codes({ oneOf: branches }, { kind: 'b' }), ['/y keyword.required']);
    assert.deepEqual(codes({ anyOf: branches }, { kind: 'a', x: 'no' }), ['/x keyword.type']);
    assert.deepEqual(codes({ anyOf: [{ type: 'string', maxLength: 1 }, { type: 'integer' }] }, 'abc'), [
      ' keyword.maxLength',
    ]);
    assert.deepEqual(codes({ oneOf: [{ minimum: 0 }, { maximum: 9 }] }, 5), [' keyword.oneOf']);
  });

  it('keeps unevaluated silent where a cause is known', () => {
    const schema = { properties: { a: { type: 'string' } }, unevaluatedProperties: false };
    assert.deepEqual(codes(schema, { a: 1, b: 2 }), ['/a keyword.type']);
    assert.deepEqual(codes(schema, { a: 'x', b: 2 }), ['/b keyword.unevaluatedProperties']);
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

describe('names', () => {
  it('are own properties only, whatever they are', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a/b', 'a~b', 'a.b', '0', '', 'length'];
    for (const name of names) {
      const properties = JSON.parse(`{${JSON.stringify(name)}:{"type":"string"}}`) as { [key: string]: JsonValue };
      const validate = createValidator({ required: [name], properties, additionalProperties: false });
      assert.equal(validate({}).valid, false, `${name} is missing`);
      assert.equal(validate(JSON.parse(`{${JSON.stringify(name)}:"x"}`) as JsonValue).valid, true, `${name} is there`);
      assert.equal(
        validate(JSON.parse(`{${JSON.stringify(name)}:1}`) as JsonValue).valid,
        false,
        `${name} has the wrong type`,
      );
    }
    assert.deepEqual(Object.keys(Object.prototype), []);
  });
});

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

describe('schemas that cannot be checked', () => {
  const cases: [string, JsonSchema, string][] = [
    ['an unsupported keyword', { properties: { a: { $dynamicRef: '#x' } } }, 'schema.unsupported'],
    ['an unknown reference', { $ref: 'https://example.org/other' }, 'schema.ref-unknown'],
    ['a cycle through allOf', { allOf: [{ $ref: '#' }] }, 'schema.ref-cycle'],
    [
      'a cycle of references',
      { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } },
      'schema.ref-cycle',
    ],
    ['a broken pattern', { pattern: '(' }, 'schema.pattern-invalid'],
    ['an unknown type', { type: 'text' }, 'schema.malformed'],
    ['a required that is no list', { required: 'a' }, 'schema.malformed'],
  ];
  for (const [name, schema, code] of cases) {
    it(`refuses ${name} with ${code} and a cure`, () => {
      const error = schemaErrorOf(() => createValidator(schema));
      assert.equal(error.code, code);
      assert.ok(error.cure.length > 10);
    });
  }

  it('refuses depth with a typed error and takes 64 levels', () => {
    const nested = (levels: number): JsonSchema =>
      Array.from({ length: levels }).reduce<JsonSchema>((inner) => ({ properties: { a: inner } }), { type: 'string' });
    assert.equal(createValidator(nested(64))({}).valid, true);
    assert.equal(schemaErrorOf(() => createValidator(nested(5000))).code, 'schema.limit-depth');
    assert.equal(
      schemaErrorOf(() => createValidator(nested(60), { limits: { depth: 10 } })).code,
      'schema.limit-depth',
    );
  });

  it('refuses a chain of references that is too long', () => {
    const $defs = Object.fromEntries(
      Array.from({ length: 3000 }, (_, index) => [`d${index}`, { $ref: `#/$defs/d${index + 1}` }]),
    );
    assert.equal(
      schemaErrorOf(() => createValidator({ $ref: '#/$defs/d0', $defs: { ...$defs, d3000: true } })).code,
      'schema.limit-depth',
    );
  });

  it('names the chain of a cycle', () => {
    const error = schemaErrorOf(() =>
      createValidator({ $ref: '#/$defs/a', $defs: { a: { anyOf: [{ $ref: '#/$defs/a' }] } } }),
    );
    assert.deepEqual(error.chain.at(0), error.chain.at(-1));
  });
});

describe('bounds', () => {
  const tree: JsonSchema = {
    $defs: { n: { type: 'object', properties: { next: { $ref: '#/$defs/n' } } } },
    $ref: '#/$defs/n',
  };
  const deep = (levels: number): JsonValue =>
    Array.from({ length: levels }).reduce<JsonValue>((next) => ({ next }), {});

  it('checks 1,000 levels of data and refuses 100,000 without overflow', () => {
    assert.equal(createValidator(tree)(deep(1000)).valid, true);
    assert.deepEqual(
      createValidator(tree)(deep(100_000)).issues.map(({ code }) => code),
      ['data.limit-depth'],
    );
  });

  it('turns what the stack could not bear into an issue', () => {
    const heavy: JsonSchema = {
      $defs: { n: { allOf: [{ allOf: [{ properties: { next: { $ref: '#/$defs/n' } } }] }] } },
      $ref: '#/$defs/n',
    };
    assert.deepEqual(
      createValidator(heavy)(deep(1100)).issues.map(({ code }) => code),
      ['data.limit-depth'],
    );
  });
});

describe('scoped checks', () => {
  it('judge one place of the schema with pointers from the given place', () => {
    const validate = createValidator({
      properties: { a: { $ref: '#/$defs/short' } },
      $defs: { short: { maxLength: 1 } },
    });
    const scope = validate.at('/properties/a');
    assert.equal(scope.test('x'), true);
    assert.deepEqual(
      scope.issues('xx', '/a').map(({ pointer }) => pointer),
      ['/a'],
    );
    assert.equal(validate.at('/properties/a'), scope);
    assert.equal(schemaErrorOf(() => validate.at('/properties/b')).code, 'schema.ref-unknown');
  });

  it('take formats and documents of the caller', () => {
    const validate = createValidator(
      { $ref: 'https://example.org/code' },
      { schemas: { 'https://example.org/code': { format: 'code' } }, formats: { code: (text) => text === 'ok' } },
    );
    assert.equal(validate('ok').valid, true);
    assert.deepEqual(
      validate('no').issues.map(({ code }) => code),
      ['format.code'],
    );
    assert.equal(createValidator({ format: 'date' }, { formatAssertion: false })('x').valid, true);
  });
});
