/** The table of the feedback policy: what happened to a field, and what it says then under each policy. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileProcedure } from '../compile/compile-procedure.js';
import type { Plan } from '../plan/plan.js';
import type { ProcedureSource } from '../plan/procedure-source.js';
import { connectResolvers } from '../model/checks/connect-resolvers.js';
import { createForm } from '../model/create-form.js';
import type { FieldState, Form } from '../model/form.js';
import type { FeedbackPolicy } from './feedback-policy.js';

const warns = { warnings: [{ code: 'warning.long', when: { '==': [{ value: '/name' }, 'Bình'] } }] };

const plan: Plan = compileProcedure({
  record: { slug: 'test/feedback', version: '1' } as ProcedureSource['record'],
  data: {
    type: 'object',
    properties: {
      name: { type: 'string', minLength: 3 },
      born: { type: 'string', format: 'date' },
      other: { type: 'string' },
      checked: { type: 'string' },
      rows: {
        type: 'array',
        items: { type: 'object', properties: { name: { type: 'string', minLength: 1 } }, required: ['name'] },
      },
    },
    required: ['name'],
  },
  form: {
    steps: [
      { id: 'one', sections: [{ id: 'one', fields: [{ pointer: '/name', rules: warns }, { pointer: '/born' }] }] },
      {
        id: 'two',
        sections: [
          {
            id: 'two',
            fields: [
              { pointer: '/other' },
              { pointer: '/checked', check: { register: 'slow' } },
              { pointer: '/rows', items: { fields: [{ pointer: '/name' }] } },
            ],
          },
        ],
      },
    ],
  },
  definitions: {},
  catalogVersions: {},
});

type Act = (form: Form) => unknown;
const type =
  (input: string, pointer = '/name'): Act =>
  (form) =>
    form.field(pointer).setInput(input);
const leave: Act = (form) => form.field('/name').touch();
const validate: Act = (form) => form.validate();
const validateStep =
  (step: string): Act =>
  (form) =>
    form.validate({ step });
const refuse =
  (severity: 'error' | 'warning'): Act =>
  (form) =>
    form.acceptIssues([{ code: 'server.known', severity, source: 'server', pointer: '/name', params: {} }]);

const MISSING = ['keyword.required'];
const SHORT = ['keyword.minLength'];
const ALL: readonly FeedbackPolicy[] = ['step', 'blur', 'change'];

interface Row {
  name: string;
  acts: readonly Act[];
  /** Policies under which the issues show. */
  shows: readonly FeedbackPolicy[];
  touched: boolean;
  dirty: boolean;
  codes: readonly string[];
  valid?: boolean;
}

const ROWS: readonly Row[] = [
  { name: 'nothing was done', acts: [], shows: [], touched: false, dirty: false, codes: MISSING },
  { name: 'left as it was', acts: [leave], shows: [], touched: true, dirty: false, codes: MISSING },
  { name: 'typed into', acts: [type('A')], shows: ['change'], touched: false, dirty: true, codes: SHORT },
  {
    name: 'typed into and left',
    acts: [type('A'), leave],
    shows: ['blur', 'change'],
    touched: true,
    dirty: true,
    codes: SHORT,
  },
  {
    name: 'typed into and emptied again',
    acts: [type('A'), type('')],
    shows: [],
    touched: false,
    dirty: false,
    codes: MISSING,
  },
  {
    name: 'typed, left and mended',
    acts: [type('A'), leave, type('Chi')],
    shows: ['blur', 'change'],
    touched: true,
    dirty: true,
    codes: [],
  },
  { name: 'validated', acts: [validate], shows: ALL, touched: false, dirty: false, codes: MISSING },
  {
    name: 'validated with its step',
    acts: [validateStep('one')],
    shows: ALL,
    touched: false,
    dirty: false,
    codes: MISSING,
  },
  {
    name: 'another step was validated',
    acts: [validateStep('two')],
    shows: [],
    touched: false,
    dirty: false,
    codes: MISSING,
  },
  {
    name: 'validated, then typed into: issues follow each key',
    acts: [validate, type('A')],
    shows: ALL,
    touched: false,
    dirty: true,
    codes: SHORT,
  },
  { name: 'validated and mended', acts: [validate, type('Chi')], shows: ALL, touched: false, dirty: true, codes: [] },
  {
    name: 'refused by a server',
    acts: [type('Chi'), refuse('error')],
    shows: ALL,
    touched: false,
    dirty: true,
    codes: ['server.known'],
    valid: false,
  },
  {
    name: 'refused, then answered anew',
    acts: [type('Chi'), refuse('error'), type('Dũng')],
    shows: ['change'],
    touched: false,
    dirty: true,
    codes: [],
  },
  {
    name: 'refused, and another field answered',
    acts: [type('Chi'), refuse('error'), type('x', '/other')],
    shows: ALL,
    touched: false,
    dirty: true,
    codes: ['server.known'],
    valid: false,
  },
  {
    name: 'warned by a server',
    acts: [type('Chi'), refuse('warning')],
    shows: ALL,
    touched: false,
    dirty: true,
    codes: ['server.known'],
    valid: true,
  },
  {
    name: 'warned by a rule',
    acts: [type('Bình')],
    shows: ['change'],
    touched: false,
    dirty: true,
    codes: ['warning.long'],
    valid: true,
  },
  {
    name: 'warned by a rule and left',
    acts: [type('Bình'), leave],
    shows: ['blur', 'change'],
    touched: true,
    dirty: true,
    codes: ['warning.long'],
    valid: true,
  },
];

