/** What the files for a script tag promise: no evaluated code, a true hash for each, and a size within its budget. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';

const folder = 'packages/widgets/embed';
const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js'));
const source = (name) => readFileSync(join(folder, name), 'utf8');

/** Every way in which a page turns text into code, as a strict policy counts them. */
export function evaluatedCode(text) {
  const found = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) found.push(...evaluatingCall(node));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('bundle.js', text, ts.ScriptTarget.Latest, true));
  return found;
}

function evaluatingCall({ expression, arguments: given = [] }) {
  const name = ts.isIdentifier(expression) ? expression.text : undefined;
  const member = ts.isPropertyAccessExpression(expression) ? expression.name.text : undefined;
  const owner = member === undefined ? undefined : ts.skipParentheses(expression.expression);
  if (['eval', 'Function'].includes(name)) return [name];
  if (
    ['setTimeout', 'setInterval'].includes(name ?? member) &&
    given[0] &&
    (ts.isStringLiteralLike(given[0]) || ts.isTemplateExpression(given[0]))
  ) {
    return [`${name ?? member} with text`];
  }
  if (member === 'constructor' && ts.isFunctionLike(owner)) return ['a function’s constructor'];
  if (['write', 'writeln'].includes(member) && ts.isIdentifier(owner) && owner.text === 'document')
    return ['document.write'];
  return [];
}

test('the search for evaluated code finds each way of it', () => {
  for (const text of [
    'eval("1")',
    'new Function("a", "b")',
    'Function("b")()',
    'setTimeout("a()", 1)',
    '(function(){}).constructor("b")',
    'document.write("x")',
  ]) {
    assert.equal(evaluatedCode(text).length > 0, true, text);
  }
});

test('no file for a script tag evaluates text', () => {
  assert.ok(names.length >= 5, 'entries and chunks are there');
  for (const name of names) assert.deepEqual(evaluatedCode(source(name)), [], name);
});

test('integrity.json has the sha384 of every file and nothing else', () => {
  const written = JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8'));
  const measured = Object.fromEntries(
    names.map((name) => [
      name.replaceAll('\\', '/'),
      `sha384-${createHash('sha384').update(source(name)).digest('base64')}`,
    ]),
  );
  assert.deepEqual(
    Object.fromEntries(Object.entries(written).sort()),
    Object.fromEntries(Object.entries(measured).sort()),
  );
});

test('each file keeps within its budget of gzipped bytes', () => {
  const budgets = JSON.parse(readFileSync('bench/budgets.json', 'utf8'));
  for (const [pattern, budget] of Object.entries(budgets.gzipBytes)) {
    const matching = names.filter((name) => new RegExp(pattern).test(name));
    assert.ok(matching.length > 0, `no file matches the budget "${pattern}"`);
    for (const name of matching) {
      const size = gzipSync(source(name), { level: 9 }).length;
      assert.ok(size <= budget, `${name} has ${size} bytes gzipped; its budget is ${budget} (bench/budgets.json)`);
    }
  }
});
