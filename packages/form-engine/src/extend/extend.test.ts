import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileProcedure } from '../compile/compile-procedure.js';
import { createValidator } from '../create-validator.js';
import { FormError, SchemaError } from '../errors.js';
import { createForm } from '../model/create-form.js';
import type { JsonObject, Plan } from '../plan/plan.js';
import type { FormField, ProcedureSource } from '../plan/procedure-source.js';
import { procedureFromSchema } from '../infer/index.js';
import { checkSubmission } from '../validation/check-submission.js';
import {
  defineFormat,
  defineKeyword,
  defineKind,
  defineOperator,
  defineVocabulary,
  type KeywordDefinition,
  type VocabularyParts,
} from './index.js';

const TODAY = '2026-11-24';
const landPlot = defineFormat({ name: 'land-plot', test: (text) => /^\d{1,4}\/\d{1,4}$/u.test(text) });
const maxWords = defineKeyword({
  name: 'maxWords',
  of: 'string',
  takes: 'number',
  judge: (text, limit) => text.trim().split(/\s+/u).length <= limit || { limit },
});
const half = defineOperator({
  name: 'half',
  arity: [1, 1],
  apply: ([amount]) => (typeof amount === 'number' ? amount / 2 : undefined),
});
const plot = defineKind({
  name: 'plot',
  matches: (schema) => schema['format'] === 'land-plot',
  initial: undefined,
  parse: (input) => ({
    value: typeof input === 'string' && input.trim() !== '' ? input.replaceAll(' ', '') : undefined,
  }),
  format: (value) => value,
  isEmpty: (value) => value === undefined,
  summarize: (value) => `thửa ${JSON.stringify(value)}`,
});
const vocabulary = defineVocabulary({ formats: [landPlot], keywords: [maxWords], operators: [half], kinds: [plot] });

const data: JsonObject = {
  type: 'object',
  properties: {
    plot: { type: 'string', format: 'land-plot' },
    reason: { type: 'string', maxWords: 3 },
    fee: { type: 'number' },
    reduced: { type: 'number' },
  },
};
const fields: FormField[] = [
  { pointer: '/plot' },
  { pointer: '/reason' },
  { pointer: '/fee' },
  { pointer: '/reduced', rules: { computed: { half: [{ value: '/fee' }] } } },
];

describe('a vocabulary of the author’s own', () => {
  it('is known to the validator: formats by name, keywords as a list', () => {
    const validate = createValidator(data, { formats: vocabulary.formats, keywords: [maxWords] });
    assert.deepEqual(
      validate({ plot: 'x', reason: 'một hai ba bốn' }).issues.map(({ code, pointer, params }) => [
        code,
        pointer,
        params,
      ]),
      [
        ['format.land-plot', '/plot', { format: 'land-plot' }],
        ['keyword.maxWords', '/reason', { limit: 3 }],
      ],
    );
    assert.equal(validate({ plot: '12/7', reason: 'một hai ba' }).valid, true);
    assert.equal(createValidator(data)({ plot: 'x', reason: 'một hai ba bốn' }).valid, true);
  });

  it('is known in a schema of draft-07 as well, and in what it refers to', () => {
    const old = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $ref: '#/definitions/a',
      definitions: { a: { maxWords: 1 } },
    };
    assert.equal(createValidator(old, { keywords: [maxWords] })('hai từ').valid, false);
  });

  it('runs from the procedure to the form, and on the gateway', async () => {
    const plan = planOf(fields);
    assert.deepEqual(plan.vocabulary, ['format land-plot', 'keyword maxWords']);
    assert.equal(plan.root.children?.[0]?.kind, 'plot');
    const form = createForm(plan, { today: TODAY, vocabulary });
    form.field('/plot').setInput('12 / 7');
    form.field('/reason').setInput('một hai ba bốn');
    form.field('/fee').setInput('10');
    const { issues } = await form.validate();
    assert.deepEqual(
      issues.map(({ code, pointer }) => [code, pointer]),
      [['keyword.maxWords', '/reason']],
    );
    assert.deepEqual(form.toSubmission(), { plot: '12/7', reason: 'một hai ba bốn', fee: 10, reduced: 5 });
    form.dispose();
    const sent = checkSubmission(plan, { plot: '12', reason: 'một', fee: 10 }, { today: TODAY, vocabulary });
    assert.deepEqual(
      sent.issues.map(({ code }) => code),
      ['format.land-plot'],
    );
    assert.equal(sent.data['reduced'], 5);
  });

  it('serves a form that is made of a schema alone', () => {
    const plan = compileProcedure(procedureFromSchema(data), { vocabulary });
    assert.deepEqual(plan.vocabulary, ['format land-plot', 'keyword maxWords']);
  });

  it('is asked for by the plan that needs it: what is not known would be passed over', () => {
    const plan = planOf(fields);
    for (const open of [
      () => createForm(plan, { today: TODAY }),
      () => checkSubmission(plan, {}, { today: TODAY }),
      () => createForm(plan, { today: TODAY, vocabulary: defineVocabulary({ formats: [landPlot] }) }),
    ])
      assert.throws(open, (error) => error instanceof FormError && error.code === 'plan.vocabulary-missing');
  });

  it('is not asked for by a plan that uses nothing of it', () => {
    const plan = compileProcedure(
      sourceOf({ type: 'object', properties: { a: { type: 'string' } } }, [{ pointer: '/a' }]),
      { vocabulary },
    );
    assert.equal(plan.vocabulary, undefined);
    createForm(plan, { today: TODAY }).dispose();
  });

  it('refuses a schema that gives a keyword a value of another type', () => {
    assert.throws(
      () => createValidator({ maxWords: 'three' }, { keywords: [maxWords] }),
      (error) => error instanceof SchemaError && error.code === 'schema.malformed' && error.pointer === '/maxWords',
    );
  });

  it('keeps a rule off whose operator throws', () => {
    const broken = defineVocabulary({
      operators: [{ name: 'broken', arity: [0, 1], apply: () => JSON.parse('{') as null }],
    });
    const source = sourceOf({ type: 'object', properties: { a: { type: 'string' } } }, [
      { pointer: '/a', rules: { visible: { broken: [] } } },
    ]);
    const form = createForm(compileProcedure(source, { vocabulary: broken }), { today: TODAY, vocabulary: broken });
    assert.equal(form.field('/a').state.get().visible, true);
    form.dispose();
  });
});

