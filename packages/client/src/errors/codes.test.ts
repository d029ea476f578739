import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CLIENT_ERROR_CODES } from './codes.js';

const page = readFileSync(new URL('../../../../docs/reference/errors-client.md', import.meta.url), 'utf8');
const described = [...page.matchAll(/^\| `([a-z-]+\.[a-z-]+)`\s+\| (.+?)\s+\|/gm)];

test('the reference page describes every code, in the words of the registry, and no other', () => {
  assert.deepEqual(Object.fromEntries(described.map(([, code, meaning]) => [code, meaning])), CLIENT_ERROR_CODES);
});
