import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createValidator as createComplete } from '../create-validator.js';
import { draft07 } from '../draft-07.js';
import type { JsonSchema, JsonValue } from '../plan/plan.js';
import { schemaErrorOf } from '../testing/probe-validator.js';
import { createValidator } from './create-validator.js';

const DRAFT_07 = 'http://json-schema.org/draft-07/schema#';

describe('draft-07', () => {
  const cases: [string, { [name: string]: JsonValue }, JsonValue, boolean][] = [
    [
      'passes over what stands beside $ref',
      { definitions: { a: true }, $ref: '#/definitions/a', type: 'string' },
      1,
      true,
    ],
    ['takes a list of items', { items: [{ type: 'string' }, { type: 'integer' }] }, ['a', 'b'], false],
    ['checks additionalItems after a list', { items: [true], additionalItems: false }, [1, 2], false],
    ['passes over additionalItems beside one schema', { items: true, additionalItems: false }, [1, 2], true],
    ['knows dependencies by name', { dependencies: { a: ['b'] } }, { a: 1 }, false],
    ['knows dependencies by schema', { dependencies: { a: { required: ['b'] } } }, { a: 1 }, false],
    [
      'takes a fragment in $id as an anchor',
      { definitions: { a: { $id: '#x', type: 'string' } }, allOf: [{ $ref: '#x' }] },
      1,
      false,
    ],
    ['has no prefixItems', { prefixItems: [false] }, [1], true],
    ['has no dependentRequired', { dependentRequired: { a: ['b'] } }, { a: 1 }, true],
    ['has no unevaluatedProperties', { unevaluatedProperties: false }, { a: 1 }, true],
    ['has no minContains', { contains: { const: 1 }, minContains: 0 }, [], false],
    ['has no $anchor', { $anchor: 'x', contains: { const: 1 } }, [1], true],
  ];
  for (const [name, schema, data, valid] of cases)
    it(name, () => {
      const validate = createValidator({ $schema: DRAFT_07, ...schema }, { dialects: [draft07] });
      assert.equal(validate(data).valid, valid);
    });

  it('is refused by the bare evaluator with a cure that names the entry', () => {
    const error = schemaErrorOf(() => createValidator({ $schema: DRAFT_07 }));
    assert.deepEqual([error.code, error.pointer], ['schema.unsupported', '/$schema']);
    assert.match(error.cure, /@motcua\/form-engine\/draft-07/u);
  });

  it('and draft 2020-12 may refer to one another', () => {
    const schemas = {
      'https://x.vn/old': { $schema: DRAFT_07, items: [{ type: 'string' }], additionalItems: false },
      'https://x.vn/new': {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        prefixItems: [{ type: 'string' }],
        items: false,
      },
    };
    for (const name of ['old', 'new']) {
      const validate = createComplete({ properties: { a: { $ref: `https://x.vn/${name}` } } }, { schemas });
      assert.deepEqual(
        [validate({ a: ['x'] }).valid, validate({ a: [1] }).valid, validate({ a: ['x', 1] }).valid],
        [true, false, false],
      );
    }
    const back = createComplete({ $schema: DRAFT_07, allOf: [{ $ref: 'https://x.vn/new' }] }, { schemas });
    assert.deepEqual([back(['x']).valid, back(['x', 1]).valid], [true, false]);
  });
});

describe('$schema', () => {
  const vocabulary = (names: { [name: string]: boolean }, more: { [name: string]: JsonValue } = {}): JsonSchema => ({
    $id: 'https://x.vn/meta',
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $vocabulary: Object.fromEntries(
      Object.entries(names).map(([name, required]) => [
        name.includes(':') ? name : `https://json-schema.org/draft/2020-12/vocab/${name}`,
        required,
      ]),
    ),
    ...more,
  });
  const create = (meta: JsonSchema, schema: { [name: string]: JsonValue }): ReturnType<typeof createComplete> =>
    createComplete({ $schema: 'https://x.vn/meta', ...schema }, { schemas: { 'https://x.vn/meta': meta } });

  it('of an unknown draft is refused at its place', () => {
    for (const uri of ['https://json-schema.org/draft/2019-09/schema', 'https://x.vn/nothing', 'constructor']) {
      const error = schemaErrorOf(() => createComplete({ $schema: uri }));
      assert.deepEqual([error.code, error.pointer], ['schema.unsupported', '/$schema']);
    }
  });

  it('of a meta-schema without a vocabulary leaves its keywords off', () => {
    const validate = create(vocabulary({ core: true, applicator: true }), {
      properties: { a: { minimum: 10 }, b: false },
    });
    assert.deepEqual([validate({ a: 1 }).valid, validate({ b: 1 }).valid], [true, false]);
  });

  it('of a meta-schema with a required unknown vocabulary is refused, with an optional one taken', () => {
    const unknown = 'https://x.vn/vocab';
    assert.equal(schemaErrorOf(() => create(vocabulary({ [unknown]: true }), {})).code, 'schema.unsupported');
    assert.equal(create(vocabulary({ validation: true, [unknown]: false }), { minimum: 1 })(0).valid, false);
  });

  it('of a meta-schema that asserts formats asserts them, and refuses what it does not know', () => {
    const meta = vocabulary({ 'format-assertion': false });
    assert.equal(create(meta, { format: 'ipv4' })('x').valid, false);
    assert.equal(schemaErrorOf(() => create(meta, { format: 'colour' })).code, 'schema.unsupported');
  });

  it('of meta-schemas that name one another is refused', () => {
    const meta = (name: string): JsonSchema => ({
      $id: `https://x.vn/${name}`,
      $schema: `https://x.vn/${name === 'a' ? 'b' : 'a'}`,
    });
    const schemas = { 'https://x.vn/a': meta('a'), 'https://x.vn/b': meta('b') };
    assert.equal(
      schemaErrorOf(() => createComplete({ $schema: 'https://x.vn/a' }, { schemas })).code,
      'schema.unsupported',
    );
  });
});

describe('$dynamicRef', () => {
  const tree: JsonSchema = {
    $id: 'https://x.vn/tree',
    $dynamicAnchor: 'node',
    type: 'object',
    properties: { data: true, children: { type: 'array', items: { $dynamicRef: '#node' } } },
  };
  const strict: JsonSchema = {
    $id: 'https://x.vn/strict',
    $dynamicAnchor: 'node',
    $ref: 'tree',
    unevaluatedProperties: false,
  };

  it('leads to the outermost anchor of its name', () => {
    const schemas = { 'https://x.vn/tree': tree };
    const typo = { children: [{ daat: 1 }] };
    assert.equal(createValidator(tree)(typo).valid, true);
    assert.deepEqual(
      createValidator(strict, { schemas })(typo).issues.map(({ pointer, code }) => [pointer, code]),
      [['/children/0/daat', 'keyword.unevaluatedProperties']],
    );
  });

  it('keeps two ways to one schema apart', () => {
    const schemas = { 'https://x.vn/tree': tree, 'https://x.vn/strict': strict };
    const validate = createValidator(
      { properties: { loose: { $ref: 'https://x.vn/tree' }, tight: { $ref: 'https://x.vn/strict' } } },
      { schemas },
    );
    const typo = { children: [{ daat: 1 }] };
    assert.deepEqual([validate({ loose: typo }).valid, validate({ tight: typo }).valid], [true, false]);
  });
});
