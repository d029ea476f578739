/**
 * What rules do: the live form and the gateway's check run the same ones and come to the same.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileProcedure } from '../compile/compile-procedure.js';
import { FormError } from '../errors.js';
import { FURTHER_OPERATORS } from '../expression/operators/further/index.js';
import { createForm } from '../model/create-form.js';
import type { Form } from '../model/form.js';
import type { JsonObject, JsonSchema, JsonValue, Plan } from '../plan/plan.js';
import type { FormDocument, FormField, ProcedureSource } from '../plan/procedure-source.js';
import { checkSubmission } from '../validation/check-submission.js';

const TODAY = '2026-11-05';

function planOf(properties: JsonObject, fields: readonly FormField[], more: Partial<FormDocument> = {}): Plan {
  const data: JsonSchema = { type: 'object', properties, additionalProperties: false };
  const source: ProcedureSource = {
    record: { slug: 'test/rules', version: '1.0.0' } as ProcedureSource['record'],
    data,
    form: { steps: [{ id: 'one', sections: [{ id: 'one', fields }] }], ...more },
    definitions: {},
    catalogVersions: {},
  };
  return compileProcedure(source);
}

function open(plan: Plan, answers: Readonly<Record<string, JsonValue>> = {}): Form {
  const form = createForm(plan, { today: TODAY, operators: FURTHER_OPERATORS });
  for (const [pointer, value] of Object.entries(answers)) form.field(pointer).setValue(value);
  return form;
}

/** Every error of a submission, as the gateway says it. */
function refusals(plan: Plan, sent: JsonObject): string[] {
  const { issues } = checkSubmission(plan, sent, { today: TODAY });
  return issues.filter(({ severity }) => severity === 'error').map(({ code, pointer }) => `${code} ${pointer}`);
}

const text = { type: 'string' };
const whole = { type: 'integer' };
const yes = { type: 'boolean' };

describe('a rule that hides', () => {
  const plan = planOf({ known: yes, name: text }, [
    { pointer: '/known' },
    { pointer: '/name', rules: { visible: { value: '/known' } } },
  ]);

  it('keeps the answer for the session and does not send it; the gateway refuses it', () => {
    const form = open(plan, { '/known': false, '/name': 'An' });
    assert.equal(form.field('/name').state.get().visible, false);
    assert.deepEqual(form.toSubmission(), { known: false });
    form.field('/known').setValue(true);
    assert.deepEqual(form.toSubmission(), { known: true, name: 'An' });
    assert.deepEqual(refusals(plan, { known: false, name: 'An' }), ['submission.not-applicable /name']);
    assert.deepEqual(refusals(plan, { known: true, name: 'An' }), []);
  });

  it('is off while its operand has no answer', () => {
    assert.equal(open(plan).field('/name').state.get().visible, true);
  });
});

it('a rule that disables does so in the form alone, and what was answered stays', () => {
  const plan = planOf({ known: yes, name: text }, [
    { pointer: '/known' },
    { pointer: '/name', rules: { enabled: { value: '/known' } } },
  ]);
  const form = open(plan, { '/known': false, '/name': 'An' });
  assert.equal(form.field('/name').state.get().enabled, false);
  assert.deepEqual(form.toSubmission(), { known: false, name: 'An' });
  assert.deepEqual(refusals(plan, { known: false, name: 'An' }), []);
});

describe('a computed answer', () => {
  const fees = {
    columns: ['way', 'amount'],
    rows: [
      ['post', 30_000],
      ['desk', 8_000],
    ],
  };
  const plan = planOf(
    { way: { type: 'string', enum: ['post', 'desk'] }, copies: whole, fee: whole, words: text },
    [
      { pointer: '/way' },
      { pointer: '/copies' },
      { pointer: '/words', rules: { computed: { 'money-in-words': [{ value: '/fee' }] } } },
      {
        pointer: '/fee',
        rules: {
          computed: { round: [{ '*': [{ lookup: ['fees', { value: '/way' }] }, { value: '/copies' }] }, 1_000] },
        },
      },
    ],
    { tables: { fees } },
  );

  it('follows the answers and other computed ones, and goes with them', () => {
    const form = open(plan, { '/way': 'desk', '/copies': 2 });
    assert.deepEqual(form.toSubmission(), { way: 'desk', copies: 2, fee: 16_000, words: 'Mười sáu nghìn đồng' });
    form.field('/copies').setValue(undefined);
    assert.deepEqual(form.toSubmission(), { way: 'desk' });
  });

  it('is computed again by the gateway, which refuses another', () => {
    assert.deepEqual(refusals(plan, { way: 'desk', copies: 2 }), []);
    const forged = { way: 'desk', copies: 2, fee: 1_000, words: 'Một nghìn đồng' };
    assert.deepEqual(refusals(plan, forged).sort(), ['submission.computed /fee', 'submission.computed /words']);
    assert.equal(checkSubmission(plan, { way: 'post', copies: 1 }, { today: TODAY }).data['fee'], 30_000);
  });

  it('needs its operators: without them there is no form rather than another', () => {
    assert.throws(
      () => createForm(plan, { today: TODAY }),
      (error) => error instanceof FormError && error.code === 'plan.operator-missing',
    );
  });
});

