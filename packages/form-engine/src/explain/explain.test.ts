import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compileProcedure } from '../compile/compile-procedure.js';
import { FormError } from '../errors.js';
import { createForm } from '../model/create-form.js';
import type { Form } from '../model/form.js';
import type { Plan } from '../plan/plan.js';
import type { ProcedureSource } from '../plan/procedure-source.js';
import { explain } from './explain.js';

const TODAY = '2026-11-05';
const TEXT = { type: 'string', minLength: 1 };
const source: ProcedureSource = {
  record: { slug: 'test/explain', version: '1' } as ProcedureSource['record'],
  data: {
    type: 'object',
    properties: {
      married: { type: 'boolean' },
      spouse: {
        type: 'object',
        properties: { name: TEXT, born: { $ref: '../definitions/day.schema.json' } },
        required: ['name'],
      },
      kind: { enum: ['short', 'long'] },
      reason: { enum: ['a', 'b'] },
      copies: { type: 'integer', maximum: 20 },
      fee: { type: 'integer' },
      note: TEXT,
    },
    required: ['kind'],
    allOf: [
      {
        if: { properties: { married: { const: true } }, required: ['married'] },
        then: { required: ['spouse'] },
        else: { properties: { spouse: false } },
      },
      {
        if: { properties: { kind: { const: 'short' } }, required: ['kind'] },
        then: { properties: { reason: { enum: ['a'] } }, required: ['reason'] },
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
              { pointer: '/spouse/born' },
              { pointer: '/kind' },
              { pointer: '/reason' },
              {
                pointer: '/copies',
                rules: {
                  enabled: { '==': [{ value: '/kind' }, 'long'] },
                  warnings: [
                    { code: 'warning.few', when: { '<': [{ value: '/copies' }, 2] } },
                    { code: 'warning.many', when: { '>': [{ value: '/copies' }, 5] } },
                  ],
                },
              },
              { pointer: '/fee', rules: { computed: { '*': [{ value: '/copies' }, 1000] } } },
              { pointer: '/note', rules: { visible: { '>': [{ value: '/copies' }, 1] } } },
            ],
          },
        ],
      },
    ],
  },
  definitions: { '../definitions/day.schema.json': { type: 'string', format: 'date' } },
  catalogVersions: {},
};
const plan: Plan = compileProcedure(source, { sources: true });
const open = (): Form => createForm(plan, { today: TODAY });
const ask = (form: Form, pointer: string) => explain(form, pointer, { today: TODAY });

