import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonSchema } from '../plan/plan.js';
import { schemaErrorOf } from '../testing/probe-validator.js';
import { createValidator, type ValidatorOptions } from './create-validator.js';

/** What an error says of its place. */
function placeOf(schema: unknown, options: unknown = {}): [code: string, document: string, pointer: string] {
  const error = schemaErrorOf(() => createValidator(schema as JsonSchema, options as ValidatorOptions));
  return [error.code, error.document, error.pointer];
}

describe('what is no JSON', () => {
  const strange: [string, unknown][] = [
    ['a BigInt', 1n],
    ['a BigInt of zero', 0n],
    ['a symbol', Symbol('x')],
    ['a function', () => true],
    ['a Map', new Map([['type', 'string']])],
    ['a date', new Date(0)],
  ];
  for (const [name, value] of strange) {
    it(`is refused as schema.malformed: ${name}`, () => {
      assert.deepEqual(placeOf(value), ['schema.malformed', '', '']);
      for (const keyword of ['const', 'default', 'minimum', 'items', 'x-any'])
        assert.deepEqual(placeOf({ [keyword]: value }), ['schema.malformed', '', `/${keyword}`]);
      assert.deepEqual(placeOf({ enum: [1, value] }), ['schema.malformed', '', '/enum/1']);
      assert.deepEqual(placeOf({ properties: { a: value } }), ['schema.malformed', '', '/properties/a']);
    });

    it(`is refused as a document of its own: ${name}`, () => {
      assert.deepEqual(placeOf(true, { schemas: { 'https://example.org/a': value } }), [
        'schema.malformed',
        'https://example.org/a',
        '',
      ]);
    });
  }

  it('is refused in place of the documents', () => {
    for (const schemas of [null, 1n, Symbol('x'), new Map(), [], 'https://example.org/a', true])
      assert.deepEqual(placeOf(true, { schemas }), ['schema.malformed', '', '']);
  });

  it('is null only where a schema belongs', () => {
    assert.deepEqual(placeOf(null), ['schema.malformed', '', '']);
    assert.deepEqual(placeOf({ properties: { a: null } }), ['schema.malformed', '', '/properties/a']);
    assert.equal(createValidator({ const: null, default: null })(null).valid, true);
  });

  it('is not a member that is undefined, as in JSON.stringify', () => {
    const schema = { type: 'string', maxLength: undefined, title: undefined } as unknown as JsonSchema;
    assert.equal(createValidator(schema)('x').valid, true);
  });
});

describe('a fault in a document given beside the schema', () => {
  const NAME = 'https://example.org/name.json';
  const cases: [string, JsonSchema, string, string][] = [
    ['a keyword', { properties: { a: { type: 'text' } } }, 'schema.malformed', '/properties/a/type'],
    ['a keyword of another draft', { additionalItems: false }, 'schema.unsupported', '/additionalItems'],
    ['a pattern', { pattern: '(' }, 'schema.pattern-invalid', '/pattern'],
    ['a reference', { allOf: [{ $ref: '#/nowhere' }] }, 'schema.ref-unknown', '/allOf/0/$ref'],
    ['a draft', { $schema: 'https://example.org/draft' }, 'schema.unsupported', '/$schema'],
    ['a long list', { enum: Array.from({ length: 30_000 }, (_, index) => index) }, 'schema.limit-enum', '/enum'],
    ['no schema', { items: 5 }, 'schema.malformed', '/items'],
  ];
  for (const [what, document, code, pointer] of cases)
    it(`names the document: ${what}`, () => {
      assert.deepEqual(placeOf({ $ref: NAME }, { schemas: { [NAME]: document } }), [code, NAME, pointer]);
    });

  it('names it in the message too', () => {
    const error = schemaErrorOf(() => createValidator({ $ref: NAME }, { schemas: { [NAME]: { type: 'text' } } }));
    assert.ok(error.message.startsWith(`schema.malformed at ${NAME}#/type: `), error.message);
  });

  it('names it in the chain of a cycle', () => {
    const error = schemaErrorOf(() =>
      createValidator({ $ref: NAME }, { schemas: { [NAME]: { allOf: [{ $ref: '#' }] } } }),
    );
    assert.deepEqual([error.document, error.chain], [NAME, [`${NAME}#`, `${NAME}#/allOf/0`, `${NAME}#`]]);
  });

  it('names none where the schema itself is at fault', () => {
    assert.deepEqual(placeOf({ $ref: NAME, type: 'text' }, { schemas: { [NAME]: {} } }), [
      'schema.malformed',
      '',
      '/type',
    ]);
  });
});

describe('the place of an unknown draft', () => {
  it('is the $schema of the embedded resource', () => {
    const embedded = { $id: 'https://example.org/a', $schema: 'https://example.org/draft', properties: { b: {} } };
    for (const $ref of ['https://example.org/a', '#/$defs/a', '#/$defs/a/properties/b'])
      assert.deepEqual(placeOf({ $ref, $defs: { a: embedded } }), ['schema.unsupported', '', '/$defs/a/$schema']);
  });

  it('has a cure for each draft', () => {
    const cureOf = ($schema: string): string => schemaErrorOf(() => createValidator({ $schema })).cure;
    assert.match(cureOf('http://json-schema.org/draft-07/schema#'), /form-engine\/draft-07/u);
    for (const draft of ['draft-04/schema#', 'draft-06/schema#', 'draft/2019-09/schema'])
      assert.match(cureOf(`http://json-schema.org/${draft}`), /2020-12/u);
  });
});

describe('the place of a reference that leads nowhere', () => {
  it('is the keyword itself', () => {
    for (const name of ['$ref', '$dynamicRef'])
      assert.deepEqual(placeOf({ items: { [name]: '#/nowhere' } }), ['schema.ref-unknown', '', `/items/${name}`]);
  });
});
