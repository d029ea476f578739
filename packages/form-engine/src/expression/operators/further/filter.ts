import type { JsonValue } from '../../../plan/plan.js';
import { isTruthy, type Operator } from '../../expression.js';

/** `filter`: the items for which the expression is true; nothing while it says nothing of one. */
export const filter: Operator = {
  name: 'filter',
  arity: [2, 2],
  over: 1,
  decide([list = null, test = null], evaluate) {
    const items = evaluate(list);
    if (!Array.isArray(items)) return undefined;
    const kept: JsonValue[] = [];
    for (const item of items) {
      const verdict = evaluate(test, item);
      if (verdict === undefined) return undefined;
      if (isTruthy(verdict)) kept.push(item);
    }
    return kept;
  },
};