describe('a rule that filters options', () => {
  const plan = planOf({ urgent: yes, way: { type: 'string', enum: ['post', 'desk', 'mail'] } }, [
    { pointer: '/urgent' },
    {
      pointer: '/way',
      rules: { options: { or: [{ '!': [{ value: '/urgent' }] }, { '!==': [{ var: '' }, 'post'] }] } },
    },
  ]);

  it('leaves the others, keeps what was chosen on screen and says that it is gone', () => {
    const form = open(plan, { '/way': 'post' });
    assert.deepEqual(form.field('/way').state.get().allowed, ['post', 'desk', 'mail']);
    form.field('/urgent').setValue(true);
    const { allowed, value, issues } = form.field('/way').state.get();
    assert.deepEqual(
      [allowed, value, issues.map(({ code }) => code)],
      [['desk', 'mail'], 'post', ['rule.option-unavailable']],
    );
    form.field('/way').setValue('desk');
    assert.deepEqual(form.field('/way').state.get().issues, []);
  });

  it('is the same rule on the gateway', () => {
    assert.deepEqual(refusals(plan, { urgent: true, way: 'post' }), ['rule.option-unavailable /way']);
    assert.deepEqual(refusals(plan, { urgent: true, way: 'mail' }), []);
    assert.deepEqual(refusals(plan, { way: 'post' }), []);
  });

  it('narrows what a branch of the schema leaves', () => {
    const narrowed = {
      ...(plan.schema as JsonObject),
      if: { required: ['urgent'] },
      then: { properties: { way: { enum: ['post', 'desk'] } } },
    };
    const both = compileProcedure({
      record: { slug: 'test/rules', version: '1.0.0' } as ProcedureSource['record'],
      data: narrowed,
      form: {
        steps: [
          {
            id: 'one',
            sections: [
              {
                id: 'one',
                fields: [
                  { pointer: '/urgent' },
                  { pointer: '/way', rules: { options: { '!==': [{ var: '' }, 'post'] } } },
                ],
              },
            ],
          },
        ],
      },
      definitions: {},
      catalogVersions: {},
    });
    assert.deepEqual(open(both, { '/urgent': true }).field('/way').state.get().allowed, ['desk']);
  });
});

describe('a step that is left out', () => {
  const section = (id: string, ...pointers: string[]): FormDocument['steps'][number]['sections'] => [
    { id, fields: pointers.map((pointer) => ({ pointer })) },
  ];
  const spouse = { type: 'object', properties: { name: text }, required: ['name'], additionalProperties: false };
  const plan = planOf({ married: yes, spouse, since: text, note: text }, [], {
    steps: [
      { id: 'own', sections: section('own', '/married', '/note') },
      { id: 'spouse', skip: { '!': [{ value: '/married' }] }, sections: section('spouse', '/spouse/name', '/since') },
    ],
  });

  it('is not visible, and nothing on it applies, its groups included', () => {
    const form = open(plan, { '/spouse/name': 'An', '/since': '2020', '/note': 'x' });
    const shown = (): (string | boolean)[][] => form.steps.get().map(({ id, visible }) => [id, visible]);
    assert.deepEqual(shown(), [
      ['own', true],
      ['spouse', false],
    ]);
    assert.deepEqual(form.toSubmission(), { note: 'x' });
    form.field('/married').setValue(true);
    assert.deepEqual(shown(), [
      ['own', true],
      ['spouse', true],
    ]);
    assert.deepEqual(form.toSubmission(), { married: true, spouse: { name: 'An' }, since: '2020', note: 'x' });
  });

  it('is refused by the gateway when it was sent all the same', () => {
    assert.deepEqual(refusals(plan, { married: false, spouse: { name: 'An' } }), ['submission.not-applicable /spouse']);
    assert.deepEqual(refusals(plan, { since: '2020' }), ['submission.not-applicable /since']);
    assert.deepEqual(refusals(plan, { married: true, spouse: { name: 'An' } }), []);
  });
});

