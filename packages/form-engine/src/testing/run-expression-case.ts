/**
 * Runs the JSON cases of `schemas/conformance/expressions`, as any other implementation of the rule language must.
 */
import { readAt } from '../data/json.js';
import { evaluateExpression } from '../expression/evaluate.js';
import type { Outcome } from '../expression/expression.js';
import type { Expression, JsonValue, Pointer } from '../plan/plan.js';

/** One case: an expression, what it stands on, and its result. `absent: true` stands for no result. */
export interface ConformanceCase {
  name: string;
  expression: Expression;
  data?: JsonValue;
  /** The field on which the rule stands. */
  at?: Pointer;
  result?: JsonValue;
  absent?: true;
}

/** One file of cases; `today` holds for all of them. */
export interface ConformanceFile {
  operator: string;
  description: string;
  today: string;
  cases: readonly ConformanceCase[];
}

/** What a case stands on when it says nothing. */
export const CONFORMANCE_CONTEXT = { data: {}, at: '' } as const;

/** The result of a case by this engine. */
export function runExpressionCase(
  { expression, data = CONFORMANCE_CONTEXT.data, at = CONFORMANCE_CONTEXT.at }: ConformanceCase,
  today: string,
): Outcome {
  return evaluateExpression(expression, { read: (pointer) => readAt(data, pointer), today, at });
}
