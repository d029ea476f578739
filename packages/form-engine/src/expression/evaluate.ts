/**
 * Interprets an expression: total, by own properties only, within a budget of steps.
 */
import { isObject, readTokens } from '../data/json.js';
import { resolvePointer, tokensOf } from '../data/pointer.js';
import type { Expression, JsonValue } from '../plan/plan.js';
import type { Evaluate, ExpressionContext, Outcome } from './expression.js';
import { OPERATORS } from './operators/index.js';

/** Steps one evaluation may take; a rule that needs more gives nothing, and `rule.limit-steps`. */
export const STEP_BUDGET = 50_000;

/** Levels of nesting an expression may have. */
export const EXPRESSION_DEPTH = 100;

/** Letters of a text that an operator handles in one step. */
const LETTERS_A_STEP = 64;

/** What came of an evaluation. */
export interface Evaluation {
  outcome: Outcome;
  /** The budget was spent before there was an outcome. */
  spent: boolean;
}

/**
 * The value of an expression, or undefined: an operand is absent, the budget is spent, or an operator is unknown
 * (which compilation refuses).
 */
export function evaluateExpression(expression: Expression, context: ExpressionContext, budget = STEP_BUDGET): Outcome {
  return runExpression(expression, context, budget).outcome;
}

/** As `evaluateExpression`, and tells nothing for want of an answer from nothing for want of steps. */
export function runExpression(expression: Expression, context: ExpressionContext, budget = STEP_BUDGET): Evaluation {
  const operators = context.operators ?? OPERATORS;
  let steps = 0;

  /** Counts what an operator has to look through, so that no list or text grows beyond what the steps allow. */
  const charge = (value: JsonValue): void => {
    steps += typeof value === 'string' ? Math.floor(value.length / LETTERS_A_STEP) : 1;
    if (typeof value !== 'object' || value === null) return;
    const members = Array.isArray(value) ? value : Object.values(value);
    for (let index = 0; index < members.length && steps <= budget; index += 1) charge(members[index] as JsonValue);
  };

  const evaluate = (part: Expression, item: Outcome, depth: number): Outcome => {
    steps += 1;
    if (steps > budget || depth > EXPRESSION_DEPTH) return undefined;
    const below: Evaluate = (operand, inner = item) => evaluate(operand, inner, depth + 1);
    if (Array.isArray(part)) return allPresent(part.map((member) => below(member)));
    if (!isObject(part)) return part;
    const [name, ...others] = Object.keys(part);
    if (name === undefined || others.length > 0) return undefined;
    const argument = part[name] as JsonValue;
    if (name === 'value') return readValue(argument, context);
    const operands = Array.isArray(argument) ? argument : [argument];
    if (name === 'var') {
      const found = readItem(operands, item);
      return found !== undefined || operands[1] === undefined ? found : below(operands[1]);
    }
    const operator = operators.get(name);
    if (operator === undefined || operands.length < operator.arity[0] || operands.length > operator.arity[1])
      return undefined;
    if (operator.decide !== undefined) return operator.decide(operands, below, context);
    const values = allPresent(operands.map((operand) => below(operand)));
    if (values === undefined) return undefined;
    values.forEach(charge);
    steps += operator.cost?.(values) ?? 0;
    return steps > budget ? undefined : operator.apply?.(values, context);
  };

  const outcome = evaluate(expression, context.item, 0);
  return steps > budget ? { outcome: undefined, spent: true } : { outcome, spent: false };
}

function readValue(argument: JsonValue, context: ExpressionContext): Outcome {
  const pointer = typeof argument === 'string' ? resolvePointer(argument, context.at) : undefined;
  return pointer === undefined ? undefined : context.read(pointer);
}

/** `{"var": ""}` is the item itself, a name one of its members, a JSON Pointer a place inside it. */
function readItem([place = '']: readonly JsonValue[], item: Outcome): Outcome {
  if (typeof place === 'number') return readTokens(item, [String(place)]);
  if (typeof place !== 'string' || place === '') return place === '' ? item : undefined;
  return readTokens(item, place.startsWith('/') ? tokensOf(place) : [place]);
}

function allPresent(values: Outcome[]): JsonValue[] | undefined {
  return values.every((value) => value !== undefined) ? values : undefined;
}
