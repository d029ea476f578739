import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileProcedure } from '../compile/compile-procedure.js';
import type { JsonObject, JsonSchema, Plan, Pointer } from '../plan/plan.js';
import type { FormField } from '../plan/procedure-source.js';
import { checkSubmission } from '../validation/check-submission.js';
import { countCells, countEvaluations, createForm } from './create-form.js';
import type { Form, FormOptions } from './form.js';

function planOf(data: JsonSchema, fields: readonly FormField[], more: object = {}): Plan {
  return compileProcedure({
    record: { slug: 'sample/rows', version: '1.0.0' } as never,
    data,
    form: { steps: [{ id: 'one', sections: [{ id: 'one', fields }] }], ...more },
    definitions: {},
    catalogVersions: {},
  });
}

const HOUSEHOLD: JsonObject = {
  type: 'object',
  properties: {
    head: { type: 'string' },
    sort: { type: 'string', enum: ['family', 'dormitory'] },
    members: {
      type: 'array',
      minItems: 1,
      maxItems: 4,
      items: {
        type: 'object',
        properties: {
          name: { type: 'string', minLength: 2 },
          student: { type: 'boolean' },
          school: { type: 'string' },
          room: { type: 'string' },
          total: { type: 'integer' },
          marks: { type: 'array', items: { type: 'integer', minimum: 1, maximum: 10 } },
        },
        required: ['name'],
        if: { properties: { student: { const: true } }, required: ['student'] },
        then: { required: ['school'] },
        else: { properties: { school: false } },
      },
    },
  },
  required: ['members'],
  if: { properties: { sort: { const: 'dormitory' } }, required: ['sort'] },
  then: { properties: { members: { maxItems: 2, items: { required: ['room'] } } } },
  else: { properties: { members: { items: { properties: { room: false } } } } },
};

const FIELDS: readonly FormField[] = [
  { pointer: '/head' },
  { pointer: '/sort' },
  {
    pointer: '/members',
    items: {
      fields: [
        { pointer: '/name' },
        { pointer: '/student' },
        {
          pointer: '/school',
          rules: {
            warnings: [{ code: 'warning.same-as-name', when: { '==': [{ value: '1/name' }, { value: '0' }] } }],
          },
        },
        { pointer: '/room' },
        { pointer: '/marks', items: { fields: [{ pointer: '' }] } },
      ],
    },
  },
];

const plan = planOf(HOUSEHOLD, FIELDS);

function open(options: Partial<FormOptions> = {}, of = plan): Form {
  return createForm(of, { today: '2026-11-20', ...options });
}

function withMembers(...names: string[]): Form {
  const form = open();
  for (const name of names) form.list('/members').append({ name });
  return form;
}

function namesIn(form: Form): unknown[] {
  return ((form.toSubmission()['members'] ?? []) as JsonObject[]).map(({ name }) => name);
}

function issuesOf(form: Form, pointer: Pointer): string[] {
  return form
    .field(pointer)
    .state.get()
    .issues.map(({ code, pointer: at }) => `${code} ${at}`);
}

