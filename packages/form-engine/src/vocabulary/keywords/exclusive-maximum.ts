import { defineLimit, ofNumber } from './define-limit.js';

/** `exclusiveMaximum`: a number is below this. */
export const exclusiveMaximum = defineLimit('exclusiveMaximum', ofNumber, -1, true);
