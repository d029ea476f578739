import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileProcedure } from '../compile/compile-procedure.js';
import { FURTHER_KINDS } from '../kinds/further/index.js';
import { createForm } from '../model/create-form.js';
import type { Form } from '../model/form.js';
import type { ProcedureSource } from '../plan/procedure-source.js';
import { reviewForm } from './review-form.js';

const TEXT = { type: 'string', minLength: 1 };
const plan = compileProcedure({
  record: { slug: 'test/review', version: '1' } as ProcedureSource['record'],
  data: {
    type: 'object',
    properties: {
      name: TEXT,
      born: { type: 'string', format: 'date' },
      sex: { enum: ['male', 'female'] },
      fee: { type: 'integer' },
      married: { type: 'boolean' },
      spouse: TEXT,
    },
    required: ['name'],
    if: { properties: { married: { const: true } }, required: ['married'] },
    else: { properties: { spouse: false } },
  },
  form: {
    steps: [
      {
        id: 'one',
        sections: [
          { id: 'person', fields: [{ pointer: '/name' }, { pointer: '/born' }, { pointer: '/sex' }] },
          { id: 'fee', fields: [{ pointer: '/fee', kind: 'money' }] },
        ],
      },
      { id: 'two', sections: [{ id: 'spouse', fields: [{ pointer: '/married' }] }] },
      { id: 'three', sections: [{ id: 'other', fields: [{ pointer: '/spouse' }] }] },
    ],
  },
  definitions: {},
  catalogVersions: {},
});

const open = (): Form =>
  createForm(plan, {
    today: '2026-11-05',
    kinds: FURTHER_KINDS,
    prefill: [{ pointer: '/name', value: 'An', provenance: { source: 'population', asOf: '2026-01-01' } }],
  });
const options = { locale: 'vi', kinds: FURTHER_KINDS } as const;
const factsOf = (form: Form, more = {}) => reviewForm(form, { ...options, ...more }).flatMap(({ facts }) => facts);

describe('the review', () => {
  it('lists the sections that show, with their steps, in the order of the page', () => {
    const form = open();
    assert.deepEqual(
      reviewForm(form, options).map(({ step, section, facts }) => [step, section, facts.map(({ pointer }) => pointer)]),
      [
        ['one', 'person', ['/name', '/born', '/sex']],
        ['one', 'fee', ['/fee']],
        ['two', 'spouse', ['/married']],
      ],
    );
  });

  it('writes each value as its kind does, and names chosen ones by their labels', () => {
    const form = open();
    form.field('/born').setInput('2/9/2020');
    form.field('/sex').setValue('male');
    form.field('/fee').setInput('1000000');
    const label = (pointer: string, value: unknown): string | undefined =>
      pointer === '/sex' && value === 'male' ? 'Nam' : undefined;
    assert.deepEqual(
      factsOf(form, { label }).map(({ kind, text }) => [kind, text]),
      [
        ['text', 'An'],
        ['date', '02/09/2020'],
        ['choice', 'Nam'],
        ['money', '1.000.000 đồng'],
        ['boolean', ''],
      ],
    );
  });

  it('says what is prefilled, changed, read-only and wrong', () => {
    const form = open();
    form.field('/born').setInput('31/02/2020');
    form.field('/sex').setValue('female');
    const [name, born, sex] = factsOf(form);
    assert.deepEqual([name?.prefilled?.source, name?.changed, name?.wrong], ['population', false, false]);
    assert.deepEqual([born?.input, born?.wrong], ['31/02/2020', true]);
    assert.deepEqual([sex?.changed, sex?.readOnly], [true, false]);
  });

  it('compares with the answers that were filed', () => {
    const form = open();
    const [name, , sex] = factsOf(form, { before: { name: 'Bình' } });
    assert.deepEqual([name?.changed, sex?.changed], [true, false]);
  });

  it('lists the rows of a list, each with its facts', () => {
    const rows = compileProcedure({
      record: { slug: 'test/rows', version: '1' } as ProcedureSource['record'],
      data: {
        type: 'object',
        properties: { children: { type: 'array', items: { type: 'object', properties: { name: TEXT } } } },
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
    for (const name of ['An', 'Bình']) form.list('/children').append({ name });
    const [list] = factsOf(form);
    assert.deepEqual([list?.pointer, list?.changed, list?.kind], ['/children', true, 'list']);
    assert.deepEqual(
      list?.rows?.map((facts) => facts.map(({ pointer, labelPointer, text }) => [pointer, labelPointer, text])),
      [[['/children/0/name', '/children/*/name', 'An']], [['/children/1/name', '/children/*/name', 'Bình']]],
    );
  });

  it('shows what contains itself as deep as it was begun', () => {
    const tree = compileProcedure({
      record: { slug: 'test/tree', version: '1' } as ProcedureSource['record'],
      data: {
        $ref: '#/$defs/person',
        $defs: { person: { type: 'object', properties: { name: TEXT, mother: { $ref: '#/$defs/person' } } } },
      },
      form: {
        steps: [{ id: 'one', sections: [{ id: 'one', fields: [{ pointer: '/name' }, { pointer: '/mother' }] }] }],
      },
      definitions: {},
      catalogVersions: {},
    });
    const form = createForm(tree, {
      today: '2026-11-05',
      prefill: [],
      draft: {
        slug: tree.slug,
        version: tree.version,
        planHash: tree.hash,
        data: { name: 'An', mother: { name: 'Bình', mother: { name: 'Chi' } } },
        inputs: {},
        touched: [],
        provenance: {},
      },
    });
    assert.deepEqual(
      factsOf(form).map(({ pointer, text }) => [pointer, text]),
      [
        ['/name', 'An'],
        ['/mother/name', 'Bình'],
        ['/mother/mother/name', 'Chi'],
      ],
    );
  });

  it('leaves out what does not apply, or marks it as hidden', () => {
    const form = open();
    form.field('/married').setValue(true);
    form.field('/spouse').setInput('Chi');
    form.field('/married').setValue(false);
    assert.equal(
      factsOf(form).some(({ pointer }) => pointer === '/spouse'),
      false,
    );
    const hidden = factsOf(form, { withHidden: true }).find(({ pointer }) => pointer === '/spouse');
    assert.deepEqual([hidden?.hidden, hidden?.text], [true, 'Chi']);
  });
});