describe('rows of a list', () => {
  it('are appended, inserted, moved and removed, and keep their keys', () => {
    const form = withMembers('An', 'Bình', 'Chi');
    const list = form.list('/members');
    const [an, binh, chi] = list.state.get().keys as [string, string, string];
    const dung = list.insert(1, { name: 'Dung' }) as string;
    assert.deepEqual(list.state.get().keys, [an, dung, binh, chi]);
    assert.deepEqual(namesIn(form), ['An', 'Dung', 'Bình', 'Chi']);
    list.move(chi, 0);
    assert.deepEqual(namesIn(form), ['Chi', 'An', 'Dung', 'Bình']);
    list.remove(an);
    assert.deepEqual(namesIn(form), ['Chi', 'Dung', 'Bình']);
    assert.equal(list.pointerOf(binh), '/members/2');
    assert.equal(list.pointerOf(an), undefined);
    assert.equal(list.append({ name: 'Em' }), list.state.get().keys[3]);
    assert.equal(list.state.get().canAppend, false);
    assert.equal(list.append({ name: 'Giang' }), undefined);
    assert.equal(JSON.stringify(form.toSubmission()).includes(dung), false);
  });

  it('come back by undo with their key and with what was typed', () => {
    const form = withMembers('An', 'Bình', 'Chi');
    const list = form.list('/members');
    const key = list.state.get().keys[1] as string;
    const field = form.field('/members/1/marks/0'.replace('/marks/0', '/name'));
    field.setInput('B');
    const undo = list.remove(key);
    assert.deepEqual(namesIn(form), ['An', 'Chi']);
    assert.equal(form.issues.get().length, 0);
    list.move(list.state.get().keys[1] as string, 0);
    undo();
    undo();
    assert.deepEqual(namesIn(form), ['Chi', 'B', 'An']);
    assert.equal(list.pointerOf(key), '/members/1');
    assert.equal(field.state.get().input, 'B');
    assert.deepEqual(issuesOf(form, '/members/1/name'), ['keyword.minLength /members/1/name']);
  });

  it('are fields by index, and a field follows its row', () => {
    const form = withMembers('An', 'Bình');
    const field = form.field('/members/1/name');
    field.setInput('x');
    form.list('/members').insert(0, { name: 'Chi' });
    assert.equal(field.pointer, '/members/2/name');
    assert.deepEqual(issuesOf(form, '/members/2/name'), ['keyword.minLength /members/2/name']);
    assert.deepEqual(
      form.issues.get().map(({ pointer }) => pointer),
      ['/members/2/name'],
    );
    assert.equal(form.field('/members/1/name').state.get().value, 'An');
    assert.throws(() => form.field('/members/3/name'), { code: 'form.unknown-pointer' });
    assert.throws(() => form.field('/members'), { code: 'form.unknown-pointer' });
    assert.throws(() => form.list('/head'), { code: 'form.unknown-pointer' });
  });

  it('have conditions, requiredness and rules of their own', () => {
    const form = withMembers('An', 'Bình');
    const school = (row: number): { visible: boolean; required: boolean } => {
      const { visible, required } = form.field(`/members/${row}/school`).state.get();
      return { visible, required };
    };
    form.field('/members/1/student').setValue(true);
    assert.deepEqual(
      [school(0), school(1)],
      [
        { visible: false, required: false },
        { visible: true, required: true },
      ],
    );
    form.field('/members/1/school').setInput('Bình');
    assert.deepEqual(issuesOf(form, '/members/1/school'), ['warning.same-as-name /members/1/school']);
    form.field('/members/1/name').setInput('Bình An');
    assert.deepEqual(issuesOf(form, '/members/1/school'), []);
    assert.deepEqual(form.toSubmission()['members'], [
      { name: 'An' },
      { name: 'Bình An', student: true, school: 'Bình' },
    ]);
    form.field('/members/1/student').setValue(false);
    assert.deepEqual(form.toSubmission()['members'], [{ name: 'An' }, { name: 'Bình An', student: false }]);
  });

  it('follow conditions of the whole, new rows too', () => {
    const form = withMembers('An', 'Bình', 'Chi');
    assert.equal(form.field('/members/0/room').state.get().visible, false);
    form.field('/sort').setValue('dormitory');
    assert.deepEqual(
      [0, 1, 2].map((row) => form.field(`/members/${row}/room`).state.get().required),
      [true, true, true],
    );
    assert.equal(form.list('/members').state.get().maxItems, 2);
    assert.deepEqual(
      form
        .list('/members')
        .state.get()
        .issues.map(({ code, params }) => [code, params]),
      [['keyword.maxItems', { limit: 2, actual: 3, difference: 1 }]],
    );
    form.list('/members').remove(form.list('/members').state.get().keys[2] as string);
    form.list('/members').remove(form.list('/members').state.get().keys[1] as string);
    form.list('/members').append({ name: 'Dung' });
    assert.equal(form.field('/members/1/room').state.get().required, true);
  });

  it('hold lists of their own', () => {
    const form = withMembers('An', 'Bình');
    const marks = form.list('/members/1/marks');
    marks.append(7);
    marks.append();
    marks.append(11);
    assert.deepEqual((form.toSubmission()['members'] as JsonObject[])[1], { name: 'Bình', marks: [7, 11] });
    assert.deepEqual(issuesOf(form, '/members/1/marks/2'), ['keyword.maximum /members/1/marks/2']);
    form.field('/members/1/marks/1').setInput('8');
    assert.deepEqual((form.toSubmission()['members'] as JsonObject[])[1]?.['marks'], [7, 8, 11]);
    form.list('/members').insert(0, { name: 'Chi', marks: [1, 2] });
    assert.equal(marks.pointer, '/members/2/marks');
    assert.deepEqual((form.toSubmission()['members'] as JsonObject[])[0]?.['marks'], [1, 2]);
  });

  it('are too few, too many or the same: an issue of the list', async () => {
    const form = open();
    const { valid, issues } = await form.validate();
    assert.deepEqual(
      [valid, issues.map(({ code, pointer }) => `${code} ${pointer}`)],
      [false, ['keyword.minItems /members']],
    );
    assert.equal(form.list('/members').state.get().showIssues, true);
    const unique = open(
      {},
      planOf(
        { type: 'object', properties: { tags: { type: 'array', uniqueItems: true, items: { type: 'string' } } } },
        [{ pointer: '/tags', items: {} }],
      ),
    );
    for (const tag of ['a', 'b', 'a']) unique.list('/tags').append(tag);
    assert.deepEqual(
      unique
        .list('/tags')
        .state.get()
        .issues.map(({ code, params }) => [code, params]),
      [['keyword.uniqueItems', { first: 1, second: 3 }]],
    );
    unique.field('/tags/2').setInput('c');
    assert.deepEqual(unique.list('/tags').state.get().issues, []);
  });

  it('keep keys and inputs in a draft', () => {
    const form = withMembers('An', 'Bình');
    const list = form.list('/members');
    list.move(list.state.get().keys[1] as string, 0);
    form.field('/members/1/name').setInput('A');
    form.list('/members/0/marks').append();
    form.field('/members/0/marks/0').setInput('nhiều');
    form.field('/members/1/name').touch();
    const draft = JSON.parse(JSON.stringify(form.saveDraft())) as ReturnType<Form['saveDraft']>;
    const again = open({ draft });
    assert.deepEqual(again.dropped, []);
    assert.deepEqual(again.list('/members').state.get().keys, list.state.get().keys);
    assert.equal(again.field('/members/0/marks/0').state.get().input, 'nhiều');
    assert.equal(again.field('/members/1/name').state.get().touched, true);
    assert.deepEqual(again.toSubmission(), form.toSubmission());
    assert.equal(new Set([...list.state.get().keys, again.list('/members').append({ name: 'Chi' })]).size, 3);
  });

  it('are validated, and pass the gateway as they are sent', async () => {
    const form = withMembers('An', 'B');
    const report = await form.validate();
    assert.deepEqual(
      report.issues.map(({ code, pointer }) => `${code} ${pointer}`),
      ['keyword.minLength /members/1/name'],
    );
    form.field('/members/1/name').setInput('Bình');
    assert.equal((await form.validate()).valid, true);
    const checked = checkSubmission(plan, form.toSubmission(), { today: '2026-11-20' });
    assert.deepEqual([checked.issues, checked.data], [[], form.toSubmission()]);
    const forged = { members: [{ name: 'An', school: 'x' }, { name: 'Bình', secret: 1 }, 5] } as unknown as JsonObject;
    assert.deepEqual(
      checkSubmission(plan, forged, { today: '2026-11-20' })
        .issues.map(({ code, pointer }) => `${code} ${pointer}`)
        .sort(),
      [
        'keyword.type /members/2',
        'submission.not-applicable /members/0/school',
        'submission.undeclared /members/1/secret',
        'keyword.required /members/2/name',
      ].sort(),
    );
  });

  it('that server issues name keep them until they are answered anew, wherever they move', () => {
    const form = withMembers('An', 'Bình');
    form.acceptIssues([
      { code: 'rule.unknown-person', severity: 'error', source: 'server', pointer: '/members/1/name', params: {} },
    ]);
    const list = form.list('/members');
    list.move(list.state.get().keys[1] as string, 0);
    assert.deepEqual(
      form.issues.get().map(({ pointer }) => pointer),
      ['/members/0/name'],
    );
    form.field('/members/0/name').setInput('Bình An');
    assert.deepEqual(form.issues.get(), []);
  });

  it('are heard of by those whom they concern', () => {
    const form = withMembers('An', 'Bình');
    const heard: string[] = [];
    form.list('/members').state.subscribe(() => heard.push('list'));
    form.field('/members/0/name').state.subscribe(() => heard.push('An'));
    form.field('/members/1/name').state.subscribe(() => heard.push('Bình'));
    form.list('/members').insert(0, { name: 'Chi' });
    assert.deepEqual(heard, ['list']);
    form.field('/members/1/name').setInput('Anh');
    assert.deepEqual(heard, ['list', 'An']);
  });

  it('cost the same whatever their number', () => {
    const long = planOf(
      {
        type: 'object',
        properties: {
          rows: {
            type: 'array',
            items:
              (HOUSEHOLD['properties'] as JsonObject)['members'] !== undefined
                ? ((HOUSEHOLD['properties'] as { members: JsonObject }).members['items'] as JsonObject)
                : {},
          },
        },
      },
      [{ pointer: '/rows', items: {} }],
    );
    const counts = [20, 1000].map((count) => {
      const form = open(
        {
          prefill: [
            {
              pointer: '/rows',
              value: Array.from({ length: count }, () => ({ name: 'An' })),
              provenance: { source: 's', asOf: '2026-01-01' },
            },
          ],
        },
        long,
      );
      const list = form.list('/rows');
      const both = (act: () => void): number[] => {
        let nodes = 0;
        const cells = countCells(form, () => (nodes = countEvaluations(form, act)));
        return [nodes, cells];
      };
      return [
        both(() => form.field('/rows/5/name').setInput('Bình')),
        both(() => list.append({ name: 'Chi' })),
        both(() => list.insert(3, { name: 'Chi' })),
        both(() => list.remove(list.state.get().keys[0] as string)),
        both(() => list.move(list.state.get().keys[7] as string, 2)),
      ];
    });
    assert.deepEqual(counts[0], counts[1]);
    assert.deepEqual(
      counts[1]?.map(([nodes]) => nodes),
      [1, 7, 7, 1, 1],
    );
  });
});
