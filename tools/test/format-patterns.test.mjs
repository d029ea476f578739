/**
 * No regular expression of the formats takes more than linear time on a text of a stranger: recheck proves it for each by its automaton, which guesses
 * nothing.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

const { checkSync } = createRequire(new URL('../../packages/cli/package.json', import.meta.url))('recheck');
const folder = 'packages/form-engine/src/vocabulary/formats';
const files = readdirSync(folder, { recursive: true }).filter((name) => /(?<!\.test)\.ts$/.test(name));

/** Every regular expression of a source: its literals, and what it makes by `RegExp`. */
function findPatterns(text) {
  const literals = [];
  const made = [];
  const visit = (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      literals.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') {
      made.push(node.parent.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('format.ts', text, ts.ScriptTarget.Latest, true));
  return { literals, made };
}

const judge = ({ source, flags }) => checkSync(source, flags, { checker: 'automaton', timeout: 60_000 });

test('the search and the judge know a slow pattern', () => {
  const { literals, made } = findPatterns(
    'const a = /^(?:a|a)*b$/u.test(x) || /\\s+$/g; const c = new RegExp(x, "u");',
  );
  assert.deepEqual(
    literals.map(({ source, flags }) => `${source} ${flags}`),
    ['^(?:a|a)*b$ u', '\\s+$ g'],
  );
  assert.deepEqual(made, ['c = new RegExp(x, "u")']);
  for (const pattern of literals) assert.equal(judge(pattern).status, 'vulnerable', pattern.source);
});

for (const name of files) {
  const { literals, made } = findPatterns(readFileSync(join(folder, name), 'utf8'));
  for (const pattern of literals) {
    test(`${name} is linear: /${pattern.source.slice(0, 40)}/${pattern.flags}`, () => {
      const { status, complexity, error } = judge(pattern);
      assert.equal(status, 'safe', JSON.stringify(error ?? complexity));
    });
  }
  if (name !== 'regex.ts') test(`${name} makes no pattern from a text`, () => assert.deepEqual(made, []));
}

test('regex.ts reads a pattern and runs it on nothing', () => {
  const { made } = findPatterns(readFileSync(join(folder, 'regex.ts'), 'utf8'));
  assert.deepEqual(made, ["new RegExp(text, 'u');"]);
});
