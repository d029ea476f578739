import type { Operator } from '../../expression.js';

/** `reduce`: list, expression over `current` and `accumulator`, first accumulator. */
export const reduce: Operator = {
  name: 'reduce',
  arity: [3, 3],
  over: 1,
  decide([list = null, step = null, first = null], evaluate) {
    const items = evaluate(list);
    let accumulator = evaluate(first);
    if (!Array.isArray(items)) return undefined;
    for (const current of items) {
      if (accumulator === undefined) return undefined;
      accumulator = evaluate(step, { current, accumulator });
    }
    return accumulator;
  },
};