describe('a definition is refused', () => {
  const judge = (): true => true;
  const parts = {
    matches: () => false,
    parse: () => ({ value: undefined }),
    format: () => null,
    isEmpty: () => true,
    summarize: () => '',
  };
  const taken: [name: string, parts: VocabularyParts][] = [
    ['a format of JSON Schema', { formats: [{ name: 'date', test: () => true }] }],
    ['a keyword of JSON Schema', { keywords: [keyword({ name: 'minLength', judge })] }],
    ['a keyword of draft-07', { keywords: [keyword({ name: 'dependencies', judge })] }],
    ['an annotation', { keywords: [keyword({ name: 'title', judge })] }],
    ['an operator that every page has', { operators: [{ name: 'cat', arity: [1, 2], apply: () => '' }] }],
    ['an operator that few pages have', { operators: [{ name: 'age', arity: [1, 2], apply: () => '' }] }],
    ['what the interpreter keeps for itself', { operators: [{ name: 'value', arity: [1, 2], apply: () => '' }] }],
    ['a kind', { kinds: [{ ...parts, name: 'date', initial: undefined }] }],
    ['a group', { kinds: [{ ...parts, name: 'list', initial: undefined }] }],
    ['its own name a second time', { formats: [landPlot, landPlot] }],
  ];
  for (const [name, one] of taken)
    it(`for the name of ${name}`, () => {
      assert.throws(
        () => defineVocabulary(one),
        (error) => error instanceof SchemaError && error.code === 'vocabulary.name-taken' && error.pointer === '/name',
      );
    });

  const lacking: [part: string, parts: unknown][] = [
    ['/name', { formats: [{ test: () => true }] }],
    ['/name', { formats: [{ name: 'Land Plot', test: () => true }] }],
    ['/test', { formats: [{ name: 'land-plot' }] }],
    ['/of', { keywords: [{ name: 'maxWords', takes: 'number', judge }] }],
    ['/takes', { keywords: [{ name: 'maxWords', of: 'string', judge }] }],
    ['/judge', { keywords: [{ name: 'maxWords', of: 'string', takes: 'number' }] }],
    ['/arity', { operators: [{ name: 'half', apply: () => 1 }] }],
    ['/arity', { operators: [{ name: 'half', arity: [2, 1], apply: () => 1 }] }],
    ['/apply', { operators: [{ name: 'half', arity: [1, 1] }] }],
    ...['matches', 'parse', 'format', 'isEmpty', 'summarize'].map((part): [string, unknown] => [
      `/${part}`,
      { kinds: [{ ...parts, name: 'plot', initial: undefined, [part]: undefined }] },
    ]),
    ['/initial', { kinds: [{ ...parts, name: 'plot' }] }],
  ];
  for (const [part, one] of lacking)
    it(`for want of ${part.slice(1)}: ${Object.keys(one as object).join('')}`, () => {
      assert.throws(
        () => defineVocabulary(one as VocabularyParts),
        (error) => error instanceof SchemaError && error.code === 'vocabulary.malformed' && error.pointer === part,
      );
    });
});

function keyword(parts: Pick<KeywordDefinition, 'name' | 'judge'>): KeywordDefinition {
  return { of: 'string', takes: 'any', ...parts };
}

function planOf(asked: readonly FormField[]): Plan {
  return compileProcedure(sourceOf(data, asked), { vocabulary });
}

function sourceOf(schema: JsonObject, asked: readonly FormField[]): ProcedureSource {
  return {
    ...procedureFromSchema(schema),
    data: schema,
    form: { steps: [{ id: 'one', sections: [{ id: 'one', fields: asked }] }] },
  };
}