for (const policy of ALL) {
  describe(`under the policy ${policy}, a field that was`, () => {
    for (const { name, acts, shows, touched, dirty, codes, valid } of ROWS) {
      it(name, async () => {
        const form = createForm(plan, { today: '2026-11-05', validateOn: policy });
        for (const act of acts) await act(form);
        const state = form.field('/name').state.get();
        assert.deepEqual(
          {
            shows: state.showIssues,
            touched: state.touched,
            dirty: state.dirty,
            codes: state.issues.map(({ code }) => code),
          },
          { shows: shows.includes(policy), touched, dirty, codes },
        );
        if (valid !== undefined) assert.equal((await form.validate()).valid, valid);
      });
    }
  });
}

describe('the rest of what a field says of its past', () => {
  const open = (): Form => createForm(plan, { today: '2026-11-05' });
  const facts = ({ touched, dirty, checking, provenance }: FieldState) => ({ touched, dirty, checking, provenance });

  it('is the source of a value that was prefilled, until it is answered otherwise', () => {
    const provenance = { source: 'population', asOf: '2026-01-01' };
    const form = createForm(plan, {
      today: '2026-11-05',
      prefill: [{ pointer: '/name', value: 'Chi', provenance }],
    });
    const { state } = form.field('/name');
    assert.deepEqual(facts(state.get()), { touched: false, dirty: false, checking: false, provenance });
    form.field('/name').setInput('Chin');
    assert.deepEqual(facts(state.get()), { touched: false, dirty: true, checking: false, provenance: undefined });
  });

  it('is that a register is being asked', () => {
    const slow = (): Promise<never> => new Promise(() => undefined);
    const form = createForm(plan, { today: '2026-11-05', resolvers: connectResolvers({ checks: { slow } }) });
    form.field('/checked').setInput('x');
    assert.equal(form.field('/checked').state.get().checking, true);
    assert.equal(form.field('/other').state.get().checking, false);
    form.dispose();
  });

  it('begins anew in a row that was just added, whatever was validated before', async () => {
    const form = open();
    form.list('/rows').append();
    await form.validate();
    assert.equal(form.field('/rows/0/name').state.get().showIssues, true);
    form.list('/rows').insert(0);
    const rows = [0, 1].map((row) => form.field(`/rows/${row}/name`).state.get());
    assert.deepEqual(
      rows.map(({ showIssues, issues }) => [showIssues, issues.map(({ code }) => code)]),
      [
        [false, ['keyword.required']],
        [true, ['keyword.required']],
      ],
    );
    await form.validate();
    assert.equal(form.field('/rows/0/name').state.get().showIssues, true);
  });

  it('is not known to an input that does not parse: it is dirty without a value', () => {
    const form = open();
    form.field('/born').setInput('31/02/2026');
    const { value, dirty, issues } = form.field('/born').state.get();
    assert.deepEqual([value, dirty, issues.map(({ code }) => code)], [undefined, true, ['kind.date-impossible']]);
  });
});
