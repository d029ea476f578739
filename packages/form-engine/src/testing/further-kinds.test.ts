import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkSubmission, compileProcedure, createForm, FormError, SchemaError } from '../index.js';
import { FURTHER_KINDS } from '../kinds/further/index.js';
import type { JsonObject, Plan } from '../plan/plan.js';
import type { ProcedureSource } from '../plan/procedure-source.js';

const TODAY = '2026-11-23';
const subjects = ['math', 'literature', 'history'];

function compile(): Plan {
  const properties: JsonObject = {
    tax: { $ref: '#/$defs/tax-code' },
    fee: { type: 'integer' },
    subjects: { type: 'array', uniqueItems: true, items: { enum: subjects } },
    wishes: { type: 'array', items: { enum: subjects } },
    stay: { $ref: '#/$defs/period' },
    area: { type: 'number' },
    members: { type: 'array', items: { type: 'object' } },
  };
  const $defs = {
    'tax-code': { type: 'string', pattern: '^[0-9]{10}(-[0-9]{3})?$|^[0-9]{12}$' },
    period: {
      type: 'object',
      properties: { from: { type: 'string', format: 'date' }, to: { type: 'string', format: 'date' } },
    },
  };
  const kinds: Readonly<Record<string, string>> = { fee: 'money', wishes: 'ranked-choice', members: 'repeat-group' };
  const fields = Object.keys(properties).map((name) => ({
    pointer: `/${name}`,
    ...(kinds[name] === undefined ? {} : { kind: kinds[name] }),
  }));
  return compileProcedure({
    record: { slug: 'sample/paper', version: '1.0.0' } as ProcedureSource['record'],
    data: { type: 'object', properties, $defs },
    form: { steps: [{ id: 'one', sections: [{ id: 'one', fields }] }] },
    definitions: {},
    catalogVersions: {},
  });
}

describe('a kind that does not suit the type', () => {
  const refuse = (kind: string, type: string): void => {
    assert.throws(
      () =>
        compileProcedure({
          record: { slug: 'sample/paper', version: '1.0.0' } as ProcedureSource['record'],
          data: { type: 'object', properties: { x: { type } } },
          form: { steps: [{ id: 'one', sections: [{ id: 'one', fields: [{ pointer: '/x', kind }] }] }] },
          definitions: {},
          catalogVersions: {},
        }),
      (error) => error instanceof SchemaError && error.code === 'form.kind-unsuited',
      `${kind} ${type}`,
    );
  };

  it('is refused: identity numbers, codes and dates are no numbers', () => {
    for (const kind of ['citizen-number', 'old-number', 'tax-code', 'phone', 'bank-account', 'date'])
      for (const type of ['integer', 'number']) refuse(kind, type);
  });

  it('is refused: amounts are no texts', () => {
    for (const kind of ['integer', 'number', 'money']) refuse(kind, 'string');
  });
});

describe('a plan with further kinds', () => {
  const plan = compile();
  const fill = (inputs: JsonObject): ReturnType<typeof createForm> => {
    const form = createForm(plan, { today: TODAY, kinds: FURTHER_KINDS });
    for (const [name, input] of Object.entries(inputs)) form.field(`/${name}`).setInput(input);
    return form;
  };

  it('takes its kinds from definitions, from the schema and from the form', () => {
    assert.deepEqual(
      plan.root.children?.map(({ kind }) => kind),
      ['tax-code', 'money', 'multiple-choice', 'ranked-choice', 'period', 'number', 'repeat-group'],
    );
    assert.deepEqual(plan.root.children?.[2]?.options?.values, subjects);
    assert.deepEqual(plan.root.children?.[3]?.options?.values, subjects);
  });

  it('is refused by a form without them', () => {
    assert.throws(
      () => createForm(plan, { today: TODAY }),
      (error) => error instanceof FormError && error.code === 'plan.kind-missing' && error.pointer === '/tax',
    );
  });

  it('is filled in with them, and the gateway agrees', () => {
    const form = fill({
      tax: 'MST: 0100109106',
      fee: '1,25 triệu',
      subjects: ['history', 'math'],
      wishes: ['history', 'math'],
      stay: 'từ 01/02/2026 đến nay',
      area: '62,5',
      members: [{ name: 'An' }, {}],
    });
    const sent = form.toSubmission();
    assert.deepEqual(sent, {
      tax: '0100109106',
      fee: 1_250_000,
      subjects: ['math', 'history'],
      wishes: ['history', 'math'],
      stay: { from: '2026-02-01' },
      area: 62.5,
      members: [{ name: 'An' }],
    });
    assert.deepEqual(checkSubmission(plan, sent, { today: TODAY }), { data: sent, issues: [], deferred: [] });
  });

  it('keeps what does not parse and takes the answer away', () => {
    const form = fill({ fee: '1,5' });
    assert.deepEqual(form.toSubmission(), {});
    const state = form.field('/fee').state.get();
    assert.equal(state.input, '1,5');
    assert.deepEqual(
      state.issues.map(({ code, severity }) => [code, severity]),
      [['kind.money-expected', 'error']],
    );
  });

  it('warns on both sides of what is worth a second look, and stops nobody', () => {
    const form = fill({ tax: '0100109107' });
    const said = [['warning.tax-code-check-digit', 'warning', '/tax']];
    const tell = (issues: readonly { code: string; severity: string; pointer: string }[]): string[][] =>
      issues.map(({ code, severity, pointer }) => [code, severity, pointer]);
    assert.deepEqual(tell(form.field('/tax').state.get().issues), said);
    const report = checkSubmission(plan, form.toSubmission(), { today: TODAY });
    assert.deepEqual(tell(report.issues), said);
    assert.deepEqual(report.data, { tax: '0100109107' });
  });

  it('names values that no control of the kind could have given', () => {
    const codesOf = (sent: JsonObject): string[] =>
      checkSubmission(plan, sent, { today: TODAY }).issues.map(({ code }) => code);
    assert.deepEqual(codesOf({ stay: { from: '2026-03-05', to: '2026-02-01' } }), ['kind.period-reversed']);
    assert.deepEqual(codesOf({ subjects: ['history', 'math'] }), ['submission.not-canonical']);
    assert.deepEqual(codesOf({ wishes: ['math', 'math'] }), ['kind.rank-repeated']);
    assert.deepEqual(codesOf({ fee: -1 }), ['kind.money-expected']);
  });
});
