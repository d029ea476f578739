/** The generated reference says what the sources say. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { issuesPage } from '../generate/engine-codes.mjs';

test('docs/reference/issues.md lists every issue code with its words', () => {
  assert.equal(
    readFileSync('docs/reference/issues.md', 'utf8'),
    issuesPage(),
    'run "npm run generate" and commit the result',
  );
});
