import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileProcedure } from '../compile/compile-procedure.js';
import { FormError } from '../errors.js';
import type { JsonObject, JsonSchema, Plan, PlanNode } from '../plan/plan.js';
import type { FormField, ProcedureSource } from '../plan/procedure-source.js';
import { countEvaluations, createForm } from './create-form.js';
import type { Form, FormOptions } from './form.js';

const RECORD = { slug: 'test/form', version: '1.0.0' } as ProcedureSource['record'];

/** A plan of one step for each list of fields. */
function planOf(
  data: JsonSchema,
  steps: readonly (readonly (string | FormField)[])[],
  mirrors: ProcedureSource['form']['mirrors'] = [],
): Plan {
  const form = {
    steps: steps.map((fields, index) => ({
      id: `step-${index + 1}`,
      sections: [
        { id: 'only', fields: fields.map((field) => (typeof field === 'string' ? { pointer: field } : field)) },
      ],
    })),
    mirrors,
  };
  return compileProcedure({ record: RECORD, data, form, definitions: {}, catalogVersions: {} });
}

const TODAY = '2026-11-05';
const open = (plan: Plan, options: Partial<FormOptions> = {}): Form => createForm(plan, { today: TODAY, ...options });
const codesOf = (form: Form, pointer: string): string[] =>
  form
    .field(pointer)
    .state.get()
    .issues.map(({ code, pointer: place }) => `${place} ${code}`);

const text = { type: 'string', minLength: 1 };
const FAMILY: JsonSchema = {
  type: 'object',
  properties: {
    married: { type: 'boolean' },
    spouse: {
      type: 'object',
      properties: { name: text, born: { type: 'string', format: 'date' }, job: text },
      required: ['name', 'born'],
      dependentRequired: { job: ['born'] },
    },
    reason: { type: 'string', enum: ['a', 'b', 'other'] },
    other: text,
    copies: { type: 'integer', minimum: 1, maximum: 20 },
  },
  required: ['married', 'reason'],
  additionalProperties: false,
  allOf: [
    {
      if: { properties: { married: { const: true } }, required: ['married'] },
      then: { required: ['spouse'] },
      else: { properties: { spouse: false } },
    },
    {
      if: { properties: { reason: { const: 'other' } }, required: ['reason'] },
      then: { required: ['other'] },
      else: { properties: { other: false } },
    },
    {
      if: {
        properties: { spouse: { properties: { name: { const: 'An' } }, required: ['name'] } },
        required: ['spouse'],
      },
      then: { properties: { reason: { enum: ['a', 'b'] }, copies: { maximum: 2 } } },
    },
  ],
};
const FAMILY_STEPS = [
  ['/married', '/spouse/name', '/spouse/born', '/spouse/job'],
  ['/reason', '/other', '/copies'],
];
const family = planOf(FAMILY, FAMILY_STEPS);

