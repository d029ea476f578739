import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { canonicalJson } from '../data/canonical-json.js';
import { SchemaError } from '../errors.js';
import type { JsonSchema, JsonValue } from '../plan/plan.js';
import type { FormField, ProcedureSource } from '../plan/procedure-source.js';
import { checkProcedure, compileProcedure } from './compile-procedure.js';

const text = { type: 'string' };

function sourceOf(
  data: JsonSchema,
  fields: readonly FormField[] = [],
  more: Partial<ProcedureSource> = {},
): ProcedureSource {
  return {
    record: { slug: 'test/compile', version: '1.0.0' } as ProcedureSource['record'],
    data,
    form: { steps: [{ id: 'one', sections: [{ id: 'one', fields }] }] },
    definitions: {},
    catalogVersions: {},
    ...more,
  };
}

function errorOf(source: ProcedureSource): SchemaError {
  try {
    compileProcedure(source);
  } catch (error) {
    assert.ok(error instanceof SchemaError, String(error));
    return error;
  }
  return assert.fail('nothing was thrown');
}

describe('definitions', () => {
  it('are bundled by file name, whoever refers to them', () => {
    const plan = compileProcedure(
      sourceOf(
        { type: 'object', properties: { home: { $ref: '../../../definitions/address.schema.json' } } },
        [{ pointer: '/home' }],
        {
          definitions: {
            '../../../definitions/address.schema.json': {
              $id: 'address.schema.json',
              type: 'object',
              properties: { country: { $ref: 'country.schema.json' }, next: { $ref: '#' } },
            },
            country: { type: 'string', enum: ['VN'] },
          },
        },
      ),
    );
    assert.deepEqual((plan.schema as { $defs: JsonValue }).$defs, {
      address: {
        type: 'object',
        properties: { country: { $ref: '#/$defs/country' }, next: { $ref: '#/$defs/address' } },
      },
      country: { type: 'string', enum: ['VN'] },
    });
    assert.equal(plan.root.children?.[0]?.kind, 'address');
  });

  it('do not clash with those of the document', () => {
    const plan = compileProcedure(
      sourceOf(
        { properties: { a: { $ref: 'x.schema.json' }, b: { $ref: '#/$defs/x' } }, $defs: { x: { const: 1 } } },
        [],
        { definitions: { x: { const: 2 } } },
      ),
    );
    assert.deepEqual((plan.schema as { $defs: JsonValue }).$defs, { x: { const: 1 }, 'x-shared': { const: 2 } });
  });

  it('leave data alone that looks like a reference', () => {
    const schema = { properties: { a: { const: { $ref: 'nowhere.json' } } } };
    assert.deepEqual(compileProcedure(sourceOf(schema)).schema, schema);
  });
});

describe('the hash', () => {
  const source = sourceOf({ properties: { a: text } }, [{ pointer: '/a' }]);

  it('is SHA-256 over the canonical form of all that decides the plan', () => {
    const whole = {
      record: source.record,
      data: source.data,
      form: source.form,
      definitions: {},
      catalogVersions: {},
    } as unknown as JsonValue;
    assert.equal(compileProcedure(source).hash, createHash('sha256').update(canonicalJson(whole)).digest('hex'));
  });

  it('does not hang on the order of properties, and changes with each part', () => {
    const { hash } = compileProcedure(source);
    assert.equal(
      compileProcedure({ ...source, record: { version: '1.0.0', slug: 'test/compile' } as ProcedureSource['record'] })
        .hash,
      hash,
    );
    assert.notEqual(compileProcedure({ ...source, catalogVersions: { countries: '1' } }).hash, hash);
    assert.notEqual(compileProcedure({ ...source, definitions: { x: true } }).hash, hash);
  });
});

