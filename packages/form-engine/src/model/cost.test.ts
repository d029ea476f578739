/** What things cost, in counts: they are the same on every machine. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileProcedure } from '../compile/compile-procedure.js';
import type { JsonObject, Plan } from '../plan/plan.js';
import { countCells, countEvaluations, countSubscribers, createForm } from './create-form.js';
import type { Form } from './form.js';

function planOf(data: JsonObject): Plan {
  return compileProcedure({
    record: { slug: 'sample/cost', version: '1.0.0' } as never,
    data,
    form: { steps: [{ id: 'one', sections: [{ id: 'one', fields: [] }] }] },
    definitions: {},
    catalogVersions: {},
  });
}

/** Each field narrows the next; a switch shows fifty. */
function wide(count: number): Plan {
  const names = Array.from({ length: count }, (_, index) => `f${index}`);
  const few = names.slice(0, Math.min(count, 50));
  return planOf({
    type: 'object',
    properties: {
      more: { type: 'boolean' },
      ...Object.fromEntries(names.map((name) => [name, { type: 'string', maxLength: 5 }])),
      ...Object.fromEntries(few.map((name) => [`more-${name}`, { type: 'string' }])),
    },
    allOf: [
      ...names.slice(1).map((name, index) => ({
        if: { properties: { [`f${index}`]: { const: 'x' } }, required: [`f${index}`] },
        then: { properties: { [name]: { maxLength: 2 } } },
      })),
      {
        if: { properties: { more: { const: true } }, required: ['more'] },
        then: {},
        else: { properties: Object.fromEntries(few.map((name) => [`more-${name}`, false])) },
      },
    ],
  });
}

function open(plan: Plan): Form {
  return createForm(plan, { today: '2026-11-20' });
}

function countBoth(form: Form, act: () => void): [nodes: number, cells: number] {
  let nodes = 0;
  const cells = countCells(form, () => (nodes = countEvaluations(form, act)));
  return [nodes, cells];
}

describe('the cost', () => {
  it('of a key press is the same in a form of 20 fields and of 1,000: the field, what it narrows, and one condition', () => {
    const [small, large] = [20, 1000].map((count) => {
      const form = open(wide(count));
      return [
        countBoth(form, () => form.field('/f7').setInput('x')),
        countBoth(form, () => form.field('/f7').setInput('xyz')),
      ];
    });
    assert.deepEqual(small, large);
    assert.deepEqual(large, [
      [2, 1],
      [2, 1],
    ]);
  });

  it('of a switch is the switch and the fifty fields that it shows', () => {
    const form = open(wide(1000));
    assert.deepEqual(
      countBoth(form, () => form.field('/more').setValue(true)),
      [51, 1],
    );
    assert.deepEqual(
      countBoth(form, () => form.field('/more').setValue(false)),
      [51, 1],
    );
  });

  it('of disposing is nothing: nobody is left who listens', () => {
    const form = open(wide(20));
    let heard = 0;
    const ends = ['/f1', '/f2', '/f3'].map((pointer) => form.field(pointer).state.subscribe(() => (heard += 1)));
    form.issues.subscribe(() => (heard += 1));
    form.steps.subscribe(() => (heard += 1));
    form.data.subscribe(() => (heard += 1));
    assert.equal(countSubscribers(form), 6);
    ends[0]?.();
    ends[0]?.();
    assert.equal(countSubscribers(form), 5);
    const { state } = form.field('/f2');
    form.dispose();
    assert.equal(countSubscribers(form), 0);
    assert.throws(() => form.field('/f2').setInput('x'), { code: 'form.disposed' });
    assert.equal(state.get().value, undefined);
    assert.equal(heard, 0);
    form.dispose();
  });

  it('of a row that leaves is given back: nothing of it is counted any more', () => {
    const form = open(
      planOf({
        type: 'object',
        properties: {
          rows: { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] } },
        },
      }),
    );
    const list = form.list('/rows');
    for (let count = 0; count < 3; count += 1) list.append();
    assert.equal(form.issues.get().length, 3);
    for (const key of list.state.get().keys) list.remove(key);
    assert.deepEqual([form.issues.get(), form.toSubmission(), form.data.get()], [[], {}, {}]);
  });
});
