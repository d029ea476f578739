/**
 * Runs the JSON cases of `schemas/conformance/expressions`, as any other implementation of the rule language must.
 */
import { readAt } from '../data/json.js';
import { evaluateExpression } from '../expression/evaluate.js';
import type { Outcome } from '../expression/expression.js';
import { ALL_OPERATORS } from '../expression/operators/further/index.js';
import type { Expression, JsonValue, PlanCalendar, PlanTable, Pointer } from '../plan/plan.js';

/** One case: an expression, what it stands on, and its result. `absent: true` stands for no result. */
export interface ConformanceCase {
  name: string;
  expression: Expression;
  data?: JsonValue;
  /** The field on which the rule stands. */
  at?: Pointer;
  /** What `var` reads before any list operator, as in a rule that filters options. */
  item?: JsonValue;
  result?: JsonValue;
  absent?: true;
}

/** One file of cases; what stands beside them holds for all. */
export interface ConformanceFile {
  operator: string;
  description: string;
  today: string;
  tables?: Readonly<Record<string, PlanTable>>;
  calendar?: PlanCalendar;
  cases: readonly ConformanceCase[];
}

/** What a case stands on when it says nothing. */
export const CONFORMANCE_CONTEXT = { data: {}, at: '' } as const;

/** The result of a case by this engine. */
export function runExpressionCase(
  { expression, data = CONFORMANCE_CONTEXT.data, at = CONFORMANCE_CONTEXT.at, item }: ConformanceCase,
  { today, tables, calendar }: Pick<ConformanceFile, 'today' | 'tables' | 'calendar'>,
): Outcome {
  return evaluateExpression(expression, {
    read: (pointer) => readAt(data, pointer),
    today,
    at,
    operators: ALL_OPERATORS,
    ...(item === undefined ? {} : { item }),
    ...(tables === undefined ? {} : { tables }),
    ...(calendar === undefined ? {} : { calendar }),
  });
}
