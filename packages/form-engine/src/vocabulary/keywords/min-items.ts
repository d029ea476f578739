import { defineLimit, ofList } from './define-limit.js';

/** `minItems`: a list has at least so many items. */
export const minItems = defineLimit('minItems', ofList, 1);
