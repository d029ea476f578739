/** The JavaScript in the guides runs, and gives what it says it gives: `expression; // → value`. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { importText } from '../generate/run-example.mjs';

const pages = [
  'packages/form-engine/README.md',
  'docs/extend-the-engine.md',
  'docs/form-from-a-schema.md',
  'docs/rules.md',
];
const CLAIM = /^(?<expression>[^\n]*?); \/\/ → (?<expected>[^\n]*)$/gm;

for (const page of pages) {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/^```js\n([\s\S]*?)^```$/gm)].map((match) => match[1]);

  test(`${page} has examples`, () => assert.ok(blocks.length > 0));

  for (const [index, block] of blocks.entries()) {
    test(`${page}: example ${index + 1} gives what it says`, async () => {
      assert.match(block, CLAIM, 'an example claims something');
      await importText(`import assert from 'node:assert/strict';\n${block.replace(CLAIM, check)}`);
    });
  }
}

function check(_claim, expression, expected) {
  return `assert.deepEqual(${expression}, ${expected});`;
}

test('an example that claims something wrong fails', async () => {
  const block = "import assert from 'node:assert/strict';\n" + '1 + 1; // → 3'.replace(CLAIM, check);
  await assert.rejects(importText(block), { code: 'ERR_ASSERTION' });
});
