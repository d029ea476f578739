/**
 * Interprets an expression: total, by own properties only, within a budget of steps.
 */
import { isObject } from '../data/json.js';
import { resolvePointer } from '../data/pointer.js';
import type { Expression, JsonValue } from '../plan/plan.js';
import type { ExpressionContext, Outcome } from './expression.js';
import { OPERATORS } from './operators/index.js';

/** Steps one evaluation may take; a rule that needs more gives nothing. */
export const STEP_BUDGET = 10_000;

/** Levels of nesting an expression may have. */
export const EXPRESSION_DEPTH = 100;

/**
 * The value of an expression, or undefined: an operand is absent, the budget is spent, or an operator is unknown
 * (which compilation refuses).
 */
export function evaluateExpression(expression: Expression, context: ExpressionContext, budget = STEP_BUDGET): Outcome {
  let steps = 0;

  const evaluate = (part: Expression, depth: number): Outcome => {
    steps += 1;
    if (steps > budget || depth > EXPRESSION_DEPTH) return undefined;
    if (Array.isArray(part)) return allPresent(part.map((item) => evaluate(item, depth + 1)));
    if (!isObject(part)) return part;
    const [name, ...others] = Object.keys(part);
    if (name === undefined || others.length > 0) return undefined;
    const argument = part[name] as JsonValue;
    if (name === 'value') return readValue(argument, context);
    const operator = OPERATORS.get(name);
    const operands = Array.isArray(argument) ? argument : [argument];
    if (operator === undefined || operands.length < operator.arity[0] || operands.length > operator.arity[1])
      return undefined;
    if (operator.decide !== undefined) return operator.decide(operands, (operand) => evaluate(operand, depth + 1));
    const values = allPresent(operands.map((operand) => evaluate(operand, depth + 1)));
    return values === undefined ? undefined : operator.apply?.(values, context);
  };

  const result = evaluate(expression, 0);
  return steps > budget ? undefined : result;
}

function readValue(argument: JsonValue, context: ExpressionContext): Outcome {
  const pointer = typeof argument === 'string' ? resolvePointer(argument, context.at) : undefined;
  return pointer === undefined ? undefined : context.read(pointer);
}

function allPresent(values: Outcome[]): JsonValue[] | undefined {
  return values.every((value) => value !== undefined) ? values : undefined;
}
