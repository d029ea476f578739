/**
 * json-logic-js as the oracle of the operators that it shares with us, on generated expressions, and the list of what is otherwise.
 */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isObject, readAt } from '../data/json.js';
import type { JsonObject, JsonValue } from '../plan/plan.js';
import { evaluateExpression } from './evaluate.js';
import { ALL_OPERATORS } from './operators/further/index.js';

const jsonLogic = createRequire(import.meta.url)('json-logic-js') as {
  apply(logic: JsonValue, data: JsonValue): JsonValue;
};

const DATA: JsonObject = { n: 7, m: -2, t: 'Huế', u: '12', yes: true, no: false, list: [3, 1, 2], words: ['a', ''] };

function ours(expression: JsonValue, data: JsonValue = DATA): JsonValue | undefined {
  const read = (pointer: string): JsonValue | undefined => readAt(data, pointer);
  return evaluateExpression(expression, { read, today: '2026-11-05', at: '', operators: ALL_OPERATORS });
}

/** The same for the oracle: an answer is a variable there. */
function translate(expression: JsonValue): JsonValue {
  if (Array.isArray(expression)) return expression.map(translate);
  if (!isObject(expression)) return expression;
  const [[name, operand] = ['', null]] = Object.entries(expression);
  if (name === 'value') return { var: String(operand).slice(1) };
  return { [name]: translate(operand) };
}

/** Expressions of each type; `item` is the type that `var` reads, where a list operator stands around. */
type Type = 'number' | 'text' | 'truth' | 'numbers';

function expressions(type: Type, depth: number, item?: 'number' | 'text'): fc.Arbitrary<JsonValue> {
  const leaf = leaves(type, item);
  if (depth === 0) return leaf;
  const of = (inner: Type): fc.Arbitrary<JsonValue> => expressions(inner, depth - 1, item);
  const operation = (name: string, ...operands: fc.Arbitrary<JsonValue>[]): fc.Arbitrary<JsonValue> =>
    fc.tuple(...operands).map((list) => ({ [name]: list }));
  const any = fc.oneof(of('number'), of('text'), of('truth'));
  const one = (names: readonly string[], ...operands: fc.Arbitrary<JsonValue>[]): fc.Arbitrary<JsonValue> =>
    fc.constantFrom(...names).chain((name) => operation(name, ...operands));
  const overNumbers = (inner: Type): fc.Arbitrary<JsonValue> => expressions(inner, depth - 1, 'number');
  const choice = (inner: Type): fc.Arbitrary<JsonValue>[] => [
    operation('if', of('truth'), of(inner), of(inner)),
    operation('?:', of('truth'), of(inner), of(inner)),
  ];
  const made: Record<Type, fc.Arbitrary<JsonValue>[]> = {
    number: [
      one(['+', '-', '*', 'min', 'max'], of('number'), of('number')),
      operation('-', of('number')),
      operation('+', of('number'), of('number'), of('number')),
      operation(
        'reduce',
        of('numbers'),
        fc.constant({ '+': [{ var: 'accumulator' }, { var: 'current' }] }),
        of('number'),
      ),
      ...choice('number'),
    ],
    text: [
      operation('cat', of('text'), of('number')),
      operation('substr', of('text'), fc.integer({ min: -4, max: 4 })),
      operation('substr', of('text'), fc.integer({ min: -4, max: 4 }), fc.integer({ min: -3, max: 3 })),
      ...choice('text'),
    ],
    truth: [
      one(['===', '!=='], any, any),
      one(['==', '!='], of('number'), of('number')),
      one(['<', '<=', '>', '>='], of('number'), of('number')),
      one(['<', '<=', '>', '>='], of('text'), of('text')),
      one(['<', '<='], of('number'), of('number'), of('number')),
      one(['!', '!!'], fc.oneof(any, of('numbers'))),
      operation('in', of('text'), operation('cat', of('text'), fc.constant('.'))),
      operation('in', of('number'), of('numbers')),
      one(['all', 'some', 'none'], of('numbers'), overNumbers('truth')),
      operation('and', of('truth'), of('truth')),
      operation('or', of('truth'), of('truth')),
      ...choice('truth'),
    ],
    numbers: [
      operation('filter', of('numbers'), overNumbers('truth')),
      operation('map', of('numbers'), overNumbers('number')),
      operation('merge', of('numbers'), of('number')),
      ...choice('numbers'),
    ],
  };
  return fc.oneof(leaf, ...made[type]);
}

