import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('./motcua.js', import.meta.url));
const schemas = fileURLToPath(new URL('.', import.meta.resolve('@motcua/schemas/package.json')));
const birth = 'procedures/civil-status/birth-registration';
const copies: string[] = [];

after(() => copies.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

function copyOfSchemas(): string {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-cli-'));
  copies.push(folder);
  for (const part of ['procedures', 'definitions', 'catalogs'])
    cpSync(join(schemas, part), join(folder, part), { recursive: true });
  return folder;
}

test('the birth registration passes with every example', () => {
  const { status, output } = run('check', join(schemas, birth));
  assert.equal(status, 0, output);
  assert.match(output, /civil-status\/birth-registration: 0 errors, 0 diagnostics/);
});

test('a field that the data schema does not have is named with file, pointer and cure', () => {
  const folder = join(copyOfSchemas(), birth);
  const file = join(folder, 'form.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"/child/fullName"', '"/child/fulName"'));
  const { status, output } = run('check', folder);
  assert.equal(status, 1);
  assert.match(output, /form\.json:\d+#\S*: error form\.field-unknown: /);
});

test('a slow pattern is warned of at its line, and stops nothing', () => {
  const folder = join(copyOfSchemas(), birth);
  const definition = join(folder, '../../../definitions/person-name.schema.json');
  const schema = JSON.parse(readFileSync(definition, 'utf8')) as Record<string, unknown>;
  const { pattern: _, ...others } = schema;
  writeFileSync(definition, JSON.stringify({ pattern: "^([\\p{L}\\p{M}'’.-]+\\s?)+$", ...others }, null, 2));
  const { status, output } = run('check', folder);
  assert.equal(status, 0, output);
  assert.match(
    output,
    /definitions\/person-name\.schema\.json:2#\/pattern: warning schema\.pattern-slow: .*attack string/,
  );
  assert.ok(output.includes(`Write ${JSON.stringify("^([\\p{L}\\p{M}'’.-]\\s?)+$")}`), output);
});

test('an example whose verdict is not the one it names is an error', () => {
  const folder = join(copyOfSchemas(), birth);
  writeFileSync(join(folder, 'examples/valid-empty.json'), JSON.stringify({ today: '2026-11-23', data: {} }));
  const { status, output } = run('check', folder);
  assert.equal(status, 1);
  assert.match(
    output,
    /valid-empty\.json: error example\.verdict: expected no issue, found keyword\.required at \/child/,
  );
});

test('a wrong command says how it is used', () => {
  assert.deepEqual([run().status, run('check').status, run('check', '/nowhere').status], [2, 2, 2]);
  assert.match(run().output, /Usage: motcua check/);
});