describe('why a field is', () => {
  it('hidden: the condition around its group, with the answer it looked at', () => {
    const form = open();
    form.field('/married').setValue(false);
    const { visible } = ask(form, '/spouse/name');
    assert.equal(visible.is, false);
    assert.deepEqual(visible.because, [
      {
        by: 'condition',
        effect: 'hides',
        holds: true,
        place: { file: 'data.schema.json', pointer: '/allOf/0/if' },
        says: { properties: { married: { const: true } }, required: ['married'] },
        reads: [{ pointer: '/married', value: false }],
        pointer: '/spouse',
      },
    ]);
  });

  it('hidden by a rule: its place in form.json and what it gives', () => {
    const form = open();
    form.field('/copies').setInput('1');
    assert.deepEqual(ask(form, '/note').visible, {
      is: false,
      because: [
        {
          by: 'rule',
          effect: 'hides',
          holds: true,
          place: { file: 'form.json', pointer: '/steps/0/sections/0/fields/7/rules/visible' },
          says: { '>': [{ value: '/copies' }, 1] },
          gives: false,
          reads: [{ pointer: '/copies', value: 1 }],
        },
      ],
    });
  });

  it('hidden with its step, which a rule skips', () => {
    const [first] = source.form.steps;
    assert.ok(first);
    const [section] = first.sections;
    assert.ok(section);
    const rest = section.fields.filter(({ pointer }) => pointer !== '/note');
    const skipped = compileProcedure({
      ...source,
      form: {
        steps: [
          { ...first, sections: [{ ...section, fields: rest }] },
          {
            id: 'two',
            skip: { '==': [{ value: '/kind' }, 'short'] },
            sections: [{ id: 'two', fields: [{ pointer: '/note' }] }],
          },
        ],
      },
    });
    const form = createForm(skipped, { today: TODAY });
    form.field('/kind').setValue('short');
    const { is, because } = ask(form, '/note').visible;
    assert.deepEqual(
      [is, because.map(({ by, place, gives }) => [by, place?.pointer, gives])],
      [false, [['rule', '/steps/1/skip', true]]],
    );
  });

  it('visible: everything that could hide it, none of which holds', () => {
    const form = open();
    form.field('/copies').setInput('3');
    const { is, because } = ask(form, '/note').visible;
    assert.deepEqual([is, because.map(({ by, holds }) => [by, holds])], [true, [['rule', false]]]);
  });

  it('required: by the keyword that names it, or by the condition that holds', () => {
    const form = open();
    assert.deepEqual(
      ask(form, '/kind').required.because.map(({ place }) => place?.pointer),
      ['/required'],
    );
    form.field('/kind').setValue('short');
    assert.deepEqual(
      ask(form, '/reason').required.because.map(({ by, reads }) => [by, reads]),
      [['condition', [{ pointer: '/kind', value: 'short' }]]],
    );
    form.field('/married').setValue(true);
    assert.deepEqual(
      ask(form, '/spouse/name').required.because.map(({ place }) => place?.pointer),
      ['/properties/spouse/required'],
    );
  });

  it('not required: nothing demands it, or what would does not hold', () => {
    const form = open();
    form.field('/kind').setValue('long');
    assert.deepEqual(
      ask(form, '/reason').required.because.map(({ holds }) => holds),
      [false],
    );
    assert.deepEqual(ask(form, '/copies').required, { is: false, because: [] });
  });

  it('read-only: computed by a rule', () => {
    const form = open();
    form.field('/copies').setInput('2');
    const { is, because } = ask(form, '/fee').readOnly;
    assert.deepEqual(
      [is, because.map(({ by, gives, place }) => [by, gives, place?.pointer])],
      [true, [['rule', 2000, '/steps/0/sections/0/fields/6/rules/computed']]],
    );
  });

  it('read-only: prefilled, with source and date', () => {
    const provenance = { source: 'population', asOf: '2026-01-01', locked: true };
    const form = createForm(plan, { today: TODAY, prefill: [{ pointer: '/kind', value: 'long', provenance }] });
    assert.deepEqual(ask(form, '/kind').readOnly.because, [
      { by: 'prefilled', effect: 'locks', holds: true, says: provenance, reads: [] },
    ]);
  });

  it('read-only: not asked for by the opening', () => {
    const form = createForm(plan, {
      today: TODAY,
      opening: { filed: { kind: 'long', copies: 2 }, pointers: ['/copies'] },
    });
    assert.deepEqual(
      ask(form, '/kind').readOnly.because.map(({ by }) => by),
      ['opening'],
    );
    assert.equal(ask(form, '/copies').readOnly.is, false);
  });

  it('disabled: the rule that says so', () => {
    const form = open();
    form.field('/kind').setValue('short');
    const { is, because } = ask(form, '/copies').enabled;
    assert.deepEqual([is, because.map(({ gives, holds }) => [gives, holds])], [false, [[false, true]]]);
  });

  it('limited: the keywords that hold now, in the file that they stand in', () => {
    const form = open();
    form.field('/kind').setValue('short');
    assert.deepEqual(
      ask(form, '/reason').limits.map(({ place, says }) => [place?.pointer, says]),
      [
        ['/properties/reason/enum', ['a', 'b']],
        ['/allOf/1/then/properties/reason/enum', ['a']],
      ],
    );
    form.field('/married').setValue(true);
    assert.deepEqual(
      ask(form, '/spouse/born').limits.map(({ place }) => place),
      [{ file: '../definitions/day.schema.json', pointer: '/format' }],
    );
  });
});

describe('why an answer is wrong', () => {
  it('is the keyword with its value and its place', () => {
    const form = open();
    form.field('/copies').setInput('21');
    const [found] = ask(form, '/copies').issues;
    assert.equal(found?.issue.code, 'keyword.maximum');
    assert.deepEqual(
      found?.because.map(({ place, says, reads }) => [place?.pointer, says, reads]),
      [['/properties/copies/maximum', 20, [{ pointer: '/copies', value: 21 }]]],
    );
  });

  it('is that it is missing, and what demands it', () => {
    const form = open();
    const [found] = ask(form, '/kind').issues;
    assert.deepEqual(
      found?.because.map(({ effect, place }) => [effect, place?.pointer]),
      [['finds', '/required']],
    );
  });

  it('is the branch that narrows it', () => {
    const form = open();
    form.field('/reason').setValue('b');
    form.field('/kind').setValue('short');
    const [found] = ask(form, '/reason').issues;
    assert.deepEqual(
      found?.because.map(({ place }) => place?.pointer),
      ['/allOf/1/then/properties/reason/enum'],
    );
  });

  it('is the rule of that code', () => {
    const form = open();
    form.field('/copies').setInput('6');
    const [found] = ask(form, '/copies').issues;
    assert.deepEqual(
      found?.because.map(({ by, place }) => [by, place?.pointer]),
      [['rule', '/steps/0/sections/0/fields/5/rules/warnings/1/when']],
    );
  });

  it('is the kind that did not understand it, or the server that refused it', () => {
    const form = open();
    form.field('/copies').setInput('two');
    assert.deepEqual(
      ask(form, '/copies').issues[0]?.because.map(({ by, says }) => [by, says]),
      [['kind', 'integer']],
    );
    form.field('/kind').setValue('long');
    form.acceptIssues([{ code: 'server.no', severity: 'error', source: 'server', pointer: '/kind', params: {} }]);
    assert.deepEqual(
      ask(form, '/kind').issues[0]?.because.map(({ by }) => by),
      ['server'],
    );
  });
});