describe('conditions of the data schema', () => {
  it('hide and show a group with everything below it', () => {
    const form = open(family);
    const { state } = form.field('/spouse/name');
    assert.equal(state.get().visible, false);
    form.field('/married').setValue(true);
    assert.equal(state.get().visible, true);
    assert.equal(state.get().required, true);
    form.field('/married').setValue(false);
    assert.equal(state.get().visible, false);
    assert.equal(state.get().required, false);
  });

  it('narrow choices and limits', () => {
    const form = open(family);
    form.field('/married').setValue(true);
    form.field('/copies').setInput('5');
    assert.deepEqual(codesOf(form, '/copies'), []);
    assert.equal(form.field('/reason').state.get().allowed, undefined);
    form.field('/spouse/name').setInput('An');
    assert.deepEqual(form.field('/reason').state.get().allowed, ['a', 'b']);
    assert.deepEqual(codesOf(form, '/copies'), ['/copies keyword.maximum']);
  });

  it('do not rest on answers that no longer apply', () => {
    const form = open(family);
    form.field('/married').setValue(true);
    form.field('/spouse/name').setInput('An');
    form.field('/married').setValue(false);
    assert.equal(form.field('/reason').state.get().allowed, undefined, 'the hidden name narrows nothing');
  });

  it('require by dependentRequired', () => {
    const plan = planOf({ type: 'object', properties: { a: text, b: text }, dependentRequired: { a: ['b'] } }, [
      ['/a', '/b'],
    ]);
    const form = open(plan);
    assert.equal(form.field('/b').state.get().required, false);
    form.field('/a').setInput('x');
    assert.equal(form.field('/b').state.get().required, true);
    assert.deepEqual(codesOf(form, '/b'), ['/b keyword.required']);
  });

  it('take the branch of a discriminated oneOf', () => {
    const plan = planOf(
      {
        type: 'object',
        properties: { how: { type: 'string', enum: ['post', 'desk'] }, address: text, hour: text },
        required: ['how'],
        oneOf: [
          { properties: { how: { const: 'post' }, hour: false }, required: ['how', 'address'] },
          { properties: { how: { const: 'desk' }, address: false }, required: ['how'] },
        ],
      },
      [['/how', '/address', '/hour']],
    );
    const form = open(plan);
    assert.equal(form.field('/how').state.get().required, true);
    form.field('/how').setValue('post');
    assert.deepEqual(
      [form.field('/address').state.get().required, form.field('/hour').state.get().visible],
      [true, false],
    );
    form.field('/how').setValue('desk');
    assert.deepEqual(
      [form.field('/address').state.get().visible, form.field('/hour').state.get().visible],
      [false, true],
    );
  });

  it('make a place that only a branch declares appear with the branch', () => {
    const plan = planOf(
      {
        type: 'object',
        properties: { a: { type: 'boolean' } },
        if: { properties: { a: { const: true } }, required: ['a'] },
        then: { properties: { extra: text } },
      },
      [['/a', '/extra']],
    );
    const form = open(plan);
    assert.equal(form.field('/extra').state.get().visible, false);
    form.field('/a').setValue(true);
    assert.equal(form.field('/extra').state.get().visible, true);
  });

  it('ask nothing of an optional group that nobody began', () => {
    const plan = planOf(
      { type: 'object', properties: { g: { type: 'object', properties: { a: text, b: text }, required: ['a', 'b'] } } },
      [['/g/a', '/g/b']],
    );
    const form = open(plan);
    assert.equal(form.field('/g/a').state.get().required, false);
    form.field('/g/a').setInput('x');
    assert.equal(form.field('/g/b').state.get().required, true);
    form.field('/g/a').setInput('');
    assert.equal(form.field('/g/b').state.get().required, false);
    assert.deepEqual(form.toSubmission(), {});
  });
});

describe('what is submitted', () => {
  it('leaves out what is hidden, keeps it for the session, and brings it back', () => {
    const form = open(family);
    form.field('/married').setValue(true);
    form.field('/spouse/name').setInput('Bình');
    form.field('/married').setValue(false);
    assert.deepEqual(form.toSubmission(), { married: false });
    assert.deepEqual(form.data.get(), { married: false, spouse: { name: 'Bình' } });
    form.field('/married').setValue(true);
    assert.deepEqual(form.toSubmission(), { married: true, spouse: { name: 'Bình' } });
  });

  it('is an object of its own', () => {
    const form = open(family);
    form.field('/married').setValue(true);
    const submission = form.toSubmission();
    (submission['spouse'] as JsonObject)['name'] = 'X';
    assert.deepEqual(form.toSubmission(), { married: true, spouse: {} });
  });

  it('validates when the form shows no error, and only then', async () => {
    const form = open(family);
    form.field('/married').setValue(true);
    form.field('/reason').setValue('a');
    assert.deepEqual(
      (await form.validate()).issues.map(({ pointer, code }) => `${pointer} ${code}`),
      ['/spouse/name keyword.required', '/spouse/born keyword.required'],
    );
    form.field('/spouse/name').setInput('Bình');
    form.field('/spouse/born').setInput({ day: '5', month: '11', year: '1990' });
    assert.deepEqual(await form.validate(), { valid: true, issues: [] });
    assert.deepEqual(form.toSubmission(), { married: true, spouse: { name: 'Bình', born: '1990-11-05' }, reason: 'a' });
  });
});

