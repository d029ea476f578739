import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { PROBLEMS, SERVER_ISSUES, START_ERRORS } from './errors.js';

const PAGE = new URL('../../../docs/reference/errors-gateway.md', import.meta.url);

test('each code is area.reason', () => {
  for (const code of [...Object.keys(PROBLEMS), ...Object.keys(SERVER_ISSUES), ...Object.keys(START_ERRORS)])
    assert.match(code, /^[a-z]+\.[a-z-]+$/);
});

test('the reference page has a row for each code, with its status, and for no other', async () => {
  const page = await readFile(PAGE, 'utf8');
  const rows = [...page.matchAll(/^\| `([^`]+)` \| (\d{3})?/gm)].map((match) =>
    `${match[1] ?? ''} ${match[2] ?? ''}`.trim(),
  );
  const codes = [
    ...Object.entries(PROBLEMS).map(([code, { status }]) => `${code} ${status}`),
    ...Object.keys(SERVER_ISSUES),
    ...Object.keys(START_ERRORS),
  ];
  assert.deepEqual(rows.sort(), codes.sort());
});