/** Inside a list operator the oracle reads nothing of the form. */
function leaves(type: Type, item: 'number' | 'text' | undefined): fc.Arbitrary<JsonValue> {
  const answer = (...names: string[]): fc.Arbitrary<JsonValue>[] =>
    item === undefined ? [fc.constantFrom(...names.map((name) => ({ value: `/${name}` })))] : [];
  const own: fc.Arbitrary<JsonValue>[] = item === type ? [fc.constant({ var: '' })] : [];
  if (type === 'number') return fc.oneof(fc.integer({ min: -9, max: 9 }), ...answer('n', 'm'), ...own);
  if (type === 'text') return fc.oneof(fc.constantFrom('', 'a', 'Huế', '12', 'zz'), ...answer('t', 'u'), ...own);
  if (type === 'truth') return fc.oneof(fc.boolean(), ...answer('yes', 'no'));
  return fc.oneof(fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 3 }), ...answer('list'));
}

for (const type of ['number', 'text', 'truth', 'numbers'] as const) {
  it(`json-logic-js gives the same for generated expressions of a ${type}`, () => {
    fc.assert(
      fc.property(expressions(type, 3), (expression) => {
        assert.deepEqual(
          JSON.stringify(ours(expression)),
          JSON.stringify(jsonLogic.apply(translate(expression), DATA)),
        );
      }),
      { numRuns: 1_000 },
    );
  });
}

it('json-logic-js finds the same answers missing', () => {
  const names = fc.subarray(['/n', '/t', '/none', '/words', '/other']);
  fc.assert(
    fc.property(names, (list) => {
      const theirs = jsonLogic.apply({ missing: list.map((pointer) => pointer.slice(1)) }, DATA) as string[];
      if (list.length > 0)
        assert.deepEqual(
          ours({ missing: list }),
          theirs.map((name) => `/${name}`),
        );
    }),
  );
});

/** Where we differ, on purpose: what we give, what json-logic-js gives. */
const DIFFERENCES: readonly [name: string, expression: JsonValue, ours: JsonValue | undefined, theirs: JsonValue][] = [
  ['nothing compares as zero', { '<': [{ value: '/none' }, 5] }, undefined, true],
  ['an absent operand is no null', { '===': [{ value: '/none' }, null] }, undefined, true],
  ['an absent addend leaves the sum open', { '+': [{ value: '/none' }, 1] }, undefined, NaN as unknown as JsonValue],
  ['an absent condition is not false', { if: [{ '>': [{ value: '/none' }, 1] }, 'a', 'b'] }, undefined, 'b'],
  ['without an else there is nothing', { if: [false, 'a'] }, undefined, null],
  ['an absent list has no items', { map: [{ value: '/none' }, { var: '' }] }, undefined, []],
  ['of an absent list nothing is said', { none: [{ value: '/none' }, true] }, undefined, true],
  ['a name with a dot is one name', { map: [[{ cat: ['x'] }], { var: 'a.b' }] }, undefined, [null]],
  ['equality looks into lists', { '===': [{ value: '/list' }, [3, 1, 2]] }, true, false],
  ['the empty text is in the empty text', { in: ['', ''] }, true, false],
  ['text that is no number adds up to nothing', { '+': ['1a', 1] }, undefined, 2],
  ['a division by zero gives nothing', { '/': [1, 0] }, undefined, Infinity as unknown as JsonValue],
  ['lists are written as JSON', { cat: [{ value: '/list' }] }, '[3,1,2]', '3,1,2'],
  ['`%` of no number gives nothing', { '%': ['x', 2] }, undefined, NaN as unknown as JsonValue],
  ['`min` of text is refused', { min: ['b', 1] }, undefined, NaN as unknown as JsonValue],
  ['`log` is left out', { log: ['x'] }, undefined, 'x'],
];

describe('differs from json-logic-js on purpose', () => {
  for (const [name, expression, own, theirs] of DIFFERENCES) {
    it(name, (t) => {
      t.mock.method(console, 'log', () => undefined);
      assert.deepEqual(ours(expression), own);
      assert.deepEqual(jsonLogic.apply(translate(expression), DATA), theirs);
    });
  }
});