describe('what was typed', () => {
  it('is kept while it does not parse, with an exact fault and no value', () => {
    const form = open(family);
    form.field('/married').setValue(true);
    const born = form.field('/spouse/born');
    born.setInput({ day: '30', month: '2', year: '2025' });
    assert.deepEqual(born.state.get().input, { day: '30', month: '2', year: '2025' });
    assert.equal(born.state.get().value, undefined);
    assert.deepEqual(born.state.get().issues, [
      {
        code: 'kind.date-impossible',
        severity: 'error',
        source: 'control',
        pointer: '/spouse/born',
        params: { day: 30, month: 2, year: 2025, part: 'day' },
      },
    ]);
    born.touch();
    assert.deepEqual(born.state.get().input, { day: '30', month: '2', year: '2025' });
  });

  it('stays as typed until the field is left, then gives way to the value', () => {
    const form = open(family);
    const other = form.field('/other');
    other.setInput(' hai  lần ');
    assert.deepEqual([other.state.get().input, other.state.get().value], [' hai  lần ', 'hai lần']);
    other.touch();
    assert.deepEqual([other.state.get().input, other.state.get().value], [undefined, 'hai lần']);
  });

  it('in parts that make no value yet stays, and comes back from a draft', () => {
    const form = open(family);
    form.field('/married').setValue(true);
    const yearOnly = { day: '', month: '', year: '', precision: 'year' };
    form.field('/spouse/born').setInput(yearOnly);
    form.field('/spouse/born').touch();
    assert.deepEqual(form.field('/spouse/born').state.get().input, yearOnly);
    const again = open(family, { draft: form.saveDraft() });
    assert.deepEqual(again.field('/spouse/born').state.get().input, yearOnly);
    again.field('/spouse/born').setInput({ ...yearOnly, day: '5', month: '11', year: '1990' });
    again.field('/spouse/born').touch();
    assert.deepEqual([again.field('/spouse/born').state.get().input, again.saveDraft().inputs], [undefined, {}]);
  });

  it('becomes NFC', () => {
    const form = open(family);
    form.field('/other').setInput('Nguye\u0302\u0303n');
    assert.equal(form.field('/other').state.get().value, 'Nguyễn');
  });

  it('comes back from a draft, as do hidden answers and what was touched', () => {
    const form = open(family);
    form.field('/married').setValue(true);
    form.field('/spouse/name').setInput('Bình');
    form.field('/spouse/born').setInput({ day: '31', month: '', year: '' });
    form.field('/spouse/name').touch();
    form.field('/married').setValue(false);
    const draft = JSON.parse(JSON.stringify(form.saveDraft())) as ReturnType<Form['saveDraft']>;
    const again = open(family, { draft });
    again.field('/married').setValue(true);
    assert.equal(again.field('/spouse/name').state.get().value, 'Bình');
    assert.equal(again.field('/spouse/name').state.get().touched, true);
    assert.deepEqual(again.field('/spouse/born').state.get().input, { day: '31', month: '', year: '' });
    assert.deepEqual(codesOf(again, '/spouse/born'), ['/spouse/born kind.date-incomplete']);
    assert.deepEqual(again.dropped, []);
    assert.deepEqual(again.saveDraft().data, { ...draft.data, married: true });
  });

  it('of another plan keeps what still has a place and lists what has not', () => {
    const draft = {
      slug: 'test/form',
      version: '0.9.0',
      planHash: 'other',
      data: { married: true, spouse: { name: 'Bình', alias: 'B' }, gone: 1 },
      inputs: { '/old': 'x' },
      touched: ['/old', '/married'],
      provenance: {},
    };
    const form = open(family, { draft });
    assert.deepEqual(form.data.get(), { married: true, spouse: { name: 'Bình' } });
    assert.deepEqual([...form.dropped].sort(), ['/gone', '/old', '/spouse/alias']);
  });
});

