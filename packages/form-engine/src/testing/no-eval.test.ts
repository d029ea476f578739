import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { it } from 'node:test';

const SOURCES = new URL('../../src/', import.meta.url);
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.includes('differential'),
);

function importsOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(new URL(file, SOURCES), 'utf8');
  for (const [, path = ''] of text.matchAll(/^(?:import|export)(?! type)[^;]*? from '(\.[^']+)'/gmu)) {
    importsOf(new URL(path.replace(/\.js$/u, '.ts'), `file:///${file}`).pathname.slice(1), seen);
  }
  return seen;
}

it('nothing in the engine makes code from text, reaches the network or a document', () => {
  assert.ok(files.length > 60);
  for (const file of files) {
    const code = readFileSync(new URL(file, SOURCES), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');
    assert.doesNotMatch(
      code,
      /\beval\s*\(|new Function\b|\bFunction\s*\(|\bfetch\s*\(|\bimport\s*\(|\bdocument\.|\bwindow\.|XMLHttpRequest|'node:/u,
      file,
    );
  }
});

it('the run time pulls in neither the compiler, nor the gateway check, nor the texts', () => {
  const imports = [...importsOf('runtime.ts')];
  assert.ok(imports.length > 40);
  assert.deepEqual(
    imports.filter(
      (file) =>
        file.startsWith('compile/') ||
        file.startsWith('text/messages') ||
        file.endsWith('check-submission.ts') ||
        file.endsWith('create-search.ts'),
    ),
    [],
  );
});
