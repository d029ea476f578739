import type { JsonValue } from '../../../plan/plan.js';
import type { Operator } from '../../expression.js';

/** `map`: each item made into what the expression says of it; nothing as soon as it says nothing of one. */
export const map: Operator = {
  name: 'map',
  arity: [2, 2],
  over: 1,
  decide([list = null, each = null], evaluate) {
    const items = evaluate(list);
    if (!Array.isArray(items)) return undefined;
    const made: JsonValue[] = [];
    for (const item of items) {
      const value = evaluate(each, item);
      if (value === undefined) return undefined;
      made.push(value);
    }
    return made;
  },
};
