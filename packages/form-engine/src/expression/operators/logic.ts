import type { Outcome } from '../expression.js';
import { isTruthy, type Operator } from '../expression.js';

/** `!` and `!!` ask whether there is an answer that counts; absence is an answer to that question. */
export const negation: readonly Operator[] = [
  { name: '!', arity: [1, 1], decide: ([operand], evaluate) => !isTruthy(evaluate(operand ?? null)) },
  { name: '!!', arity: [1, 1], decide: ([operand], evaluate) => isTruthy(evaluate(operand ?? null)) },
];

/** `and`: the first operand that is false decides; else an absent one leaves it open. */
export const and: Operator = {
  name: 'and',
  arity: [1, Infinity],
  decide: (operands, evaluate) =>
    findDecisive(
      operands.map((operand) => evaluate(operand)),
      (value) => !isTruthy(value),
    ),
};

/** `or`: the first operand that is true decides; else an absent one leaves it open. */
export const or: Operator = {
  name: 'or',
  arity: [1, Infinity],
  decide: (operands, evaluate) =>
    findDecisive(
      operands.map((operand) => evaluate(operand)),
      isTruthy,
    ),
};

function findDecisive(values: readonly Outcome[], decides: (value: Outcome) => boolean): Outcome {
  const decisive = values.find((value) => value !== undefined && decides(value));
  if (decisive !== undefined) return decisive;
  return values.includes(undefined) ? undefined : values.at(-1);
}

/** `if`: condition, value, condition, value, …, else. An absent condition leaves the whole open. */
export const conditional: Operator = {
  name: 'if',
  arity: [2, Infinity],
  decide(operands, evaluate) {
    for (let index = 0; index + 1 < operands.length; index += 2) {
      const condition = evaluate(operands[index] ?? null);
      if (condition === undefined) return undefined;
      if (isTruthy(condition)) return evaluate(operands[index + 1] ?? null);
    }
    return operands.length % 2 === 1 ? evaluate(operands.at(-1) ?? null) : undefined;
  },
};