describe('errors and warnings', () => {
  const plan = planOf({ phone: text, email: text, age: whole }, [
    {
      pointer: '/phone',
      rules: {
        errors: [{ code: 'rule.contact-missing', when: { '!!': [{ missing_some: [1, ['/phone', '/email']] }] } }],
      },
    },
    { pointer: '/email' },
    { pointer: '/age', rules: { warnings: [{ code: 'warning.age-high', when: { '>': [{ value: '/age' }, 120] } }] } },
  ]);

  it('stand on a field whether it is answered or not; an error holds back, in the page and on the gateway', async () => {
    assert.equal((await open(plan).validate()).valid, false);
    assert.deepEqual(refusals(plan, {}), ['rule.contact-missing /phone']);
    assert.equal((await open(plan, { '/email': 'a@example.org' }).validate()).valid, true);
    assert.deepEqual(refusals(plan, { email: 'a@example.org' }), []);
  });

  it('never block as warnings', async () => {
    const { valid, issues } = await open(plan, { '/email': 'a@example.org', '/age': 130 }).validate();
    assert.deepEqual([valid, issues.map(({ code }) => code)], [true, ['warning.age-high']]);
    assert.deepEqual(refusals(plan, { email: 'a@example.org', age: 130 }), []);
  });
});

it('a rule that costs too much ends with a typed issue in the form and on the gateway', async () => {
  const rows = { type: 'array', items: whole, maxItems: 500 };
  const plan = planOf({ rows, note: text }, [
    { pointer: '/rows' },
    {
      pointer: '/note',
      rules: {
        computed: { cat: [{ length: [{ map: [{ value: '/rows' }, { map: [{ value: '/rows' }, { var: '' }] }] }] }] },
      },
    },
  ]);
  const few = [1, 2, 3];
  const many = Array.from({ length: 400 }, (_, index) => index);
  assert.deepEqual(refusals(plan, { rows: few }), []);
  assert.equal(checkSubmission(plan, { rows: few }, { today: TODAY }).data['note'], '3');
  assert.deepEqual(refusals(plan, { rows: many }), ['rule.limit-steps /note']);
  const form = open(plan);
  form.field('/rows').setValue(many);
  assert.deepEqual(
    (await form.validate()).issues.map(({ code, pointer }) => `${code} ${pointer}`),
    ['rule.limit-steps /note'],
  );
});

describe('rules in the rows of a list', () => {
  const row = {
    type: 'object',
    properties: { price: whole, count: whole, sum: whole, gift: yes },
    additionalProperties: false,
  };
  const plan = planOf({ rows: { type: 'array', items: row }, total: whole }, [
    {
      pointer: '/rows',
      items: {
        fields: [
          { pointer: '/price', rules: { visible: { '!': [{ value: '1/gift' }] } } },
          { pointer: '/count' },
          { pointer: '/sum', rules: { computed: { '*': [{ value: '1/price' }, { value: '1/count' }] } } },
          { pointer: '/gift' },
        ],
      },
    },
    {
      pointer: '/total',
      rules: {
        computed: {
          reduce: [
            { map: [{ value: '/rows' }, { var: ['sum', 0] }] },
            { '+': [{ var: 'accumulator' }, { var: 'current' }] },
            0,
          ],
        },
      },
    },
  ]);

  it('speak of their own row, and the whole follows', () => {
    const form = open(plan);
    const rows = form.list('/rows');
    rows.append({ price: 5, count: 2 });
    rows.append({ price: 7, count: 1 });
    assert.deepEqual(form.toSubmission(), {
      rows: [
        { price: 5, count: 2, sum: 10 },
        { price: 7, count: 1, sum: 7 },
      ],
      total: 17,
    });
    form.field('/rows/1/gift').setValue(true);
    assert.equal(form.field('/rows/1/price').state.get().visible, false);
    assert.equal(form.field('/rows/0/price').state.get().visible, true);
    assert.deepEqual(form.toSubmission(), {
      rows: [
        { price: 5, count: 2, sum: 10 },
        { count: 1, gift: true },
      ],
      total: 10,
    });
  });

  it('are run again by the gateway, row by row', () => {
    assert.deepEqual(
      refusals(plan, {
        rows: [
          { price: 5, count: 2, sum: 10 },
          { count: 1, gift: true },
        ],
        total: 10,
      }),
      [],
    );
    assert.deepEqual(refusals(plan, { rows: [{ price: 5, count: 2, sum: 11 }] }), ['submission.computed /rows/0/sum']);
    assert.deepEqual(refusals(plan, { rows: [{ price: 5, gift: true }] }), ['submission.not-applicable /rows/0/price']);
  });
});
