import { isObject } from '../../data/json.js';
import { defineUnevaluated } from './define-unevaluated.js';

/** `unevaluatedProperties`: those that nothing beside it has looked at. */
export const unevaluatedProperties = defineUnevaluated('unevaluatedProperties', isObject);
