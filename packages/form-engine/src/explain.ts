/**
 * Why a field is as it is: for previews, for authors, and for whoever answers the telephone. A page loads it when somebody asks.
 */
export { explain, type ExplainOptions } from './explain/explain.js';
export type * from './explain/explanation.js';
