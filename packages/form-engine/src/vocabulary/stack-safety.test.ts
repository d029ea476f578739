import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonSchema, JsonValue } from '../plan/plan.js';
import { schemaErrorOf } from '../testing/probe-validator.js';
import { createValidator } from './create-validator.js';

const UNBOUNDED = { depth: Infinity, nodes: Infinity, branches: Infinity, enum: Infinity };

/** Definitions that each lead to the next one by way of a keyword. */
function chain(length: number, wrap: (next: JsonSchema) => JsonSchema): JsonSchema {
  const steps = Array.from({ length }, (_, index) => [`d${index}`, wrap({ $ref: `#/$defs/d${index + 1}` })]);
  return { $ref: '#/$defs/d0', $defs: { ...(Object.fromEntries(steps) as object), [`d${length}`]: true } };
}

function nest(levels: number): JsonValue {
  return Array.from({ length: levels }).reduce<JsonValue>((inner) => [inner], 1);
}

describe('limits that a caller raises', () => {
  const wraps: [string, (next: JsonSchema) => JsonSchema][] = [
    ['$ref', (next) => next],
    ['anyOf', (next) => ({ anyOf: [next, { const: 1 }] })],
    ['not', (next) => ({ not: next })],
    ['if', (next) => ({ if: next })],
    ['dependentSchemas', (next) => ({ dependentSchemas: { a: next } })],
  ];
  for (const depth of [10_000, Infinity, Number.NaN])
    for (const [name, wrap] of wraps)
      it(`leave a typed error for a chain of ${name} at depth ${depth}`, () => {
        const limits = { ...UNBOUNDED, depth };
        const error = schemaErrorOf(() => createValidator(chain(20_000, wrap), { limits }));
        assert.equal(error.code, 'schema.limit-depth');
      });

  it('leave a typed error for a schema of many levels', () => {
    const deep = Array.from({ length: 50_000 }).reduce<JsonSchema>((items) => ({ items }), {});
    assert.equal(schemaErrorOf(() => createValidator(deep, { limits: UNBOUNDED })).code, 'schema.limit-depth');
  });

  it('count as 256 levels of schemas and 1,200 of data, which all work', () => {
    const levels = (count: number): JsonSchema =>
      Array.from({ length: count }).reduce<JsonSchema>((inner) => ({ anyOf: [inner] }), { type: 'number' });
    assert.equal(createValidator(levels(250), { limits: UNBOUNDED })(1).valid, true);
    assert.match(schemaErrorOf(() => createValidator(levels(260), { limits: UNBOUNDED })).message, /256/u);
    const tree: JsonSchema = { $defs: { n: { items: { $ref: '#/$defs/n' } } }, $ref: '#/$defs/n' };
    const validate = createValidator(tree, { limits: { data: { depth: Infinity } } });
    assert.equal(validate(nest(1_200)).valid, true);
    assert.deepEqual(
      validate(nest(100_000)).issues.map(({ code, pointer, params }) => [code, pointer, params]),
      [['data.limit-depth', '', { limit: 1_200 }]],
    );
  });

  it('leave values to be compared that the stack can bear', () => {
    const limits = { data: { depth: Infinity } };
    for (const schema of [{ uniqueItems: true }, { const: [] }, { enum: [[1]] }, { contains: { const: [0] } }]) {
      const validate = createValidator(schema, { limits });
      assert.equal(validate([nest(1_190), nest(1_190)]).valid, false);
      assert.equal(validate([nest(9_000), nest(9_000)]).issues[0]?.code, 'data.limit-depth');
    }
  });

  it('tell of a number without all digits at any depth that is allowed', () => {
    const data = Array.from({ length: 1_100 }).reduce<JsonValue>((a) => ({ a }), 2 ** 60);
    const [issue] = createValidator(true, { limits: { data: { depth: Infinity } } })(data).issues;
    assert.deepEqual([issue?.code, issue?.pointer], ['data.unsafe-integer', '/a'.repeat(1_100)]);
  });
});

describe('resources within resources', () => {
  it('are compiled in no time though each level has two and all share a dynamic anchor', () => {
    const level = (depth: number, name: string): JsonSchema => ({
      $id: `https://example.org/${name}`,
      $dynamicAnchor: 'node',
      properties: { value: { $dynamicRef: '#node' } },
      ...(depth > 0 && { anyOf: [level(depth - 1, `${name}l`), level(depth - 1, `${name}r`)] }),
    });
    assert.equal(schemaErrorOf(() => createValidator(level(16, 'n'))).code, 'schema.limit-nodes');
    assert.equal(createValidator(level(8, 'n'))({ value: { value: {} } }).valid, true);
  });
});
