/**
 * A form from a schema alone: `@motcua/form-engine/infer`.
 */
export { type InferenceOptions, type InferredProcedure, procedureFromSchema } from './procedure-from-schema.js';
export type { Union } from './notes.js';
export { labelFromName } from './label-of.js';
export type { InferredFieldTexts, InferredTexts } from './procedure-texts.js';
