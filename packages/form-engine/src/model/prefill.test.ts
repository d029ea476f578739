/** Values that the state holds already: their source, date and lock, contesting them, and drafts. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileProcedure } from '../compile/compile-procedure.js';
import type { ProcedureSource } from '../plan/procedure-source.js';
import { createForm } from './create-form.js';
import type { Draft, Form } from './form.js';

const TEXT = { type: 'string', minLength: 1 };
const plan = compileProcedure({
  record: { slug: 'test/prefill', version: '1' } as ProcedureSource['record'],
  data: { type: 'object', properties: { name: TEXT, born: TEXT, phone: TEXT } },
  form: {
    steps: [
      {
        id: 'one',
        sections: [
          {
            id: 'one',
            fields: [
              { pointer: '/name', prefilled: 'contestable' },
              { pointer: '/born', prefilled: 'locked' },
              { pointer: '/phone' },
            ],
          },
        ],
      },
    ],
  },
  definitions: {},
  catalogVersions: {},
});
const provenance = { source: 'population', asOf: '2026-01-01' };
const prefill = ['/name', '/born', '/phone'].map((pointer) => ({ pointer, value: 'held', provenance }));
const open = (draft?: Draft): Form => createForm(plan, { today: '2026-11-05', prefill, ...(draft && { draft }) });
const look = (form: Form, pointer: string) => {
  const { value, readOnly, readOnlyReason, provenance: source } = form.field(pointer).state.get();
  return { value, readOnly, readOnlyReason, source };
};

describe('a prefilled value', () => {
  it('is locked where the plan says so, and says why', () => {
    const form = open();
    assert.deepEqual(look(form, '/born'), {
      value: 'held',
      readOnly: true,
      readOnlyReason: 'prefilled',
      source: provenance,
    });
    form.field('/born').setInput('other');
    form.field('/born').setValue('other');
    assert.equal(form.field('/born').state.get().value, 'held');
  });

  it('is locked where its source says so, whatever the plan says', () => {
    const form = createForm(plan, {
      today: '2026-11-05',
      prefill: [{ pointer: '/phone', value: 'held', provenance: { ...provenance, locked: true } }],
    });
    assert.equal(look(form, '/phone').readOnly, true);
  });

  it('is open elsewhere, and loses its source when it is answered otherwise', () => {
    const form = open();
    assert.equal(look(form, '/phone').readOnly, false);
    form.field('/phone').setInput('other');
    assert.deepEqual(look(form, '/phone'), {
      value: 'other',
      readOnly: false,
      readOnlyReason: undefined,
      source: undefined,
    });
  });

  it('may be contested where the plan allows it, and keeps what the register said', () => {
    const form = open();
    form.field('/name').contest();
    assert.equal(look(form, '/name').readOnly, false);
    form.field('/name').setInput('mine');
    const { value, source } = look(form, '/name');
    assert.deepEqual([value, source], ['mine', { ...provenance, contested: true, was: 'held' }]);
  });

  it('comes back when the citizen takes that back', () => {
    const form = open();
    form.field('/name').contest();
    form.field('/name').setInput('mine');
    form.field('/name').contest(false);
    assert.deepEqual(look(form, '/name'), {
      value: 'held',
      readOnly: true,
      readOnlyReason: 'prefilled',
      source: provenance,
    });
  });

  it('cannot be contested where the plan does not allow it, or nothing was prefilled', () => {
    const form = open();
    form.field('/born').contest();
    form.field('/phone').contest();
    assert.deepEqual([look(form, '/born').readOnly, look(form, '/phone').source], [true, provenance]);
    const empty = createForm(plan, { today: '2026-11-05' });
    empty.field('/name').contest();
    assert.equal(look(empty, '/name').source, undefined);
  });

  it('keeps source, date, lock and contest in a draft', () => {
    const form = open();
    form.field('/name').contest();
    form.field('/name').setInput('mine');
    const again = createForm(plan, { today: '2026-11-06', draft: form.saveDraft() });
    assert.deepEqual(look(again, '/name'), look(form, '/name'));
    assert.deepEqual(look(again, '/born'), look(form, '/born'));
  });

  it('comes beside a draft that has no answer there, and gives way to one that has', () => {
    const draft: Draft = {
      slug: plan.slug,
      version: plan.version,
      planHash: plan.hash,
      data: { phone: 'mine' },
      inputs: {},
      touched: [],
      provenance: {},
    };
    const form = open(draft);
    assert.deepEqual(look(form, '/phone'), {
      value: 'mine',
      readOnly: false,
      readOnlyReason: undefined,
      source: undefined,
    });
    assert.deepEqual(look(form, '/born').source, provenance);
  });

  it('is locked at the other place that is one with it, too', () => {
    const pair = compileProcedure({
      record: { slug: 'test/pair', version: '1' } as ProcedureSource['record'],
      data: { type: 'object', properties: { same: { type: 'boolean' }, name: TEXT, mother: TEXT } },
      form: {
        steps: [
          {
            id: 'one',
            sections: [
              {
                id: 'one',
                fields: [{ pointer: '/same' }, { pointer: '/name', prefilled: 'locked' }, { pointer: '/mother' }],
              },
            ],
          },
        ],
        mirrors: [{ when: { '===': [{ value: '/same' }, true] }, pairs: [['/name', '/mother']] }],
      },
      definitions: {},
      catalogVersions: {},
    });
    const form = createForm(pair, { today: '2026-11-05', prefill: [{ pointer: '/name', value: 'held', provenance }] });
    form.field('/same').setValue(true);
    form.field('/mother').setInput('other');
    assert.deepEqual([look(form, '/mother').value, look(form, '/name').value], ['held', 'held']);
    assert.equal(look(form, '/mother').readOnlyReason, 'prefilled');
    form.field('/same').setValue(false);
    form.field('/mother').setInput('other');
    assert.deepEqual([look(form, '/mother').value, look(form, '/name').value], ['other', 'held']);
  });

  it('is submitted like any other', () => {
    assert.deepEqual(open().toSubmission(), { name: 'held', born: 'held', phone: 'held' });
  });
});
