/**
 * What a kind of field is: everything a form, a review page, a printed form and a receipt must know of it, without its looks.
 */
import type { Issue } from '@motcua/schemas';
import type { JsonObject, JsonValue, PlanNode } from '../plan/plan.js';

/** What is wrong with an input that has no value yet. */
export interface KindFault {
  /** `kind.<reason>`. */
  code: string;
  params: Issue['params'];
}

/** An input understood: a value, nothing (the field is empty), or a fault beside which the input is kept. */
export type Parsed = { value: JsonValue | undefined } | { fault: KindFault };

/** What a kind may ask when it shows a value. */
export interface KindContext {
  locale: 'vi' | 'en';
  /** The label of a chosen value, from the texts or the catalogue. */
  label?(value: JsonValue): string | undefined;
}

/** A kind of field; pure. */
export interface FieldKind {
  name: string;
  /**
   * The HTML autocomplete token (WCAG 1.3.5) that suits a field about the person who fills in the form, for form.json to name; absent where
   * browsers keep nothing of the sort.
   */
  autocomplete?: string;
  /** Does the kind suit a schema that names none? `definition` is the name of the shared definition it refers to. */
  matches(schema: JsonObject, definition: string | undefined): boolean;
  /** The value of an untouched field. */
  initial: JsonValue | undefined;
  /** Understands what was typed or chosen. */
  parse(input: JsonValue, node: PlanNode): Parsed;
  /** The value as the control shows it for editing: `parse(format(value))` gives the value back. */
  format(value: JsonValue, context: KindContext): JsonValue;
  /** Is there no answer in it? */
  isEmpty(value: JsonValue | undefined): boolean;
  /** The value as a person reads it. */
  summarize(value: JsonValue, context: KindContext): string;
  /** What about a value is worth a second look: codes `warning.<what>`. It never stops anybody. */
  advise?(value: JsonValue): readonly KindFault[];
}

/** A fault, for `parse` to return. */
export function fault(code: string, params: Issue['params'] = {}): Parsed {
  return { fault: { code, params } };
}

/** Nothing was answered. */
export const EMPTY: Parsed = { value: undefined };
