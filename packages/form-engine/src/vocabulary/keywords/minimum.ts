import { defineLimit, ofNumber } from './define-limit.js';

/** `minimum`: a number is at least this. */
export const minimum = defineLimit('minimum', ofNumber, 1);
