/** docs/reference/threats-and-faults.md names tests: each has to be there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const page = readFileSync('docs/reference/threats-and-faults.md', 'utf8');
const [evaluatorPart, gatewayPart] = page.split('\n## Storage of the gateway\n');
const evaluatorRows = readRows(evaluatorPart);
const gatewayRows = readRows(gatewayPart);

function readRows(text) {
  return text.split('\n').flatMap((line) => {
    const number = /^\| (\d+) \|/.exec(line)?.[1];
    return number === undefined
      ? []
      : [{ number: Number(number), tests: [...line.matchAll(/`([^`]+\.(?:ts|mjs))` “([^”]+)”/g)] }];
  });
}

test('the page has a row for each threat and fault that the evaluator bears, and counts those with tests', () => {
  const expected = [1, 2, 3, 4, 5, 6, ...Array.from({ length: 16 }, (_, index) => 28 + index)];
  assert.deepEqual(
    evaluatorRows.map(({ number }) => number),
    expected,
  );
  const tested = evaluatorRows.filter(({ tests }) => tests.length > 0).length;
  assert.match(
    page,
    new RegExp(`^Rows with a running test of the evaluator's part: ${tested} of ${evaluatorRows.length}\\.$`, 'm'),
  );
});

test('each row on storage names a test', () => {
  assert.ok(gatewayRows.length > 0);
  for (const { number, tests } of gatewayRows) assert.ok(tests.length > 0, `row ${number}`);
});

for (const { number, tests } of [...evaluatorRows, ...gatewayRows]) {
  test(`row ${number} names tests that are there`, () => {
    for (const [, file, name] of tests) {
      assert.match(file, /[.-]test\.(?:ts|mjs)$/);
      assert.ok(existsSync(file), file);
      assert.ok(readFileSync(file, 'utf8').includes(name), `${file}: ${name}`);
    }
  });
}
