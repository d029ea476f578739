import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { JsonValue } from '../plan/plan.js';
import { type ConformanceFile, runExpressionCase } from '../testing/run-expression-case.js';
import { evaluateExpression, runExpression } from './evaluate.js';
import type { ExpressionContext } from './expression.js';
import { ALL_OPERATORS } from './operators/further/index.js';

const FOLDER = new URL('../../../../schemas/conformance/expressions/', import.meta.url);
const files = readdirSync(FOLDER).map(
  (name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as ConformanceFile,
);
const context: ExpressionContext = { read: () => undefined, today: '2026-11-05', at: '', operators: ALL_OPERATORS };

for (const file of files) {
  describe(`the cases of ${file.operator}`, () => {
    for (const entry of file.cases) {
      it(entry.name, () => {
        assert.deepEqual(runExpressionCase(entry, file), entry.absent === true ? undefined : entry.result);
      });
    }
  });
}

it('has cases for every operator', () => {
  const seen = new Set(
    JSON.stringify(files.map(({ cases }) => cases.map(({ expression }) => expression))).match(/(?<=")[^"]+(?=":)/gu),
  );
  assert.deepEqual(
    [...ALL_OPERATORS.keys()].filter((name) => !seen.has(name)),
    [],
  );
});

it('is total: whatever the expression, it ends with a value or nothing', () => {
  const leaf = fc.oneof(fc.constant(null), fc.boolean(), fc.double({ noNaN: true }), fc.string());
  const expression = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie('node'), { maxLength: 3 }),
      fc
        .tuple(
          fc.constantFrom(...ALL_OPERATORS.keys(), 'value', 'var', '__proto__', 'constructor', 'unknown'),
          fc.array(tie('node'), { maxLength: 3 }),
        )
        .map(([name, operands]) => JSON.parse(JSON.stringify({ [name]: operands })) as unknown),
    ),
  })).node;
  fc.assert(
    fc.property(expression, (node) => {
      evaluateExpression(node as JsonValue, context);
    }),
  );
  assert.deepEqual(Object.keys(Object.prototype), []);
});

it('ends in bounded time whatever it is asked, and says that its steps were spent', () => {
  const list = { value: '/list' };
  const rows = Array.from({ length: 1_000 }, (_, index) => index);
  const over = (body: JsonValue): JsonValue => ({ map: [list, body] });
  const doubled = { reduce: [list, { cat: [{ var: 'accumulator' }, { var: 'accumulator' }] }, 'x'] };
  const merged = { reduce: [list, { merge: [{ var: 'accumulator' }, { var: 'accumulator' }] }, [1]] };
  const compared = over({ '===': [list, { merge: [list] }] });
  for (const hungry of [over(over(over({ var: '' }))), doubled, merged, compared]) {
    const evaluation = runExpression(hungry, { ...context, read: () => rows });
    assert.deepEqual(evaluation, { outcome: undefined, spent: true });
  }
  assert.equal(runExpression({ '+': [1, 1] }, context).spent, false);
  assert.equal(runExpression({ value: '/none' }, context).spent, false);
  const sum = { reduce: [list, { '+': [{ var: 'accumulator' }, { var: 'current' }] }, 0] };
  assert.equal(evaluateExpression(sum, { ...context, read: () => rows }), 499_500);
});

it('gives nothing once its steps are spent, and for what nests too deep', () => {
  const wide = { '+': Array.from({ length: 50 }, () => 1) };
  assert.equal(evaluateExpression(wide, context), 50);
  assert.equal(evaluateExpression(wide, context, 20), undefined);
  const deep = Array.from({ length: 5000 }).reduce<JsonValue>((inner) => ({ '!': [inner] }), true);
  assert.equal(typeof evaluateExpression(deep, context), 'boolean');
  const sum = Array.from({ length: 5000 }).reduce<JsonValue>((inner) => ({ '+': [inner, 1] }), 1);
  assert.equal(evaluateExpression(sum, context), undefined);
});

it('knows no operator by an inherited name, and no operation with two names', () => {
  assert.equal(evaluateExpression({ constructor: [1] }, context), undefined);
  assert.equal(evaluateExpression({ '+': [1], '-': [1] }, context), undefined);
});
