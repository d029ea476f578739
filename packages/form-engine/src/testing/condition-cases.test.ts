/**
 * Patterns of conditions with what they mean, written by hand: the engine agrees with every one, and with an outside judge of
 * what applies and what is valid.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isEqual } from '../data/json.js';
import { openConditionOracle } from './condition-oracle.js';
import {
  agree,
  type ConditionFile,
  expectedConditions,
  planConditions,
  runConditionCase,
} from './run-condition-case.js';

const FOLDER = new URL('../../../../schemas/conformance/conditions/', import.meta.url);
const files = readdirSync(FOLDER).map(
  (name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as ConditionFile,
);

for (const { description, patterns } of files) {
  describe(description, () => {
    for (const { name, schema, cases } of patterns) {
      it(name, async () => {
        const plan = planConditions(schema);
        const oracle = await openConditionOracle(schema);
        for (const given of cases) {
          const expected = expectedConditions(given);
          const outcome = await runConditionCase(plan, given.data);
          assert.ok(agree(outcome, expected), JSON.stringify({ expected, outcome }, undefined, 1));
          const pruned = oracle.prune(given.data);
          assert.ok(isEqual(pruned, expected.submission), `the oracle keeps ${JSON.stringify(pruned)}`);
          assert.equal(oracle.isValid(expected.submission), given.valid, `the oracle on ${JSON.stringify(given.data)}`);
        }
      });
    }
  });
}

it('has seventy patterns or more, each under a name of its own', () => {
  const names = files.flatMap(({ patterns }) => patterns.map(({ name }) => name));
  assert.ok(names.length >= 70);
  assert.equal(new Set(names).size, names.length);
});
