/** What the files for a script tag promise: no evaluated code, a true hash for each, and a size within its budget. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { full } from 'acorn-walk';

const folder = 'packages/widgets/embed';
const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js'));
const source = (name) => readFileSync(join(folder, name), 'utf8');

/** Every way in which a page turns text into code, as a strict policy counts them. */
export function evaluatedCode(text) {
  const found = [];
  full(parse(text, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => {
    const callee = node.type === 'CallExpression' || node.type === 'NewExpression' ? node.callee : undefined;
    if (callee?.type === 'Identifier' && ['eval', 'Function'].includes(callee.name)) found.push(callee.name);
    if (
      callee?.type === 'MemberExpression' &&
      ['constructor', 'Function', 'eval'].includes(callee.property.name) &&
      callee.object.type === 'FunctionExpression'
    ) {
      found.push('a function’s constructor');
    }
    const timer = callee?.name ?? callee?.property?.name;
    if (
      ['setTimeout', 'setInterval'].includes(timer) &&
      ['Literal', 'TemplateLiteral'].includes(node.arguments[0]?.type)
    )
      found.push(`${timer} with text`);
    if (
      node.type === 'MemberExpression' &&
      ['document'].includes(node.object.name) &&
      ['write', 'writeln'].includes(node.property.name)
    )
      found.push('document.write');
  });
  return found;
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
