/** The reference of the engine's API is whole and fresh. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { API_PAGE, generateApiPage } from '../generate/api-reference.mjs';
import { readDeclarations } from '../generate/read-declarations.mjs';

const { page, undocumented } = await generateApiPage();

test('the API reference says what the compiled declarations say', () => {
  assert.equal(readFileSync(API_PAGE, 'utf8'), page, 'run "npm run generate" and commit the result');
});

test('the API reference is the same each time', async () => {
  assert.equal((await generateApiPage()).page, page);
});

test('every public export of every entry says what it is for', () => {
  assert.deepEqual(undocumented, []);
});

test('every entry of the package and every export of it stands in the reference', () => {
  const { entries, items } = readDeclarations('packages/form-engine');
  const { exports } = JSON.parse(readFileSync('packages/form-engine/package.json', 'utf8'));
  assert.equal(entries.length, Object.keys(exports).length);
  for (const { name, exports: ids } of entries) {
    assert.ok(page.includes(`## \`${name}\``), name);
    assert.ok(ids.length > 0, `${name} exports nothing`);
    for (const id of ids) assert.ok(page.includes(`\`${items.get(id)?.name}\``), `${name}: ${id}`);
  }
});

test('what a function throws and how it is used is in the reference', () => {
  const section = page.slice(page.indexOf('### `procedureFromSchema`'));
  assert.match(section, /\*\*Errors\.\*\* \{?SchemaError\}? `schema\.no-form`/u);
  assert.match(section, /compileProcedure\(procedureFromSchema\(schema/u);
});
