/** Schemas and data that nest: what a form needs is taken, the rest ends in typed errors and issues, never in a RangeError. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createValidator } from '../create-validator.js';
import type { JsonSchema, JsonValue } from '../plan/plan.js';
import { schemaErrorOf } from './probe-validator.js';

type Wrap = (inner: JsonSchema) => JsonSchema;

const WRAPS: [name: string, wrap: Wrap][] = [
  ['properties', (inner) => ({ properties: { a: inner } })],
  ['items', (inner) => ({ items: inner })],
  ['allOf', (inner) => ({ allOf: [inner] })],
  ['oneOf', (inner) => ({ oneOf: [inner, false] })],
  ['not', (inner) => ({ not: inner })],
  ['if and then', (inner) => ({ if: true, then: inner })],
  ['patternProperties', (inner) => ({ patternProperties: { '^a': inner } })],
  ['dependentSchemas', (inner) => ({ dependentSchemas: { a: inner } })],
  ['$defs', (inner) => ({ $defs: { a: inner } })],
];

const nest = (levels: number, wrap: Wrap): JsonSchema =>
  Array.from({ length: levels }).reduce<JsonSchema>((inner) => wrap(inner), { type: 'string' });

describe('schemas inside one another', () => {
  for (const [name, wrap] of WRAPS)
    it(`by ${name} are taken 64 deep and refused at 400, 500 and 5,000 with schema.limit-depth`, () => {
      assert.equal(typeof createValidator(nest(64, wrap))({}).valid, 'boolean');
      for (const levels of [400, 500, 5_000])
        assert.equal(schemaErrorOf(() => createValidator(nest(levels, wrap))).code, 'schema.limit-depth');
    });
});

describe('data inside one another, under a schema that refers to itself', () => {
  const tree: JsonSchema = {
    type: 'object',
    properties: { con: { type: 'array', items: { $ref: '#' } }, ten: { type: 'string' } },
    unevaluatedProperties: false,
  };
  const validate = createValidator(tree);
  const deep = (levels: number, leaf: JsonValue): JsonValue =>
    Array.from({ length: levels }).reduce<JsonValue>((inner) => ({ con: [inner] }), leaf);

  it('is judged at 500 objects, 1,000 levels deep', () => {
    assert.equal(validate(deep(500, { ten: 'x' })).valid, true);
    assert.deepEqual(
      validate(deep(500, { ten: 1 })).issues.map(({ code, pointer }) => [code, pointer]),
      [['keyword.type', `${'/con/0'.repeat(500)}/ten`]],
    );
  });

  it('is refused with data.limit-depth at 5,000 and 100,000 objects', () => {
    for (const levels of [5_000, 100_000])
      assert.deepEqual(
        validate(deep(levels, {})).issues.map(({ code }) => code),
        ['data.limit-depth'],
      );
  });
});
