/** The workloads mean the same to every engine: the evaluator and ajv agree about them, and about the number of faults. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajv from '../engines/ajv.mjs';
import ours from '../engines/ours.mjs';
import { commonPatterns } from './common-patterns.mjs';
import { deepTree } from './deep-tree.mjs';
import { flatForm } from './flat-form.mjs';
import { WORKLOADS } from './index.mjs';
import { manyRows } from './many-rows.mjs';
import { mixedForm } from './mixed-form.mjs';
import { titledConstants } from './titled-constants.mjs';
import { uniqueObjects } from './unique-objects.mjs';

/** Small enough for an engine that compares each with each, or nests a branch in a branch. */
const SMALL = {
  'mixed-81': mixedForm,
  'flat-1000': () => flatForm({ fields: 100 }),
  'titled-constants': () => titledConstants({ constants: 50 }),
  'unique-items': () => uniqueObjects({ items: 40 }),
  rows: () => manyRows({ rows: 400 }),
  tree: () => deepTree({ levels: 20 }),
  patterns: () => commonPatterns({ rows: 10 }),
};

test('every workload has a small one of its name', () => {
  assert.deepEqual(Object.keys(SMALL), Object.keys(WORKLOADS));
  for (const [name, make] of Object.entries(WORKLOADS)) assert.equal(make().name, name);
});

test('the form of 81 leaves has 81 leaves', () => {
  const count = (value) =>
    typeof value === 'object' ? Object.values(value).reduce((sum, part) => sum + count(part), 0) : 1;
  assert.equal(count(mixedForm().valid), 81);
});

for (const [name, make] of Object.entries(SMALL)) {
  test(`${name}: a right schema, and the engines agree on its values`, () => {
    const { schema, valid, invalid, faults } = make();
    assert.equal(new Ajv2020().validateSchema(schema), true);
    for (const engine of [ours, ajv]) {
      const judge = engine.compile(schema);
      assert.equal(judge.check(valid), true);
      assert.equal(judge.check(invalid), false);
    }
    assert.equal(ours.compile(schema).collect(invalid), faults);
  });
}
