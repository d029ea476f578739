import { defineLimit, ofNumber } from './define-limit.js';

/** `exclusiveMinimum`: a number is above this. */
export const exclusiveMinimum = defineLimit('exclusiveMinimum', ofNumber, 1, true);
