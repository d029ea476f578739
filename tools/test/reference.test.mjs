/** The reference of codes is whole, true and fresh. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { listCodes } from '../generate/code-registry.mjs';
import { faultsOf, findStale, generatePages, readEntries } from '../generate/engine-codes.mjs';
import { runExample } from '../generate/run-example.mjs';

const codes = listCodes();
const entries = readEntries();

test('each code of the registries is described, and no other', () => {
  assert.deepEqual([...entries.keys()].sort(), [...codes.keys()].sort());
});

for (const [code, entry] of entries) {
  test(`${code}: its example yields it at its place, with the params described`, async () => {
    const found = entry.example === undefined ? undefined : await runExample(entry.example);
    assert.deepEqual(faultsOf(code, entry, found), []);
  });
}

test('the pages say what the sources say', async () => {
  const { pages, faults } = await generatePages();
  assert.deepEqual(faults, []);
  const { changed, orphans } = findStale(pages);
  assert.deepEqual([...changed.map(([name]) => name), ...orphans], [], 'run "npm run generate" and commit the result');
});

test('no two codes are explained by the same words', () => {
  for (const part of ['cause', 'cure']) {
    const texts = [...entries.values()].map((entry) => entry[part].trim());
    assert.deepEqual(
      texts.filter((text, index) => texts.indexOf(text) !== index),
      [],
    );
  }
});

test('a code that the engine writes somewhere stands in a registry', () => {
  const source = 'packages/form-engine/src';
  const files = readdirSync(source, { recursive: true }).filter(
    (file) => /(?<!\.test)\.ts$/.test(file) && !file.includes('differential'),
  );
  const literal = /'((?:schema|form|plan|catalog|data|submission|keyword|kind|rule|warning|format)\.[a-zA-Z-]+)'/g;
  const unknown = files.flatMap((file) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(literal)]
      .map((match) => match[1])
      .filter((code) => !codes.has(code) && !code.endsWith('.json'))
      .map((code) => `${file}: ${code}`),
  );
  assert.deepEqual(unknown, []);
});

test('an example that does not yield its code is noticed, and so is a param that nobody describes', () => {
  const entry = { at: '/a', params: { limit: 'x' } };
  assert.equal(faultsOf('keyword.type', entry, [{ code: 'keyword.type', pointer: '/b' }]).length, 1);
  assert.deepEqual(faultsOf('keyword.type', entry, [{ code: 'keyword.type', pointer: '/a', params: { actual: 1 } }]), [
    'the param actual is not described',
    'there is no param limit',
  ]);
  assert.equal(faultsOf('keyword.type', { at: '' }, undefined).length, 1);
});
