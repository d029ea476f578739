/** Answers that a change would void are named before they go. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compileProcedure } from '../../compile/compile-procedure.js';
import { FormError } from '../../errors.js';
import type { JsonValue } from '../../plan/plan.js';
import type { ProcedureSource } from '../../plan/procedure-source.js';
import { createForm } from '../create-form.js';
import type { Form } from '../form.js';

const TEXT = { type: 'string', minLength: 1 };
const plan = compileProcedure({
  record: { slug: 'test/preview', version: '1' } as ProcedureSource['record'],
  data: {
    type: 'object',
    properties: {
      married: { type: 'boolean' },
      spouse: { type: 'object', properties: { name: TEXT, job: TEXT } },
      form: { enum: ['short', 'long'] },
      copies: { type: 'integer' },
      fee: { type: 'integer' },
      reason: { enum: ['a', 'b', 'c'] },
    },
    allOf: [
      {
        if: { properties: { married: { const: true } }, required: ['married'] },
        else: { properties: { spouse: false } },
      },
      {
        if: { properties: { form: { const: 'short' } }, required: ['form'] },
        then: { properties: { reason: { enum: ['a'] } } },
      },
    ],
  },
  form: {
    steps: [
      {
        id: 'one',
        sections: [
          {
            id: 'one',
            fields: [
              { pointer: '/married' },
              { pointer: '/spouse/name' },
              { pointer: '/spouse/job' },
              { pointer: '/form' },
              { pointer: '/copies' },
              { pointer: '/fee', rules: { computed: { '*': [{ value: '/copies' }, 1000] } } },
              { pointer: '/reason' },
            ],
          },
        ],
      },
    ],
  },
  definitions: {},
  catalogVersions: {},
});

function answered(): Form {
  const form = createForm(plan, { today: '2026-11-05' });
  form.field('/married').setValue(true);
  form.field('/spouse/name').setInput('An');
  form.field('/form').setValue('long');
  form.field('/copies').setInput('2');
  form.field('/reason').setValue('b');
  return form;
}

describe('a change that is looked at before it is made', () => {
  it('names the answers that would apply no longer, and only those that are there', () => {
    const form = answered();
    assert.deepEqual(form.previewChange('/married', false), { stopping: ['/spouse/name'], changing: [], failing: [] });
  });

  it('names the answers that would be other ones', () => {
    const form = answered();
    assert.deepEqual(form.previewChange('/copies', 3), {
      stopping: [],
      changing: [{ pointer: '/fee', before: 2000, after: 3000 }],
      failing: [],
    });
  });

  it('names the answers that would be wrong', () => {
    const form = answered();
    assert.deepEqual(form.previewChange('/form', 'short'), { stopping: [], changing: [], failing: ['/reason'] });
  });

  it('names nothing where nothing else changes', () => {
    const form = answered();
    assert.deepEqual(form.previewChange('/reason', 'c'), { stopping: [], changing: [], failing: [] });
  });

  it('leaves the form as it was, its listeners included', () => {
    const form = answered();
    const draft = form.saveDraft();
    let calls = 0;
    form.data.subscribe(() => (calls += 1));
    form.issues.subscribe(() => (calls += 1));
    form.previewChange('/married', undefined);
    assert.deepEqual(form.saveDraft(), draft);
    assert.equal(calls, 0);
  });

  it('throws for a place that the form does not have', () => {
    assert.throws(
      () => answered().previewChange('/nowhere', 1),
      (error) => error instanceof FormError && error.code === 'form.unknown-pointer',
    );
  });

  it('comes true when it is made', () => {
    const change = fc.oneof(
      fc.tuple(fc.constant('/married'), fc.constantFrom<JsonValue | undefined>(true, false, undefined)),
      fc.tuple(fc.constant('/form'), fc.constantFrom<JsonValue | undefined>('short', 'long', undefined)),
      fc.tuple(fc.constant('/copies'), fc.constantFrom<JsonValue | undefined>(1, 2, 3, undefined)),
      fc.tuple(fc.constant('/spouse/job'), fc.constantFrom<JsonValue | undefined>('x', undefined)),
      fc.tuple(fc.constant('/reason'), fc.constantFrom<JsonValue | undefined>('a', 'b', undefined)),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const form = answered();
        for (const [pointer, value] of changes) {
          const applying = (): string[] =>
            ['/married', '/spouse/name', '/spouse/job', '/form', '/copies', '/fee', '/reason'].filter((one) => {
              const { visible, value: held } = form.field(one).state.get();
              return one !== pointer && visible && held !== undefined;
            });
          const before = applying();
          const { stopping } = form.previewChange(pointer, value);
          form.field(pointer).setValue(value);
          const after = new Set(applying());
          assert.deepEqual(
            stopping,
            before.filter((one) => !after.has(one)),
          );
        }
      }),
    );
  });
});

describe('hidden answers', () => {
  it('are kept for the session, come back, and are never submitted', () => {
    const form = answered();
    form.field('/married').setValue(false);
    assert.equal('spouse' in form.toSubmission(), false);
    assert.deepEqual(form.data.get()['spouse'], { name: 'An' });
    form.field('/married').setValue(true);
    assert.deepEqual(form.toSubmission()['spouse'], { name: 'An' });
  });
});
