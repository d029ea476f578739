/**
 * What an operator of the rule language is, and what it may ask while it runs.
 */
import type { Expression, JsonValue, Pointer } from '../plan/plan.js';

/** A result: a JSON value, or nothing, where an operand is absent. */
export type Outcome = JsonValue | undefined;

/** What an evaluation stands on. */
export interface ExpressionContext {
  /** The answer at an absolute pointer, if it is there and applies. */
  read(pointer: Pointer): Outcome;
  /** Today as yyyy-mm-dd. */
  today: string;
  /** The field on which the rule stands, for relative pointers. */
  at: Pointer;
}

/** One operator. Total: for any operands it gives a value or nothing, and never throws. */
export interface Operator {
  name: string;
  /** Fewest and most operands. */
  arity: readonly [least: number, most: number];
  /** For operators that take their operands as values; not called while one is absent. */
  apply?(operands: readonly JsonValue[], context: ExpressionContext): Outcome;
  /** For operators that decide which operands to evaluate, or that ask about absence. */
  decide?(operands: readonly Expression[], evaluate: (operand: Expression) => Outcome): Outcome;
}

/** Falsy as JsonLogic has it: false, null, 0, empty text, empty list. */
export function isTruthy(value: Outcome): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** The number that a value stands for, or undefined: texts of digits count, everything else but numbers does not. */
export function toNumber(value: JsonValue): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
