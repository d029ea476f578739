/** The reference of operators is whole and fresh. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { operatorsPage } from '../generate/operators.mjs';
import { ALL_OPERATORS } from '../../packages/form-engine/dist/expression/operators/further/index.js';

test('every operator has its section with examples', () => {
  const sections = [...operatorsPage().matchAll(/^### `(?<name>[^`]+)`/gm)].map(({ groups }) => groups.name);
  assert.deepEqual([...sections].sort(), [...ALL_OPERATORS.keys(), 'value', 'var'].sort());
});

test('the page says what the cases say', () => {
  assert.equal(
    readFileSync('docs/reference/operators.md', 'utf8'),
    operatorsPage(),
    'run "npm run generate" and commit the result',
  );
});