describe('what cannot be run', () => {
  const field = (pointer: string, rules?: FormField['rules'], kind?: string): FormField => ({
    pointer,
    ...(rules === undefined ? {} : { rules }),
    ...(kind === undefined ? {} : { kind }),
  });
  const two = { type: 'object', properties: { a: text, b: text } };
  const cycle = {
    ...two,
    allOf: [
      { if: { required: ['a'] }, then: { properties: { b: false } } },
      { if: { required: ['b'] }, then: { properties: { a: false } } },
    ],
  };
  const refused: [name: string, source: ProcedureSource, code: string][] = [
    ['a reference to a file that was not given', sourceOf({ $ref: 'x.schema.json' }), 'schema.ref-unknown'],
    ['a reference by anchor', sourceOf({ properties: { a: { $ref: '#here' } } }), 'schema.unsupported'],
    [
      'a cycle of references',
      sourceOf({ $ref: 'a.json' }, [], { definitions: { a: { $ref: 'b.json' }, b: { allOf: [{ $ref: 'a.json' }] } } }),
      'schema.ref-cycle',
    ],
    [
      'a schema that nests too deep',
      sourceOf(Array.from({ length: 300 }).reduce<JsonSchema>((inner) => ({ properties: { a: inner } }), true)),
      'schema.limit-depth',
    ],
    [
      'a schema that would overflow the stack',
      sourceOf(Array.from({ length: 20_000 }).reduce<JsonSchema>((inner) => ({ properties: { a: inner } }), true)),
      'schema.limit-depth',
    ],
    ['an unsupported keyword', sourceOf({ properties: { a: { dependencies: {} } } }), 'schema.unsupported'],
    [
      'conditions that take away what they rest on',
      sourceOf(cycle, [field('/a'), field('/b')]),
      'plan.conditions-oscillate',
    ],
    [
      'rules that compute one another',
      sourceOf(two, [field('/a', { computed: { value: '/b' } }), field('/b', { computed: { value: '/a' } })]),
      'rule.cycle',
    ],
    ['a field the schema does not know', sourceOf(two, [field('/c')]), 'form.field-unknown'],
    ['a field that stands twice', sourceOf(two, [field('/a'), field('/a')]), 'form.field-repeated'],
    ['a field without a pointer', sourceOf(two, [field('a')]), 'form.malformed'],
    ['an unknown kind', sourceOf(two, [field('/a', undefined, 'colour')]), 'form.kind-unknown'],
    ['an unknown operator', sourceOf(two, [field('/a', { visible: { constructor: [1] } })]), 'rule.operator-unknown'],
    ['an operator with too few operands', sourceOf(two, [field('/a', { visible: { '===': [1] } })]), 'rule.malformed'],
    [
      'an operation with two names',
      sourceOf(two, [field('/a', { visible: { '+': [1], '-': [1] } })]),
      'rule.malformed',
    ],
    [
      'a rule that reads what is not there',
      sourceOf(two, [field('/a', { visible: { value: '/z' } })]),
      'rule.value-unknown',
    ],
    [
      'a relative pointer that climbs too high',
      sourceOf(two, [field('/a', { visible: { value: '9/z' } })]),
      'rule.malformed',
    ],
    [
      'a mirror of fields that do not exist',
      { ...sourceOf(two), form: { steps: [], mirrors: [{ when: true, pairs: [['/a', '/z']] }] } },
      'form.field-unknown',
    ],
    ['a form that is none', { ...sourceOf(two), form: {} as ProcedureSource['form'] }, 'form.malformed'],
    [
      'a catalogue without a version',
      sourceOf(two, [{ pointer: '/a', options: { catalog: 'countries' } }]),
      'catalog.version-missing',
    ],
  ];
  for (const [name, source, code] of refused) {
    it(`is refused by ${code}: ${name}`, () => {
      const error = errorOf(source);
      assert.equal(error.code, code);
      assert.ok(error.cure.length > 5);
      assert.ok(
        checkProcedure(source).some((diagnostic) => diagnostic.code === code && diagnostic.severity === 'error'),
      );
    });
  }

  it('names the chain of a cycle', () => {
    const { chain } = errorOf(refused[6]?.[1] as ProcedureSource);
    assert.equal(chain.at(0), chain.at(-1));
    assert.ok(chain.length >= 3);
  });

  it('is told all at once', () => {
    const source = sourceOf(two, [field('/c'), field('/a', { visible: { nope: [] } })]);
    assert.deepEqual(
      checkProcedure(source)
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => code),
      ['form.field-unknown', 'rule.operator-unknown'],
    );
  });
});

describe('advice', () => {
  const codesOf = (source: ProcedureSource): string[] =>
    checkProcedure(source).map(({ code, pointer }) => `${pointer} ${code}`);

  it('names fields in no step, conditions that look at nothing, and what is required but described nowhere', () => {
    assert.deepEqual(codesOf(sourceOf({ properties: { a: text } })), ['/a form.field-missing']);
    assert.deepEqual(codesOf(sourceOf({ if: { type: 'object' }, then: { required: ['z'] } })), [
      '/if schema.condition-always-true',
      '/z schema.field-undeclared',
    ]);
  });

  it('names places at which a schema contains itself', () => {
    const tree = { type: 'object', properties: { child: { $ref: '#' }, name: text } };
    assert.deepEqual(
      codesOf(sourceOf(tree, [{ pointer: '/name' }])).filter((line) => line.includes('recursive')),
      ['/child schema.recursive'],
    );
  });
});

describe('kinds', () => {
  it('come from form.json, else from the definition, else from format, type and enum', () => {
    const data: JsonSchema = {
      properties: {
        a: { type: 'string', enum: ['x', 'y'] },
        b: { enum: Array.from({ length: 13 }, (_, index) => `v${index}`) },
        c: { type: 'string', format: 'date' },
        d: { type: 'string', format: 'email' },
        e: { $ref: 'phone.schema.json' },
        f: { type: 'string', maxLength: 2000 },
        g: { type: 'array', items: { $ref: 'attachment.json' } },
        h: { type: 'string' },
        i: {
          oneOf: [
            { const: 1, title: 'one' },
            { const: 2, title: 'two' },
          ],
        },
      },
    };
    const plan = compileProcedure(
      sourceOf(data, [{ pointer: '/h', kind: 'person-name' }], {
        definitions: { phone: text, attachment: { type: 'object' } },
      }),
    );
    assert.deepEqual(Object.fromEntries((plan.root.children ?? []).map(({ pointer, kind }) => [pointer, kind])), {
      '/h': 'person-name',
      '/a': 'choice',
      '/b': 'large-choice',
      '/c': 'date',
      '/d': 'email',
      '/e': 'phone',
      '/f': 'long-text',
      '/g': 'list',
      '/i': 'choice',
    });
    assert.deepEqual(plan.root.children?.find(({ pointer }) => pointer === '/i')?.options, { values: [1, 2] });
  });
});