describe('mirrors', () => {
  const person = { type: 'object', properties: { name: text, phone: text } };
  const plan = planOf(
    {
      type: 'object',
      properties: { relation: { type: 'string', enum: ['mother', 'father'] }, requester: person, mother: person },
      required: ['requester', 'mother'],
    },
    [
      ['/relation', '/requester/name', '/requester/phone'],
      ['/mother/name', '/mother/phone'],
    ],
    [{ when: { '===': [{ value: '/relation' }, 'mother'] }, pairs: [['/requester', '/mother']] }],
  );

  it('are one value while the condition holds, whichever side is edited', () => {
    const form = open(plan);
    form.field('/relation').setValue('mother');
    form.field('/requester/name').setInput('Lan');
    assert.equal(form.field('/mother/name').state.get().value, 'Lan');
    assert.equal(form.field('/mother/name').state.get().mirrorOf, '/requester/name');
    form.field('/mother/name').setInput('Hoa');
    assert.deepEqual(
      [form.field('/requester/name').state.get().value, form.field('/requester/name').state.get().input],
      ['Hoa', undefined],
    );
    form.field('/relation').setValue('father');
    form.field('/mother/name').setInput('Mai');
    assert.equal(form.field('/requester/name').state.get().value, 'Hoa');
  });

  it('show on both sides what does not parse, until either side is mended', () => {
    const form = open(plan);
    form.field('/relation').setValue('mother');
    form.field('/requester/name').setInput('Lan\u202e');
    for (const pointer of ['/requester/name', '/mother/name'])
      assert.deepEqual(
        [codesOf(form, pointer), form.field(pointer).state.get().input],
        [[`${pointer} kind.unsupported-character`], 'Lan\u202e'],
      );
    form.field('/mother/name').setInput('Lan');
    for (const pointer of ['/requester/name', '/mother/name'])
      assert.deepEqual([codesOf(form, pointer), form.field(pointer).state.get().value], [[], 'Lan']);
  });

  it('fill the empty side when they begin, the first side of a pair winning', () => {
    const form = open(plan);
    form.field('/requester/name').setInput('Lan');
    form.field('/mother/name').setInput('Hoa');
    form.field('/mother/phone').setInput('1');
    form.field('/relation').setValue('mother');
    assert.deepEqual(form.toSubmission(), {
      relation: 'mother',
      requester: { name: 'Lan', phone: '1' },
      mother: { name: 'Lan', phone: '1' },
    });
  });
});

describe('rules', () => {
  const plan = planOf(
    {
      type: 'object',
      properties: {
        a: { type: 'integer' },
        b: { type: 'integer' },
        sum: { type: 'integer' },
        twice: { type: 'integer' },
        note: text,
        day: { type: 'string', format: 'date' },
      },
    },
    [
      [
        '/a',
        {
          pointer: '/b',
          rules: { warnings: [{ code: 'warning.sex-differs', when: { '>': [{ value: '/b' }, { value: '1/a' }] } }] },
        },
        { pointer: '/twice', rules: { computed: { '*': [{ value: '/sum' }, 2] } } },
        { pointer: '/sum', rules: { computed: { '+': [{ value: '/a' }, { value: '/b' }] } } },
        {
          pointer: '/note',
          rules: { visible: { '>': [{ value: '/twice' }, 10] }, enabled: { '<': [{ value: '/a' }, 100] } },
        },
        {
          pointer: '/day',
          rules: { errors: [{ code: 'rule.date-in-future', when: { '>': [{ value: '/day' }, { today: [] }] } }] },
        },
      ],
    ],
  );

  it('compute in the order of what they need, whatever the order on the page', () => {
    const form = open(plan);
    form.field('/a').setInput('2');
    assert.equal(form.field('/sum').state.get().value, undefined, 'an absent operand leaves the rule off');
    form.field('/b').setInput('4');
    assert.equal(form.field('/twice').state.get().value, 12);
    assert.equal(form.field('/sum').state.get().readOnly, true);
    form.field('/sum').setInput('99');
    assert.equal(form.toSubmission()['sum'], 6, 'a computed value cannot be typed');
  });

  it('show, enable, warn and refuse', () => {
    const form = open(plan);
    assert.equal(form.field('/note').state.get().visible, true, 'a rule that is off hides nothing');
    form.field('/a').setInput('1');
    form.field('/b').setInput('2');
    assert.equal(form.field('/note').state.get().visible, false);
    assert.deepEqual(
      form
        .field('/b')
        .state.get()
        .issues.map(({ code, severity }) => [code, severity]),
      [['warning.sex-differs', 'warning']],
    );
    form.field('/a').setInput('200');
    assert.deepEqual([form.field('/note').state.get().visible, form.field('/note').state.get().enabled], [true, false]);
    form.field('/day').setInput('06/11/2026');
    assert.deepEqual(codesOf(form, '/day'), ['/day rule.date-in-future']);
    form.field('/day').setInput('05/11/2026');
    assert.deepEqual(codesOf(form, '/day'), []);
  });

  it('never let a warning block', async () => {
    const form = open(plan);
    form.field('/a').setInput('1');
    form.field('/b').setInput('2');
    const report = await form.validate();
    assert.deepEqual([report.valid, report.issues.length], [true, 1]);
  });
});

