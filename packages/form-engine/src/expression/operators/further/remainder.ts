import { type Operator, toNumber } from '../../expression.js';

/** `%`: what is left of a division, with the sign of the dividend; nothing for a division by zero. */
export const remainder: Operator = {
  name: '%',
  arity: [2, 2],
  apply(operands) {
    const [dividend, divisor] = operands.map(toNumber);
    if (dividend === undefined || divisor === undefined || divisor === 0) return undefined;
    return (dividend % divisor) + 0;
  },
};
