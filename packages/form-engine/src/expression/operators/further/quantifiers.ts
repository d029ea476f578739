import type { Expression } from '../../../plan/plan.js';
import { type Evaluate, isTruthy, type Operator, type Outcome } from '../../expression.js';

/**
 * Is there an item of which the test says `wanted`? Undefined where that hangs on an item of which it says nothing,
 * and where there is no list.
 */
function findItem([list = null, test = null]: readonly Expression[], evaluate: Evaluate, wanted: boolean): Outcome {
  const items = evaluate(list);
  if (!Array.isArray(items)) return undefined;
  let isOpen = false;
  for (const item of items) {
    const verdict = evaluate(test, item);
    if (verdict === undefined) isOpen = true;
    else if (isTruthy(verdict) === wanted) return true;
  }
  return isOpen ? undefined : false;
}

const negate = (found: Outcome): Outcome => (found === undefined ? undefined : !isTruthy(found));

/** `all` (false for an empty list, as JsonLogic has it), `none`, `some`: one item may decide before others are answered. */
export const quantifiers: readonly Operator[] = [
  {
    name: 'all',
    arity: [2, 2],
    over: 1,
    decide(operands, evaluate) {
      const items = evaluate(operands[0] ?? null);
      return Array.isArray(items) && items.length === 0 ? false : negate(findItem(operands, evaluate, false));
    },
  },
  { name: 'none', arity: [2, 2], over: 1, decide: (operands, evaluate) => negate(findItem(operands, evaluate, true)) },
  { name: 'some', arity: [2, 2], over: 1, decide: (operands, evaluate) => findItem(operands, evaluate, true) },
];