describe('when issues show', () => {
  it('waits for the step by default, then follows each key', async () => {
    const form = open(family);
    const reason = form.field('/other');
    form.field('/reason').setValue('other');
    reason.touch();
    assert.deepEqual([codesOf(form, '/other').length, reason.state.get().showIssues], [1, false]);
    await form.validate({ step: 'step-2' });
    assert.equal(reason.state.get().showIssues, true);
    assert.equal(form.field('/married').state.get().showIssues, false, 'the other step is not shown');
    reason.setInput('x');
    assert.deepEqual(codesOf(form, '/other'), []);
  });

  it('can be on leaving or on each change', () => {
    const blur = open(family, { validateOn: 'blur' }).field('/copies');
    blur.setInput('0');
    assert.equal(blur.state.get().showIssues, false);
    blur.touch();
    assert.equal(blur.state.get().showIssues, true);
    const change = open(family, { validateOn: 'change' }).field('/copies');
    change.setInput('0');
    assert.equal(change.state.get().showIssues, true);
  });

  it('shows what a server says until the field is answered anew', () => {
    const form = open(family);
    form.acceptIssues([
      { code: 'catalog.unknown-value', severity: 'error', source: 'server', pointer: '/reason', params: {} },
      { code: 'plan.whole', severity: 'error', source: 'server', pointer: '', params: {} },
    ]);
    assert.deepEqual(
      [
        codesOf(form, '/reason').includes('/reason catalog.unknown-value'),
        form.field('/reason').state.get().showIssues,
      ],
      [true, true],
    );
    assert.equal(
      form.issues.get().some(({ code }) => code === 'plan.whole'),
      true,
    );
    form.field('/reason').setValue('a');
    assert.deepEqual(codesOf(form, '/reason'), []);
  });

  it('finds what only the whole can say, and lets go of it when answered anew', async () => {
    const plan = planOf({ type: 'object', properties: { a: text, b: text }, not: { required: ['a', 'b'] } }, [
      ['/a', '/b'],
    ]);
    const form = open(plan);
    form.field('/a').setInput('1');
    form.field('/b').setInput('1');
    assert.equal((await form.validate()).valid, false);
    form.field('/b').setInput('');
    assert.deepEqual(await form.validate(), { valid: true, issues: [] });
  });
});

describe('steps', () => {
  it('say how far they are', async () => {
    const form = open(family);
    const status = (): string[] => form.steps.get().map(({ status: now }) => now);
    assert.deepEqual(status(), ['not-started', 'not-started']);
    form.field('/married').setValue(true);
    assert.deepEqual(status(), ['in-progress', 'not-started']);
    await form.validate({ step: 'step-1' });
    assert.deepEqual(status(), ['has-issues', 'not-started']);
    form.field('/married').setValue(false);
    assert.deepEqual(status(), ['complete', 'not-started']);
  });

  it('are skipped when nothing in them applies', () => {
    const plan = planOf(
      {
        type: 'object',
        properties: { a: { type: 'boolean' }, b: text },
        if: { properties: { a: { const: true } }, required: ['a'] },
        else: { properties: { b: false } },
      },
      [['/a'], ['/b']],
    );
    const form = open(plan);
    assert.deepEqual(
      form.steps.get().map(({ visible }) => visible),
      [true, false],
    );
    form.field('/a').setValue(true);
    assert.deepEqual(
      form.steps.get().map(({ visible }) => visible),
      [true, true],
    );
  });
});

