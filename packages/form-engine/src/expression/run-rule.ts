/**
 * What a rule says of its field: the value of its expression, or of a rule that filters options those that are left.
 */
import type { JsonValue, PlanRule } from '../plan/plan.js';
import { type Evaluation, runExpression } from './evaluate.js';
import { type ExpressionContext, isTruthy } from './expression.js';

/** Runs a rule. `options` are the values of a choice that the plan lists. */
export function runRule(
  { effect, expression }: PlanRule,
  options: readonly JsonValue[] | undefined,
  context: ExpressionContext,
): Evaluation {
  if (effect !== 'options') return runExpression(expression, context);
  if (options === undefined) return { outcome: undefined, spent: false };
  let spent = false;
  const outcome = options.filter((item) => {
    const evaluation = runExpression(expression, { ...context, item });
    spent ||= evaluation.spent;
    return isKept(evaluation);
  });
  return { outcome, spent };
}

/** May an option be chosen? A rule that says nothing of it takes nothing away. */
export function isKept({ outcome }: Evaluation): boolean {
  return outcome === undefined || isTruthy(outcome);
}
