import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileProcedure } from '../compile/compile-procedure.js';
import type { JsonObject, JsonSchema, Plan, PlanNode } from '../plan/plan.js';
import type { FormField } from '../plan/procedure-source.js';
import { checkSubmission } from '../validation/check-submission.js';
import { createForm } from './create-form.js';
import type { Form, FormOptions } from './form.js';

const TODAY = '2026-11-20';

function planOf(data: JsonSchema, fields: readonly FormField[] = []): Plan {
  return compileProcedure({
    record: { slug: 'sample/maps', version: '1.0.0' } as never,
    data,
    form: { steps: [{ id: 'one', sections: [{ id: 'one', fields }] }] },
    definitions: {},
    catalogVersions: {},
  });
}

function open(data: JsonSchema, options: Partial<FormOptions> = {}): Form {
  return createForm(planOf(data), { today: TODAY, ...options });
}

function nodeAt(plan: Plan, name: string): PlanNode {
  return plan.root.children?.find(({ pointer }) => pointer === `/${name}`) as PlanNode;
}

async function assertAgrees(form: Form): Promise<void> {
  const { valid } = await form.validate();
  const { issues } = checkSubmission(form.plan, form.toSubmission(), { today: TODAY });
  assert.equal(
    issues.every(({ severity }) => severity !== 'error'),
    valid,
  );
}

describe('a map', () => {
  const schema: JsonObject = {
    type: 'object',
    properties: {
      contacts: {
        type: 'object',
        properties: { first: { type: 'string' } },
        additionalProperties: {
          type: 'object',
          properties: { phone: { type: 'string', minLength: 3 } },
          required: ['phone'],
        },
        maxProperties: 3,
      },
      scores: { type: 'object', patternProperties: { '^[a-z]+$': { type: 'integer' } }, additionalProperties: false },
    },
  };

  it('has entries that come, are renamed and go', async () => {
    const form = open(schema);
    const contacts = form.list('/contacts');
    const home = contacts.append({ phone: '024' }, 'home') as string;
    assert.equal(contacts.append({}, 'home'), undefined);
    assert.equal(contacts.append({}, 'first'), undefined);
    const work = contacts.append(undefined, 'work') as string;
    form.field('/contacts/work/phone').setInput('028');
    assert.deepEqual(form.toSubmission(), { contacts: { home: { phone: '024' }, work: { phone: '028' } } });
    assert.deepEqual([contacts.rename(work, 'home'), contacts.rename(work, 'a/b')], [false, true]);
    assert.equal(contacts.pointerOf(work), '/contacts/a~1b');
    assert.equal(form.field('/contacts/a~1b/phone').state.get().value, '028');
    assert.deepEqual(contacts.state.get().names, ['home', 'a/b']);
    const undo = contacts.remove(home);
    assert.deepEqual(form.toSubmission(), { contacts: { 'a/b': { phone: '028' } } });
    undo();
    assert.deepEqual(form.data.get(), { contacts: { home: { phone: '024' }, 'a/b': { phone: '028' } } });
    form.field('/contacts/first').setInput('An');
    contacts.append({ phone: '1' }, '__proto__');
    assert.deepEqual(
      contacts.state.get().issues.map(({ code }) => code),
      ['keyword.maxProperties'],
    );
    assert.deepEqual(Object.keys(form.toSubmission()['contacts'] as JsonObject).sort(), [
      '__proto__',
      'a/b',
      'first',
      'home',
    ]);
    assert.equal(Object.keys(Object.prototype).length, 0);
    await assertAgrees(form);
  });

  it('takes its names from a pattern, and keeps its keys in a draft', () => {
    const plan = planOf(schema);
    assert.deepEqual([nodeAt(plan, 'scores').kind, nodeAt(plan, 'scores').entryName], ['entries', '^[a-z]+$']);
    const form = createForm(plan, { today: TODAY });
    form.list('/scores').append(7, 'math');
    const draft = JSON.parse(JSON.stringify(form.saveDraft())) as ReturnType<Form['saveDraft']>;
    const again = createForm(plan, { today: TODAY, draft });
    assert.deepEqual(again.list('/scores').state.get(), { ...form.list('/scores').state.get(), dirty: false });
    assert.equal(again.field('/scores/math').state.get().value, 7);
  });
});

describe('a tuple', () => {
  it('has places by index, asks for those before an answer, and rows after them', async () => {
    const form = open({
      type: 'object',
      properties: {
        span: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: { type: 'boolean' } },
      },
    });
    assert.deepEqual(form.toSubmission(), {});
    form.field('/span/1').setInput('5');
    assert.equal(form.field('/span/0').state.get().required, true);
    assert.equal((await form.validate()).valid, false);
    form.field('/span/0').setInput('a');
    assert.deepEqual(form.toSubmission(), { span: ['a', 5] });
    form.list('/span').append(true);
    assert.equal(form.list('/span').pointerOf(form.list('/span').state.get().keys[0] as string), '/span/2');
    assert.deepEqual(form.toSubmission(), { span: ['a', 5, true] });
    await assertAgrees(form);
  });
});

