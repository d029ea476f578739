import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { draft07 } from '../draft-07.js';
import { DRAFT_2020_12 } from '../vocabulary/keywords/index.js';
import { expectedOutcome, runValidationCase, type ValidationFile } from './run-validation-case.js';

const FOLDER = new URL('../../../../schemas/conformance/validation/', import.meta.url);
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, ...(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as ValidationFile) }));

for (const { name, groups } of files) {
  describe(`the cases of ${name}`, () => {
    for (const group of groups) {
      for (const test of group.tests ?? [undefined]) {
        it(`${group.description}: ${test?.description ?? 'is refused'}`, () => {
          const outcome = runValidationCase(group, test);
          assert.deepEqual(outcome, expectedOutcome(group, test, outcome));
        });
      }
    }
    it('leave no new name on any prototype', () => {
      assert.deepEqual([Object.keys(Object.prototype), Object.keys(Array.prototype)], [[], []]);
    });
  });
}

describe('every file of cases', () => {
  for (const { name, groups } of files) {
    it(`${name} has at least five tests, right ones and wrong ones`, () => {
      const verdicts = groups.flatMap(({ tests, refused }) =>
        refused === undefined ? (tests ?? []).map(({ valid }) => valid) : [false],
      );
      assert.ok(verdicts.length >= 5, `${verdicts.length} tests`);
      assert.ok(verdicts.includes(true) && verdicts.includes(false), 'both verdicts');
    });

    it(`${name} names the issues of every invalid value, and no description twice in a group`, () => {
      for (const { description, tests = [] } of groups) {
        for (const test of tests)
          assert.ok(test.valid || (test.issues ?? []).length > 0, `${description}: ${test.description}`);
        assert.equal(new Set(tests.map((test) => test.description)).size, tests.length, description);
      }
    });
  }
});

/** `then` and `else` say nothing without `if`. */
const TOLD_ELSEWHERE = new Set(['then', 'else']);

it('every keyword of both drafts has a file of its own', () => {
  const names = new Set(files.map(({ name }) => name));
  const isMissing = (name: string): boolean => !TOLD_ELSEWHERE.has(name) && !names.has(`${name}.json`);
  assert.deepEqual(
    [...DRAFT_2020_12.keywords.keys()].filter((name) => isMissing(name) && isMissing(`draft-07.${name}`)),
    [],
  );
  assert.deepEqual(
    [...draft07.keywords]
      .filter(([name, keyword]) => DRAFT_2020_12.keywords.get(name) !== keyword)
      .map(([name]) => `draft-07.${name}`)
      .filter(isMissing),
    [],
  );
});
