import type { JsonValue } from '../../plan/plan.js';
import { type Operator, toNumber } from '../expression.js';

function defineComparison(name: string, compare: (left: number | string, right: number | string) => boolean): Operator {
  return {
    name,
    arity: [2, 3],
    apply(operands) {
      const pairs = operands.slice(1).map((right, index) => comparable(operands[index] as JsonValue, right));
      if (!pairs.every((pair) => pair !== undefined)) return undefined;
      return pairs.every(([left, right]) => compare(left, right));
    },
  };
}

/** Two texts compare as texts (ISO dates in their order), everything else as numbers. */
function comparable(left: JsonValue, right: JsonValue): [number, number] | [string, string] | undefined {
  if (typeof left === 'string' && typeof right === 'string') return [left, right];
  const numbers = [toNumber(left), toNumber(right)] as const;
  return numbers[0] === undefined || numbers[1] === undefined ? undefined : [numbers[0], numbers[1]];
}

/** `<`, `<=`, `>`, `>=`; with three operands, whether the middle lies between. */
export const comparisons: readonly Operator[] = [
  defineComparison('<', (left, right) => left < right),
  defineComparison('<=', (left, right) => left <= right),
  defineComparison('>', (left, right) => left > right),
  defineComparison('>=', (left, right) => left >= right),
];
