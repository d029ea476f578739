import { writeOut } from '../../data/json.js';
import { type Operator, type Outcome, toNumber } from '../expression.js';

function defineArithmetic(name: string, arity: Operator['arity'], calculate: (numbers: number[]) => number): Operator {
  return {
    name,
    arity,
    apply(operands) {
      const numbers = operands.map(toNumber);
      return numbers.every((number) => number !== undefined) ? finite(calculate(numbers)) : undefined;
    },
  };
}

/** A division by zero or an overflow is no number and gives nothing; JSON knows no minus zero. */
function finite(number: number): Outcome {
  return Number.isFinite(number) ? number + 0 : undefined;
}

const first = (numbers: readonly number[]): number => numbers[0] ?? 0;
const second = (numbers: readonly number[]): number => numbers[1] ?? 0;

/** `+ - * /`, `min`, `max` over numbers. */
export const arithmetic: readonly Operator[] = [
  defineArithmetic('+', [1, Infinity], (numbers) => numbers.reduce((sum, number) => sum + number, 0)),
  defineArithmetic('-', [1, 2], (numbers) =>
    numbers.length === 1 ? -first(numbers) : first(numbers) - second(numbers),
  ),
  defineArithmetic('*', [1, Infinity], (numbers) => numbers.reduce((product, number) => product * number, 1)),
  defineArithmetic('/', [2, 2], (numbers) => first(numbers) / second(numbers)),
  defineArithmetic('min', [1, Infinity], (numbers) => Math.min(...numbers)),
  defineArithmetic('max', [1, Infinity], (numbers) => Math.max(...numbers)),
];

/** `cat`: the operands as one text. */
export const cat: Operator = {
  name: 'cat',
  arity: [1, Infinity],
  apply: (operands) => operands.map(writeOut).join(''),
};
