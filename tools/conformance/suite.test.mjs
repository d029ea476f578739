/** The public JSON Schema Test Suite, where `JSON_SCHEMA_TEST_SUITE` names its folder; and always, that the command for it refuses what is not the suite. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadEvaluator } from './load-evaluator.mjs';
import { patternsOf, readOurSchemas, refusedPatterns, refusedSchemas } from './read-our-schemas.mjs';
import { PARTS, readDocuments, readSuite, refusalOfFolder } from './read-suite.mjs';
import { countVerdicts, runFile } from './run-suite.mjs';
import { brokenPromisesOfFile, brokenPromisesOfPart } from './thresholds.mjs';

const evaluator = await loadEvaluator();
const folder = process.env.JSON_SCHEMA_TEST_SUITE;
if (folder !== undefined) testSuite(folder);

function testSuite(folder) {
  assert.equal(refusalOfFolder(folder), undefined);
  const documents = readDocuments(folder);
  const files = readSuite(folder);
  const outcomesOf = new Map(files.map((file) => [file, runFile({ ...evaluator, documents }, file)]));

  for (const [{ part, file }, outcomes] of outcomesOf) {
    test(`${part}/${file}: as right as it is known to be`, () => {
      assert.ok(outcomes.length > 0);
      assert.deepEqual(brokenPromisesOfFile({ part, file, outcomes }), []);
    });
  }
  for (const { part } of PARTS) {
    test(`${part} keeps what is promised`, () => {
      const outcomes = files.filter((file) => file.part === part).flatMap((file) => outcomesOf.get(file));
      assert.deepEqual(brokenPromisesOfPart({ part, ...countVerdicts(outcomes) }), []);
    });
  }
}

test('every schema of ours is compiled, and every pattern in it runs in a page', () => {
  const schemas = readOurSchemas();
  assert.ok(schemas.size >= 30);
  assert.deepEqual(refusedSchemas(evaluator, schemas), []);
  assert.deepEqual(refusedPatterns(evaluator, patternsOf(schemas)), []);
});

test('a verdict that is not the suite’s is wrong, a schema that is not taken is refused', () => {
  const file = {
    formatAssertion: false,
    groups: [
      { description: 'a', schema: { type: 'string' }, tests: [{ description: 'b', data: 1, valid: true }] },
      { description: 'c', schema: { items: { $ref: '#/x' } }, tests: [{ description: 'd', data: 1, valid: true }] },
      { description: 'e', schema: true, tests: [{ description: 'f', data: 1, valid: true }] },
    ],
  };
  const outcomes = runFile({ ...evaluator, documents: {} }, file);
  assert.deepEqual(outcomes, [
    { about: 'a | b', verdict: 'wrong' },
    { about: 'c | d', verdict: 'refused', code: 'schema.ref-unknown', pointer: '/items/$ref' },
    { about: 'e | f', verdict: 'right' },
  ]);
  const part = 'draft2020-12';
  assert.equal(brokenPromisesOfPart({ part, ...countVerdicts(outcomes) }).length, 2);
  assert.equal(brokenPromisesOfFile({ part, file: 'type.json', outcomes }).length, 2);
});

test('a folder that is not the suite is refused with one line', (t) => {
  const empty = mkdtempSync(join(tmpdir(), 'motcua-suite-'));
  t.after(() => rmSync(empty, { recursive: true }));
  for (const [given, line] of [
    [undefined, /^Which folder\?/],
    [join(empty, 'nothing'), /^There is no folder /],
    [empty, /is not the suite, it has no remotes; /],
  ]) {
    assert.match(refusalOfFolder(given), line);
    assert.doesNotMatch(refusalOfFolder(given), /\n/);
  }
});
