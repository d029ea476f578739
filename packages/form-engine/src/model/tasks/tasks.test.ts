/** The list of tasks: each step and section that shows, how far it is, and how much is left. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileProcedure } from '../../compile/compile-procedure.js';
import { SchemaError } from '../../errors.js';
import type { FormStep, ProcedureSource } from '../../plan/procedure-source.js';
import { createForm } from '../create-form.js';
import type { Form } from '../form.js';

const TEXT = { type: 'string', minLength: 1 };
const STEPS: readonly FormStep[] = [
  {
    id: 'person',
    sections: [
      { id: 'names', fields: [{ pointer: '/name' }, { pointer: '/nick' }] },
      { id: 'birth', fields: [{ pointer: '/born' }] },
    ],
  },
  { id: 'spouse', sections: [{ id: 'spouse', fields: [{ pointer: '/spouse' }] }] },
  { id: 'send', after: ['person', 'spouse'], sections: [{ id: 'send', fields: [{ pointer: '/note' }] }] },
];

function planOf(steps: readonly FormStep[]) {
  return compileProcedure({
    record: { slug: 'test/tasks', version: '1' } as ProcedureSource['record'],
    data: {
      type: 'object',
      properties: { name: TEXT, nick: TEXT, born: TEXT, spouse: TEXT, note: TEXT },
      required: ['name', 'born'],
      if: { properties: { nick: { const: 'married' } }, required: ['nick'] },
      then: { required: ['spouse'] },
      else: { properties: { spouse: false } },
    },
    form: { steps },
    definitions: {},
    catalogVersions: {},
  });
}

const plan = planOf(STEPS);
const open = (): Form => createForm(plan, { today: '2026-11-05' });
const list = (form: Form): string[] =>
  form.tasks
    .get()
    .map(
      ({ step, section, status, left }) => `${section === undefined ? step : `${step}/${section}`} ${status} ${left}`,
    );

describe('the list of tasks', () => {
  it('counts what is left in each step and section, and bars a step until those before it are complete', () => {
    const form = open();
    assert.deepEqual(list(form), [
      'person not-started 2',
      'person/names not-started 1',
      'person/birth not-started 1',
      'send cannot-start 0',
      'send/send cannot-start 0',
    ]);
    form.field('/name').setInput('An');
    assert.deepEqual(list(form).slice(0, 3), [
      'person in-progress 1',
      'person/names complete 0',
      'person/birth not-started 1',
    ]);
    form.field('/born').setInput('2020');
    assert.deepEqual(list(form), [
      'person complete 0',
      'person/names complete 0',
      'person/birth complete 0',
      'send not-started 0',
      'send/send not-started 0',
    ]);
  });

  it('leaves out a step in which nothing applies, and brings it in with its first field', () => {
    const form = open();
    form.field('/name').setInput('An');
    form.field('/born').setInput('2020');
    form.field('/nick').setInput('married');
    assert.deepEqual(list(form).slice(3), [
      'spouse not-started 1',
      'spouse/spouse not-started 1',
      'send cannot-start 0',
      'send/send cannot-start 0',
    ]);
    form.field('/nick').setInput('');
    assert.equal(
      list(form).some((task) => task.startsWith('spouse')),
      false,
    );
  });

  it('calls a step without demands complete once it was validated', async () => {
    const form = open();
    form.field('/name').setInput('An');
    form.field('/born').setInput('2020');
    await form.validate({ step: 'send' });
    assert.deepEqual(list(form).slice(3), ['send complete 0', 'send/send complete 0']);
  });

  it('counts no warning as left', () => {
    const form = open();
    form.field('/name').setInput('An');
    form.acceptIssues([{ code: 'server.note', severity: 'warning', source: 'server', pointer: '/name', params: {} }]);
    assert.equal(form.tasks.get()[1]?.left, 0);
  });

  it('counts the fields of rows with the section of their list', () => {
    const rows = compileProcedure({
      record: { slug: 'test/rows', version: '1' } as ProcedureSource['record'],
      data: {
        type: 'object',
        properties: {
          children: {
            type: 'array',
            items: { type: 'object', properties: { name: TEXT }, required: ['name'] },
          },
        },
      },
      form: {
        steps: [
          {
            id: 'one',
            sections: [{ id: 'one', fields: [{ pointer: '/children', items: { fields: [{ pointer: '/name' }] } }] }],
          },
        ],
      },
      definitions: {},
      catalogVersions: {},
    });
    const form = createForm(rows, { today: '2026-11-05' });
    const left = (): number | undefined => form.tasks.get()[0]?.left;
    form.list('/children').append();
    form.list('/children').append();
    assert.equal(left(), 2);
    form.field('/children/0/name').setInput('An');
    assert.equal(left(), 1);
    form.list('/children').remove(form.list('/children').state.get().keys[1] ?? '');
    assert.deepEqual(list(form), ['one complete 0', 'one/one complete 0']);
  });

  it('tells its listeners when it changed', () => {
    const form = open();
    let calls = 0;
    form.tasks.subscribe(() => (calls += 1));
    form.field('/name').setInput('An');
    assert.equal(calls, 1);
  });

  it('is refused where a step comes after one that is not before it', () => {
    const [first, ...others] = STEPS;
    assert.ok(first);
    assert.throws(
      () => planOf([{ ...first, after: ['send'] }, ...others]),
      (error) =>
        error instanceof SchemaError && error.code === 'form.malformed' && error.pointer === '/steps/0/after/0',
    );
  });
});
