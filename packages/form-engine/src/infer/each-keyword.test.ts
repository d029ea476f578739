import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileProcedure } from '../compile/compile-procedure.js';
import { FURTHER_KINDS } from '../kinds/further/index.js';
import { createForm } from '../model/create-form.js';
import type { Form } from '../model/form.js';
import type { JsonObject, PlanNode } from '../plan/plan.js';
import { type InferenceOptions, procedureFromSchema } from './procedure-from-schema.js';

describe('in a form made of a schema alone', () => {
  it('`const` is a fact that the form fills in', () => {
    const form = formOf({ required: ['version'], properties: { version: { const: 2 }, name: { type: 'string' } } });
    form.field('/name').setInput('An');
    assert.deepEqual(form.toSubmission(), { version: 2, name: 'An' });
    assert.equal(form.field('/version').node.control, 'fact');
  });

  it('`default` is what the form begins with', () => {
    const form = formOf({ properties: { copies: { type: 'integer', default: 3 } } });
    assert.deepEqual(form.toSubmission(), { copies: 3 });
  });

  it('`readOnly` is not to be answered, `writeOnly` is marked for the review page', () => {
    const form = formOf({
      properties: { code: { type: 'string', readOnly: true }, secret: { type: 'string', writeOnly: true } },
    });
    assert.equal(form.field('/code').state.get().readOnly, true);
    assert.equal(form.field('/secret').node.writeOnly, true);
  });

  it('`null` beside a type leaves the answer out, and is sent where the property must be there', async () => {
    const form = formOf({
      required: ['middleName'],
      properties: { middleName: { type: ['string', 'null'] }, note: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
    });
    form.field('/middleName').setValue(null);
    assert.equal((await form.validate()).valid, true);
    assert.deepEqual(form.toSubmission(), { middleName: null });
  });

  it('several types keep what was typed as the one that takes it', () => {
    const form = formOf({ properties: { house: { type: ['integer', 'string'] } } });
    form.field('/house').setInput('12A');
    assert.deepEqual(form.toSubmission(), { house: '12A' });
  });

  it('of several types the one whose parts are described is asked for', () => {
    const { data } = procedureFromSchema({
      properties: { author: { type: ['string', 'object', 'null'], properties: { name: { type: 'string' } } } },
    });
    assert.deepEqual(read(data, 'properties', 'author', 'type'), ['object', 'null']);
  });

  it('`contentMediaType` is a text of several lines that names its media type', () => {
    const form = formOf({ properties: { page: { type: 'string', contentMediaType: 'text/html' } } });
    const { kind, mediaType } = form.field('/page').node;
    assert.deepEqual([kind, mediaType], ['long-text', 'text/html']);
  });

  it('`prefixItems` are places, and rows after them where more may follow', () => {
    const form = formOf({ properties: { list: { prefixItems: [{ type: 'string' }], items: { type: 'integer' } } } });
    form.field('/list/0').setInput('An');
    form.list('/list').append(5);
    assert.deepEqual(form.toSubmission(), { list: ['An', 5] });
  });

  it('`patternProperties` are entries whose names are judged', async () => {
    const form = formOf({
      properties: {
        codes: { type: 'object', patternProperties: { '^[a-z]+$': { type: 'integer' } }, additionalProperties: false },
      },
    });
    form.list('/codes').append(1, 'a');
    assert.equal((await form.validate()).valid, true);
    assert.deepEqual(form.toSubmission(), { codes: { a: 1 } });
    form.list('/codes').append(2, 'A1');
    assert.equal((await form.validate()).valid, false);
  });

  it('a map with several sorts of entries is one field', () => {
    const { form } = procedureFromSchema({
      properties: { mixed: { patternProperties: { '^a': { type: 'string' }, '^b': { type: 'integer' } } } },
    });
    const [field] = form.steps[0]?.sections[0]?.fields ?? [];
    assert.deepEqual([field?.pointer, field?.kind], ['/mixed', 'json']);
  });

  it('`unevaluatedProperties` is judged after what the branches declare', async () => {
    const form = formOf({
      allOf: [{ properties: { a: { type: 'string' } } }],
      properties: { b: { type: 'string' } },
      unevaluatedProperties: false,
    });
    form.field('/a').setInput('x');
    form.field('/b').setInput('y');
    assert.equal((await form.validate()).valid, true);
    assert.deepEqual(form.toSubmission(), { a: 'x', b: 'y' });
  });

  it('`dependentRequired` demands, `not` and `contains` are judged', async () => {
    const form = formOf({
      properties: {
        card: { type: 'string' },
        holder: { type: 'string' },
        name: { not: { const: 'x' }, type: 'string' },
        tags: { type: 'array', items: { type: 'string' }, contains: { const: 'main' } },
      },
      dependentRequired: { card: ['holder'] },
    });
    form.field('/card').setInput('1');
    form.field('/name').setInput('x');
    form.list('/tags').append('side');
    const { issues } = await form.validate();
    assert.deepEqual(issues.map(({ code, pointer }) => `${code} ${pointer}`).sort(), [
      'keyword.contains /tags',
      'keyword.not /name',
      'keyword.required /holder',
    ]);
    assert.equal(form.field('/holder').state.get().required, true);
  });

  it('a property that demands itself demands nothing', async () => {
    const form = formOf({
      properties: { a: { type: 'object', properties: { b: { type: 'string' } } } },
      dependentRequired: { a: ['a'] },
    });
    assert.equal((await form.validate()).valid, true);
    form.field('/a/b').setInput('x');
    assert.deepEqual(form.toSubmission(), { a: { b: 'x' } });
  });

  it('a schema that contains itself has one row more whenever one is asked for', () => {
    const form = formOf({
      properties: { root: { $ref: '#/$defs/node' } },
      $defs: {
        node: {
          type: 'object',
          properties: { name: { type: 'string' }, parts: { type: 'array', items: { $ref: '#/$defs/node' } } },
        },
      },
    });
    assert.ok(countNodes(form.plan.root) < 20);
    form.list('/root/parts').append();
    form.list('/root/parts/0/parts').append();
    form.field('/root/parts/0/parts/0/name').setInput('sâu');
    assert.deepEqual(form.toSubmission(), { root: { parts: [{ parts: [{ name: 'sâu' }] }] } });
  });

  it('a document given beside is read and nothing is fetched', () => {
    const schemas = { 'https://schemas.example/name.json': { type: 'string', maxLength: 4 } };
    const { data } = procedureFromSchema(
      { properties: { a: { $ref: 'https://schemas.example/name.json' } } },
      { schemas },
    );
    assert.deepEqual(read(data, '$defs', 'name'), { type: 'string', maxLength: 4 });
  });

  it('branches under `not` and in tests are never narrowed', () => {
    const { data, unions } = procedureFromSchema({
      properties: { a: { type: 'string', not: { anyOf: [{ maxLength: 1 }, { pattern: 'x' }] } } },
      if: { properties: { a: { minLength: 3 } } },
    });
    assert.deepEqual(read(data, 'properties', 'a', 'not'), { anyOf: [{ maxLength: 1 }, { pattern: 'x' }] });
    assert.deepEqual(read(data, 'if'), { properties: { a: { minLength: 3 } } });
    assert.deepEqual(unions, []);
  });

  it('a map at the top is not asked for, and that is said', () => {
    const { diagnostics } = procedureFromSchema({
      properties: { a: { type: 'string' } },
      additionalProperties: { type: 'integer' },
    });
    assert.deepEqual(
      diagnostics.map(({ code, pointer }) => [code, pointer]),
      [['schema.not-asked', '']],
    );
  });
});

function formOf(schema: JsonObject, options?: InferenceOptions): Form {
  const plan = compileProcedure(procedureFromSchema(schema, options));
  return createForm(plan, { today: '2026-11-24', kinds: FURTHER_KINDS });
}

function read(value: unknown, ...names: string[]): unknown {
  return names.reduce((here, name) => (here as Record<string, unknown>)[name], value);
}

function countNodes(node: PlanNode): number {
  const inner = [...(node.children ?? []), node.items, node.entries].filter((one) => one !== undefined);
  return 1 + inner.reduce((sum, one) => sum + countNodes(one), 0);
}
