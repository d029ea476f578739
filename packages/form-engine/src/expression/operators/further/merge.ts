import type { Operator } from '../../expression.js';

/** `merge`: lists and single values as one list. */
export const merge: Operator = { name: 'merge', arity: [0, Infinity], apply: (operands) => operands.flat() };
