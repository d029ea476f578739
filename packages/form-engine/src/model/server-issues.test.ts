/** Issues of a server: they land on their fields, or as near as the form knows, and go when they are answered. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Issue } from '@motcua/schemas';
import { compileProcedure } from '../compile/compile-procedure.js';
import type { ProcedureSource } from '../plan/procedure-source.js';
import { createForm } from './create-form.js';

const TEXT = { type: 'string', minLength: 1 };
const plan = compileProcedure({
  record: { slug: 'test/server', version: '1' } as ProcedureSource['record'],
  data: {
    type: 'object',
    properties: {
      wants: { type: 'boolean' },
      child: { type: 'object', properties: { name: TEXT, born: TEXT } },
      home: { type: 'object', properties: { country: TEXT, province: TEXT } },
      extra: TEXT,
      rows: { type: 'array', items: { type: 'object', properties: { name: TEXT } } },
    },
    if: { properties: { wants: { const: true } }, required: ['wants'] },
    else: { properties: { extra: false } },
  },
  form: {
    steps: [
      {
        id: 'one',
        sections: [
          {
            id: 'one',
            fields: [
              { pointer: '/wants' },
              { pointer: '/child/name' },
              { pointer: '/child/born' },
              { pointer: '/home', kind: 'address' },
              { pointer: '/extra' },
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

const open = () => createForm(plan, { today: '2026-11-05' });
const said = (pointer: string, severity: Issue['severity'] = 'error'): Issue => ({
  code: 'server.refused',
  severity,
  source: 'server',
  pointer,
  params: {},
});

describe('an issue of a server', () => {
  for (const [where, pointer, field] of [
    ['on its field', '/child/name', '/child/name'],
    ['on the field that its place is a part of', '/home/province', '/home'],
    ['on the nearest field above a place that nobody knows', '/child/name/first/letter', '/child/name'],
  ] as const) {
    it(`lands ${where}, shows, and keeps its place`, () => {
      const form = open();
      form.acceptIssues([said(pointer)]);
      const { issues, showIssues } = form.field(field).state.get();
      assert.deepEqual([issues.map((issue) => issue.pointer), showIssues], [[pointer], true]);
      form.field(field).setValue(field === '/home' ? { country: 'LA' } : 'anew');
      assert.deepEqual(form.issues.get(), []);
    });
  }

  for (const pointer of ['', '/child', '/nowhere', '/nowhere/at/all']) {
    it(`lands on the form where no field is at or above ${JSON.stringify(pointer)}`, () => {
      const form = open();
      form.acceptIssues([said(pointer)]);
      assert.deepEqual(
        form.issues.get().map((issue) => issue.pointer),
        [pointer],
      );
    });
  }

  it('in a row lands on its field and moves with the row; in a row that is not there on the list', () => {
    const form = open();
    const list = form.list('/rows');
    list.append({ name: 'An' });
    form.acceptIssues([said('/rows/0/name'), said('/rows/5/name')]);
    list.insert(0, { name: 'Bình' });
    assert.deepEqual(
      form
        .field('/rows/1/name')
        .state.get()
        .issues.map((issue) => issue.pointer),
      ['/rows/1/name'],
    );
    form.field('/rows/1/name').setInput('Chi');
    assert.deepEqual(form.issues.get(), [], 'the list was answered with its new row');
    form.acceptIssues([said('/rows/5/name')]);
    assert.deepEqual(
      list.state.get().issues.map((issue) => issue.pointer),
      ['/rows/5/name'],
    );
  });

  for (const pointer of ['/child', '/child/unheard-of']) {
    it(`on a group goes when something in the group is answered, and not before: ${pointer}`, () => {
      const form = open();
      form.acceptIssues([said(pointer)]);
      form.field('/wants').setValue(true);
      assert.equal(form.issues.get().length, 1);
      form.field('/child/born').setInput('2020');
      assert.deepEqual(form.issues.get(), []);
    });
  }

  it('on the whole goes with the next validation of the whole', async () => {
    const form = open();
    form.acceptIssues([said('')]);
    assert.equal((await form.validate()).valid, true);
    assert.deepEqual(form.issues.get(), []);
  });

  it('on a field that does not show is said by the form, and never lost', () => {
    const form = open();
    form.acceptIssues([said('/extra')]);
    assert.deepEqual(
      form.issues.get().map((issue) => issue.pointer),
      ['/extra'],
    );
  });

  it('of the severity warning blocks nothing', async () => {
    const form = open();
    form.acceptIssues([said('/child/name', 'warning')]);
    const { valid, issues } = await form.validate();
    assert.deepEqual([valid, issues.length], [true, 1]);
  });

  it('blocks until its field is answered', async () => {
    const form = open();
    form.acceptIssues([said('/child/name')]);
    assert.equal((await form.validate()).valid, false);
    form.field('/child/name').setInput('An');
    assert.equal((await form.validate()).valid, true);
  });
});
