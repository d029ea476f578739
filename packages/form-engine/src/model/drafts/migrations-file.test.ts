/** migrations.json: what its meta-schema accepts is what the engine carries out. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Ledger } from './ledger.js';
import { applyStep } from './apply-step.js';
import type { MigrationStep } from './migration.js';

const META = new URL('../../../../../schemas/meta/migrations.schema.json', import.meta.url);
const judge = new Ajv2020({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(META, 'utf8')) as object);
const fileOf = (step: unknown): object => ({ migrations: [{ from: '1', to: '2', steps: [step] }] });

const STEPS: readonly MigrationStep[] = [
  { op: 'rename', at: '/a', name: 'b' },
  { op: 'move', from: '/rows/*/a', to: '/rows/*/b/c', confirm: true },
  { op: 'set', at: '/a', value: null },
  { op: 'drop', at: '/a', reason: 'no-longer-asked' },
  { op: 'map-values', at: '/a', values: [[1, 'one']], otherwise: 'again' },
  { op: 'split', from: '/a', to: ['/b', '/c'], separator: ' ', surplus: 'first' },
  { op: 'merge', from: ['/a', '/b'], to: '/c', separator: '' },
];

describe('migrations.json', () => {
  for (const step of STEPS) {
    it(`takes the step ${step.op}`, () => {
      assert.equal(judge(fileOf(step)), true);
      const draft = {
        slug: 's',
        version: '1',
        planHash: 'h',
        data: { a: 'x' },
        inputs: {},
        touched: [],
        provenance: {},
      };
      assert.doesNotThrow(() => applyStep(new Ledger(draft), step));
    });
  }

  for (const step of [
    { op: 'erase', at: '/a' },
    { op: 'rename', at: '/a' },
    { op: 'rename', at: 'a', name: 'b' },
    { op: 'drop', at: '/a' },
    { op: 'move', from: '/a', to: '/b', surplus: 'first' },
    { op: 'split', from: '/a', to: ['/b'], separator: ' ' },
    { op: 'map-values', at: '/a', values: [[1]] },
  ]) {
    it(`refuses ${JSON.stringify(step)}`, () => assert.equal(judge(fileOf(step)), false));
  }
});
