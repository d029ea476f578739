import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileProcedure } from '../compile/compile-procedure.js';
import type { JsonObject, Pointer } from '../plan/plan.js';
import { createForm } from './create-form.js';
import type { Form } from './form.js';

const TODAY = '2026-11-20';
const FILED: JsonObject = { head: 'An', members: [{ name: 'Bình', marks: [1] }, { name: 'Chi' }, { name: 'Dung' }] };

const plan = compileProcedure({
  record: { slug: 'sample/open-rows', version: '1.0.0' } as never,
  data: {
    type: 'object',
    properties: {
      head: { type: 'string' },
      members: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          properties: {
            name: { type: 'string' },
            note: { type: 'string', default: 'không' },
            marks: { type: 'array', items: { type: 'integer' } },
          },
          required: ['name'],
        },
      },
    },
    required: ['members'],
  },
  form: {
    steps: [
      { id: 'one', sections: [{ id: 'one', fields: [{ pointer: '/head' }, { pointer: '/members', items: {} }] }] },
    ],
  },
  definitions: {},
  catalogVersions: {},
});

function open(...pointers: Pointer[]): Form {
  return createForm(plan, { today: TODAY, opening: { filed: FILED, pointers } });
}

describe('rows of a filed dossier', () => {
  it('are as they were filed where nobody asked', () => {
    const form = open('/head');
    const list = form.list('/members');
    assert.deepEqual(form.toSubmission(), FILED);
    const { readOnly, readOnlyReason, canAppend, canRemove, keys } = list.state.get();
    assert.deepEqual([readOnly, readOnlyReason, canAppend, canRemove], [true, 'not-asked', false, false]);
    assert.equal(list.append({ name: 'Em' }), undefined);
    list.remove(keys[0] as string)();
    list.move(keys[0] as string, 2);
    form.field('/members/0/name').setInput('Khác');
    assert.deepEqual(form.toSubmission(), FILED);
  });

  it('are open one by one, and whole ones may go', () => {
    const form = open('/members/1', '/members/2/name');
    const list = form.list('/members');
    form.field('/members/1/name').setInput('Chi Mai');
    form.field('/members/2/name').setInput('Dung Anh');
    form.field('/members/2/note').setInput('khác');
    form.field('/members/0/name').setInput('khác');
    assert.deepEqual(form.toSubmission()['members'], [
      { name: 'Bình', marks: [1] },
      { name: 'Chi Mai' },
      { name: 'Dung Anh' },
    ]);
    const [first, second, third] = list.state.get().keys as [string, string, string];
    list.remove(first);
    list.remove(third);
    const undo = list.remove(second);
    assert.deepEqual(form.toSubmission()['members'], [{ name: 'Bình', marks: [1] }, { name: 'Dung Anh' }]);
    undo();
    assert.equal(form.field('/members/1/name').state.get().value, 'Chi Mai');
  });

  it('come, go and move where the list was asked for; new ones begin as in a new form', () => {
    const form = open('/members');
    const list = form.list('/members');
    const key = list.insert(0, { name: 'Em' }) as string;
    assert.equal(form.field('/members/0/name').state.get().readOnly, false);
    list.remove(list.state.get().keys[3] as string);
    list.move(key, 1);
    assert.deepEqual(form.toSubmission()['members'], [{ name: 'Bình', marks: [1] }, { name: 'Em' }, { name: 'Chi' }]);
    form.list('/members/0/marks').append(2);
    assert.deepEqual((form.toSubmission()['members'] as JsonObject[])[0]?.['marks'], [1, 2]);
  });

  it('are not believed of a draft that changed what nobody asked for', () => {
    const form = open('/members/1');
    const draft = JSON.parse(JSON.stringify(form.saveDraft())) as ReturnType<Form['saveDraft']>;
    const rows = draft.data['members'] as JsonObject[];
    draft.data['members'] = [{ name: 'Lạ' }, { name: 'Chi Lan' }, rows[0] as JsonObject];
    const keys = draft.rows?.['/members'] as string[];
    draft.rows = { ...draft.rows, '/members': ['r99', keys[1] as string, keys[0] as string] };
    const again = createForm(plan, { today: TODAY, draft, opening: { filed: FILED, pointers: ['/members/1'] } });
    assert.deepEqual(again.toSubmission(), {
      ...FILED,
      members: [{ name: 'Bình', marks: [1] }, { name: 'Chi Lan' }, { name: 'Dung' }],
    });
  });
});