describe('in the rows of a list', () => {
  const people = compileProcedure({
    record: { slug: 'test/people', version: '1' } as ProcedureSource['record'],
    data: {
      type: 'object',
      properties: {
        people: {
          type: 'array',
          maxItems: 3,
          items: {
            type: 'object',
            properties: { adult: { type: 'boolean' }, job: TEXT, hobby: TEXT },
            if: { properties: { adult: { const: true } }, required: ['adult'] },
            else: { properties: { job: false } },
          },
        },
      },
    },
    form: {
      steps: [
        {
          id: 'one',
          sections: [
            {
              id: 'one',
              fields: [
                {
                  pointer: '/people',
                  items: {
                    fields: [
                      { pointer: '/adult' },
                      { pointer: '/job' },
                      { pointer: '/hobby', rules: { visible: { '!': [{ value: '1/adult' }] } } },
                    ],
                  },
                },
              ],
            },
          ],
        },
      ],
    },
    definitions: {},
    catalogVersions: {},
  });

  it('the list has reasons of its own', () => {
    const form = createForm(people, { today: TODAY });
    const { visible, limits } = ask(form, '/people');
    assert.equal(visible.is, true);
    assert.deepEqual(
      limits.map(({ place, says }) => [place?.pointer, says]),
      [['/properties/people/maxItems', 3]],
    );
  });

  it('each row has its own reasons', () => {
    const form = createForm(people, { today: TODAY });
    form.list('/people').append({ adult: true });
    form.list('/people').append({ adult: false });
    for (const [row, adult] of [
      [0, true],
      [1, false],
    ] as const) {
      const job = ask(form, `/people/${row}/job`).visible;
      const hobby = ask(form, `/people/${row}/hobby`).visible;
      assert.deepEqual([job.is, hobby.is], [adult, !adult]);
      const [reason] = adult ? hobby.because : job.because;
      assert.equal(reason?.holds, true);
      assert.deepEqual(reason?.reads, [{ pointer: `/people/${row}/adult`, value: adult }]);
    }
  });
});

describe('an explanation', () => {
  it('agrees with the state that it explains, whatever was answered', () => {
    const places = ['/married', '/spouse/name', '/kind', '/reason', '/copies', '/note'];
    const act = fc.tuple(
      fc.constantFrom(...places),
      fc.constantFrom(true, false, 'short', 'long', 'a', 'b', 1, 3, 30, undefined),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
        const form = open();
        for (const [pointer, value] of acts) form.field(pointer).setValue(value);
        for (const pointer of [...places, '/spouse/born', '/fee']) {
          const { visible, required, readOnly, enabled } = ask(form, pointer);
          assert.equal(
            visible.because.some(({ effect, holds }) => effect === 'hides' && holds),
            !visible.is,
            pointer,
          );
          if (required.is) assert.ok(required.because.length > 0, pointer);
          assert.equal(
            readOnly.because.some(({ holds }) => holds),
            readOnly.is,
            pointer,
          );
          assert.equal(
            enabled.because.some(({ holds }) => holds),
            !enabled.is,
            pointer,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of a place that the form does not have throws', () => {
    assert.throws(
      () => ask(open(), '/nowhere'),
      (error) => error instanceof FormError && error.code === 'form.unknown-pointer',
    );
  });

  it('names data.schema.json for everything where the plan was compiled without sources', () => {
    const bare = compileProcedure(source);
    assert.equal(Object.hasOwn(bare, 'sources'), false);
    assert.equal(bare.hash, plan.hash);
    const form = createForm(bare, { today: TODAY });
    form.field('/married').setValue(true);
    assert.deepEqual(
      ask(form, '/spouse/born').limits.map(({ place }) => place),
      [{ file: 'data.schema.json', pointer: '/$defs/day/format' }],
    );
  });
});
