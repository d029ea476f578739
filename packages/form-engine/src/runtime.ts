/**
 * The engine for plans that are compiled already: what a page loads.
 */
export type * from './plan/plan.js';
export { PLAN_FORMAT } from './plan/plan.js';
export type * from './model/form.js';
export { FormError, type FormErrorCode, SchemaError, type SchemaErrorCode } from './errors.js';
export { createForm } from './model/create-form.js';
export { admitItems, type AskedItem, readAskedItems } from './model/asked-items.js';
export { listChanges } from './model/list-changes.js';
export { type DataLimits, SUBMISSION_LIMITS } from './data/limits.js';
export { evaluateExpression } from './expression/evaluate.js';
export type { ExpressionContext, Outcome } from './expression/expression.js';
export { findKind } from './kinds/index.js';
export type { FieldKind, KindContext, KindFault, Parsed } from './kinds/kind.js';
export {
  escapeToken,
  join as joinPointer,
  isPointer,
  isWithin,
  parentOf,
  resolvePointer,
  tokensOf,
} from './data/pointer.js';
export { readAt } from './data/json.js';