describe('who hears of a change', () => {
  it('is the field that changed and nobody else, once per change and not at once', () => {
    const form = open(family);
    const heard: string[] = [];
    for (const pointer of ['/married', '/spouse/name', '/reason', '/copies'])
      form.field(pointer).state.subscribe(() => heard.push(pointer));
    assert.deepEqual(heard, []);
    form.field('/reason').setValue('a');
    assert.deepEqual(heard, ['/reason']);
    form.field('/married').setValue(true);
    assert.deepEqual(heard.slice(1).sort(), ['/married', '/spouse/name']);
    form.field('/reason').setValue('a');
    assert.deepEqual(heard.length, 3, 'the same answer again is no change');
  });

  it('stops when asked to', () => {
    const form = open(family);
    let calls = 0;
    const stop = form.data.subscribe(() => (calls += 1));
    form.field('/reason').setValue('a');
    stop();
    form.field('/reason').setValue('b');
    assert.equal(calls, 1);
  });

  it('shares what did not change between two looks at the data', () => {
    const form = open(family);
    form.field('/married').setValue(true);
    form.field('/spouse/name').setInput('Bình');
    const before = form.data.get();
    form.field('/reason').setValue('a');
    const after = form.data.get();
    assert.notEqual(before, after);
    assert.equal(before['spouse'], after['spouse']);
    assert.equal(form.data.get(), after);
  });
});

describe('the cost of a key', () => {
  const wide = (count: number): Form => {
    const names = Array.from({ length: count }, (_, index) => `f${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, { type: 'string', maxLength: 5 }]));
    const conditions = names.slice(1).map((name, index) => ({
      if: { properties: { [`f${index}`]: { const: 'x' } }, required: [`f${index}`] },
      then: { properties: { [name]: { maxLength: 2 } } },
    }));
    return open(
      planOf({ type: 'object', properties, required: names.slice(0, 3), allOf: conditions }, [
        names.map((name) => `/${name}`),
      ]),
    );
  };

  it('is the same number of nodes in a form of 20 fields and of 2,000', () => {
    const [small, large] = [wide(20), wide(2000)].map((form) => [
      countEvaluations(form, () => form.field('/f5').setInput('x')),
      countEvaluations(form, () => form.field('/f5').setInput('xy')),
      countEvaluations(form, () => form.field('/f6').setInput('abc')),
    ]);
    assert.deepEqual(small, large);
    assert.deepEqual(large, [2, 2, 1]);
  });
});

describe('misuse', () => {
  const codeOf = (act: () => unknown): string => {
    try {
      act();
    } catch (error) {
      return error instanceof FormError ? error.code : String(error);
    }
    return 'nothing';
  };

  it('is answered by typed errors', () => {
    const form = open(family);
    assert.equal(
      codeOf(() => form.field('/nowhere')),
      'form.unknown-pointer',
    );
    assert.equal(
      codeOf(() => form.field('/spouse')),
      'form.unknown-pointer',
    );
    assert.equal(
      codeOf(() => open({ ...family, planFormat: 99 as 2 })),
      'plan.foreign-format',
    );
    assert.equal(
      codeOf(() => open({} as Plan)),
      'plan.malformed',
    );
    assert.equal(
      codeOf(() =>
        open(family, {
          draft: { slug: 'other/form', version: '1', planHash: '', data: {}, inputs: {}, touched: [], provenance: {} },
        }),
      ),
      'form.foreign-draft',
    );
    form.dispose();
    assert.equal(
      codeOf(() => form.field('/married').setValue(true)),
      'form.disposed',
    );
  });
});

describe('the plan', () => {
  it('is plain JSON', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(family)), family);
    const kinds = (node: PlanNode): string[] => [
      `${node.pointer} ${node.kind}`,
      ...(node.children ?? []).flatMap(kinds),
    ];
    assert.deepEqual(kinds(family.root), [
      ' object',
      '/married boolean',
      '/spouse object',
      '/spouse/name text',
      '/spouse/born date',
      '/spouse/job text',
      '/reason choice',
      '/other text',
      '/copies integer',
    ]);
  });
});

describe('prefill', () => {
  it('carries its source until the citizen answers', () => {
    const provenance = { source: 'national-population-database', asOf: '2026-01-01' };
    const form = open(family, { prefill: [{ pointer: '/other', value: 'x', provenance }] });
    assert.deepEqual(form.field('/other').state.get().provenance, provenance);
    form.field('/other').setInput('y');
    assert.equal(form.field('/other').state.get().provenance, undefined);
  });
});
