import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileProcedure } from '../compile/compile-procedure.js';
import { SchemaError } from '../errors.js';
import type { JsonObject, JsonSchema, Plan, Pointer } from '../plan/plan.js';
import { createForm } from './create-form.js';
import type { Form } from './form.js';

function planOf(data: JsonSchema): Plan {
  return compileProcedure({
    record: { slug: 'sample/unions', version: '1.0.0' } as never,
    data,
    form: { steps: [] },
    definitions: {},
    catalogVersions: {},
  });
}

function open(data: JsonSchema): Form {
  return createForm(planOf(data), { today: '2026-11-20' });
}

function shown(form: Form, ...pointers: Pointer[]): boolean[] {
  return pointers.map((pointer) => form.field(pointer).state.get().visible);
}

describe('a union told apart by a constant', () => {
  const delivery: JsonObject = {
    oneOf: [
      {
        properties: { method: { const: 'post' }, address: { type: 'string' } },
        required: ['method', 'address'],
      },
      {
        properties: {
          method: { const: 'online' },
          channel: {
            type: 'object',
            oneOf: [
              { properties: { by: { const: 'email' }, email: { type: 'string' } }, required: ['by', 'email'] },
              { properties: { by: { const: 'app' }, account: { type: 'string' } }, required: ['by', 'account'] },
            ],
          },
        },
        required: ['method', 'channel'],
      },
    ],
  };

  it('is a choice of its branches, nested too, though no property is declared beside', async () => {
    const form = open({
      type: 'object',
      properties: { delivery: { type: 'object', ...delivery } },
      required: ['delivery'],
    });
    const method = form.field('/delivery/method');
    assert.deepEqual([method.node.kind, method.node.options?.values], ['choice', ['post', 'online']]);
    assert.deepEqual(
      [method.state.get().required, ...shown(form, '/delivery/address', '/delivery/channel/by')],
      [true, false, false],
    );
    method.setValue('post');
    assert.deepEqual(shown(form, '/delivery/address', '/delivery/channel/by'), [true, false]);
    form.field('/delivery/address').setInput('Huế');
    assert.equal((await form.validate()).valid, true);
    method.setValue('online');
    assert.deepEqual(form.field('/delivery/channel/by').node.options?.values, ['email', 'app']);
    form.field('/delivery/channel/by').setValue('app');
    assert.deepEqual(shown(form, '/delivery/channel/email', '/delivery/channel/account'), [false, true]);
    form.field('/delivery/channel/account').setInput('an');
    assert.deepEqual(form.toSubmission(), { delivery: { method: 'online', channel: { by: 'app', account: 'an' } } });
    assert.equal((await form.validate()).valid, true);
    method.setValue('post');
    assert.deepEqual(form.toSubmission(), { delivery: { method: 'post', address: 'Huế' } });
  });

  it('is one in each row', () => {
    const form = open({
      type: 'object',
      properties: { ways: { type: 'array', items: { type: 'object', ...delivery } } },
    });
    form.list('/ways').append({ method: 'post' });
    form.list('/ways').append({ method: 'online' });
    assert.deepEqual(shown(form, '/ways/0/address', '/ways/1/address', '/ways/1/channel/by'), [true, false, true]);
  });
});

describe('conditions of the schema', () => {
  it('narrow limits and values, each by what the others leave', () => {
    const form = open({
      type: 'object',
      properties: {
        young: { type: 'boolean' },
        rural: { type: 'boolean' },
        amount: { type: 'integer', minimum: 1, maximum: 100 },
        plan: { type: 'string', enum: ['a', 'b', 'c', 'd'] },
        note: { type: 'string', maxLength: 50 },
      },
      allOf: [
        {
          if: { properties: { young: { const: true } }, required: ['young'] },
          then: {
            properties: { amount: { maximum: 50 }, plan: { enum: ['a', 'b', 'c'] }, note: { $ref: '#/$defs/short' } },
          },
        },
        {
          if: { properties: { rural: { const: true } }, required: ['rural'] },
          then: { properties: { amount: { minimum: 10, maximum: 60 }, plan: { not: { enum: ['b'] } } } },
        },
      ],
      $defs: { short: { maxLength: 10 } },
    });
    const limits = (name: string): unknown => form.field(`/${name}`).state.get().limits;
    assert.deepEqual([limits('amount'), form.field('/plan').state.get().allowed], [undefined, undefined]);
    form.field('/young').setValue(true);
    assert.deepEqual([limits('amount'), limits('note')], [{ minimum: 1, maximum: 50 }, { maxLength: 10 }]);
    form.field('/rural').setValue(true);
    assert.deepEqual(limits('amount'), { minimum: 10, maximum: 50 });
    assert.deepEqual(form.field('/plan').state.get().allowed, ['a', 'c']);
    form.field('/young').setValue(false);
    assert.deepEqual(limits('amount'), { minimum: 10, maximum: 60 });
  });

  it('take places away by `not`, bring them by dependentSchemas, and know those that only a branch declares', async () => {
    const form = open({
      type: 'object',
      properties: {
        alone: { type: 'boolean' },
        spouse: { type: 'string' },
        child: { type: 'string' },
        card: { type: 'string' },
      },
      if: { properties: { alone: { const: true } }, required: ['alone'] },
      then: { not: { anyOf: [{ required: ['spouse'] }, { required: ['child'] }] } },
      dependentSchemas: { card: { properties: { bank: { type: 'string' } }, required: ['bank'] } },
      unevaluatedProperties: false,
    });
    form.field('/spouse').setInput('An');
    form.field('/alone').setValue(true);
    assert.deepEqual(shown(form, '/spouse', '/child', '/bank'), [false, false, false]);
    assert.deepEqual(form.toSubmission(), { alone: true });
    assert.equal((await form.validate()).valid, true);
    form.field('/card').setInput('9704');
    assert.deepEqual([shown(form, '/bank'), form.field('/bank').state.get().required], [[true], true]);
    form.field('/bank').setInput('VCB');
    form.field('/card').setInput('');
    assert.deepEqual(form.toSubmission(), { alone: true });
    assert.equal((await form.validate()).valid, true);
  });

  it('let go of a chain of answers at once, and of nothing that still applies', () => {
    const links = ['a', 'b', 'c', 'd'];
    const form = open({
      type: 'object',
      properties: Object.fromEntries(links.map((name) => [name, { type: 'string' }])),
      allOf: links.slice(1).map((name, place) => ({
        if: { required: [links[place] as string] },
        else: { properties: { [name]: false } },
      })),
    });
    for (const name of links) form.field(`/${name}`).setInput(name);
    assert.deepEqual(form.toSubmission(), { a: 'a', b: 'b', c: 'c', d: 'd' });
    form.field('/a').setInput('');
    assert.deepEqual(form.toSubmission(), {});
    form.field('/a').setInput('x');
    assert.deepEqual(form.toSubmission(), { a: 'x', b: 'b', c: 'c', d: 'd' });
  });

  it('that would never come to rest are refused with their chain', () => {
    const oscillating: JsonObject = {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
      allOf: [
        { if: { required: ['a'] }, then: { properties: { b: false } } },
        { if: { required: ['b'] }, else: { properties: { a: false } } },
      ],
    };
    assert.throws(
      () => planOf(oscillating),
      (error) => {
        assert.ok(error instanceof SchemaError);
        assert.equal(error.code, 'plan.conditions-oscillate');
        assert.equal(error.chain[0], error.chain.at(-1));
        assert.equal(error.chain.length, 3);
        return true;
      },
    );
  });
});
