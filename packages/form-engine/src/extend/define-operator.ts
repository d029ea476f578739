import type { ExpressionContext, Operator, Outcome } from '../expression/expression.js';
import { FURTHER_OPERATORS } from '../expression/operators/further/index.js';
import { OPERATORS } from '../expression/operators/index.js';
import type { JsonValue } from '../plan/plan.js';
import { checkFunction, checkName, refusePart, refuseTaken } from './refuse-part.js';

/** An operator of the rule language: a pure function of its operands. */
export interface OperatorDefinition {
  /** As a rule writes it: small letters, digits and hyphens. */
  name: string;
  /** Fewest and most operands. */
  arity: readonly [least: number, most: number];
  /** Not called while an operand is absent. Undefined: there is no answer, and the rule stays off; so does one that throws. */
  apply(operands: readonly JsonValue[], context: Pick<ExpressionContext, 'today'>): Outcome;
}

/** Names that the interpreter keeps for itself. */
const RESERVED = new Set(['value', 'var']);

/**
 * Checks an operator of one's own.
 *
 * @throws {SchemaError} `vocabulary.malformed`, `vocabulary.name-taken`
 * @example
 * export const half = defineOperator({
 *   name: 'half', arity: [1, 1], apply: ([amount]) => (typeof amount === 'number' ? amount / 2 : undefined),
 * });
 */
export function defineOperator(definition: OperatorDefinition): OperatorDefinition {
  const { name, arity } = definition;
  checkName('operator', name, /^[a-z][a-z0-9-]*$/u, 'Use small letters, digits and hyphens.');
  const [least, most] = Array.isArray(arity) ? arity : [NaN, NaN];
  if (!Number.isInteger(least) || least < 0 || typeof most !== 'number' || !(most >= least))
    refusePart('operator', name, 'arity', 'Give the fewest and the most operands, as [1, 2].');
  checkFunction('operator', definition, 'apply', 'Give a function from operands to a value, or to undefined.');
  const isKnown = OPERATORS.has(name) || FURTHER_OPERATORS.some((one) => one.name === name);
  if (isKnown || RESERVED.has(name)) refuseTaken('operator', name);
  return Object.freeze({ ...definition });
}

/** The operator as the interpreter takes it: total, whatever the author's function does. */
export function toOperator({ name, arity, apply }: OperatorDefinition): Operator {
  return {
    name,
    arity,
    apply(operands, context) {
      try {
        return apply(operands, context);
      } catch {
        return undefined;
      }
    },
  };
}
