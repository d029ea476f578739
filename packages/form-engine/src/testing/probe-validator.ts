/**
 * What tests of the evaluator ask again and again.
 */
import { SchemaError } from '../errors.js';
import type { JsonSchema, JsonValue } from '../plan/plan.js';
import { createValidator, type ValidatorOptions } from '../vocabulary/create-validator.js';

/** The issues of a value as `pointer code`. */
export function codesOf(schema: JsonSchema, data: JsonValue, options?: ValidatorOptions): string[] {
  return createValidator(schema, options)(data).issues.map(({ code, pointer }) => `${pointer} ${code}`);
}

/** The error that an act throws. */
export function schemaErrorOf(act: () => unknown): SchemaError {
  try {
    act();
  } catch (error) {
    if (error instanceof SchemaError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
