/**
 * What an operator of the rule language is, and what it may ask while it runs.
 */
import type { Expression, JsonValue, PlanCalendar, PlanTable, Pointer } from '../plan/plan.js';

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
  /** Every operator there is; absent: those that every page has. */
  operators?: ReadonlyMap<string, Operator>;
  /** What `var` reads before any list operator: one option, for a rule that filters options. */
  item?: JsonValue;
  /** The tables of form.json. */
  tables?: Readonly<Record<string, PlanTable>>;
  /** Which days are worked, where a rule asks. */
  calendar?: PlanCalendar;
}

/** Evaluates an operand, for list operators with what `var` reads in it. */
export type Evaluate = (operand: Expression, item?: JsonValue) => Outcome;

/** One operator. Total: for any operands it gives a value or nothing, and never throws. */
export interface Operator {
  name: string;
  /** Fewest and most operands. */
  arity: readonly [least: number, most: number];
  /** For operators that take their operands as values; not called while one is absent. */
  apply?(operands: readonly JsonValue[], context: ExpressionContext): Outcome;
  /** For operators that decide which operands to evaluate, or that ask about absence. */
  decide?(operands: readonly Expression[], evaluate: Evaluate, context: ExpressionContext): Outcome;
  /** Which operand says something of an item that `var` reads, as the second of `map`. */
  over?: number;
  /** Steps that an application takes beside those for the size of its operands. */
  cost?(operands: readonly JsonValue[]): number;
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
