/**
 * The evaluator alone, for draft 2020-12 with the formats date, time, date-time, email, uri and uuid. More formats and drafts are options.
 */
export {
  createValidator,
  type ScopedValidator,
  type Validator,
  type ValidatorOptions,
  type Verdict,
} from './vocabulary/create-validator.js';
export type { Dialect, DialectReader, Keyword, SchemaSite } from './vocabulary/keyword.js';
export type { Check, Part, Run, Seen, Truth } from './vocabulary/check.js';
export type { SchemaLimits } from './vocabulary/schema-limits.js';
export type { DataLimits } from './data/limits.js';
export { SchemaError, type SchemaErrorCode } from './errors.js';
