import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonSchema, JsonValue } from '../plan/plan.js';
import { schemaErrorOf } from '../testing/probe-validator.js';
import { createValidator } from './create-validator.js';

describe('schemas that cannot be checked', () => {
  const cases: [string, JsonSchema, string][] = [
    ['a keyword of another draft', { properties: { a: { dependencies: {} } } }, 'schema.unsupported'],
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

describe('what is too large', () => {
  const wide = (length: number): JsonSchema => ({ enum: Array.from({ length }, (_, index) => index) });
  const branches = (length: number): JsonSchema => ({
    oneOf: Array.from({ length }, (_, index) => ({ const: index, title: `Xã ${index}` })),
  });
  const deep = (levels: number): JsonValue =>
    Array.from({ length: levels }).reduce<JsonValue>((inner) => ({ properties: { a: inner } }), true);
  const doubling = Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [
      `d${index}`,
      { allOf: [{ $ref: `#/$defs/d${index + 1}` }, { $ref: `#/$defs/d${index + 1}` }] },
    ]),
  );
  const huge: JsonValue[] = Array.from({ length: 20_000 }, () => Array.from({ length: 50 }, () => ({})));
  const cases: [string, JsonValue, string][] = [
    ['100,000 levels', deep(100_000), 'schema.limit-depth'],
    ['100,000 levels inside a constant', { const: deep(100_000) }, 'schema.limit-depth'],
    ['100,000 levels where nothing is known', { 'x-any': deep(100_000) }, 'schema.limit-depth'],
    ['a million values', { default: huge }, 'schema.limit-nodes'],
    ['100,000 values of an enum', wide(100_000), 'schema.limit-enum'],
    ['100,000 branches', branches(100_000), 'schema.limit-branches'],
    [
      'references that double 100 times',
      { $ref: '#/$defs/d0', $defs: { ...doubling, d100: true } },
      'schema.limit-branches',
    ],
    ['more text than any form has', { description: 'x'.repeat(9_000_000) }, 'schema.limit-bytes'],
  ];
  for (const [name, schema, code] of cases)
    it(`is refused with ${code}: ${name}`, () => {
      assert.equal(schemaErrorOf(() => createValidator(schema as JsonSchema)).code, code);
    });

  it('is an object that contains itself', () => {
    const round: { [name: string]: JsonValue } = {};
    round['properties'] = { round };
    assert.equal(schemaErrorOf(() => createValidator(round)).code, 'schema.limit-depth');
  });

  it('is not 10,047 values or titled constants', () => {
    for (const schema of [wide(10_047), branches(10_047)]) {
      assert.equal(createValidator(schema)(10_046).valid, true);
      assert.equal(createValidator(schema)(10_047).valid, false);
    }
  });

  it('can be set by the caller', () => {
    const error = schemaErrorOf(() => createValidator(wide(11), { limits: { enum: 10 } }));
    assert.deepEqual([error.code, error.pointer], ['schema.limit-enum', '/enum']);
  });
});

describe('references that go round', () => {
  const cases: [string, JsonSchema, string[]][] = [
    ['to itself', { $ref: '#' }, ['#', '#']],
    ['through allOf', { allOf: [{ $ref: '#' }] }, ['#', '/allOf/0', '#']],
    [
      'over another',
      { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } },
      ['/$defs/a', '/$defs/b', '/$defs/a'],
    ],
    ['dynamically', { $dynamicAnchor: 'a', anyOf: [{ $dynamicRef: '#a' }] }, ['#', '/anyOf/0', '#']],
    ['through a condition', { if: true, then: { $ref: '#' } }, ['#', '/then', '#']],
    ['through not', { not: { not: { $ref: '#' } } }, ['#', '/not', '/not/not', '#']],
  ];
  for (const [name, schema, chain] of cases)
    it(`are refused with their chain ${name}`, () => {
      const error = schemaErrorOf(() => createValidator(schema));
      assert.deepEqual([error.code, error.chain], ['schema.ref-cycle', chain]);
    });

  it('are found though the schema was met before on a way into the data', () => {
    const schema = {
      properties: { x: { $ref: '#/$defs/b' } },
      $ref: '#/$defs/a',
      $defs: {
        a: { properties: { y: { $ref: '#/$defs/b' } } },
        b: { allOf: [{ $ref: '#/$defs/c' }] },
        c: { $ref: '#/$defs/b' },
      },
    };
    assert.equal(schemaErrorOf(() => createValidator(schema)).code, 'schema.ref-cycle');
  });
});

describe('a keyword whose value is of no use', () => {
  const OBJECT = { toString: 0, valueOf: null };
  const NAMES = [
    '$ref',
    '$dynamicRef',
    'type',
    'pattern',
    'format',
    'minimum',
    'maxLength',
    'multipleOf',
    'minContains',
    'required',
    'enum',
  ];
  for (const name of [...NAMES, 'properties', 'allOf', 'prefixItems', 'dependentRequired'])
    it(`is refused as schema.malformed at its place: ${name}`, () => {
      for (const value of [OBJECT, 5, 'x', [OBJECT], null, true]) {
        const isTaken =
          typeof value === 'string'
            ? ['pattern', 'format']
            : typeof value === 'number'
              ? ['minimum', 'maxLength', 'multipleOf', 'minContains']
              : [];
        if (isTaken.includes(name) || (['enum', 'allOf', 'prefixItems'].includes(name) && Array.isArray(value)))
          continue;
        if (/ref$/iu.test(name) && value === 'x') continue;
        const error = schemaErrorOf(() => createValidator({ contains: true, [name]: value }));
        assert.equal(error.code, 'schema.malformed');
        assert.ok(error.pointer.startsWith(`/${name}`), error.pointer);
      }
    });

  it('is an empty list of schemas', () => {
    for (const name of ['allOf', 'anyOf', 'oneOf', 'prefixItems'])
      assert.equal(schemaErrorOf(() => createValidator({ [name]: [] })).pointer, `/${name}`);
  });

  it('is no harm in what only names or annotates', () => {
    for (const name of ['$id', '$schema', '$anchor', '$dynamicAnchor', '$comment', 'title', 'default', '$vocabulary'])
      assert.equal(createValidator({ [name]: OBJECT })(1).valid, true);
  });
});
