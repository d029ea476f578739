import { defineUnevaluated } from './define-unevaluated.js';

/** `unevaluatedItems`: those that nothing beside it has looked at. */
export const unevaluatedItems = defineUnevaluated('unevaluatedItems', Array.isArray);
