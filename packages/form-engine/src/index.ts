/**
 * The whole engine: compiler, gateway check and the run time.
 */
export * from './runtime.js';
export { type CompleteOptions, type CompleteValidator, createValidator } from './create-validator.js';
export { type Inspection, inspect } from './inspect.js';
export type { Dialect, ScopedValidator, SchemaLimits, Validator, ValidatorOptions, Verdict } from './validator.js';
export { checkProcedure, compileProcedure, type CompileOptions } from './compile/compile-procedure.js';
export type { FormDocument, FormField, FormRules, FormStep, ProcedureSource } from './plan/procedure-source.js';
export { checkSubmission, type SubmissionOptions, type SubmissionReport } from './validation/check-submission.js';
export { ISSUE_CODES, type IssueCode } from './issue-codes.js';
export { canonicalJson } from './data/canonical-json.js';