describe('a schema that contains itself', () => {
  const tree: JsonObject = {
    type: 'object',
    properties: { root: { $ref: '#/$defs/person' } },
    $defs: {
      person: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          adult: { type: 'boolean' },
          job: { type: 'string' },
          children: { type: 'array', items: { $ref: '#/$defs/person' } },
          spouse: { $ref: '#/$defs/person' },
        },
        required: ['name'],
        if: { properties: { adult: { const: true } }, required: ['adult'] },
        then: { required: ['job'] },
        else: { properties: { job: false } },
      },
    },
  };

  it('is planned once and unfolds where there is data', () => {
    const plan = planOf(tree);
    assert.ok(JSON.stringify(plan.root).length < 4000);
    const form = createForm(plan, { today: TODAY, prefill: [] });
    form.list('/root/children').append({ name: 'An', children: [{ name: 'Bình' }] });
    assert.equal(form.field('/root/children/0/children/0/name').state.get().value, 'Bình');
    assert.throws(() => form.field('/root/children/0/children/0/children/0/name'), { code: 'form.unknown-pointer' });
    form.list('/root/children/0/children/0/children').append();
    form.field('/root/children/0/children/0/children/0/name').setInput('Chi');
    assert.deepEqual(form.toSubmission(), {
      root: { children: [{ name: 'An', children: [{ name: 'Bình', children: [{ name: 'Chi' }] }] }] },
    });
  });

  it('has conditions of its own at each depth', async () => {
    const form = open(tree);
    form.field('/root/name').setInput('An');
    form.list('/root/children').append({ name: 'Bình' });
    form.list('/root/children/0/children').append({ name: 'Chi' });
    form.field('/root/children/0/adult').setValue(true);
    const visible = ['/root', '/root/children/0', '/root/children/0/children/0'].map(
      (place) => form.field(`${place}/job`).state.get().visible,
    );
    assert.deepEqual(visible, [false, true, false]);
    assert.equal((await form.validate()).valid, false);
    form.field('/root/children/0/job').setInput('Nông dân');
    assert.equal((await form.validate()).valid, true);
    await assertAgrees(form);
  });

  it('has a part that is begun and given up', () => {
    const form = open(tree);
    const spouse = form.list('/root/spouse');
    assert.deepEqual([spouse.state.get().canAppend, spouse.state.get().keys.length], [true, 0]);
    const key = spouse.append() as string;
    assert.equal(spouse.append(), undefined);
    assert.equal(spouse.pointerOf(key), '/root/spouse');
    form.field('/root/spouse/name').setInput('Dung');
    assert.deepEqual(form.toSubmission(), { root: { spouse: { name: 'Dung' } } });
    const undo = spouse.remove(key);
    assert.deepEqual(form.toSubmission(), {});
    undo();
    assert.deepEqual(form.toSubmission(), { root: { spouse: { name: 'Dung' } } });
  });
});

describe('what a schema says beside', () => {
  const schema: JsonObject = {
    type: 'object',
    properties: {
      nickname: { type: ['string', 'null'] },
      code: { anyOf: [{ type: 'string', maxLength: 4 }, { type: 'null' }] },
      amount: { type: ['integer', 'string'] },
      country: { type: 'string', default: 'VN' },
      version: { const: '2' },
      agree: { const: true },
      secret: { type: 'string', writeOnly: true, deprecated: true },
      scan: { type: 'string', contentMediaType: 'application/pdf' },
      group: {
        type: 'object',
        properties: { kind: { const: 'a' }, country: { type: 'string', default: 'VN' }, name: { type: 'string' } },
        required: ['kind', 'name'],
      },
    },
    required: ['version', 'agree'],
  };

  it('stands on the node', () => {
    const plan = planOf(schema);
    const of = (name: string): Partial<PlanNode> => {
      const { kind, nullable, types, default: first, constant, writeOnly, deprecated, mediaType } = nodeAt(plan, name);
      return JSON.parse(
        JSON.stringify({ kind, nullable, types, default: first, constant, writeOnly, deprecated, mediaType }),
      ) as Partial<PlanNode>;
    };
    assert.deepEqual(of('nickname'), { kind: 'text', nullable: true });
    assert.deepEqual(of('code'), { kind: 'text', nullable: true });
    assert.deepEqual(of('amount'), { kind: 'text', types: ['integer', 'string'] });
    assert.equal(of('country').default, 'VN');
    assert.equal(of('version').constant, '2');
    assert.deepEqual(of('secret'), { kind: 'text', writeOnly: true, deprecated: true });
    assert.equal(of('scan').mediaType, 'application/pdf');
  });

  it('is what a form begins with; a yes is never filled in, and no optional group is begun', async () => {
    const form = open(schema);
    assert.deepEqual(form.toSubmission(), { country: 'VN', version: '2' });
    assert.equal(form.field('/version').state.get().readOnly, true);
    assert.equal(form.field('/group/name').state.get().required, false);
    form.field('/group/name').setInput('An');
    assert.deepEqual(form.toSubmission()['group'], { kind: 'a', name: 'An' });
    form.field('/group/name').setInput('');
    assert.equal(form.toSubmission()['group'], undefined);
    assert.equal((await form.validate()).valid, false);
    form.field('/agree').setValue(true);
    form.field('/nickname').setValue(null);
    assert.deepEqual(form.toSubmission(), { nickname: null, country: 'VN', version: '2', agree: true });
    assert.equal((await form.validate()).valid, true);
    form.field('/country').setInput('');
    const draft = form.saveDraft();
    assert.equal(createForm(form.plan, { today: TODAY, draft }).field('/country').state.get().value, undefined);
  });
});
