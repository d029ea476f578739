import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkProcedure, compileProcedure } from '../compile/compile-procedure.js';
import { SchemaError } from '../errors.js';
import { createForm } from '../model/create-form.js';
import type { JsonSchema, Plan } from '../plan/plan.js';
import type { ProcedureSource } from '../plan/procedure-source.js';
import { checkSubmission } from './check-submission.js';

const TODAY = '2026-11-23';
/** The first word again at the end: only a back-reference says it. */
const REPEATED = '^([a-z]+) .*\\1$';

function sourceOf(code: JsonSchema): ProcedureSource {
  return {
    record: { slug: 'test/defer', version: '1.0.0' } as ProcedureSource['record'],
    data: { type: 'object', properties: { code, name: { type: 'string', maxLength: 5 } } },
    form: { steps: [{ id: 'one', sections: [{ id: 'one', fields: [{ pointer: '/code' }, { pointer: '/name' }] }] }] },
    definitions: {},
    catalogVersions: {},
  };
}

const source = sourceOf({ type: 'string', pattern: REPEATED });
const plan = compileProcedure(source, { patterns: 'defer' });

describe('a pattern with a back-reference', () => {
  it('is refused unless the author asks to defer it', () => {
    for (const options of [{}, { patterns: 'refuse' }] as const)
      assert.throws(
        () => compileProcedure(source, options),
        (error) =>
          error instanceof SchemaError &&
          error.code === 'schema.pattern-unsafe' &&
          error.pointer === '/properties/code/pattern',
      );
    assert.deepEqual(
      checkProcedure(source).map(({ code }) => code),
      ['schema.pattern-unsafe'],
    );
  });

  it('is marked in the plan, and a plan without one is not', () => {
    assert.equal(plan.patterns, 'defer');
    const plain = compileProcedure(sourceOf({ type: 'string', pattern: '^(a+)+$' }), { patterns: 'defer' });
    assert.equal('patterns' in plain, false);
  });

  it('does not make a broken pattern pass', () => {
    assert.throws(
      () => compileProcedure(sourceOf({ type: 'string', pattern: '(' }), { patterns: 'defer' }),
      (error) => error instanceof SchemaError && error.code === 'schema.pattern-invalid',
    );
  });

  it('never runs in a plan that lost its mark', () => {
    const { patterns, ...unmarked } = plan;
    assert.equal(patterns, 'defer');
    assert.throws(() => createForm(unmarked as Plan, { today: TODAY }), SchemaError);
  });
});

describe('a form with a deferred pattern', () => {
  it('shows no fault where it cannot judge, and every other one', async () => {
    const form = createForm(plan, { today: TODAY });
    form.field('/code').setInput('one and two');
    assert.deepEqual(await form.validate(), { valid: true, issues: [] });
    form.field('/name').setInput('too long');
    assert.deepEqual(
      (await form.validate()).issues.map(({ code, pointer }) => `${code} ${pointer}`),
      ['keyword.maxLength /name'],
    );
    assert.deepEqual(form.toSubmission(), { code: 'one and two', name: 'too long' });
  });
});

describe('a submission with a deferred pattern', () => {
  it('names the places that are undecided, beside the issues of others', () => {
    const { issues, deferred } = checkSubmission(plan, { code: 'a b a', name: 'too long' }, { today: TODAY });
    assert.deepEqual(deferred, ['/code']);
    assert.deepEqual(
      issues.map(({ code, pointer }) => `${code} ${pointer}`),
      ['keyword.maxLength /name'],
    );
  });

  it('leaves nothing undecided where the answer is missing or of another type', () => {
    assert.deepEqual(checkSubmission(plan, {}, { today: TODAY }).deferred, []);
    const wrong = checkSubmission(plan, { code: 5 }, { today: TODAY });
    assert.deepEqual(wrong.deferred, []);
    assert.ok(wrong.issues.some(({ code }) => code === 'keyword.type'));
  });
});
