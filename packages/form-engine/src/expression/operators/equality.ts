import { isEqual } from '../../data/json.js';
import type { JsonValue } from '../../plan/plan.js';
import type { Operator } from '../expression.js';

/** `===` and `!==`: equal as JSON values. */
export const strictEquality: readonly Operator[] = [
  { name: '===', arity: [2, 2], apply: ([left, right]) => isEqual(left, right) },
  { name: '!==', arity: [2, 2], apply: ([left, right]) => !isEqual(left, right) },
];

/** `==` and `!=`: a number and its digits in a text are the same, as are true and 1. */
export const looseEquality: readonly Operator[] = [
  { name: '==', arity: [2, 2], apply: ([left, right]) => isLooselyEqual(left as JsonValue, right as JsonValue) },
  { name: '!=', arity: [2, 2], apply: ([left, right]) => !isLooselyEqual(left as JsonValue, right as JsonValue) },
];

function isLooselyEqual(left: JsonValue, right: JsonValue): boolean {
  if (typeof left === typeof right) return isEqual(left, right);
  if (left === null || right === null || typeof left === 'object' || typeof right === 'object') return false;
  return Number(left) === Number(right);
}
